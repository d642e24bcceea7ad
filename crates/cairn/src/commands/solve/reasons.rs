//! Why there is no admissible answer, for people and for machines.

use matching::{Reason, Side};
use serde_json::{Value, json};
use words::{Arg, Language, say};

use super::ids::Ids;

/// A reason in both forms.
pub struct Told {
    pub sentence: String,
    pub json: Value,
}

/// Names for the numbers of a question.
pub struct Names<'a> {
    pub left: &'a Ids,
    pub right: &'a Ids,
    pub organisations: &'a Ids,
}

impl Names<'_> {
    fn of(&self, side: Side, index: u32) -> String {
        let ids = if side == Side::Left { self.left } else { self.right };
        ids.name(index).to_owned()
    }

    pub fn tell(&self, reason: &Reason) -> Told {
        let (left, right) = (|l| self.of(Side::Left, l), |r| self.of(Side::Right, r));
        let (key, who, fields) = match reason {
            Reason::NoSuchPerson { side, index } => {
                ("solve-why-no-such-person", index.to_string(), json!({"side": name(*side)}))
            }
            Reason::LeastOverMost { side, index } => {
                ("solve-why-least-over-most", self.of(*side, *index), json!({"side": name(*side)}))
            }
            Reason::FixedNotListed { left: l, right: r } => {
                ("solve-why-fixed-not-listed", format!("{} – {}", left(*l), right(*r)), json!({}))
            }
            Reason::FixedAndForbidden { left: l, right: r } => (
                "solve-why-fixed-and-forbidden",
                format!("{} – {}", left(*l), right(*r)),
                json!({}),
            ),
            Reason::FixedOverMost { side, index, fixed } => (
                "solve-why-fixed-over-most",
                self.of(*side, *index),
                json!({"side": name(*side), "fixed": fixed}),
            ),
            Reason::FixedOverQuota { organisation } => (
                "solve-why-fixed-over-quota",
                self.organisations.name(*organisation).to_owned(),
                json!({}),
            ),
            Reason::TooFewSeats { side, people, owed, possible } => {
                let names: Vec<String> = people.iter().map(|&p| self.of(*side, p)).collect();
                let fields = json!({
                    "side": name(*side), "people": names, "owed": owed, "possible": possible
                });
                let args = [
                    ("who", Arg::from(names.join(", "))),
                    ("owed", Arg::from(*owed)),
                    ("possible", Arg::from(*possible)),
                ];
                let sentence = say(Language::English, "solve-why-too-few-seats", &args);
                return told("solve-why-too-few-seats", sentence, "", fields);
            }
            Reason::QuotaConflict => ("solve-why-quota-conflict", String::new(), json!({})),
            Reason::StableWithBounds => ("solve-why-stable-with-bounds", String::new(), json!({})),
            Reason::ScoreOutOfRange { left: l, right: r } => {
                ("solve-why-score-out-of-range", format!("{} – {}", left(*l), right(*r)), json!({}))
            }
        };
        let sentence = say(Language::English, key, &[("who", Arg::from(&who))]);
        told(key, sentence, &who, fields)
    }
}

pub fn told(key: &str, sentence: String, who: &str, mut json: Value) -> Told {
    json["reason"] = key.trim_start_matches("solve-why-").into();
    json["sentence"] = sentence.clone().into();
    if !who.is_empty() {
        json["who"] = who.into();
    }
    Told { sentence, json }
}

fn name(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}
