//! What an import would do: people new, changed and unchanged, and everything that is wrong. Pure.

use std::collections::{HashMap, HashSet};

use design::{AnswerKind, Audience, FormQuestion, Stance};
use jiff::civil::Time;
use people::{
    PersonId,
    directory::Details,
    person::{Hours, parse_email},
};
use serde_json::{Value, json};
use sheets::{
    Sheet,
    people::{Expect, Field, Manager, PeopleFile, PersonRow, RoleWord, Slot},
};
use words::{Arg, Language};

use super::{
    answer,
    mapping::Mapping,
    said::{AllWrong, Wrong, said},
};
use crate::{EnrolmentId, enrolment::Enrolment, programme::Track};

/// Begins a reference to somebody who has no id yet, by their address.
pub(super) const NEW: &str = "new:";

/// What is known before the import.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub people: Vec<(PersonId, Details)>,
    pub enrolments: Vec<Enrolment>,
    pub answered: HashSet<(EnrolmentId, String)>,
    /// The organisation's language and zone, for people who are new.
    pub language: String,
    pub time_zone: String,
}

/// What an import would do.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub people: Vec<Planned>,
    pub notes: AllWrong,
    pub wrong: AllWrong,
}

/// What becomes of one row.
#[derive(Debug)]
pub(super) struct Planned {
    /// Who it is, when they are known.
    pub known: Option<PersonId>,
    pub before: Option<Details>,
    /// Without a manager who is new in the same file.
    pub after: Details,
    /// The manager, as a place in [`Plan::people`], when they are new.
    pub new_manager: Option<usize>,
    pub parts: Vec<Part>,
}

/// A part in the programme.
#[derive(Debug)]
pub(super) struct Part {
    pub role: String,
    /// The enrolment that is there already.
    pub existing: Option<EnrolmentId>,
    /// The capacity to be set.
    pub capacity: Option<i64>,
    /// The answers to be added: question, value and audience.
    pub answers: Vec<(String, Value, Audience)>,
}

impl Planned {
    /// Whether something else is known of the person afterwards.
    pub fn changes(&self) -> Vec<&'static str> {
        let Some(before) = &self.before else { return Vec::new() };
        let mut fields = before.differences(&self.after);
        if self.new_manager.is_some() && !fields.contains(&"manager") {
            fields.push("manager");
        }
        fields
    }

    /// Whether nothing at all happens.
    pub fn is_unchanged(&self) -> bool {
        self.known.is_some()
            && self.changes().is_empty()
            && self.parts.iter().all(|part| {
                part.existing.is_some() && part.capacity.is_none() && part.answers.is_empty()
            })
    }
}

/// Plans the import of a sheet.
pub(super) fn plan(
    language: Language,
    sheet: &Sheet,
    mapping: &Mapping,
    track: Option<&Track>,
    known: &Known,
) -> Plan {
    let mapped = mapping.apply(sheet);
    let roles = track.map(|track| track.design.roles.iter().map(|r| r.name.clone()).collect());
    let expect = Expect { roles: roles.unwrap_or_default(), ..Expect::default() };
    match sheets::people::read(&mapped, &expect) {
        Err(mut flaws) => {
            flaws.listed = flaws.listed.iter().map(|flaw| mapping.restored(flaw)).collect();
            Plan { wrong: said(language, &flaws), ..Plan::default() }
        }
        Ok(file) => Planner::new(language, &mapped, mapping, track, known, &file).run(),
    }
}

struct Planner<'a> {
    language: Language,
    mapping: &'a Mapping,
    track: Option<&'a Track>,
    known: &'a Known,
    file: &'a PeopleFile,
    by_email: HashMap<&'a str, usize>,
    by_key: HashMap<&'a str, usize>,
    parts: HashMap<(&'a PersonId, &'a str), &'a Enrolment>,
    with_id: HashSet<usize>,
    wrong: AllWrong,
}

impl<'a> Planner<'a> {
    fn new(
        language: Language,
        sheet: &Sheet,
        mapping: &'a Mapping,
        track: Option<&'a Track>,
        known: &'a Known,
        file: &'a PeopleFile,
    ) -> Self {
        let index = |key: fn(&Details) -> Option<&String>| {
            let all = known.people.iter().enumerate();
            all.filter_map(|(at, (_, details))| Some((key(details)?.as_str(), at))).collect()
        };
        let id_column = mapping.columns.iter().position(|meaning| meaning == Field::Id.header());
        let with_id = sheet
            .rows
            .iter()
            .filter(|row| id_column.is_some_and(|column| !row.cell(column).trim().is_empty()));
        let in_track = known.enrolments.iter().filter(|e| track.is_some_and(|t| t.id == e.track));
        Self {
            language,
            mapping,
            track,
            known,
            file,
            by_email: index(|details| details.email.as_ref()),
            by_key: index(|details| details.outside_key.as_ref()),
            parts: in_track.map(|e| ((&e.person, e.role.as_str()), e)).collect(),
            with_id: with_id.map(|row| row.line).collect(),
            wrong: AllWrong::default(),
        }
    }

