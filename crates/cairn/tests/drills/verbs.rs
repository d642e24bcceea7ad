//! The verbs of a programme, one of each kind, each with a mark on what it writes.

use std::io;

use crate::{http::Browser, scene::Scene};

/// Whether they were told that it is done. An error when the answer never came.
pub type Told = io::Result<bool>;

/// One kind of verb.
pub struct Verb {
    pub name: &'static str,
    /// Whose it is: the beginning of their address.
    pub who: &'static str,
    /// The mark of the n-th.
    pub mark: fn(&Scene, usize) -> String,
    pub act: fn(&Scene, &Browser, &str) -> Told,
    /// The marks that are stored, and whether all that belongs to each is there.
    pub stored: &'static str,
    /// The fact that each leaves behind, if it leaves one.
    pub fact: &'static str,
    /// Each replaces the one before: only the newest is stored.
    pub replaces: bool,
}

/// One of each kind.
pub const VERBS: [Verb; 12] = [
    Verb {
        name: "message",
        who: "dana",
        mark: plain,
        act: |scene, browser, mark| post(browser, &scene.of_pair("messages"), &[("words", mark)]),
        stored: "select words as mark, true as whole from message",
        fact: "message_sent",
        replaces: false,
    },
    Verb {
        name: "goal with its first step",
        who: "chidi",
        mark: plain,
        act: |scene, browser, mark| {
            let form = [("title", mark), ("audience", "partners"), ("first_step", "Begin")];
            post(browser, &scene.of_pair("goals/new"), &form)
        },
        stored: "select g.title as mark, \
                 exists (select 1 from goal_step s where s.goal_id = g.id) as whole from goal g",
        fact: "goal_set",
        replaces: false,
    },
    Verb {
        name: "note",
        who: "chidi",
        mark: plain,
        act: |scene, browser, mark| {
            post(browser, &scene.of_pair("notes"), &[("words", mark), ("audience", "only_me")])
        },
        stored: "select words as mark, true as whole from note",
        fact: "",
        replaces: false,
    },
    Verb {
        name: "meeting that took place",
        who: "dana",
        // The n-th day since a day of 1997.
        mark: |_, n| (10_000 + n).to_string(),
        act: |scene, browser, mark| {
            let days: i64 = mark.parse().expect("a number of days");
            let day = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(days);
            post(browser, &scene.of_pair("meetings/log"), &[("on", &day.to_string())])
        },
        stored: "select cast(starts_at / 86400000 as text) as mark, state = 'held' as whole from meeting",
        fact: "meeting_held",
        replaces: false,
    },
    Verb {
        name: "check-in",
        who: "dana",
        mark: plain,
        act: |scene, browser, mark| {
            post(browser, &scene.of_pair("check-in"), &[("going", "4"), ("note", mark)])
        },
        stored: "select note as mark, going = 4 as whole from check_in where answered_at is not null",
        fact: "",
        replaces: true,
    },
    Verb {
        name: "invitation with its mail",
        who: "bea",
        mark: plain,
        act: |scene, browser, mark| {
            let (address, part) = (format!("{mark}@drill.example"), format!("{}:", scene.track()));
            let form = [("addresses", address.as_str()), ("part", &part), ("language", "en")];
            post(browser, &scene.of_programme("invitations"), &form)
        },
        stored: "select replace(i.email, '@drill.example', '') as mark, \
                 exists (select 1 from invitation_link l where l.invitation_id = i.id) \
                 and exists (select 1 from outbox o where o.to_address = i.email) as whole from invitation i",
        fact: "invitations_sent",
        replaces: false,
    },
    Verb {
        name: "import of three people",
        who: "amal",
        mark: plain,
        act: |_, browser, mark| import(browser, mark),
        stored: "select i.file_name as mark, (select cast(count(*) as bigint) from person p \
                 where p.department = i.file_name) = 3 as whole from import i where i.state = 'done' \
                 union select p.department, false from person p where p.department like 'mark-%' \
                 and not exists (select 1 from import d where d.file_name = p.department and d.state = 'done')",
        fact: "people_imported",
        replaces: false,
    },
    Verb {
        name: "programme from the gallery",
        who: "amal",
        mark: plain,
        act: |scene, browser, mark| {
            post(browser, &format!("/programmes/new/{}/start", scene.preset), &[("name", mark)])
        },
        stored: "select p.name as mark, exists (select 1 from track t where t.programme_id = p.id) \
                 and exists (select 1 from appointment a where a.programme_id = p.id) as whole \
                 from programme p where p.name like 'mark-%'",
        fact: "programme_created",
        replaces: false,
    },
    Verb {
        name: "offer accepted",
        who: "chidi",
        mark: |scene, n| scene.offer(n),
        act: |_, browser, mark| post(browser, &format!("/relationships/{mark}/accept"), &[]),
        stored: "select s.relationship_id as mark, exists (select 1 from fact f \
                 where f.subject_id = s.relationship_id and f.name = 'offer_accepted') as whole \
                 from seat s join person p on p.id = s.person_id \
                 join seat o on o.relationship_id = s.relationship_id join person w on w.id = o.person_id \
                 where p.email like 'chidi@%' and w.name like 'Wants %' and s.reply = 'accepted'",
        fact: "offer_accepted",
        replaces: false,
    },
    Verb {
        name: "application decided",
        who: "bea",
        mark: |scene, n| scene.application(n),
        act: |scene, browser, mark| {
            let form = [("enrolment", mark), ("outcome", "approved")];
            post(browser, &scene.of_programme("applications/decide"), &form)
        },
        stored: "select e.id as mark, exists (select 1 from decision d \
                 where d.enrolments like '%' || e.id || '%') as whole \
                 from enrolment e where e.state = 'approved' and e.door = 'nomination'",
        fact: "enrolment_approved",
        replaces: false,
    },
    Verb {
        name: "enrolment begun and taken back",
        who: "farid",
        mark: |_, n| if n.is_multiple_of(2) { "started" } else { "withdrawn" }.to_owned(),
        act: |scene, browser, mark| match mark {
            "started" => post(browser, &scene.join, &[("part", &scene.part)]),
            _ => post(browser, &scene.withdraw, &[]),
        },
        stored: "select e.state as mark, true as whole from enrolment e join person p on p.id = e.person_id \
                 where p.email like 'farid@%' and e.door = 'open'",
        fact: "",
        replaces: true,
    },
    Verb {
        name: "relationship paused and resumed",
        who: "edda",
        mark: |scene, n| if n.is_multiple_of(2) { scene.rest_until(n) } else { "none".to_owned() },
        act: |scene, browser, mark| match mark {
            "none" => post(browser, &scene.of_resting("resume"), &[]),
            until => post(browser, &scene.of_resting("pause"), &[("until", until)]),
        },
        stored: "select coalesce(r.paused_until, 'none') as mark, \
                 (r.state = 'paused') = (r.paused_until is not null) as whole \
                 from relationship r join seat s on s.relationship_id = r.id \
                 join person p on p.id = s.person_id where p.email like 'edda@%'",
        fact: "",
        replaces: true,
    },
];

fn plain(_: &Scene, n: usize) -> String {
    format!("mark-{n}")
}

fn post(browser: &Browser, path: &str, form: &[(&str, &str)]) -> Told {
    let answer = browser.post(path, form)?;
    // A conflict is a no: after a kill nobody knows which of two verbs in turn was the last.
    assert!(matches!(answer.status, 303 | 404 | 409), "{path}: {answer:?}");
    Ok(answer.status == 303)
}

/// Uploads, says what the columns mean, and carries out: what counts is the last.
fn import(browser: &Browser, mark: &str) -> Told {
    let rows: String =
        (0..3).map(|n| format!("Person {n},{mark}-{n}@list.example,{mark}\n")).collect();
    let list = format!("name,email,department\n{rows}");
    let answer = browser.upload("/people/import", mark, list.as_bytes())?;
    let columns = answer.header("location").unwrap_or_else(|| panic!("{answer:?}")).to_owned();
    let form = [("column", "name"), ("column", "email"), ("column", "department")];
    let answer = browser.post(&columns, &form)?;
    let here = answer.header("location").unwrap_or_else(|| panic!("{answer:?}")).to_owned();
    post(browser, &format!("{here}/carry-out"), &[])
}
