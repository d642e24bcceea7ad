//! Passing on: whoever has not answered is reminded, what could not be ends, the next on each list
//! is asked, and the asker hears it. Who has waited longest comes first.

use std::collections::{BTreeSet, HashMap, HashSet};

use db::Tx;
use jobs::{Recorded, Trouble};
use people::OrganisationId;
use serde::Deserialize;
use web::{App, Problem};

use super::{
    facts::RequestExpired,
    model::{End, Open, Request, Rules, State},
    store, tell, trouble, withdraw,
};
use crate::{
    ids::{EnrolmentId, TrackId},
    relationship::store::{Frame, Places, frame, hold_places},
};

/// A recurring job: lists go on wherever time is over or a place has come free.
///
/// # Errors
/// When the database refuses.
pub async fn pass_on_due(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    for (organisation, track) in store::tracks_to_pass_on(tx).await? {
        pass_on(tx, app, &organisation, &track).await.map_err(trouble)?;
    }
    Ok(())
}

/// The part of a fact that says where it happened.
#[derive(Deserialize)]
struct In {
    track: TrackId,
}

/// After somebody answered, or took a request back: the lists of its track go on.
///
/// # Errors
/// When the database refuses.
pub async fn pass_on_after(app: &App, tx: &mut Tx, fact: &Recorded) -> Result<(), Trouble> {
    let Ok(In { track }) = serde_json::from_value(fact.data.clone()) else { return Ok(()) };
    let organisation = OrganisationId::from(fact.organisation_id.clone());
    pass_on(tx, app, &organisation, &track).await.map_err(trouble)
}

/// Brings all lists of a track up to date.
///
/// # Errors
/// When the database refuses.
pub async fn pass_on(
    tx: &mut Tx,
    app: &App,
    organisation: &OrganisationId,
    track: &TrackId,
) -> Result<(), Problem> {
    let frame = frame(tx, organisation, track).await?;
    let Some(rules) = Rules::of(&frame.design) else { return Ok(()) };
    let seen = store::to_pass_on(tx, organisation, track).await?;
    // All at once and in one order, so that two who do this at the same time do not wait for each other.
    let both = seen.iter().flat_map(|request| [&request.asker.enrolment, &request.asked.enrolment]);
    let ids: BTreeSet<&EnrolmentId> = both.collect();
    if ids.is_empty() {
        return Ok(());
    }
    let places = hold_places(tx, organisation, &ids.into_iter().collect::<Vec<_>>()).await?;
    let today = app.seam.now().to_zoned(frame.zone.clone()).date();
    let mut desk = Desk {
        app,
        rules,
        frame,
        resting: store::resting(tx, organisation, track, today).await?.into_iter().collect(),
        open: store::open_by_asked(tx, organisation, track).await?,
        places: places.into_iter().collect(),
    };
    for list in lists(store::to_pass_on(tx, organisation, track).await?) {
        desk.go_on(tx, list).await?;
    }
    Ok(())
}

/// Whether what has ended had been asked.
const fn open_before(request: &Request) -> bool {
    matches!(request.state, State::Ended(_, Some(_)))
}

/// By asker, in the order of who has waited longest; each in the asker's order.
fn lists(requests: Vec<Request>) -> Vec<Vec<Request>> {
    let mut at: HashMap<EnrolmentId, usize> = HashMap::new();
    let mut lists: Vec<Vec<Request>> = Vec::new();
    for request in requests {
        let place = *at.entry(request.asker.enrolment.clone()).or_insert_with(|| {
            lists.push(Vec::new());
            lists.len() - 1
        });
        lists[place].push(request);
    }
    for list in &mut lists {
        list.sort_by_key(|request| request.place);
    }
    lists
}

struct Desk<'a> {
    app: &'a App,
    rules: Rules,
    frame: Frame,
    resting: HashSet<EnrolmentId>,
    open: HashMap<EnrolmentId, i64>,
    places: HashMap<EnrolmentId, Places>,
}