    fn run(mut self) -> Plan {
        let whose: Vec<Option<usize>> =
            self.file.people.iter().map(|row| self.whose(row)).collect();
        self.nobody_twice(&whose);
        let mut people = Vec::with_capacity(whose.len());
        for (row, known) in self.file.people.iter().zip(&whose) {
            people.push(self.person(row, *known, &whose));
        }
        let mut notes = self.file.notes.clone();
        notes.listed.retain(|flaw| !matches!(flaw.what, sheets::What::NoHeading));
        notes.listed.retain(|flaw| match &flaw.what {
            // The manager may be known here without standing in the file.
            sheets::What::OutsideManager { value, .. } => self.outside(value).is_none(),
            _ => true,
        });
        notes.listed = notes.listed.iter().map(|flaw| self.mapping.restored(flaw)).collect();
        Plan { notes: said(self.language, &notes), wrong: self.wrong, people }
    }

    /// Who of those whom we know a row is about, by address, else by key.
    fn whose(&mut self, row: &PersonRow) -> Option<usize> {
        let key = self.key(row);
        let by_email = row.email.as_deref().and_then(|email| self.by_email.get(email)).copied();
        let by_key = key.and_then(|key| self.by_key.get(key)).copied();
        if row.email.is_none() && key.is_none() {
            self.wrong(row, Field::Email, "import-needs-key", &[]);
        }
        match (by_email, by_key) {
            (Some(one), Some(other)) if one != other => {
                let name = self.known.people[other].1.name.as_str();
                self.wrong(row, Field::Id, "import-key-of-another", &[("name", name.into())]);
                None
            }
            (None, Some(known)) => {
                let theirs = &self.known.people[known].1;
                let differs = row.email.is_some() && theirs.email.is_some();
                if differs {
                    // An address signs in: a file must not give somebody's account to another.
                    let name = theirs.name.as_str();
                    self.wrong(row, Field::Email, "import-other-address", &[("name", name.into())]);
                }
                Some(known)
            }
            (found, _) => found,
        }
    }

