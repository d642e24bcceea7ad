//! When somebody is asked, and what they may say. Pure.

use design::{Answer, CheckIns, Design};
use jiff::Timestamp;
use web::Errors;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 1000;
/// Somebody who could not be asked on the day, as in a pause, is asked up to so many days later.
const GRACE: i64 = 14;

/// The day of the relationship that a check-in is due about now; none when none is.
#[must_use]
pub fn due_day(rules: &CheckIns, since: Timestamp, now: Timestamp) -> Option<i64> {
    let today = now.duration_since(since).as_hours() / 24;
    let first = i64::from(rules.first_day);
    if today < first {
        return None;
    }
    let day = match rules.then_every.map(i64::from).filter(|every| *every > 0) {
        Some(every) => first + (today - first) / every * every,
        None => first,
    };
    (today - day <= GRACE).then_some(day)
}

/// The question that is asked: the design's first that is answered on a scale, if it has one.
#[must_use]
pub fn question<'a>(design: &'a Design, role: &str) -> Option<&'a str> {
    let questions = design.journey.checkins.iter().flat_map(|c| &c.questions);
    questions
        .filter(|q| q.answer == Answer::Scale)
        .find(|q| q.roles.is_empty() || q.roles.iter().any(|r| r == role))
        .map(|q| q.text.as_str())
}

/// What somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// 1 (not at all) to 5 (very well).
    pub going: i64,
    /// Whether they would like help.
    pub wants_help: bool,
    /// For the coordinator.
    pub note: Option<String>,
}

impl Said {
    /// What a form says, or what is wrong with it.
    pub fn parse(going: &str, help: &str, note: &str, errors: &mut Errors) -> Option<Self> {
        let going = going.trim().parse().ok().filter(|going| (1..=5).contains(going));
        if going.is_none() {
            errors.add("going", "check-in-choose", &[]);
        }
        let note = errors.optional_text("note", note, LONGEST_NOTE);
        let note = Some(note).filter(|note| !note.is_empty());
        if !errors.is_empty() {
            return None;
        }
        Some(Self { going: going?, wants_help: !help.is_empty(), note })
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn due(then_every: Option<u16>, days: i64) -> Option<i64> {
        let rules = CheckIns { first_day: 30, then_every, questions: Vec::new() };
        let since = Timestamp::UNIX_EPOCH;
        due_day(&rules, since, since + SignedDuration::from_hours(24 * days))
    }

    #[test]
    fn it_is_due_on_day_thirty_and_every_sixty_after() {
        let days = [29, 30, 44, 45, 89, 90, 104, 105, 150];
        let want = [None, Some(30), Some(30), None, None, Some(90), Some(90), None, Some(150)];
        assert_eq!(days.map(|day| due(Some(60), day)), want);
    }

    #[test]
    fn one_is_due_once_when_nothing_says_that_it_repeats() {
        assert_eq!([30, 90, 150].map(|day| due(None, day)), [Some(30), None, None]);
    }

    #[test]
    fn only_one_to_five_is_an_answer() {
        for bad in ["", "0", "6", "-1", "5.0", "five", "99999999999999999999"] {
            let mut errors = Errors::default();
            assert_eq!(Said::parse(bad, "", "", &mut errors), None);
            assert!(!errors.of("going").is_empty(), "{bad}");
        }
        let said = Said::parse(" 4 ", "on", " ", &mut Errors::default()).unwrap();
        assert_eq!(said, Said { going: 4, wants_help: true, note: None });
    }
}
