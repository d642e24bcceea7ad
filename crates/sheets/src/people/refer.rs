//! From "reports to bea@larkspur.example" to the person: references become positions, and those
//! that lead nowhere are named with the nearest that would.

use std::collections::HashMap;

use super::{Field, Manager, PersonRow, header::Columns, read::Draft, value, zone};
use crate::{Flaws, Place, Sheet, What};

pub(super) fn resolved(
    drafts: Vec<Draft>,
    sheet: &Sheet,
    columns: &Columns,
    flaws: &mut Flaws,
    notes: &mut Flaws,
) -> Vec<PersonRow> {
    let index = Index::of(&drafts);
    let mut resolver = Resolver { sheet, columns, index: &index, flaws, notes, guesses: 0 };
    let people = drafts.into_iter().enumerate();
    people.map(|(at, draft)| resolver.person(at, draft)).collect()
}

struct Index {
    keys: HashMap<String, usize>,
    names: HashMap<String, Vec<usize>>,
    lines: Vec<usize>,
}

enum Found {
    One(usize),
    Several(Vec<usize>),
    Nobody,
}

impl Index {
    fn of(drafts: &[Draft]) -> Self {
        let mut index = Self { keys: HashMap::new(), names: HashMap::new(), lines: vec![] };
        for (at, draft) in drafts.iter().enumerate() {
            let person = &draft.person;
            index.keys.entry(person.id.to_lowercase()).or_insert(at);
            index.lines.push(person.line);
            if !person.name.is_empty() {
                index.names.entry(person.name.to_lowercase()).or_default().push(at);
            }
        }
        for (at, draft) in drafts.iter().enumerate() {
            if let Some(email) = &draft.person.email {
                index.keys.entry(email.clone()).or_insert(at);
            }
        }
        index
    }

    fn find(&self, written: &str) -> Found {
        let wanted = written.to_lowercase();
        let address = value::email(written).ok();
        let key = self.keys.get(&wanted).or_else(|| self.keys.get(address.as_deref()?));
        match (key, self.names.get(&wanted).map(Vec::as_slice)) {
            (Some(&at), _) | (None, Some(&[at])) => Found::One(at),
            (None, Some(several)) => {
                Found::Several(several.iter().map(|&at| self.lines[at]).collect())
            }
            (None, None) => Found::Nobody,
        }
    }

    fn nearest(&self, written: &str) -> Option<String> {
        let wanted = written.to_lowercase();
        let near = |key: &&String| {
            key.len() > 3
                && key.len().abs_diff(wanted.len()) <= 2
                && zone::distance(key, &wanted) <= 2
        };
        self.keys.keys().chain(self.names.keys()).filter(near).min().cloned()
    }
}

struct Resolver<'a> {
    sheet: &'a Sheet,
    columns: &'a Columns,
    index: &'a Index,
    flaws: &'a mut Flaws,
    notes: &'a mut Flaws,
    guesses: usize,
}

impl Resolver<'_> {
    fn person(&mut self, at: usize, draft: Draft) -> PersonRow {
        let mut person = draft.person;
        let line = person.line;
        if person.name.is_empty() {
            person.name = person.email.clone().unwrap_or_default();
        }
        person.manager = draft.manager.and_then(|written| self.manager(at, line, &written));
        person.prefer = self.list(at, line, Field::Prefer, &draft.prefer);
        person.avoid = self.list(at, line, Field::Avoid, &draft.avoid);
        person.past = self.list(at, line, Field::Past, &draft.past);
        let pinned: Vec<_> = draft.pinned.into_iter().collect();
        person.pinned = self.list(at, line, Field::Pinned, &pinned).first().copied();
        if person.pinned.is_some_and(|pinned| person.avoid.contains(&pinned)) {
            let value = pinned.into_iter().next().unwrap_or_default();
            self.flaws.push(self.place(line, Field::Pinned), What::PinnedAndAvoided { value });
        }
        person
    }

    /// A manager need not take part: the chain of command then ends there, and a note says so.
    fn manager(&mut self, at: usize, line: usize, written: &str) -> Option<Manager> {
        let place = self.place(line, Field::Manager);
        let value = written.to_owned();
        match self.index.find(written) {
            Found::One(other) if other != at => Some(Manager::InFile(other)),
            Found::One(_) => {
                self.notes.push(place, What::NamesItself);
                None
            }
            Found::Several(lines) => {
                self.flaws.push(place, What::AmbiguousPerson { value, lines });
                None
            }
            Found::Nobody => {
                let suggestion = self.guess(written);
                self.notes.push(place, What::OutsideManager { value, suggestion });
                let address = value::email(written).unwrap_or_else(|_| written.to_lowercase());
                Some(Manager::Outside(address))
            }
        }
    }

    fn list(&mut self, at: usize, line: usize, field: Field, written: &[String]) -> Vec<usize> {
        let mut found = vec![];
        for word in written {
            let place = self.place(line, field);
            let value = word.clone();
            match self.index.find(word) {
                Found::One(other) if other == at => self.flaws.push(place, What::NamesItself),
                Found::One(other) if found.contains(&other) => {}
                Found::One(other) => found.push(other),
                Found::Several(lines) => {
                    self.flaws.push(place, What::AmbiguousPerson { value, lines });
                }
                Found::Nobody => {
                    let what = What::UnknownPerson { value, suggestion: self.guess(word) };
                    // Earlier partners may have left; a wish, a ban or a decision about nobody
                    // is a mistake that would otherwise be lost in silence.
                    let list =
                        if field == Field::Past { &mut *self.notes } else { &mut *self.flaws };
                    list.push(place, what);
                }
            }
        }
        found
    }

    /// A guess compares with everybody, so only the first few mistakes get one.
    fn guess(&mut self, written: &str) -> Option<String> {
        self.guesses += 1;
        if self.guesses > 50 { None } else { self.index.nearest(written) }
    }

    fn place(&self, line: usize, field: Field) -> Place {
        let column = self.columns.column(field).unwrap_or(0);
        Place::cell(line, column, self.sheet.header(column))
    }
}
