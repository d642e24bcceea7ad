//! The tables of an answer.

use programmes::round::{answer::Proposal, told};

use super::finished::Finished;
use crate::commands::solve::number;

/// A row for each member of each relationship, with the reason that this member may read.
pub fn relationships(finished: &Finished) -> Vec<u8> {
    let heading = ["relationship", "id", "name", "role", "score", "reason"].map(str::to_owned);
    let members = (1..).zip(&finished.round.proposals).flat_map(|(number, proposal)| {
        [(proposal.receiver, false), (proposal.giver, true)].map(|(person, gives)| {
            let role = if gives { &finished.asked.giver } else { &finished.asked.receiver };
            [
                number.to_string(),
                finished.input.people[person].id.clone(),
                finished.name(person).to_owned(),
                role.name.clone(),
                number::text(proposal.score.into()),
                reason(finished, proposal, gives),
            ]
        })
    });
    table(std::iter::once(heading).chain(members))
}

/// The sentence that a member reads.
pub fn reason(finished: &Finished, proposal: &Proposal, for_giver: bool) -> String {
    told::why_this_partner(
        finished.language,
        &finished.design,
        &finished.asked,
        proposal,
        &finished.input.people,
        for_giver,
    )
}

/// Everybody without a partner, why, and the cheapest change.
pub fn unmatched(finished: &Finished) -> Vec<u8> {
    let heading = ["id", "name", "role", "reason", "cheapest_change"].map(str::to_owned);
    let (language, design, asked) = (finished.language, &finished.design, &finished.asked);
    let rows = finished.round.alone.iter().map(|alone| {
        [
            finished.input.people[alone.person].id.clone(),
            finished.name(alone.person).to_owned(),
            alone.role.clone(),
            told::why_alone(language, design, asked, alone),
            told::change(language, design, asked, alone, &finished.input.people),
        ]
    });
    table(std::iter::once(heading).chain(rows))
}

/// Every pair with the parts of its score, one column a wish.
pub fn pairs(finished: &Finished) -> Vec<u8> {
    let rules = &finished.asked.rules;
    let names = finished.wishes().map(|at| told::column_name(&rules[at].condition.tie));
    let heading =
        ["mentor", "mentee", "score"].map(str::to_owned).into_iter().chain(names).collect();
    let rows = finished.round.proposals.iter().map(|proposal| {
        let id = |person: usize| finished.input.people[person].id.clone();
        let part = |at: usize| proposal.parts[at].map(|units| number::text(units.into()));
        let parts = finished.wishes().map(|at| part(at).unwrap_or_default());
        let score = number::text(proposal.score.into());
        [id(proposal.giver), id(proposal.receiver), score].into_iter().chain(parts).collect()
    });
    table(std::iter::once::<Vec<String>>(heading).chain(rows))
}

fn table<R: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    sheets::write::csv(rows).into_bytes()
}
