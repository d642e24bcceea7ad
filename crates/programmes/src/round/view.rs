//! What pages about a round show, in the reader's language.

use jiff::tz::TimeZone;
use people::person::initials;
use words::{Arg, Language};

use super::{
    answer::{Alone, Change as Fix, Proposal, Why},
    desk::Desk,
    model::{Couple, State},
    outcome::{Group, Seat},
    proof::Checked,
    told,
};

/// A person on a page.
#[derive(Debug, Clone)]
pub struct Who {
    /// As shown.
    pub name: String,
    /// At most two letters.
    pub initials: String,
    /// Job title and department.
    pub sub: String,
}

/// A pair in the list.
#[derive(Debug, Clone)]
pub struct Row {
    /// Who gives.
    pub giver: Who,
    /// Who receives.
    pub receiver: Who,
    /// The score in points.
    pub score: String,
    /// The score as a whole number, for the bar.
    pub value: i64,
    /// Why these two.
    pub reason: String,
    /// Whether the coordinator decided it.
    pub pinned: bool,
    /// The musts that it breaks.
    pub breaks: Vec<String>,
    /// Its page.
    pub href: String,
    /// Its address for a change, without the kind.
    pub query: String,
    /// The id of who gives.
    pub giver_id: String,
    /// The id of who receives.
    pub receiver_id: String,
}

/// Somebody without a partner.
#[derive(Debug, Clone)]
pub struct Left {
    /// Who.
    pub who: Who,
    /// Their id.
    pub id: String,
    /// Why.
    pub why: String,
    /// What would help.
    pub fix: String,
    /// The change that shows its effect first; empty when only people can do it.
    pub href: String,
    /// Where a partner is chosen by hand; empty where none is.
    pub choose: String,
}

impl Desk {
    /// A person as shown.
    #[must_use]
    pub fn who(&self, at: usize) -> Who {
        let person = &self.asking.people[at];
        let facts = ["job_title", "department"].map(|fact| person.fact(fact).first().cloned());
        let sub = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Who { name: person.name.clone(), initials: initials(&person.name), sub }
    }

    /// A pair of the list.
    #[must_use]
    pub fn row(&self, language: Language, pair: &Proposal) -> Row {
        let (giver, receiver) = (self.id(pair.giver), self.id(pair.receiver));
        Row {
            giver: self.who(pair.giver),
            receiver: self.who(pair.receiver),
            score: told::points(pair.score),
            value: whole(pair.score),
            reason: super::reasons::short(language, &self.asking, pair),
            pinned: pair.pinned,
            breaks: pair.breaks.iter().map(|&rule| self.rule(language, rule)).collect(),
            href: self.path(&format!("/pairs/{giver}/{receiver}")),
            query: format!("giver={giver}&receiver={receiver}"),
            giver_id: giver.to_owned(),
            receiver_id: receiver.to_owned(),
        }
    }

    /// Somebody without a partner, with the reason and what would help.
    #[must_use]
    pub fn left(&self, language: Language, alone: &Alone) -> Left {
        let (design, asked) = (&self.asking.design, &self.asking.asked);
        let href = match &alone.change {
            Some(Fix::Place { partner }) => {
                self.path(&format!("/change?kind=place&giver={}", self.id(*partner)))
            }
            Some(Fix::Lift { partner: Some(partner), .. }) => self.path(&format!(
                "/change?kind=pin&giver={}&receiver={}",
                self.id(*partner),
                self.id(alone.person)
            )),
            Some(Fix::Lift { partner: None, .. }) | None => String::new(),
        };
        let by_hand = self.asking.is_by_hand() && alone.role == asked.receiver.name;
        let waits = by_hand && matches!(alone.why, Why::Unchosen { .. } | Why::Rules { .. });
        Left {
            choose: match waits && self.round.state.is_draft() {
                true => self.path(&format!("/choose/{}", self.id(alone.person))),
                false => String::new(),
            },
            who: self.who(alone.person),
            id: self.id(alone.person).to_owned(),
            why: told::why_alone(language, design, asked, alone),
            fix: told::change(language, design, asked, alone, &self.asking.people),
            href,
        }
    }