    fn key(&self, row: &'a PersonRow) -> Option<&'a str> {
        let given =
            self.with_id.contains(&row.line) && Some(row.id.as_str()) != row.email.as_deref();
        given.then_some(row.id.as_str())
    }

    fn nobody_twice(&mut self, whose: &[Option<usize>]) {
        let mut seen: HashMap<usize, usize> = HashMap::new();
        for (row, known) in self.file.people.iter().zip(whose) {
            let Some(known) = known else { continue };
            if let Some(first) = seen.insert(*known, row.line) {
                self.wrong(row, Field::Email, "import-same-person", &[("line", first.into())]);
            }
        }
    }

    fn person(
        &mut self,
        row: &'a PersonRow,
        known: Option<usize>,
        whose: &[Option<usize>],
    ) -> Planned {
        let there = known.map(|at| &self.known.people[at]);
        let mut after = match there {
            Some((_, details)) => details.clone(),
            None => Details {
                language: self.known.language.clone(),
                time_zone: self.known.time_zone.clone(),
                ..Details::default()
            },
        };
        self.overlay(row, &mut after);
        let mut new_manager = None;
        match &row.manager {
            Some(Manager::InFile(at)) => match whose.get(*at).copied().flatten() {
                Some(known) => after.manager = Some(self.known.people[known].0.clone()),
                None => new_manager = Some(*at),
            },
            Some(Manager::Outside(text)) => {
                after.manager = self.outside(text).or(after.manager);
            }
            None => {}
        }
        Planned {
            parts: self.parts(row, there.map(|(id, _)| id)),
            known: there.map(|(id, _)| id.clone()),
            before: there.map(|(_, details)| details.clone()),
            after,
            new_manager,
        }
    }

    /// Somebody who does not stand in the file: by address, key, or a name that only one has.
    fn outside(&self, text: &str) -> Option<PersonId> {
        let text = text.trim().to_lowercase();
        let at =
            self.by_email.get(text.as_str()).or_else(|| self.by_key.get(text.as_str())).copied();
        let at = at.or_else(|| {
            let mut same = self.known.people.iter().enumerate();
            let named = |(_, (_, d)): &(usize, &(PersonId, Details))| d.name.to_lowercase() == text;
            let first = same.find(named)?.0;
            same.find(named).is_none().then_some(first)
        });
        at.map(|at| self.known.people[at].0.clone())
    }

    /// What the row says over what is known. An empty cell says nothing.
    fn overlay(&mut self, row: &'a PersonRow, details: &mut Details) {
        let stands_in = row.email.as_deref() == Some(row.name.as_str());
        if details.name.is_empty() || !stands_in {
            details.name = short(if stands_in {
                row.name.split('@').next().unwrap_or_default()
            } else {
                &row.name
            });
        }
        let set = |to: &mut Option<String>, from: Option<&str>| {
            if let Some(text) = from.map(short).filter(|text| !text.is_empty()) {
                *to = Some(text);
            }
        };
        // The door has its own idea of an address, and it is the stricter one.
        match row.email.as_deref().map(parse_email) {
            Some(None) => {
                let value = row.email.as_deref().unwrap_or_default();
                self.wrong(row, Field::Email, "sheet-bad-email", &[("value", value.into())]);
            }
            Some(email) => details.email = details.email.take().or(email),
            None => {}
        }
        set(&mut details.outside_key, self.key(row));
        set(&mut details.company, row.organisation.as_deref());
        set(&mut details.department, row.department.as_deref());
        set(&mut details.site, row.site.as_deref());
        set(&mut details.job_title, row.job_title.as_deref());
        details.level = row.level.or(details.level);
        if let Some(zone) = &row.time_zone {
            details.time_zone.clone_from(zone);
        }
        for (to, from) in
            [(&mut details.languages, &row.languages), (&mut details.affinities, &row.groups)]
        {
            if !from.is_empty() {
                to.clone_from(from);
            }
        }
        if !row.availability.is_empty() {
            details.availability = row.availability.iter().filter_map(hours).collect();
        }
    }

    fn parts(&mut self, row: &'a PersonRow, person: Option<&PersonId>) -> Vec<Part> {
        let Some(track) = self.track.filter(|_| self.mapping.become_ != "nothing") else {
            return Vec::new();
        };
        let roles = self.roles(row, track);
        roles.into_iter().map(|role| self.part(row, track, role, person)).collect()
    }

    fn part(
        &mut self,
        row: &'a PersonRow,
        track: &Track,
        role: String,
        person: Option<&PersonId>,
    ) -> Part {
        let existing = person.and_then(|id| self.parts.get(&(id, role.as_str()))).copied();
        let gives = track.design.role(&role).is_some_and(|role| role.stance != Stance::Receives);
        let capacity = row.capacity.map(i64::from).filter(|_| gives);
        let mut answers = self.answers(row, track, &role);
        if let Some(there) = existing {
            answers.retain(|(key, ..)| {
                !self.known.answered.contains(&(there.id.clone(), key.clone()))
            });
        }
        Part {
            capacity: capacity.filter(|_| existing.is_none_or(|there| there.capacity.is_none())),
            existing: existing.map(|there| there.id.clone()),
            answers,
            role,
        }
    }

    /// The design's roles that a row's words mean; the import's own where the row says nothing.
    fn roles(&mut self, row: &PersonRow, track: &Track) -> Vec<String> {
        let design = &track.design;
        let of = |stance: Stance| {
            design.roles.iter().find(|role| role.stance == stance).map(|role| role.name.clone())
        };
        let mut roles: Vec<String> = Vec::new();
        for word in &row.roles {
            let found = match word {
                RoleWord::Mentor => {
                    vec![design.role("mentor").map(|r| r.name.clone()).or(of(Stance::Gives))]
                }
                RoleWord::Mentee => {
                    vec![design.role("mentee").map(|r| r.name.clone()).or(of(Stance::Receives))]
                }
                RoleWord::Both if design.is_symmetric() => vec![of(Stance::Both)],
                RoleWord::Both => vec![of(Stance::Gives), of(Stance::Receives)],
                RoleWord::Peer => vec![of(Stance::Both)],
                RoleWord::Facilitator => vec![design.role("facilitator").map(|r| r.name.clone())],
                RoleWord::Named(name) => vec![design.role(name).map(|r| r.name.clone())],
            };
            if found.iter().any(Option::is_none) {
                let known = design.roles.iter().map(|r| r.label.one.as_str()).collect::<Vec<_>>();
                self.wrong(
                    row,
                    Field::Role,
                    "import-role-not-here",
                    &[("known", known.join(", ").into())],
                );
            }
            roles.extend(found.into_iter().flatten());
        }
        if row.roles.is_empty() {
            roles.extend(match (self.mapping.role.as_str(), design.roles.as_slice()) {
                ("", [only]) => Some(only.name.clone()),
                ("", _) => None,
                (role, _) => design.role(role).map(|role| role.name.clone()),
            });
            if roles.is_empty() {
                self.wrong(row, Field::Role, "import-no-role", &[]);
            }
        }
        roles.sort();
        roles.dedup();
        roles
    }

    fn answers(
        &mut self,
        row: &'a PersonRow,
        track: &Track,
        role: &str,
    ) -> Vec<(String, Value, Audience)> {
        let mut answers: Vec<(String, Value, Audience)> = Vec::new();
        for question in track.design.form.asked(role) {
            if let Some(value) = self.field_answer(row, question) {
                answers.push((question.key.clone(), value, question.audience));
            }
        }
        for given in &row.answers {
            let Some(heading) = self.file.questions.get(given.question) else { continue };
            let heading = Mapping::heading_of(heading);
            let asked = track
                .design
                .form
                .asked(role)
                .find(|q| same(&q.key, heading) || same(&q.label, heading));
            let (key, value, audience) = match asked {
                Some(question) => match answer::read(question, &given.text) {
                    Ok(value) => (question.key.clone(), value, question.audience),
                    Err((key, expected)) => {
                        self.wrong_under(row, heading, key, &[("expected", expected.into())]);
                        continue;
                    }
                },
                None => (slug(heading), json!(short_text(&given.text)), Audience::Coordinator),
            };
            if !answers.iter().any(|(known, ..)| *known == key) {
                answers.push((key, value, audience));
            }
        }
        answers
    }

    /// What a known column says to a question of the form by the same name.
    fn field_answer(&self, row: &PersonRow, question: &FormQuestion) -> Option<Value> {
        let some = |list: &[String]| (!list.is_empty()).then(|| json!(list));
        let ids = |list: &[usize]| {
            let emails = list.iter().filter_map(|at| self.file.people.get(*at)?.email.as_deref());
            let texts: Vec<String> = emails
                .map(|email| match self.by_email.get(email) {
                    Some(at) => self.known.people[*at].0.to_string(),
                    None => format!("{NEW}{email}"),
                })
                .collect();
            (!texts.is_empty()).then(|| json!(texts))
        };
        match (question.key.as_str(), &question.kind) {
            ("offers", AnswerKind::Topics { .. }) => some(&row.offers),
            ("wants", AnswerKind::Topics { .. }) => some(&row.wants),
            ("prefer", AnswerKind::People { .. }) => ids(&row.prefer),
            ("avoid", AnswerKind::People { .. }) => ids(&row.avoid),
            (_, AnswerKind::Languages) => some(&row.languages),
            (_, AnswerKind::Level) => row.level.map(|level| json!(level)),
            (_, AnswerKind::TimeZone) => row.time_zone.as_ref().map(|zone| json!(zone)),
            (_, AnswerKind::Capacity) => row.capacity.map(|capacity| json!(capacity)),
            (_, AnswerKind::Availability) => {
                let hours: Vec<Hours> = row.availability.iter().filter_map(hours).collect();
                (!hours.is_empty()).then(|| json!(hours))
            }
            _ => None,
        }
    }

    fn wrong(&mut self, row: &PersonRow, field: Field, key: &str, args: &[(&str, Arg<'_>)]) {
        let column = self.mapping.columns.iter().position(|meaning| meaning == field.header());
        self.push(row, column, key, args);
    }

    fn wrong_under(&mut self, row: &PersonRow, heading: &str, key: &str, args: &[(&str, Arg<'_>)]) {
        let column = self.mapping.headings.iter().position(|known| known == heading);
        self.push(row, column, key, args);
    }

    fn push(
        &mut self,
        row: &PersonRow,
        column: Option<usize>,
        key: &str,
        args: &[(&str, Arg<'_>)],
    ) {
        if self.wrong.listed.len() >= sheets::Flaws::MOST {
            self.wrong.more += 1;
            return;
        }
        let (line, letters) =
            (row.line.to_string(), column.map(sheets::letters).unwrap_or_default());
        let header = column.and_then(|c| self.mapping.headings.get(c)).cloned().unwrap_or_default();
        let place = if column.is_some() { "sheet-place-cell" } else { "sheet-place-line" };
        let at: [(&str, Arg<'_>); 3] = [
            ("line", line.as_str().into()),
            ("column", letters.as_str().into()),
            ("header", header.as_str().into()),
        ];
        let place = words::say(self.language, place, &at);
        let what = words::say(self.language, key, args);
        self.wrong.listed.push(Wrong { line, column: letters, place, what });
    }
}

fn hours(slot: &Slot) -> Option<Hours> {
    let time = |minutes: u16| {
        // A day's end is its last minute: a clock has no 24:00.
        let minutes = minutes.min(24 * 60 - 1);
        Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()
    };
    let day = i8::try_from(slot.day).ok()? + 1;
    Some(Hours { day, from: time(slot.from)?, to: time(slot.to)? })
}

fn short(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).take(120).collect();
    text.trim().to_owned()
}

fn short_text(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).take(4000).collect()
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// A heading as a question's key.
fn slug(heading: &str) -> String {
    let mut slug = String::new();
    for c in heading.chars().take(80).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('_') && !slug.is_empty() {
            slug.push('_');
        }
    }
    slug.trim_end_matches('_').to_owned()
}
