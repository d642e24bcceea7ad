//! The mail with somebody's own list.

use db::Tx;
use mail::{Button, Letter};
use people::{PersonId, permission::CoordinatorOf, person, post};
use web::{Answer, App};
use words::Arg;

use super::{model::Turn, store::Stored};
use crate::programme;

/// Writes to everybody in the plan. Tells how many have an address.
pub(super) async fn lists(
    tx: &mut Tx,
    app: &App,
    permit: &CoordinatorOf,
    plan: &Stored,
) -> Answer<usize> {
    let organisation = &permit.viewer.organisation;
    let found = programme::store::find(tx, organisation, &permit.programme).await?;
    let programme = found.map_or(String::new(), |programme| programme.name);
    let sitting = &plan.plan.sitting;
    let href = app.settings.link(&format!("/programmes/{}/my-tables", permit.programme));
    let mut told = 0;
    for guest in sitting.givers.iter().chain(&sitting.receivers).filter(|guest| guest.here) {
        let id = PersonId::from(guest.person.clone());
        let Some(to) = person::find(tx, organisation, &id).await? else { continue };
        let turns = sitting.of_person(&guest.person).unwrap_or_default();
        let line = |(round, turn, other): (usize, Turn, Option<&super::model::Guest>)| {
            said(to.language, round, turn, other.map_or("", |guest| guest.name.as_str()))
        };
        let args = [("programme", Arg::from(programme.as_str()))];
        let letter = Letter {
            subject: words::say(to.language, "tables-mail-subject", &args),
            paragraphs: std::iter::once(words::say(to.language, "tables-mail-body", &args))
                .chain(turns.into_iter().map(line))
                .collect(),
            buttons: vec![Button {
                label: words::say_plain(to.language, "tables-mail-button"),
                href: href.clone(),
            }],
            ..post::letter_to(&to, &permit.viewer.organisation_name)
        };
        let subject = Some(("table-plan", plan.id.as_str()));
        post::send(tx, app, &to, "tables", subject, &letter).await?;
        told += usize::from(to.email.is_some());
    }
    Ok(told)
}

/// `Round 2: table 5, with Dana`.
pub(super) fn said(language: words::Language, round: usize, turn: Turn, other: &str) -> String {
    match turn {
        Turn::At(table, _) => {
            let args = [
                ("round", Arg::from(round)),
                ("table", Arg::from(table)),
                ("name", Arg::from(other)),
            ];
            words::say(language, "tables-turn", &args)
        }
        Turn::Out => words::say(language, "tables-turn-out", &[("round", Arg::from(round))]),
    }
}
