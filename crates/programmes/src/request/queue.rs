//! The queue, for coordinators: who waits for somebody, since when, and what lacks people. Counts
//! and dates; whom somebody asked, and who said no, stays between them.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use axum::extract::State;
use db::Tx;
use design::{Design, Tie};
use jiff::{SignedDuration, Timestamp};
use people::{
    permission::{CoordinatorOf, Viewer},
    person::initials,
};
use web::{Answer, App, Problem, Shell};

use super::{
    model::{End, Request, Rules},
    store,
};
use crate::{
    enrolment::{self, State as Stands},
    ids::EnrolmentId,
    programme::{self, Frame, Tab, Track, frame},
    relationship::words as said,
    round::{
        input::{Entrant, Input},
        pool::{self, Who},
    },
};

/// Over so long the answers are counted.
const LATELY: SignedDuration = SignedDuration::from_hours(24 * 30);
/// Topics shown.
const TOPICS: usize = 8;

#[derive(Template)]
#[template(path = "request/queue.html")]
struct Page {
    page: Shell,
    frame: Frame,
    asks: String,
    asked: String,
    waiting: Vec<Waits>,
    longest: i64,
    places: i64,
    ready: usize,
    open: usize,
    answers: Answers,
    topics: Vec<Topic>,
}

/// Somebody who has nobody yet.
struct Waits {
    name: String,
    initials: String,
    place: String,
    days: i64,
    kind: &'static str,
    open: usize,
    behind: usize,
    next: String,
}

/// What became of requests lately.
#[derive(Default)]
struct Answers {
    all: usize,
    yes: usize,
    no: usize,
    silent: usize,
}

/// A topic and how many want and offer it.
struct Topic {
    name: String,
    wanted: usize,
    offered: usize,
}

/// The page.
pub async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::Requests).await?;
    let track = frame.tracks.iter().find(|track| Rules::of(&track.design).is_some());
    let track = track.cloned().ok_or(Problem::Absent)?;
    let rules = Rules::of(&track.design).ok_or(Problem::Absent)?;
    let today = programme::today(&app, viewer);
    let (organisation, design) = (&viewer.organisation, track.design.clone());
    let input =
        pool::gather(&mut tx, organisation, &track.id, design, today, Who::Approved).await?;
    let now = app.seam.now();
    let live = store::live_of_programme(&mut tx, organisation, &permit.programme).await?;
    let since = now.saturating_sub(LATELY).unwrap_or(now);
    let ended = store::ended_since(&mut tx, organisation, &permit.programme, since).await?;
    let waiting = waiting(&mut tx, viewer, &track, &rules, &input, &live, now).await?;
    let free: Vec<&Entrant> = of_role(&input, &rules.asked).collect();
    web::html(&Page {
        page: viewer.page("request-queue-title"),
        asks: label(&track, &rules.asks),
        asked: label(&track, &rules.asked),
        longest: waiting.iter().map(|one| one.days).max().unwrap_or(0),
        places: free.iter().map(|entrant| i64::from(entrant.free.max(1))).sum(),
        ready: free.len(),
        open: live.iter().filter(|request| request.open().is_some()).count(),
        answers: answers(&ended),
        topics: topics(&track.design, &input, &rules),
        waiting,
        frame,
    })
}

fn label(track: &Track, role: &str) -> String {
    track.design.role(role).map_or_else(String::new, |role| role.label.many.clone())
}

fn of_role<'a>(input: &'a Input, role: &str) -> impl Iterator<Item = &'a Entrant> {
    input.people.iter().filter(move |entrant| entrant.roles.contains_key(role))
}

/// Those of the role that asks who have nobody, the longest first.
async fn waiting(
    tx: &mut Tx,
    viewer: &Viewer,
    track: &Track,
    rules: &Rules,
    input: &Input,
    live: &[Request],
    now: Timestamp,
) -> Answer<Vec<Waits>> {
    let taken = pool::taken(tx, &viewer.organisation, &track.id).await?;
    let mut of: HashMap<&EnrolmentId, Vec<&Request>> = HashMap::new();
    for request in live {
        of.entry(&request.asker.enrolment).or_default().push(request);
    }
    let all = enrolment::store::of_track(tx, &viewer.organisation, &track.id, Stands::Approved);
    let mut waiting = Vec::new();
    for mine in all.await?.iter().filter(|mine| mine.role == rules.asks) {
        let entrant = input.entrant(mine.person.as_str());
        let Some(entrant) = entrant.filter(|_| !taken.contains_key(mine.id.as_str())) else {
            continue;
        };
        let none = Vec::new();
        let requests = of.get(&mine.id).unwrap_or(&none);
        let since = mine.decided_at.or(mine.applied_at).unwrap_or(mine.created_at);
        let days = now.duration_since(since).as_hours() / 24;
        let open: Vec<_> = requests.iter().filter_map(|request| request.open()).collect();
        let until = open.iter().map(|open| open.until).min();
        let day = |at| said::day_of(at, &viewer.zone, viewer.language);
        waiting.push(Waits {
            name: entrant.name.clone(),
            initials: initials(&entrant.name),
            place: entrant
                .facts
                .get("department")
                .and_then(|d| d.first())
                .cloned()
                .unwrap_or_default(),
            days,
            kind: if days > 2 * i64::from(rules.expire_day) { "warn" } else { "quiet" },
            behind: requests.len() - open.len(),
            open: open.len(),
            next: until.map(day).unwrap_or_default(),
        });
    }
    waiting.sort_by_key(|one| std::cmp::Reverse(one.days));
    Ok(waiting)
}

fn answers(ended: &[Request]) -> Answers {
    let mut answers = Answers::default();
    for end in ended.iter().filter_map(Request::end) {
        match end {
            End::Accepted => answers.yes += 1,
            End::Declined => answers.no += 1,
            End::Expired => answers.silent += 1,
            End::Withdrawn | End::Passed => continue,
        }
        answers.all += 1;
    }
    answers
}

/// The topics that are wanted by more people than offer them, the shortest first.
fn topics(design: &Design, input: &Input, rules: &Rules) -> Vec<Topic> {
    let ties = design.matching.musts.iter().chain(design.matching.wishes.iter().map(|w| &w.tie));
    let mut covers = ties.filter_map(|tie| match tie {
        Tie::Covers { wants, offers } => Some((wants, offers)),
        _ => None,
    });
    let Some((wants, offers)) = covers.next() else { return Vec::new() };
    let (asks, asked) = (&rules.asks, &rules.asked);
    let gives = design.givers().any(|role| role.name == *asks);
    let (wanting, offering) = if gives { (asked, asks) } else { (asks, asked) };
    let mut counts: BTreeMap<String, Topic> = BTreeMap::new();
    let mut count = |role: &str, fact: &str, wanted: bool| {
        for topic in of_role(input, role).flat_map(|entrant| entrant.facts.get(fact)).flatten() {
            let fresh = || Topic { name: topic.clone(), wanted: 0, offered: 0 };
            let entry = counts.entry(topic.to_lowercase()).or_insert_with(fresh);
            if wanted { entry.wanted += 1 } else { entry.offered += 1 }
        }
    };
    count(wanting, wants, true);
    count(offering, offers, false);
    let mut short: Vec<Topic> =
        counts.into_values().filter(|topic| topic.wanted > topic.offered).collect();
    short.sort_by_key(|topic| (topic.offered, std::cmp::Reverse(topic.wanted), topic.name.clone()));
    short.truncate(TOPICS);
    short
}
