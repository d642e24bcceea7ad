//! Facts about people as the engine's columns: words become numbers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::{Timestamp, tz::TimeZoneDatabase};
use matching::crowd::{Column, Crowd, Hours, SLOTS};
use sheets::people::Manager;

use super::rule::COMPETITORS;
use crate::round::participant::Participant;

/// Columns made so far; the same fact is made once.
pub(super) struct Columns<'a> {
    people: &'a [Participant],
    pub crowd: Crowd,
    made: BTreeMap<String, usize>,
    /// Topics have one numbering, so that what is wanted meets what is offered.
    topics: HashMap<String, u32>,
}

/// The distinct values of a fact in lower case, sorted.
pub(super) fn names(people: &[Participant], fact: &str) -> Vec<String> {
    let all = people.iter().flat_map(|person| person.fact(fact));
    all.map(|name| name.to_lowercase()).collect::<BTreeSet<_>>().into_iter().collect()
}

impl<'a> Columns<'a> {
    pub(super) fn new(people: &'a [Participant]) -> Self {
        Self { people, crowd: Crowd::default(), made: BTreeMap::new(), topics: HashMap::new() }
    }

    fn column(&mut self, name: String, make: impl FnOnce(&mut Self) -> Column) -> usize {
        if let Some(&made) = self.made.get(&name) {
            return made;
        }
        let column = make(self);
        self.crowd.columns.push(column);
        let at = self.crowd.columns.len() - 1;
        self.made.insert(name, at);
        at
    }

    /// How many people a column says nothing about.
    pub(super) fn unknown(&self, column: usize) -> usize {
        match &self.crowd.columns[column] {
            Column::Topics(all) | Column::People(all) => {
                all.iter().filter(|l| l.is_empty()).count()
            }
            Column::Number(all) => all.iter().filter(|n| n.is_none()).count(),
            Column::Mask(all) => all.iter().filter(|mask| **mask == 0).count(),
            Column::Hours(all) => all.iter().filter(|h| h.iter().all(|w| *w == 0)).count(),
            Column::Label(all) => all.iter().filter(|label| label.is_none()).count(),
            Column::Chain(all) => all.iter().filter(|place| place.is_none()).count(),
        }
    }

    /// Whether a column says anything about anybody.
    pub(super) fn is_blank(&self, column: usize) -> bool {
        self.unknown(column) == self.people.len()
    }

    /// A list of things, in order.
    pub(super) fn topics(&mut self, fact: &str) -> usize {
        self.column(format!("topics {fact}"), |this| {
            let people = this.people;
            let list = |values: &[String]| values.iter().map(|v| this.topic(v)).collect();
            Column::Topics(people.iter().map(|person| person.fact(fact)).map(list).collect())
        })
    }

    fn topic(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.topics.len()).unwrap_or(u32::MAX);
        *self.topics.entry(word.to_lowercase()).or_insert(next)
    }

    /// What somebody rates high (offered) or low (wanted) of themselves: `Budgets: 4`.
    pub(super) fn ratings(&mut self, fact: &str, high: bool) -> usize {
        self.column(format!("ratings {fact} {high}"), |this| {
            let people = this.people;
            let list = |person: &Participant| {
                let rated = person.fact(fact).iter().filter_map(|text| rating(text));
                let chosen = rated.filter(|(_, mark)| if high { *mark >= 4 } else { *mark <= 2 });
                chosen.map(|(item, _)| this.topic(item)).collect()
            };
            Column::Topics(people.iter().map(list).collect())
        })
    }

    /// A whole number; the level is one.
    pub(super) fn number(&mut self, fact: &str) -> usize {
        self.column(format!("number {fact}"), |this| {
            let number = |person: &Participant| match fact {
                "level" => person.level,
                _ => person.fact(fact).first().and_then(|text| text.parse().ok()),
            };
            Column::Number(this.people.iter().map(number).collect())
        })
    }

    /// Where somebody's clock stands, in half-hours from common time.
    pub(super) fn zone(&mut self) -> usize {
        self.column("zone".to_owned(), |this| {
            let offset = |person: &Participant| Some(i64::from(offset(person)?).div_euclid(30));
            Column::Number(this.people.iter().map(offset).collect())
        })
    }

    /// One of many: an organisation, a department, an answer as a whole.
    pub(super) fn label(&mut self, fact: &str) -> usize {
        self.column(format!("label {fact}"), |this| {
            let mut numbers: HashMap<String, u32> = HashMap::new();
            let label = |person: &Participant| {
                let values = person.fact(fact);
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                let text = values.join("; ").to_lowercase();
                (!text.is_empty()).then(|| *numbers.entry(text).or_insert(next))
            };
            Column::Label(this.people.iter().map(label).collect())
        })
    }

    /// The direct manager, as one of many.
    pub(super) fn managers(&mut self) -> usize {
        self.column("manager".to_owned(), |this| {
            let mut outside: HashMap<&str, u32> = HashMap::new();
            let inside = u32::try_from(this.people.len()).unwrap_or(u32::MAX);
            let label = |person: &'a Participant| match person.manager.as_ref()? {
                Manager::InFile(at) => u32::try_from(*at).ok(),
                Manager::Outside(name) => {
                    let next = inside + u32::try_from(outside.len()).unwrap_or(0);
                    Some(*outside.entry(name).or_insert(next))
                }
            };
            Column::Label(this.people.iter().map(label).collect())
        })
    }

    /// The direct manager, as a list of one.
    pub(super) fn direct_managers(&mut self) -> usize {
        self.column("direct manager".to_owned(), |this| {
            let list = |person: &Participant| match person.manager {
                Some(Manager::InFile(at)) => u32::try_from(at).into_iter().collect(),
                Some(Manager::Outside(_)) | None => vec![],
            };
            Column::People(this.people.iter().map(list).collect())
        })
    }

    /// A list of others.
    pub(super) fn people(&mut self, name: &str, of: fn(&Participant) -> &[usize]) -> usize {
        self.column(format!("people {name}"), |this| {
            let list = |person: &Participant| {
                of(person).iter().filter_map(|&at| u32::try_from(at).ok()).collect()
            };
            Column::People(this.people.iter().map(list).collect())
        })
    }

    /// Everybody of an organisation that somebody names as a competitor.
    pub(super) fn competitors(&mut self) -> usize {
        self.column("competitors".to_owned(), |this| {
            let people = this.people;
            let home = |person: &Participant| {
                person.fact("organisation").first().map(|name| name.to_lowercase())
            };
            let list = |person: &Participant| {
                let texts = person.fact(COMPETITORS).iter().flat_map(|text| text.split([',', ';']));
                let walled: BTreeSet<_> = texts.map(|name| name.trim().to_lowercase()).collect();
                let behind = people.iter().enumerate().filter(|(_, other)| {
                    home(other).is_some_and(|theirs| walled.contains(&theirs))
                });
                behind.filter_map(|(at, _)| u32::try_from(at).ok()).collect()
            };
            Column::People(people.iter().map(list).collect())
        })
    }

    /// Languages: a mask while they fit into one.
    pub(super) fn mask(&mut self, fact: &str) -> Option<usize> {
        let names = names(self.people, fact);
        (names.len() <= 64).then(|| {
            self.column(format!("mask {fact}"), |this| {
                let bit = |value: &String| match names.binary_search(&value.to_lowercase()) {
                    Ok(at) => 1u64 << at,
                    Err(_) => 0,
                };
                let mask =
                    |person: &Participant| person.fact(fact).iter().map(bit).fold(0, |a, b| a | b);
                Column::Mask(this.people.iter().map(mask).collect())
            })
        })
    }

    /// The week's half-hours in common time.
    pub(super) fn hours(&mut self) -> usize {
        self.column("hours".to_owned(), |this| {
            Column::Hours(this.people.iter().map(half_hours).collect())
        })
    }

    /// The reporting tree as a tour. Nothing is known where nobody names a manager.
    pub(super) fn chain(&mut self) -> usize {
        self.column("chain".to_owned(), |this| {
            let named = this.people.iter().any(|person| person.manager.is_some());
            let tour = tour(this.people);
            Column::Chain(tour.into_iter().map(|place| named.then_some(place)).collect())
        })
    }
}

