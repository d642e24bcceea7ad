//! Recording a check or a guardian's consent, with what was recorded before.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use jiff::civil::Date;
use people::{permission::CoordinatorOf, person};
use serde::Deserialize;
use web::{Answer, App, Errors, Flash, Form, Problem, Shell};

use super::{
    ClearanceId,
    facts::ClearanceRecorded,
    model::{Clearance, Kind, needs, usual_end},
    store,
};
use crate::{
    EnrolmentId,
    enrolment::{self, Enrolment},
    programme::{self, Track, today},
};

#[derive(Template)]
#[template(path = "screening/record.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    list: String,
    action: String,
    kind: &'static str,
    typed: Typed,
    errors: Errors,
    before: Vec<Line>,
}

struct Line {
    text: String,
    by_whom: String,
    holds: bool,
    withdraw: String,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    given_on: String,
    valid_until: String,
    by_whom: String,
}

/// Of whom, and what.
struct About {
    enrolment: Enrolment,
    track: Track,
    kind: Kind,
}

async fn about(tx: &mut Tx, permit: &CoordinatorOf, id: String, kind: &str) -> Answer<About> {
    let organisation = &permit.viewer.organisation;
    let enrolment = enrolment::store::find(tx, organisation, &EnrolmentId::from(id)).await?;
    let enrolment = enrolment.filter(|one| one.programme == permit.programme);
    let enrolment = enrolment.ok_or(Problem::Absent)?;
    let tracks = programme::store::tracks(tx, organisation, &permit.programme).await?;
    let track = tracks.into_iter().find(|track| track.id == enrolment.track);
    let (track, kind) = track.zip(Kind::of_word(kind)).ok_or(Problem::Absent)?;
    if !needs(&track.design, &enrolment.role).contains(&kind) {
        return Err(Problem::Absent);
    }
    Ok(About { enrolment, track, kind })
}

/// The page.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, id, kind)): Path<(String, String, String)>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let about = about(&mut tx, &permit, id, &kind).await?;
    let day = today(&app, &permit.viewer);
    let until = match about.kind {
        Kind::Screening => usual_end(&about.track.design, day),
        Kind::Consent => None,
    };
    let typed = Typed {
        given_on: day.to_string(),
        valid_until: until.map(|day| day.to_string()).unwrap_or_default(),
        by_whom: String::new(),
    };
    let errors = Errors::new(permit.viewer.language);
    web::html(&shown(&mut tx, &app, &permit, &about, typed, errors).await?)
}

/// Records it.
pub async fn act(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, id, kind)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.write().await?;
    let about = about(&mut tx, &permit, id, &kind).await?;
    let mut errors = Errors::new(viewer.language);
    let read = read(&about, &typed, today(&app, viewer), &mut errors);
    let Some((given_on, valid_until)) = read.filter(|_| errors.is_empty()) else {
        let page = shown(&mut tx, &app, &permit, &about, typed, errors).await?;
        return web::html_with_errors(&page);
    };
    let new = Clearance {
        id: ClearanceId::from(app.seam.id()),
        person: about.enrolment.person.clone(),
        kind: about.kind,
        given_on,
        valid_until,
        by_whom: typed.by_whom.trim().to_owned(),
    };
    let (organisation, by) = (&viewer.organisation, &viewer.person);
    store::insert(&mut tx, organisation, &permit.programme, &new, by, app.seam.now()).await?;
    let fact = ClearanceRecorded {
        programme: permit.programme.clone(),
        person: new.person.clone(),
        kind: new.kind.word().to_owned(),
    };
    jobs::record(&mut tx, &app.seam, organisation.as_str(), Some(by.as_str()), &fact).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/clearances", permit.programme);
    let undo = format!("{list}/{}/withdraw", new.id);
    web::see(&list, Flash::done("clearance-recorded").undo(&undo))
}

/// The dates that were typed, with everything wrong noted at its field.
fn read(
    about: &About,
    typed: &Typed,
    today: Date,
    errors: &mut Errors,
) -> Option<(Date, Option<Date>)> {
    errors.text("by_whom", &typed.by_whom, 200);
    let given_on = typed.given_on.trim().parse::<Date>().ok();
    match given_on {
        None => errors.add("given_on", "error-date", &[]),
        Some(day) if day > today => errors.add("given_on", "clearance-error-future", &[]),
        Some(_) => {}
    }
    let text = web::blank(&typed.valid_until);
    let valid_until = text.and_then(|text| text.parse::<Date>().ok());
    match (about.kind, text, valid_until) {
        (Kind::Screening, None, _) => errors.add("valid_until", "error-required", &[]),
        (_, Some(_), None) => errors.add("valid_until", "error-date", &[]),
        (_, _, Some(until)) if given_on.is_some_and(|given| until < given) => {
            errors.add("valid_until", "clearance-error-order", &[]);
        }
        (Kind::Screening | Kind::Consent, _, _) => {}
    }
    Some((given_on?, valid_until))
}

async fn shown(
    tx: &mut Tx,
    app: &App,
    permit: &CoordinatorOf,
    about: &About,
    typed: Typed,
    errors: Errors,
) -> Answer<Page> {
    let viewer = &permit.viewer;
    let name = person::find(tx, &viewer.organisation, &about.enrolment.person).await?;
    let name = name.map_or(String::new(), |person| person.name);
    let recorded = store::of_programme(tx, &viewer.organisation, &permit.programme).await?;
    let list = format!("/programmes/{}/clearances", permit.programme);
    let day = |day: Date| words::day(viewer.language, day);
    let line = |one: Clearance| Line {
        text: match one.valid_until {
            Some(until) => viewer.say(
                "clearance-from-until",
                &[("from", day(one.given_on).into()), ("until", day(until).into())],
            ),
            None => viewer.say("clearance-from", &[("from", day(one.given_on).into())]),
        },
        holds: one.holds(today(app, viewer)),
        withdraw: format!("{list}/{}/withdraw", one.id),
        by_whom: one.by_whom,
    };
    let mine =
        recorded.into_iter().filter(|c| c.person == about.enrolment.person && c.kind == about.kind);
    let title = format!("clearance-title-{}", about.kind.word());
    Ok(Page {
        page: viewer.page_titled(viewer.say(&title, &[("name", name.into())])),
        trail: vec![(list.clone(), viewer.t("clearances-title"))],
        action: format!("{list}/{}/{}", about.enrolment.id, about.kind.word()),
        list: list.clone(),
        kind: about.kind.word(),
        typed,
        errors,
        before: mine.map(line).collect(),
    })
}