    /// A rule in words.
    #[must_use]
    pub fn rule(&self, language: Language, rule: usize) -> String {
        let rule = &self.asking.asked.rules[rule];
        told::condition(language, &rule.condition, &self.asking.design)
    }

    /// The stored id of somebody.
    #[must_use]
    pub fn id(&self, at: usize) -> &str {
        self.asking.people.get(at).map_or("", |person| person.id.as_str())
    }

    /// The names of a couple.
    #[must_use]
    pub fn names(&self, couple: &Couple) -> (String, String) {
        let name = |id: &people::PersonId| {
            self.input.entrant(id.as_str()).map_or(String::new(), |entrant| entrant.name.clone())
        };
        (name(&couple.giver), name(&couple.receiver))
    }

    /// What the proof says, in a sentence.
    #[must_use]
    pub fn proof(&self, language: Language) -> Proof {
        let objective = match self.outcome.equal {
            // Pairs of equals are made for the sum or for the most people; nothing lies between.
            true if self.asking.objective() != matching::Objective::Total => "coverage",
            true | false => self.input.objective_name(self.settings()),
        };
        let (key, kind) = match &self.outcome.checked {
            Checked::Optimal if self.outcome.whole => ("round-proof-checked", "ok"),
            Checked::Optimal => ("round-proof-checked-listed", "ok"),
            Checked::Stable => ("round-proof-checked", "ok"),
            Checked::TooLarge => ("round-proof-unchecked", "info"),
            Checked::Within => ("round-proof-within", "ok"),
            Checked::Overruled => ("round-proof-overruled", "warn"),
            Checked::ByHand => ("round-proof-by-hand-check", "info"),
            Checked::Admissible => ("round-proof-admissible", "info"),
            Checked::Wrong(_) => ("round-proof-wrong", "bad"),
        };
        let place = match &self.outcome.checked {
            Checked::Wrong(place) => place.as_str(),
            Checked::Optimal
            | Checked::Stable
            | Checked::Within
            | Checked::Overruled
            | Checked::ByHand
            | Checked::Admissible
            | Checked::TooLarge => "",
        };
        let claim = match (self.outcome.formed, &self.outcome.checked) {
            (true, _) => words::say_plain(language, "round-proof-groups"),
            (false, Checked::Within) => words::say_plain(language, "round-proof-found"),
            (false, Checked::ByHand) => words::say_plain(language, "round-proof-by-hand"),
            (false, _) => words::say_plain(language, &format!("round-proof-{objective}")),
        };
        let args = [("place", Arg::from(place)), ("gap", Arg::from(self.outcome.gap()))];
        Proof { kind, claim, check: words::say(language, key, &args) }
    }
}

/// A group on its card.
#[derive(Debug, Clone)]
pub struct Card {
    /// Its number.
    pub number: usize,
    /// Its score as that of a pair, in points.
    pub value: i64,
    /// Who is in it.
    pub members: Vec<Member>,
    /// Why these people.
    pub reason: String,
    /// When all have time, if that is known.
    pub when: String,
    /// What it breaks.
    pub breaches: Vec<String>,
    /// The groups that somebody of it can be put into.
    pub elsewhere: Vec<Elsewhere>,
}

/// A person on a group's card.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who.
    pub who: Who,
    /// Their id.
    pub id: String,
    /// Their role, where not all have the same.
    pub role: String,
}

/// A group to be put into.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    /// One who is in it.
    pub beside: String,
    /// How it is called.
    pub label: String,
}

impl Desk {
    /// The groups, each on its card.
    #[must_use]
    pub fn cards(&self, language: Language, zone: &TimeZone) -> Vec<Card> {
        let groups = self.outcome.groups.iter().enumerate();
        groups.map(|(at, group)| self.card(language, zone, at + 1, group)).collect()
    }

