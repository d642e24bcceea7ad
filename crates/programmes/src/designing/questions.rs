//! The registration form: its questions in order, moved and removed here, and seen as a
//! participant sees them.

use askama::Template;
use axum::extract::{Path, Query, State};
use design::{AnswerKind, Design, FormQuestion, form::MOST_QUESTIONS};
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, App, Errors, Form, Problem, Shell};

use super::{
    Fields, address, deeper, load,
    names::name_of,
    save::{self, Change},
};
use crate::{
    enrolment::asking::{self, Asked, audience},
    programme::{Frame, Track},
};

#[derive(Template)]
#[template(path = "designing/questions.html")]
struct Page {
    page: Shell,
    frame: Frame,
    address: String,
    version: i64,
    welcome: String,
    errors: Errors,
    questions: Vec<Line>,
    counts: Vec<RoleCount>,
}

struct Line {
    key: String,
    number: usize,
    label: String,
    kind: String,
    icon: &'static str,
    audience: &'static str,
    required: bool,
    whom: String,
    used: bool,
    is_first: bool,
    is_last: bool,
}

struct RoleCount {
    role: String,
    asked: usize,
    badge: &'static str,
}

/// The page.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
) -> Answer {
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    let errors = Errors::new(permit.viewer.language);
    let welcome = track.design.form.welcome.clone();
    web::html(&show(&permit, frame, &track, welcome, errors))
}

/// Sets the words before the first question.
pub async fn welcome(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Answer {
    let fields = Fields(posted);
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    save::same_version(&track, &fields)?;
    let mut errors = Errors::new(permit.viewer.language);
    let mut design = track.design.clone();
    design.form.welcome = errors.optional_text("welcome", fields.one("welcome"), 1000);
    if !errors.is_empty() {
        let typed = fields.one("welcome").to_owned();
        return web::html_with_errors(&show(&permit, frame, &track, typed, errors));
    }
    store(&app, &permit, frame, &track, design, &fields).await
}

/// Moves a question one place up or down.
pub async fn shift(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track, question)): Path<(String, String, String)>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Answer {
    let fields = Fields(posted);
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    save::same_version(&track, &fields)?;
    let mut design = track.design.clone();
    moved(&mut design, &question, fields.one("to") == "up").ok_or(Problem::Absent)?;
    store(&app, &permit, frame, &track, design, &fields).await
}

/// Removes a question; what was answered to it stays with those who answered.
pub async fn remove(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track, question)): Path<(String, String, String)>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Answer {
    let fields = Fields(posted);
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    save::same_version(&track, &fields)?;
    let mut design = track.design.clone();
    removed(&mut design, &question).ok_or(Problem::Absent)?;
    store(&app, &permit, frame, &track, design, &fields).await
}

async fn store(
    app: &App,
    permit: &CoordinatorOf,
    frame: Frame,
    track: &Track,
    design: Design,
    fields: &Fields,
) -> Answer {
    let back = format!("{}/form", address(track));
    save::change(app, permit, Change { frame, track, design, fields, back }).await
}

fn moved(design: &mut Design, key: &str, up: bool) -> Option<()> {
    let questions = &mut design.form.questions;
    let place = questions.iter().position(|question| question.key == key)?;
    let other = if up { place.checked_sub(1) } else { Some(place + 1) };
    if let Some(other) = other.filter(|other| *other < questions.len()) {
        questions.swap(place, other);
    }
    Some(())
}

/// A question goes with the conditions that compare its answers.
fn removed(design: &mut Design, key: &str) -> Option<FormQuestion> {
    let place = design.form.questions.iter().position(|question| question.key == key)?;
    let is_profile = design::form::PROFILE.contains(&key);
    if !is_profile {
        let hangs = |tie: &design::Tie| tie.attributes().contains(&key);
        design.matching.musts.retain(|tie| !hangs(tie));
        design.matching.wishes.retain(|wish| !hangs(&wish.tie));
    }
    Some(design.form.questions.remove(place))
}

/// Whether matching looks at the answers to a question.
pub(super) fn is_used(design: &Design, key: &str) -> bool {
    let wishes = design.matching.wishes.iter().map(|wish| &wish.tie);
    let in_a_tie =
        design.matching.musts.iter().chain(wishes).any(|tie| tie.attributes().contains(&key));
    let by_kind = design.form.question(key).is_some_and(|question| match question.kind {
        AnswerKind::Capacity | AnswerKind::People { .. } => true,
        AnswerKind::ShortText
        | AnswerKind::LongText
        | AnswerKind::SingleChoice { .. }
        | AnswerKind::MultipleChoice { .. }
        | AnswerKind::Topics { .. }
        | AnswerKind::Level
        | AnswerKind::Number { .. }
        | AnswerKind::Ratings { .. }
        | AnswerKind::Date
        | AnswerKind::YesNo
        | AnswerKind::Languages
        | AnswerKind::TimeZone
        | AnswerKind::Availability => false,
    });
    in_a_tie || by_kind
}

