//! Who can be matched now: approved, not paused, with a free place; with all that matching may use.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::{Result, Row, Tx, params};
use design::{AnswerKind, Design, Stance};
use jiff::civil::Date;
use people::{OrganisationId, PersonId, ProgrammeId};
use serde_json::Value;

use super::input::{Entrant, Input};
use crate::{EnrolmentId, TrackId, screening};

/// Which enrolments count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Those who are in.
    Approved,
    /// Those who are in and those who have applied: what a rehearsal looks at.
    Applied,
}

/// The people of a track as a round takes them today.
///
/// # Errors
/// When the database refuses it.
pub async fn gather(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
    design: Design,
    today: Date,
    who: Who,
) -> Result<Input> {
    let taken = taken(tx, organisation, track).await?;
    let mut people: BTreeMap<String, Entrant> = BTreeMap::new();
    let mut owner: HashMap<String, String> = HashMap::new();
    let mut programme: Option<ProgrammeId> = None;
    for row in enrolled(tx, organisation, track, who).await? {
        let paused: Option<String> = row.get("paused_until")?;
        if paused.and_then(|day| day.parse().ok()).is_some_and(|until: Date| until > today) {
            continue;
        }
        programme = Some(row.get("programme_id")?);
        let enrolment: String = row.get("id")?;
        let person: String = row.get("person_id")?;
        owner.insert(enrolment.clone(), person.clone());
        let held = taken.get(&enrolment).copied().unwrap_or(0);
        let entrant = match people.entry(person) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(place) => place.insert(entrant(&row)?),
        };
        take_role(entrant, &row, &enrolment, held, &design)?;
    }
    people.retain(|_, entrant| !entrant.roles.is_empty());
    answers(tx, organisation, track, &design, &owner, &mut people).await?;
    if let Some(programme) = programme {
        contact(tx, organisation, &programme, &design, today, &mut people).await?;
    }
    partners(tx, organisation, &mut people).await?;
    managers(tx, organisation, &mut people).await?;
    Ok(Input { design, people: people.into_values().collect() })
}

async fn enrolled(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
    who: Who,
) -> Result<Vec<Row>> {
    let states = match who {
        Who::Approved => "('approved')",
        Who::Applied => "('approved', 'applied')",
    };
    let sql = format!(
        "select e.id, e.programme_id, e.person_id, e.role, e.capacity, e.priority, e.paused_until, p.name, \
         p.department, p.site, p.company, p.job_title, p.level, p.time_zone, p.languages, p.affinities, \
         p.availability, p.manager_id \
         from enrolment e join person p on p.id = e.person_id \
         where e.organisation_id = $1 and e.track_id = $2 and e.state in {states} \
         and p.erased_at is null order by e.person_id, e.id"
    );
    tx.all(&sql, params![organisation, track]).await
}

/// Places that are taken, by enrolment: an offer takes one from the moment it is made.
///
/// # Errors
/// When the database refuses it.
pub async fn taken(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
) -> Result<HashMap<String, u32>> {
    let rows = tx
        .all(
            "select s.enrolment_id, cast(count(*) as bigint) as n \
             from seat s join relationship r on r.id = s.relationship_id \
             where r.organisation_id = $1 and r.track_id = $2 and s.left_at is null \
             and r.state in ('offered', 'active', 'paused') group by s.enrolment_id",
            params![organisation, track],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("enrolment_id")?, row.get("n")?))).collect()
}

fn entrant(row: &Row) -> Result<Entrant> {
    let mut facts = BTreeMap::new();
    for (column, fact) in [
        ("department", "department"),
        ("site", "site"),
        ("company", "organisation"),
        ("job_title", "job_title"),
    ] {
        if let Some(value) = row.get::<Option<String>>(column)?.filter(|v| !v.is_empty()) {
            facts.insert(fact.to_owned(), vec![value]);
        }
    }
    for (column, fact) in [("languages", "languages"), ("affinities", "groups")] {
        let list = texts(&parsed(&row.get::<String>(column)?));
        if !list.is_empty() {
            facts.insert(fact.to_owned(), list);
        }
    }
    Ok(Entrant {
        person: row.get("person_id")?,
        name: row.get("name")?,
        priority: row.get("priority")?,
        facts,
        level: row.get("level")?,
        time_zone: row.get("time_zone")?,
        availability: hours(&parsed(&row.get::<String>("availability")?)),
        manager: row.get("manager_id")?,
        ..Entrant::default()
    })
}

