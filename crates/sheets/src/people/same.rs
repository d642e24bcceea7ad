//! The same person twice. Rows that agree become one; rows that contradict each other are an
//! error that names both, because nobody but the file's owner knows which is right.

use std::collections::{BTreeSet, HashMap, hash_map::Entry};

use super::{Field, header::Columns, read::Draft, write};
use crate::{Flaws, Place, Sheet, What};

pub(super) fn merged(
    rows: Vec<Draft>,
    sheet: &Sheet,
    columns: &Columns,
    flaws: &mut Flaws,
    notes: &mut Flaws,
) -> Vec<Draft> {
    let mut merger =
        Merger { sheet, columns, flaws, notes, kept: vec![], addresses: HashMap::new() };
    for (number, mut draft) in (1..).zip(rows) {
        draft.number = number;
        merger.add(draft);
    }
    merger.distinct_ids();
    merger.kept
}

struct Merger<'a> {
    sheet: &'a Sheet,
    columns: &'a Columns,
    flaws: &'a mut Flaws,
    notes: &'a mut Flaws,
    kept: Vec<Draft>,
    addresses: HashMap<String, usize>,
}

impl Merger<'_> {
    fn add(&mut self, draft: Draft) {
        let Some(address) = draft.person.email.clone() else {
            return self.kept.push(draft);
        };
        match self.addresses.entry(address) {
            Entry::Vacant(free) => {
                free.insert(self.kept.len());
                self.kept.push(draft);
            }
            Entry::Occupied(taken) => {
                let at = *taken.get();
                self.merge(at, draft);
            }
        }
    }

    fn merge(&mut self, at: usize, mut later: Draft) {
        let line = self.kept[at].person.line;
        let differing = self.differing(at, &later);
        for (column, here, there) in &differing {
            let place = Place::cell(later.person.line, *column, self.sheet.header(*column));
            let what = What::Contradiction { line, here: here.clone(), there: there.clone() };
            self.flaws.push(place, what);
        }
        if differing.is_empty() {
            self.notes.push(Place::line(later.person.line), What::Merged { line });
            let kept = &mut self.kept[at];
            for field in Field::ALL {
                take(field, kept, &mut later);
            }
            let known: BTreeSet<_> = kept.person.answers.iter().map(|a| a.question).collect();
            let new = later.person.answers.into_iter().filter(|a| !known.contains(&a.question));
            kept.person.answers.extend(new);
            kept.person.answers.sort_by_key(|answer| answer.question);
        }
    }

    /// The columns in which both rows say something, and not the same. Roles add up: people sign
    /// up once as a mentor and once as a mentee.
    fn differing(&self, at: usize, later: &Draft) -> Vec<(usize, String, String)> {
        let earlier = &self.kept[at];
        let fields = Field::ALL.into_iter().filter(|&field| field != Field::Role).map(|field| {
            let column = self.columns.column(field).unwrap_or(0);
            (column, write::draft_text(field, later), write::draft_text(field, earlier))
        });
        let answers = later.person.answers.iter().filter_map(|answer| {
            let column = self.columns.questions[answer.question];
            let mut there = earlier.person.answers.iter().filter(|a| a.question == answer.question);
            let counts = !says_when(self.sheet.header(column));
            there.next().filter(|_| counts).map(|a| (column, answer.text.clone(), a.text.clone()))
        });
        let differ = |(_, here, there): &(usize, String, String)| {
            !here.is_empty() && !there.is_empty() && here.to_lowercase() != there.to_lowercase()
        };
        fields.chain(answers).filter(differ).collect()
    }

    /// Ids must tell people apart, with and without an address.
    fn distinct_ids(&mut self) {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for draft in &mut self.kept {
            let person = &mut draft.person;
            if person.id.is_empty() {
                person.id = person.email.clone().unwrap_or_else(|| draft.number.to_string());
            }
            let column = self.columns.column(Field::Id).unwrap_or(0);
            match seen.entry(person.id.to_lowercase()) {
                Entry::Vacant(free) => {
                    free.insert(person.line);
                }
                Entry::Occupied(taken) => {
                    let place = Place::cell(person.line, column, self.sheet.header(column));
                    let what = What::DuplicateId { value: person.id.clone(), line: *taken.get() };
                    self.flaws.push(place, what);
                }
            }
        }
    }
}

/// Forms stamp each answer with its time, which differs whenever somebody answers twice.
fn says_when(header: &str) -> bool {
    const STAMPS: [&str; 8] = [
        "timestamp",
        "submitted",
        "start time",
        "completion time",
        "tidsstempel",
        "starttidspunkt",
        "fuldførelsestidspunkt",
        "zeitstempel",
    ];
    let header = header.to_lowercase();
    STAMPS.iter().any(|stamp| header.starts_with(stamp))
}

/// Fills what the kept row leaves open from a later row that agrees with it.
fn take(field: Field, kept: &mut Draft, later: &mut Draft) {
    if field == Field::Role {
        kept.person.roles.append(&mut later.person.roles);
        kept.person.roles.sort();
        kept.person.roles.dedup();
        return;
    }
    if !write::draft_text(field, kept).is_empty() {
        return;
    }
    let (to, from) = (&mut kept.person, &mut later.person);
    match field {
        Field::Id => std::mem::swap(&mut to.id, &mut from.id),
        Field::Name | Field::GivenName | Field::FamilyName => {
            std::mem::swap(&mut to.name, &mut from.name);
        }
        Field::Email | Field::Role => {}
        Field::Capacity => to.capacity = from.capacity,
        Field::Minimum => to.minimum = from.minimum,
        Field::Organisation => to.organisation = from.organisation.take(),
        Field::Department => to.department = from.department.take(),
        Field::Site => to.site = from.site.take(),
        Field::JobTitle => to.job_title = from.job_title.take(),
        Field::Manager => kept.manager = later.manager.take(),
        Field::Level => to.level = from.level,
        Field::TimeZone => to.time_zone = from.time_zone.take(),
        Field::Languages => to.languages.append(&mut from.languages),
        Field::Offers => to.offers.append(&mut from.offers),
        Field::Wants => to.wants.append(&mut from.wants),
        Field::Groups => to.groups.append(&mut from.groups),
        Field::Availability => to.availability.append(&mut from.availability),
        Field::Prefer => kept.prefer.append(&mut later.prefer),
        Field::Avoid => kept.avoid.append(&mut later.avoid),
        Field::Pinned => kept.pinned = later.pinned.take(),
        Field::Past => kept.past.append(&mut later.past),
    }
}
