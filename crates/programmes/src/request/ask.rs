//! Asking somebody: who they are, why they suit, a few words, and the request is on its way.

use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use people::{PersonId, person, person::initials};
use serde::Deserialize;
use web::{Answer, App, Errors, Flash, Form, Problem, Shell};

use super::{
    candidates::{Candidate, candidates},
    facts::RequestMade,
    find::{Part, part},
    model::{LONGEST_MESSAGE, Request, Rules, Side, State as Standing},
    refused::Refused,
    store, tell,
};
use crate::{
    enrolment::{self, Enrolled, Enrolment},
    ids::{EnrolmentId, RequestId},
    programme::Track,
    relationship::{
        reason::Reason,
        store::{frame, hold_places},
        words as said,
    },
    round,
};

#[derive(Template)]
#[template(path = "request/ask.html")]
struct Page {
    page: Shell,
    trail: Vec<(String, String)>,
    who: Who,
    why: Vec<String>,
    answers: Vec<(String, String)>,
    message: String,
    longest: String,
    days: u16,
    waits: &'static str,
    is_full: bool,
    errors: Errors,
    action: String,
    find: String,
}

/// Who is asked.
struct Who {
    name: String,
    initials: String,
    place: String,
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Words {
    message: String,
}

type At = (String, String, String);

/// The page.
pub async fn page(permit: Enrolled, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let errors = Errors::new(permit.viewer.language);
    let mut tx = app.db.read().await?;
    web::html(&shown(&mut tx, &app, &permit, &at, String::new(), errors).await?)
}

/// Asks.
pub async fn submit(
    permit: Enrolled,
    State(app): State<App>,
    Path(at): Path<At>,
    Form(words): Form<Words>,
) -> Answer {
    let mut errors = Errors::new(permit.viewer.language);
    let message = errors.optional_text("message", &words.message, LONGEST_MESSAGE);
    let mut tx = app.db.write().await?;
    if !errors.is_empty() {
        let page = shown(&mut tx, &app, &permit, &at, words.message, errors).await?;
        return web::html_with_errors(&page);
    }
    let Part { mine, track, .. } = part(&mut tx, &permit, &at.1).await?;
    let asked = EnrolmentId::from(at.2.clone());
    let new = NewRequest { mine: &mine, track: &track, asked: &asked, message };
    let made = ask(&mut tx, &app, new).await?;
    let name = person::find(&mut tx, &made.organisation, &made.asked.person).await?;
    tx.commit().await?;
    let name = name.map(|person| person.name).unwrap_or_default();
    let done = if made.open().is_some() { "request-sent" } else { "request-put-on-list" };
    let list = tell::list_of(&made, true);
    let flash = Flash::done(done).with("name", name).undo(&format!("{list}/{}/withdraw", made.id));
    web::see(&list, flash)
}

async fn shown(
    tx: &mut Tx,
    app: &App,
    permit: &Enrolled,
    (_, enrolment, asked): &At,
    message: String,
    errors: Errors,
) -> Answer<Page> {
    let viewer = &permit.viewer;
    let part = part(tx, permit, enrolment).await?;
    let asked = EnrolmentId::from(asked.clone());
    let when = (crate::programme::today(app, viewer), app.seam.now());
    let found = candidates(tx, &part.track, &part.rules, &part.mine, when).await?;
    let found = found.ok_or(Problem::Absent)?;
    let of = found.all.iter().find(|one| one.enrolment == asked).ok_or(Problem::Absent)?;
    let of_person = PersonId::from(found.asking.people[of.fit.other].id.clone());
    let whole = person::find(tx, &viewer.organisation, &of_person).await?;
    let whole = whole.ok_or(Problem::Absent)?;
    let key = [("name", whole.name.as_str().into())];
    let page = viewer.page_titled(viewer.say("request-ask-title", &key));
    let why = reasons(&found.asking, of);
    let mine = store::of_asker(tx, &viewer.organisation, &part.mine.id).await?;
    let open = mine.iter().filter(|request| request.open().is_some()).count();
    let find = part.find();
    Ok(Page {
        why: crate::relationship::reason::for_partners(&why, viewer.language),
        answers: partners_see(tx, &page, &part.track, &asked, &part.rules.asked).await?,
        who: Who { initials: initials(&whole.name), place: said::place(&whole), name: whole.name },
        longest: LONGEST_MESSAGE.to_string(),
        days: part.rules.expire_day,
        waits: if open < part.rules.at_once { "" } else { "list" },
        is_full: of.load.is_full,
        action: format!("{find}/{asked}"),
        trail: part.trail(viewer, true),
        find,
        message,
        errors,
        page,
    })
}

/// What somebody answered at their registration, as far as partners may see it.
pub(super) async fn partners_see(
    tx: &mut Tx,
    page: &Shell,
    track: &Track,
    enrolment: &EnrolmentId,
    role: &str,
) -> Answer<Vec<(String, String)>> {
    let answers = enrolment::store::answers(tx, enrolment).await?;
    let shown = track.design.form.asked(role).filter_map(|question| {
        let answer = answers.get(&question.key)?;
        let open = answer.audience == design::Audience::Partners && !answer.value.is_null();
        let text = open.then(|| enrolment::shown(page, question, &answer.value))?;
        (!text.is_empty()).then(|| (question.label.clone(), text))
    });
    Ok(shown.collect())
}

fn reasons(asking: &round::solve::Asking, of: &Candidate) -> Vec<Reason> {
    let pair = asking.pair(&of.fit);
    let reason = |why: round::reasons::Why| Reason {
        key: why.key.to_owned(),
        args: why.args,
        audience: design::Audience::Partners,
    };
    round::reasons::of(asking, &pair).into_iter().map(reason).collect()
}

/// A wish for somebody's list.
#[derive(Debug)]
pub struct NewRequest<'a> {
    /// Who asks.
    pub mine: &'a Enrolment,
    /// In which track.
    pub track: &'a Track,
    /// Who is asked: their part.
    pub asked: &'a EnrolmentId,
    /// A few words.
    pub message: String,
}