fn take_role(
    entrant: &mut Entrant,
    row: &Row,
    enrolment: &str,
    held: u32,
    design: &Design,
) -> Result<()> {
    let name: String = row.get("role")?;
    let Some(role) = design.role(&name) else { return Ok(()) };
    let capacity = row.get::<Option<u32>>("capacity")?.unwrap_or(role.load.usual.into());
    let free = capacity.saturating_sub(held);
    if free == 0 {
        return Ok(());
    }
    if role.stance != Stance::Receives {
        entrant.free = free;
    }
    entrant.priority = entrant.priority.max(row.get("priority")?);
    entrant.roles.insert(name, EnrolmentId::from(enrolment.to_owned()));
    Ok(())
}

async fn answers(
    tx: &mut Tx,
    organisation: &OrganisationId,
    track: &TrackId,
    design: &Design,
    owner: &HashMap<String, String>,
    people: &mut BTreeMap<String, Entrant>,
) -> Result<()> {
    let rows = tx
        .all(
            "select a.enrolment_id, a.question, a.value from answer a \
             join enrolment e on e.id = a.enrolment_id \
             where e.organisation_id = $1 and e.track_id = $2 order by a.enrolment_id, a.question",
            params![organisation, track],
        )
        .await?;
    for row in &rows {
        let enrolment: String = row.get("enrolment_id")?;
        let entrant = owner.get(&enrolment).and_then(|person| people.get_mut(person));
        let Some(entrant) = entrant else { continue };
        let key: String = row.get("question")?;
        let value = parsed(&row.get::<String>("value")?);
        let kind = design.form.question(&key).map(|question| &question.kind);
        answered(entrant, &key, kind, &value);
    }
    Ok(())
}

fn answered(entrant: &mut Entrant, key: &str, kind: Option<&AnswerKind>, value: &Value) {
    let texts = texts(value);
    match kind {
        // Places are the enrolment's, not an answer's.
        Some(AnswerKind::Capacity) => {}
        Some(AnswerKind::Level) => {
            let number = value.as_i64().or_else(|| texts.first()?.parse().ok());
            entrant.level = number.or(entrant.level);
        }
        Some(AnswerKind::TimeZone) => entrant.time_zone = texts.into_iter().next(),
        Some(AnswerKind::Availability) => entrant.availability = hours(value),
        Some(AnswerKind::Languages) => {
            entrant.facts.insert("languages".to_owned(), texts);
        }
        Some(AnswerKind::People { .. }) if key == "avoid" => entrant.avoid = texts,
        Some(AnswerKind::People { .. }) if key == "prefer" => entrant.prefer = texts,
        Some(
            AnswerKind::ShortText
            | AnswerKind::LongText
            | AnswerKind::SingleChoice { .. }
            | AnswerKind::MultipleChoice { .. }
            | AnswerKind::Topics { .. }
            | AnswerKind::Number { .. }
            | AnswerKind::Ratings { .. }
            | AnswerKind::Date
            | AnswerKind::YesNo
            | AnswerKind::People { .. },
        )
        | None => {
            if !texts.is_empty() {
                entrant.facts.insert(key.to_owned(), texts);
            }
        }
    }
}

