//! What pages about a round show, in the reader's language.

use people::person::initials;
use words::{Arg, Language};

use super::{
    answer::{Alone, Change as Fix, Proposal},
    desk::Desk,
    model::{Couple, State},
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
}

/// Somebody without a partner.
#[derive(Debug, Clone)]
pub struct Left {
    /// Who.
    pub who: Who,
    /// Why.
    pub why: String,
    /// What would help.
    pub fix: String,
    /// The change that shows its effect first; empty when only people can do it.
    pub href: String,
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
        Left {
            who: self.who(alone.person),
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
        let objective = self.input.objective_name(self.settings());
        let (key, kind) = match &self.outcome.checked {
            Checked::Optimal if self.outcome.whole => ("round-proof-checked", "ok"),
            Checked::Optimal => ("round-proof-checked-listed", "ok"),
            Checked::Stable => ("round-proof-checked", "ok"),
            Checked::TooLarge => ("round-proof-unchecked", "info"),
            Checked::Admissible => ("round-proof-admissible", "info"),
            Checked::Wrong(_) => ("round-proof-wrong", "bad"),
        };
        let place = match &self.outcome.checked {
            Checked::Wrong(place) => place.as_str(),
            Checked::Optimal | Checked::Stable | Checked::Admissible | Checked::TooLarge => "",
        };
        let claim = words::say_plain(language, &format!("round-proof-{objective}"));
        Proof { kind, claim, check: words::say(language, key, &[("place", Arg::from(place))]) }
    }
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
