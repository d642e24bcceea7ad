//! The report's page.

use askama::Template;
use axum::extract::State;
use people::{OrganisationId, ProgrammeId, permission::CoordinatorOf};
use web::{Answer, App, Problem, Shell};
use words::Language;

use super::{Stage, stages, store};
use crate::Share;

#[derive(Template)]
#[template(path = "funnel/show.html")]
pub(super) struct Page {
    page: Shell,
    programme: Option<ProgrammeId>,
    lines: Vec<Line>,
    response: Option<Share>,
    as_of: String,
    hidden: bool,
}

/// A step, ready to draw.
struct Line {
    name: String,
    means: String,
    key: &'static str,
    share: Option<Share>,
    /// The bar's place and length in the drawing, in its units.
    y: usize,
    width: i64,
}

/// The report for the programme's coordinators: they know the persons anyway.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let shell = |name: String| permit.viewer.page_titled(name);
    let organisation = &permit.viewer.organisation;
    let scope = Scope { organisation, programme: &permit.programme, least: None };
    let mut page = build(&app, scope, permit.viewer.language, shell).await?;
    page.programme = Some(permit.programme.clone());
    web::html(&page)
}

/// Whose report, and the smallest cell that its reader may see.
pub(super) struct Scope<'a> {
    pub organisation: &'a OrganisationId,
    pub programme: &'a ProgrammeId,
    pub least: Option<u32>,
}

pub(super) async fn build(
    app: &App,
    scope: Scope<'_>,
    language: Language,
    shell: impl FnOnce(String) -> Shell,
) -> Answer<Page> {
    let mut tx = app.db.read().await?;
    let about = store::about(&mut tx, scope.organisation, scope.programme).await?;
    let (name, asked, answered) = about.ok_or(Problem::Absent)?;
    let paths = store::paths(&mut tx, scope.organisation, scope.programme).await?;
    let stages = stages(&paths, scope.least);
    let hidden = !paths.is_empty() && stages.iter().any(|s| s.share.is_none());
    let page = shell(words::say(language, "funnel-title", &[("programme", name.into())]));
    let lines = stages.iter().enumerate().map(|(at, stage)| line(language, at, stage)).collect();
    let now = app.seam.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let as_of = words::day(language, now);
    let response = Share::new(answered, asked);
    Ok(Page { page, programme: None, lines, response, as_of, hidden })
}

fn line(language: Language, at: usize, stage: &Stage) -> Line {
    #[expect(clippy::cast_possible_truncation, reason = "a percentage in tenths fits")]
    let width = stage.share.map_or(0, |s| (s.percent * 4.0).round() as i64);
    Line {
        name: words::say_plain(language, stage.key),
        means: words::say_plain(language, &format!("{}-means", stage.key)),
        key: stage.key,
        share: stage.share,
        y: at * 34,
        width,
    }
}