    fn card(&self, language: Language, zone: &TimeZone, number: usize, group: &Group) -> Card {
        let design = &self.asking.design;
        let member = |seat: &Seat| Member {
            who: self.who(seat.person),
            id: self.id(seat.person).to_owned(),
            role: match seat.leads {
                true => design.role(&seat.role).map_or(String::new(), |r| r.label.one.clone()),
                false => String::new(),
            },
        };
        let mut reasons = super::reasons::of_group(&self.asking, group).into_iter();
        let when = group.starts.first().map(|&start| (start_said(language, zone, start), group));
        Card {
            number,
            value: whole(group.value),
            members: group.members.iter().map(member).collect(),
            reason: reasons.next().map_or(String::new(), |why| why.say(language)),
            when: when.map_or(String::new(), |(first, group)| {
                let args = [("first", Arg::from(first)), ("count", Arg::from(group.starts.len()))];
                words::say(language, "round-group-when", &args)
            }),
            breaches: self.breaches(language, number, group),
            elsewhere: self.elsewhere(language, Some(number)),
        }
    }

    /// The groups but one, as places to be put into.
    #[must_use]
    pub fn elsewhere(&self, language: Language, but: Option<usize>) -> Vec<Elsewhere> {
        let formed = self.outcome.formed && self.round.state.is_draft();
        let groups = (1..).zip(&self.outcome.groups).filter(|_| formed);
        let others = groups.filter(|(number, _)| Some(*number) != but);
        others
            .filter_map(|(number, group)| {
                let anchor = group.members.first()?;
                let args = [
                    ("number", Arg::from(number)),
                    ("name", Arg::from(self.name(anchor.person))),
                    ("people", Arg::from(group.members.len())),
                ];
                Some(Elsewhere {
                    beside: self.id(anchor.person).to_owned(),
                    label: words::say(language, "round-group-beside", &args),
                })
            })
            .collect()
    }

    /// What a group breaks.
    #[must_use]
    pub fn breaches(&self, language: Language, number: usize, group: &Group) -> Vec<String> {
        let args =
            |rule: &str| [("number", Arg::from(number)), ("rule", Arg::from(rule.to_owned()))];
        let sized = (!group.sized).then(|| words::say(language, "round-group-size", &args("")));
        let rules = group.breaks.iter().map(|&rule| {
            words::say(language, "round-group-breaks", &args(&self.rule(language, rule)))
        });
        sized.into_iter().chain(rules).collect()
    }
}

/// A half-hour of the week in common time, as the reader's clock shows it on that weekday.
fn start_said(language: Language, zone: &TimeZone, start: u16) -> String {
    // A Monday in winter: which week it is must not change what is said.
    let monday = jiff::civil::date(2026, 1, 12).at(0, 0, 0, 0).to_zoned(TimeZone::UTC);
    let Ok(monday) = monday else { return String::new() };
    let at = monday.saturating_add(jiff::Span::new().minutes(i64::from(start) * 30));
    let at = at.with_time_zone(zone.clone());
    let day = at.weekday().to_monday_one_offset();
    let args = [("time", Arg::from(words::clock_time(&at)))];
    words::say(language, &format!("round-weekday-{day}"), &args)
}

/// What is proved, and who checked it.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The kind of banner.
    pub kind: &'static str,
    /// What is claimed.
    pub claim: String,
    /// What the independent check said.
    pub check: String,
}

/// A score as a whole number of points.
#[must_use]
pub fn whole(units: i64) -> i64 {
    (units + matching::SCALE / 2).div_euclid(matching::SCALE).clamp(0, 100)
}

/// The state's name in keys of sentences.
#[must_use]
pub fn state_key(state: State, now: jiff::Timestamp) -> &'static str {
    match state {
        State::Draft => "draft",
        State::Published { .. } if state.can_be_undone(now) => "published",
        State::Published { .. } => "final",
        State::Undone { .. } => "undone",
    }
}
