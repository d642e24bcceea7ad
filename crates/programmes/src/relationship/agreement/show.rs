//! The agreement's page: the words, who agreed to them, and what they were before.

use askama::Template;
use axum::extract::State;
use design::Clause;
use people::PersonId;
use web::{Answer, App, Problem, Shell};

use super::{
    model::Agreement,
    store::{self, Version},
};
use crate::{
    ids::RelationshipId,
    relationship::{
        model::Relationship,
        permit::SeatHolder,
        store::{self as relationships, Member},
        words as said,
    },
};

#[derive(Template)]
#[template(path = "relationship/agreement/show.html")]
struct AgreementPage {
    page: Shell,
    relationship: RelationshipId,
    clauses: Vec<Clause>,
    version: i64,
    parties: Vec<Party>,
    agreed_on: String,
    may_agree: bool,
    may_change: bool,
    earlier: Vec<Earlier>,
    audience: &'static str,
}

struct Party {
    name: String,
    agreed: bool,
}

struct Earlier {
    when: String,
    author: String,
    clauses: Vec<Clause>,
}

/// The words, and one button.
pub async fn page(holder: SeatHolder, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let of = &holder.viewer;
    let id = &holder.relationship;
    let found = relationships::find(&mut tx, &of.organisation, id).await?;
    let relationship = found.ok_or(Problem::Absent)?;
    let frame = relationships::frame(&mut tx, &of.organisation, &relationship.track).await?;
    let agreement = store::find(&mut tx, id, &frame.design).await?;
    let members = relationships::members(&mut tx, &of.organisation, id).await?;
    let history = store::history(&mut tx, id).await?;
    let day = |at| said::day_of(at, &of.zone, of.language);
    let may_change = relationship.is_running() && relationship.seat_of(&of.person).is_some();
    web::html(&AgreementPage {
        page: of.page("agreement-title"),
        relationship: id.clone(),
        version: agreement.version,
        parties: parties(&relationship, &members, &agreement),
        agreed_on: agreement.agreed_at(&relationship).map(day).unwrap_or_default(),
        may_agree: may_change && !agreement.consents.contains_key(&of.person),
        may_change,
        audience: said::audience(&frame.design),
        earlier: history
            .into_iter()
            .filter(|version| version.version < agreement.version)
            .map(|version| earlier(version, &members, &day, &of.t("agreement-by-design")))
            .collect(),
        clauses: agreement.clauses,
    })
}

fn parties(relationship: &Relationship, members: &[Member], agreement: &Agreement) -> Vec<Party> {
    let there = |member: &&Member| relationship.seat_of(&member.person.id).is_some();
    members
        .iter()
        .filter(there)
        .map(|member| Party {
            name: member.person.name.clone(),
            agreed: agreement.consents.contains_key(&member.person.id),
        })
        .collect()
}

fn earlier(
    version: Version,
    members: &[Member],
    day: &impl Fn(jiff::Timestamp) -> String,
    by_design: &str,
) -> Earlier {
    let name =
        |id: &PersonId| members.iter().find(|m| m.person.id == *id).map(|m| m.person.name.clone());
    Earlier {
        when: day(version.changed_at),
        author: version.changed_by.as_ref().and_then(name).unwrap_or_else(|| by_design.to_owned()),
        clauses: version.clauses,
    }
}