impl Desk<'_> {
    fn free(&self, enrolment: &EnrolmentId, role: &str) -> i64 {
        let places = self.places.get(enrolment);
        places.map_or(0, |places| tell::free(places, &self.frame.design, role))
    }

    /// Whether somebody can be asked one more.
    fn has_room(&self, asked: &EnrolmentId) -> bool {
        let open = self.open.get(asked).copied().unwrap_or(0);
        !self.resting.contains(asked)
            && self.rules.room(self.free(asked, &self.rules.asked), open) > 0
    }

    /// Whether somebody who has been asked cannot be any more.
    fn is_gone(&self, request: &Request) -> bool {
        let asked = &request.asked.enrolment;
        let takes_part = self.places.get(asked).is_some_and(|places| places.approved);
        // What only waits can wait for a place; what is open would keep the asker waiting in vain.
        let cannot = self.resting.contains(asked) || self.free(asked, &self.rules.asked) == 0;
        !takes_part || (request.open().is_some() && cannot)
    }

    async fn go_on(&mut self, tx: &mut Tx, mut list: Vec<Request>) -> Result<(), Problem> {
        let now = self.app.seam.now();
        let Some(asker) = list.first().map(|request| request.asker.enrolment.clone()) else {
            return Ok(());
        };
        if self.free(&asker, &self.rules.asks) == 0 {
            return withdraw::neutrally(tx, self.app, list, &self.frame).await;
        }
        for request in list.iter_mut().filter(|request| request.is_live()) {
            self.end_or_remind(tx, request).await?;
        }
        let mut sent = Vec::new();
        let mut open = list.iter().filter(|request| request.open().is_some()).count();
        for (at, request) in list.iter_mut().enumerate() {
            let waits = request.is_live() && request.open().is_none();
            if open >= self.rules.at_once || !waits || !self.has_room(&request.asked.enrolment) {
                continue;
            }
            *request = request.clone().sent(&self.rules, now);
            store::save(tx, request).await?;
            if let Some(question) = request.open() {
                tell::ask(tx, self.app, request, question, &self.frame, false).await?;
            }
            *self.open.entry(request.asked.enrolment.clone()).or_default() += 1;
            sent.push(at);
            open += 1;
        }
        self.say(tx, &mut list, &sent).await
    }

    /// Ends what cannot come about any more, and reminds of what has waited for long enough.
    async fn end_or_remind(&mut self, tx: &mut Tx, request: &mut Request) -> Result<(), Problem> {
        let now = self.app.seam.now();
        let open = request.open().cloned();
        if self.is_gone(request) {
            if open.is_some() {
                tell::off(tx, self.app, request, &self.frame, now).await?;
            }
            *request = request.clone().ended(End::Passed, now);
        } else if let Ok(expired) = request.clone().expired(now) {
            mail::withdraw(tx, &self.app.seam, "request", request.id.as_str()).await?;
            let (organisation, fact) =
                (expired.organisation.as_str(), RequestExpired::of(&expired));
            jobs::record(tx, &self.app.seam, organisation, None, &fact).await?;
            *request = expired;
        } else if let Some(open) = open.filter(|open| self.is_to_remind(open)) {
            let open = Open { reminded_at: Some(now), ..open };
            request.state = State::Open(open.clone());
            store::save(tx, request).await?;
            return tell::ask(tx, self.app, request, &open, &self.frame, true).await;
        } else {
            return Ok(());
        }
        if open_before(request) {
            *self.open.entry(request.asked.enrolment.clone()).or_default() -= 1;
        }
        store::save(tx, request).await?;
        Ok(())
    }

    fn is_to_remind(&self, open: &Open) -> bool {
        open.reminded_at.is_none() && self.rules.remind_at(open.since) <= self.app.seam.now()
    }

    /// Tells the asker once of everything that ended without them.
    async fn say(&self, tx: &mut Tx, list: &mut [Request], sent: &[usize]) -> Result<(), Problem> {
        let now = self.app.seam.now();
        let untold = |request: &Request| !request.is_live() && request.told_at.is_none();
        for request in list.iter_mut().filter(|request| untold(request)) {
            request.told_at = Some(now);
            store::save(tx, request).await?;
        }
        let just = |request: &&Request| !request.is_live() && request.told_at == Some(now);
        let ended: Vec<&Request> = list.iter().filter(just).collect();
        let asked: Vec<&Request> = sent.iter().map(|&at| &list[at]).collect();
        let still_open = list.iter().any(Request::is_live);
        tell::next(tx, self.app, &ended, &asked, still_open, &self.frame).await
    }
}
