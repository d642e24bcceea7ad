//! When this happened, do that: the one table.
//!
//! Every fact has a row: the handlers that run after it, in order, in one transaction together with
//! the job's end; or none, when nothing follows (`quiet`). A fact without a row fails a test.

use std::{collections::BTreeMap, pin::Pin};

use db::Tx;
use jobs::{Handler, REACT, Recorded, Trouble};
use web::App;

type Done<'a> = Pin<Box<dyn Future<Output = Result<(), Trouble>> + Send + 'a>>;
type Reaction = for<'a> fn(&'a App, &'a mut Tx, &'a Recorded) -> Done<'a>;

macro_rules! table {
    ($($fact:literal => [$($reaction:path),* $(,)?];)*) => {
        &[$(($fact, &[$(|app, tx, fact| Box::pin($reaction(app, tx, fact))),*])),*]
    };
}

/// The table: a fact's name and what follows it.
pub const TABLE: &[(&str, &[Reaction])] = table! {
    "organisation_founded" => [];
    "password_changed" => [];
    "appointed" => [];
    "appointment_ended" => [];
    "person_added" => [];
    "person_changed" => [];
    "people_exported" => [];
    "programme_created" => [];
    "programme_changed" => [];
    "design_changed" => [];
    "registration_opened" => [];
    "registration_closed" => [];
    "programme_closed" => [
        programmes::relationship::close_with_programme,
        programmes::request::end_with_programme,
    ];
    "enrolment_applied" => [];
    "enrolment_approved" => [];
    "enrolment_declined" => [];
    "enrolment_withdrawn" => [
        programmes::relationship::withdraw_with_enrolment,
        programmes::request::withdraw_with_enrolment,
    ];
    "enrolment_changed" => [];
    "clearance_recorded" => [];
    "clearance_withdrawn" => [];
    "clearance_restored" => [];
    "decision_undone" => [];
    "invitations_sent" => [];
    "invitation_accepted" => [];
    "invitation_declined" => [];
    "invitation_withdrawn" => [];
    "people_imported" => [];
    "import_undone" => [];
    "relationship_offered" => [];
    "offer_accepted" => [];
    "relationship_activated" => [];
    "relationship_declined" => [];
    "relationship_expired" => [];
    "relationship_undone" => [];
    "relationship_paused" => [journeys::meeting::rest];
    "relationship_resumed" => [];
    "relationship_closed" => [journeys::meeting::call_off];
    "seat_left" => [journeys::meeting::leave];
    "agreement_changed" => [];
    "agreement_agreed" => [];
    "request_made" => [];
    "request_accepted" => [programmes::request::pass_on_after];
    "request_declined" => [programmes::request::pass_on_after];
    "request_expired" => [];
    "request_withdrawn" => [programmes::request::pass_on_after];
    "request_restored" => [];
    "tables_planned" => [];
    "tables_told" => [];
    "tables_ended" => [];
    "round_solved" => [];
    "round_published" => [];
    "round_undone" => [];
    "round_discarded" => [];
    "meeting_proposed" => [];
    "meeting_booked" => [];
    "meeting_moved" => [];
    "meeting_cancelled" => [];
    "meeting_held" => [];
    "meeting_missed" => [];
    "meeting_untold" => [];
    "check_in_answered" => [];
    "concern_raised" => [];
    "concern_escalated" => [];
    "concern_answered" => [];
    "goal_set" => [];
    "goal_reached" => [];
    "goal_reopened" => [];
    "message_sent" => [];
};

/// The handler of the job that runs a fact's reactions.
pub fn handler() -> (&'static str, Handler<App>) {
    (REACT, Box::new(|app, tx, job| Box::pin(react(app, tx, job))))
}

async fn react(app: &App, tx: &mut Tx, job: &serde_json::Value) -> Result<(), Trouble> {
    let fact = jobs::react_to(tx, job).await?;
    let rows: BTreeMap<_, _> = TABLE.iter().copied().collect();
    let reactions = rows
        .get(fact.name.as_str())
        .ok_or_else(|| Trouble::GiveUp(format!("no row for the fact {}", fact.name)))?;
    for reaction in *reactions {
        reaction(app, tx, &fact).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn every_fact_has_one_row_and_every_row_a_fact() {
        let mut facts: Vec<&str> = [
            people::FACTS,
            programmes::programme::facts::FACTS,
            programmes::enrolment::facts::FACTS,
            programmes::screening::FACTS,
            programmes::recruiting::FACTS,
            programmes::relationship::facts::FACTS,
            programmes::round::facts::FACTS,
            programmes::request::facts::FACTS,
            programmes::tables::FACTS,
            journeys::meeting::FACTS,
            journeys::goal::FACTS,
            journeys::conversation::FACTS,
            journeys::checkin::facts::FACTS,
            journeys::safeguarding::FACTS,
        ]
        .concat();
        facts.sort_unstable();
        let mut rows: Vec<&str> = TABLE.iter().map(|(fact, _)| *fact).collect();
        rows.sort_unstable();
        assert_eq!(facts, rows);
    }
}