fn show(
    permit: &CoordinatorOf,
    frame: Frame,
    track: &Track,
    welcome: String,
    errors: Errors,
) -> Page {
    let design = &track.design;
    let last = design.form.questions.len().saturating_sub(1);
    let line = |(place, question): (usize, &FormQuestion)| Line {
        key: question.key.clone(),
        number: place + 1,
        label: question.label.clone(),
        kind: permit.viewer.t(&format!("designing-kind-{}", name_of(&question.kind))),
        icon: icon(&question.kind),
        audience: audience(question),
        required: question.required,
        whom: whom(design, question),
        used: is_used(design, &question.key),
        is_first: place == 0,
        is_last: place == last,
    };
    let counts = design.roles.iter().map(|role| {
        let asked = design.form.asked(&role.name).count();
        RoleCount {
            role: role.label.many.clone(),
            asked,
            badge: if asked > MOST_QUESTIONS { "bad" } else { "quiet" },
        }
    });
    Page {
        page: permit.viewer.page("designing-form-title"),
        address: address(track),
        version: track.design_version,
        welcome,
        errors,
        questions: design.form.questions.iter().enumerate().map(line).collect(),
        counts: counts.collect(),
        frame,
    }
}

fn whom(design: &Design, question: &FormQuestion) -> String {
    let roles = design.roles.iter().filter(|role| question.roles.contains(&role.name));
    roles.map(|role| role.label.many.as_str()).collect::<Vec<_>>().join(", ")
}

pub(super) fn icon(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::ShortText | AnswerKind::LongText => "edit",
        AnswerKind::SingleChoice { .. } | AnswerKind::YesNo => "dot",
        AnswerKind::MultipleChoice { .. } => "checks",
        AnswerKind::Topics { .. } => "tag",
        AnswerKind::Level => "growth",
        AnswerKind::Number { .. } | AnswerKind::Ratings { .. } => "gauge",
        AnswerKind::Date => "calendar",
        AnswerKind::Languages => "language",
        AnswerKind::TimeZone => "globe",
        AnswerKind::Availability => "clock",
        AnswerKind::Capacity => "layers",
        AnswerKind::People { .. } => "people",
    }
}

/// Which role's form to look at.
#[derive(Debug, Deserialize)]
pub struct Preview {
    #[serde(default)]
    role: String,
}

#[derive(Template)]
#[template(path = "designing/preview.html")]
struct PreviewPage {
    page: Shell,
    frame: Frame,
    address: String,
    welcome: String,
    roles: Vec<(String, String, bool)>,
    steps: Vec<Vec<Asked>>,
}

/// The form as somebody with a role sees it; nothing can be sent.
pub async fn preview(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
    Query(wanted): Query<Preview>,
) -> Answer {
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    let design = &track.design;
    let role = design.role(&wanted.role).or(design.roles.first()).ok_or(Problem::Absent)?;
    let roles = design.roles.iter();
    let page = permit.viewer.page("designing-preview-title");
    let nothing = Fields::default();
    let steps = asking::steps(design, &role.name);
    let asked = |step: Vec<&FormQuestion>| {
        step.into_iter().map(|question| Asked::new(&page, role, question, &nothing)).collect()
    };
    web::html(&PreviewPage {
        address: address(&track),
        welcome: design.form.welcome.clone(),
        roles: roles.map(|r| (r.name.clone(), r.label.many.clone(), r.name == role.name)).collect(),
        steps: steps.into_iter().map(asked).collect(),
        frame,
        page,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_goes_with_the_conditions_that_compare_its_answers() {
        let mut design = design::presets()[0].design();
        let compared = design
            .form
            .questions
            .iter()
            .map(|question| question.key.clone())
            .find(|key| is_used(&design, key) && !design::form::PROFILE.contains(&key.as_str()))
            .unwrap();
        removed(&mut design, &compared).unwrap();
        assert!(!is_used(&design, &compared));
        assert_eq!(design.flaws(), []);
    }

    #[test]
    fn moving_beyond_an_end_changes_nothing() {
        let old = design::presets()[0].design();
        let first = old.form.questions[0].key.clone();
        let mut design = old.clone();
        moved(&mut design, &first, true).unwrap();
        assert_eq!(design, old);
        moved(&mut design, &first, false).unwrap();
        assert_eq!(design.form.questions[1].key, first);
        assert_eq!(moved(&mut design, "nobody-asks-this", true), None);
    }
}