/// Puts a wish on the asker's list, and asks at once where there is room.
///
/// # Errors
/// A refusal when the asker has no place, the list is full, or this person cannot be asked.
pub async fn ask(tx: &mut Tx, app: &App, new: NewRequest<'_>) -> Result<Request, Problem> {
    let NewRequest { mine, track, asked, message } = new;
    let rules = Rules::of(&track.design).ok_or(Problem::Absent)?;
    let places = hold_places(tx, &mine.organisation, &[&mine.id, asked]).await?;
    let free = places.get(&mine.id).map_or(0, |p| tell::free(p, &track.design, &rules.asks));
    if free == 0 {
        return Err(Refused::NoPlace.into());
    }
    let list = store::of_asker(tx, &mine.organisation, &mine.id).await?;
    let live: Vec<&Request> = list.iter().filter(|request| request.is_live()).collect();
    if live.iter().any(|request| request.asked.enrolment == *asked) {
        return Err(Refused::AskedAlready.into());
    }
    if live.len() >= rules.most() {
        return Err(Refused::TooMany.into());
    }
    let frame = frame(tx, &mine.organisation, &track.id).await?;
    let now = app.seam.now();
    let today = now.to_zoned(frame.zone.clone()).date();
    let found = candidates(tx, track, &rules, mine, (today, now)).await?;
    let found = found.ok_or(Refused::NotAvailable)?;
    let of = found.all.iter().find(|one| one.enrolment == *asked).ok_or(Refused::NotAvailable)?;
    let request = Request {
        id: RequestId::from(app.seam.id()),
        organisation: mine.organisation.clone(),
        programme: mine.programme.clone(),
        track: track.id.clone(),
        asker: Side { enrolment: mine.id.clone(), person: mine.person.clone() },
        asked: Side {
            enrolment: asked.clone(),
            person: PersonId::from(found.asking.people[of.fit.other].id.clone()),
        },
        place: list.iter().map(|request| request.place).max().unwrap_or(0) + 1,
        message,
        score: Some(round::points(of.fit.score)),
        reasons: reasons(&found.asking, of),
        state: Standing::Waiting,
        created_at: now,
        told_at: None,
    };
    let open = live.iter().filter(|request| request.open().is_some()).count();
    let at_once = open < rules.at_once && !of.load.is_full;
    let request = if at_once { request.sent(&rules, now) } else { request };
    store::insert(tx, &request).await?;
    if let Some(question) = request.open() {
        tell::ask(tx, app, &request, question, &frame, false).await?;
    }
    let by = Some(mine.person.as_str());
    let fact = RequestMade::of(&request);
    jobs::record(tx, &app.seam, mine.organisation.as_str(), by, &fact).await?;
    Ok(request)
}