/// `Budgets: 4`, `Budgets=4`, `Budgets (4)`.
fn rating(text: &str) -> Option<(&str, u8)> {
    let (item, mark) = text.rsplit_once([':', '=', '('])?;
    let mark = mark.trim().trim_end_matches(')').parse().ok()?;
    (1..=5).contains(&mark).then_some((item.trim(), mark))
}

/// Minutes that a person's clock is ahead of common time in winter. Which day is asked must not
/// change the answer, so it is always the same one.
fn offset(person: &Participant) -> Option<i32> {
    const A_WINTER_DAY: i64 = 1_768_478_400;
    let zone = TimeZoneDatabase::bundled().get(person.time_zone.as_deref()?).ok()?;
    let day = Timestamp::from_second(A_WINTER_DAY).ok()?;
    Some(zone.to_offset(day).seconds() / 60)
}

/// Half-hours wholly inside somebody's free time. Without a zone, common time is theirs.
fn half_hours(person: &Participant) -> Hours {
    const WEEK: i32 = 7 * 24 * 60;
    let mut hours = Hours::default();
    let ahead = offset(person).unwrap_or(0);
    for slot in &person.availability {
        let midnight = i32::from(slot.day) * 24 * 60 - ahead;
        let (from, to) = (midnight + i32::from(slot.from), midnight + i32::from(slot.to));
        let first = from.div_euclid(30) + i32::from(from.rem_euclid(30) > 0);
        for half in first..to.div_euclid(30) {
            let at = usize::try_from((half * 30).rem_euclid(WEEK) / 30).unwrap_or(0) % SLOTS;
            hours[at / 64] |= 1 << (at % 64);
        }
    }
    hours
}

/// Numbers on entering and leaving each person in a walk down the tree, so that a manager's
/// interval encloses those of everybody below. People in a circle of managers, which no door lets
/// in, would stand alone.
fn tour(people: &[Participant]) -> Vec<(u32, u32)> {
    let mut below: Vec<Vec<usize>> = vec![vec![]; people.len()];
    let mut open = vec![];
    for (at, person) in people.iter().enumerate().rev() {
        match person.manager {
            Some(Manager::InFile(above)) if above != at => below[above].push(at),
            Some(Manager::InFile(_) | Manager::Outside(_)) | None => open.push((at, false)),
        }
    }
    let mut places = vec![(0, 0); people.len()];
    let mut clock = 0;
    while let Some((at, leaving)) = open.pop() {
        clock += 1;
        if leaving {
            places[at].1 = clock;
            continue;
        }
        places[at].0 = clock;
        open.push((at, true));
        open.extend(below[at].iter().map(|&report| (report, false)));
    }
    for place in places.iter_mut().filter(|place| **place == (0, 0)) {
        clock += 2;
        *place = (clock - 1, clock);
    }
    places
}
