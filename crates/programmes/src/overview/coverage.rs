//! Whether those who give can take all who ask, and in which topics: shown while people sign up.
//! Pure.

use std::collections::BTreeMap;

use design::{Design, Tie};
use indexmap::IndexMap;
use serde_json::Value;

/// Somebody who signed up.
#[derive(Debug, Clone)]
pub(super) struct Signed<'a> {
    pub role: &'a str,
    pub capacity: Option<i64>,
    pub answers: Option<&'a IndexMap<String, Value>>,
}

/// Places wanted and offered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Balance {
    pub wanted: i64,
    pub offered: i64,
}

impl Balance {
    /// How many wishes find a place.
    pub fn filled(self) -> i64 {
        self.offered.min(self.wanted)
    }

    /// How many wishes find no place.
    pub fn short(self) -> i64 {
        (self.wanted - self.offered).max(0)
    }
}

/// What people want and what is offered, in all and by subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Coverage {
    pub all: Balance,
    /// By subject, as a topic or a language: the shortest first.
    pub subjects: Vec<(String, Balance)>,
}

/// The coverage of a design with two sides; none where all have the same part.
pub(super) fn coverage(design: &Design, people: &[Signed<'_>]) -> Option<Coverage> {
    let (giver, receiver) = design.two_sides()?;
    let per_relationship = i64::from(receiver.seats.most) / i64::from(giver.seats.least.max(1));
    let places = |person: &Signed<'_>| {
        person.capacity.unwrap_or_else(|| giver.load.usual.into()) * per_relationship.max(1)
    };
    let mut found = Coverage::default();
    let mut subjects: BTreeMap<String, Balance> = BTreeMap::new();
    let (wants, offers) = compared(design)?;
    for person in people {
        if person.role == receiver.name {
            let wanted = person.capacity.unwrap_or(1);
            found.all.wanted += wanted;
            for topic in texts(person, wants) {
                subjects.entry(topic).or_default().wanted += 1;
            }
        } else if person.role == giver.name {
            found.all.offered += places(person);
            for topic in texts(person, offers) {
                subjects.entry(topic).or_default().offered += places(person);
            }
        }
    }
    found.subjects = subjects.into_iter().collect();
    found.subjects.retain(|(_, balance)| balance.wanted > 0);
    found.subjects.sort_by(|(one, a), (other, b)| {
        (b.short(), b.wanted, one).cmp(&(a.short(), a.wanted, other))
    });
    Some(found)
}

/// The two questions whose answers are compared: topics where there are any, else languages.
fn compared(design: &Design) -> Option<(&str, &str)> {
    let wishes = design.matching.wishes.iter().map(|wish| &wish.tie);
    let covers = design.matching.musts.iter().chain(wishes).find_map(Tie::topics);
    covers.or(Some(("languages", "languages")))
}

fn texts(person: &Signed<'_>, key: &str) -> Vec<String> {
    let value = person.answers.and_then(|answers| answers.get(key));
    let list = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_subject_that_lacks_most_places_stands_first() {
        let design = design::presets()[0].design();
        let (giver, receiver) = design.two_sides().unwrap();
        let (wants, offers) = compared(&design).unwrap();
        let answer = |key: &str, topics: &[&str]| IndexMap::from([(key.to_owned(), json!(topics))]);
        let speaking = answer(wants, &["Speaking"]);
        let both = answer(wants, &["Speaking", "Leading"]);
        let leads = answer(offers, &["Leading"]);
        let speaks = answer(offers, &["Speaking"]);
        let signed = |role, capacity, answers| Signed { role, capacity, answers: Some(answers) };
        let people = [
            signed(&*receiver.name, None, &speaking),
            signed(&*receiver.name, None, &speaking),
            signed(&*receiver.name, None, &both),
            signed(&*giver.name, Some(2), &leads),
            signed(&*giver.name, None, &speaks),
        ];
        let found = coverage(&design, &people).unwrap();
        assert_eq!(found.all, Balance { wanted: 3, offered: 3 });
        let (topic, balance) = &found.subjects[0];
        assert_eq!((topic.as_str(), *balance), ("Speaking", Balance { wanted: 3, offered: 1 }));
        assert_eq!(balance.short(), 2);
    }
}