/// Of whom something has to hold before any contact, and does not today: a fact that bars the role.
async fn contact(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    design: &Design,
    today: Date,
    people: &mut BTreeMap<String, Entrant>,
) -> Result<()> {
    let roles = |entrant: &Entrant| entrant.roles.keys().cloned().collect::<Vec<_>>();
    let all: Vec<(PersonId, String)> = people
        .values()
        .flat_map(|e| roles(e).into_iter().map(|role| (PersonId::from(e.person.clone()), role)))
        .collect();
    let open = screening::uncleared(tx, organisation, programme, design, &all, today).await?;
    for (person, kind) in open {
        let Some(entrant) = people.get_mut(person.as_str()) else { continue };
        entrant.facts.insert(kind.word().to_owned(), vec![NOT_CLEARED.to_owned()]);
    }
    Ok(())
}

/// What a person's fact says of a check or a consent that does not hold.
pub const NOT_CLEARED: &str = "not today";

/// Who has been with whom. An offer that ran out unanswered, or was taken back, was no partnership.
async fn partners(
    tx: &mut Tx,
    organisation: &OrganisationId,
    people: &mut BTreeMap<String, Entrant>,
) -> Result<()> {
    let rows = tx
        .all(
            "select a.person_id as one, b.person_id as other from seat a \
             join seat b on b.relationship_id = a.relationship_id and a.person_id < b.person_id \
             join relationship r on r.id = a.relationship_id \
             where r.organisation_id = $1 and a.organisation_id = $1 \
             and (r.closure is null or r.closure not in ('undone', 'expired')) \
             order by a.person_id, b.person_id",
            params![organisation],
        )
        .await?;
    for row in &rows {
        let (one, other): (String, String) = (row.get("one")?, row.get("other")?);
        for (who, partner) in [(&one, &other), (&other, &one)] {
            let Some(entrant) = people.get_mut(who) else { continue };
            if !entrant.past.contains(partner) {
                entrant.past.push(partner.clone());
            }
        }
    }
    Ok(())
}

/// The reporting line may run through people who do not take part: they come along without a role.
async fn managers(
    tx: &mut Tx,
    organisation: &OrganisationId,
    people: &mut BTreeMap<String, Entrant>,
) -> Result<()> {
    let rows = tx
        .all(
            "select id, manager_id from person where organisation_id = $1 and manager_id is not null",
            params![organisation],
        )
        .await?;
    let mut above: HashMap<String, String> = HashMap::new();
    for row in &rows {
        above.insert(row.get("id")?, row.get("manager_id")?);
    }
    let mut line: BTreeSet<&String> = BTreeSet::new();
    for entrant in people.values() {
        let mut at = entrant.manager.as_ref();
        // A circle in the reporting line ends where it was entered.
        while let Some(manager) = at.filter(|manager| line.insert(manager)) {
            at = above.get(manager);
        }
    }
    let line: Vec<String> = line.into_iter().cloned().collect();
    for person in line {
        let manager = above.get(&person).cloned();
        people.entry(person.clone()).or_insert_with(|| Entrant {
            person,
            manager,
            ..Entrant::default()
        });
    }
    Ok(())
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}

fn texts(value: &Value) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    };
    match value {
        Value::Array(all) => all.iter().filter_map(one).collect(),
        Value::Object(all) => all
            .iter()
            .filter_map(|(name, value)| Some(format!("{name}: {}", one(value)?)))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            one(value).into_iter().collect()
        }
    }
}

fn hours(value: &Value) -> Vec<(u8, u16, u16)> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let minutes = |text: &str| {
        let mut parts = text.split(':').map(|part| part.parse::<u16>().ok());
        Some(parts.next()?? * 60 + parts.next()??)
    };
    // A person's own hours number the days from 1, Monday; a form's answer names them.
    let day = |value: &Value| match value {
        Value::String(name) => DAYS.iter().position(|day| day == name),
        other => usize::try_from(other.as_i64()?.checked_sub(1)?).ok(),
    };
    let one = |value: &Value| {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let day = u8::try_from(day(value.get("day")?)?).ok().filter(|day| *day < 7)?;
        Some((day, minutes(text("from")?)?, minutes(text("to")?)?))
    };
    value.as_array().into_iter().flatten().filter_map(one).collect()
}
