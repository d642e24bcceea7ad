//! What has to hold of whom, and whether it does on a day. Pure.

use design::{Design, Rule};
use jiff::{Span, civil::Date};
use people::PersonId;

use super::ClearanceId;

/// What may have to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The person was checked.
    Screening,
    /// A guardian agreed.
    Consent,
}

impl Kind {
    /// As it is stored, in addresses, and as it ends the keys of its sentences.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::Consent => "consent",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Screening, Self::Consent].into_iter().find(|kind| kind.word() == word)
    }

    /// The rule of a design that asks for it.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::Screening => Rule::Screened,
            Self::Consent => Rule::GuardianConsent,
        }
    }
}

/// One that was recorded and not taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clearance {
    /// Which.
    pub id: ClearanceId,
    /// Of whom.
    pub person: PersonId,
    /// What.
    pub kind: Kind,
    /// Since when it holds.
    pub given_on: Date,
    /// The last day on which it holds.
    pub valid_until: Option<Date>,
    /// Who checked, or which guardian agreed.
    pub by_whom: String,
}

impl Clearance {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, today: Date) -> bool {
        self.given_on <= today && self.valid_until.is_none_or(|until| today <= until)
    }
}

/// How it stands with somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was ever recorded.
    Missing,
    /// What was recorded held until this day.
    Over(Date),
    /// It holds, and ends soon.
    EndsSoon(Date),
    /// It holds; until a day, or until it is taken back.
    Holds(Option<Date>),
}

impl Standing {
    /// From what was recorded of one person and one kind.
    #[must_use]
    pub fn of(recorded: &[&Clearance], today: Date, warn_days: u16) -> Self {
        let soon = today.saturating_add(Span::new().days(i64::from(warn_days)));
        let holding = recorded.iter().filter(|one| one.holds(today));
        let forever = |one: &&&Clearance| one.valid_until.is_none();
        if holding.clone().any(|one| forever(&one)) {
            return Self::Holds(None);
        }
        match holding.filter_map(|one| one.valid_until).max() {
            Some(until) if until <= soon => Self::EndsSoon(until),
            Some(until) => Self::Holds(Some(until)),
            None => {
                let ended = recorded.iter().filter_map(|one| one.valid_until);
                ended.filter(|until| *until < today).max().map_or(Self::Missing, Self::Over)
            }
        }
    }

    /// Whether contact is possible.
    #[must_use]
    pub const fn is_clear(self) -> bool {
        matches!(self, Self::EndsSoon(_) | Self::Holds(_))
    }
}

/// What a design asks of whoever takes a role.
#[must_use]
pub fn needs(design: &Design, role: &str) -> Vec<Kind> {
    let asks = |rule: &Rule| design.role(role).is_some_and(|role| role.who.contains(rule));
    let care = &design.care;
    let screened = care.screening.as_ref().is_some_and(|s| s.roles.iter().any(|name| name == role));
    let mut kinds = vec![];
    if screened || asks(&Rule::Screened) {
        kinds.push(Kind::Screening);
    }
    if asks(&Rule::GuardianConsent) {
        kinds.push(Kind::Consent);
    }
    kinds
}

/// Whether a design asks anything of anybody.
#[must_use]
pub fn needs_any(design: &Design) -> bool {
    design.roles.iter().any(|role| !needs(design, &role.name).is_empty())
}

/// How many days before its end a check is called soon over.
pub(super) fn warn_days(design: &Design) -> u16 {
    design.care.screening.as_ref().map_or(0, |screening| screening.remind_days)
}

/// The last day of a check that was made on a day, as the design says.
pub(super) fn usual_end(design: &Design, given_on: Date) -> Option<Date> {
    let months = i64::from(design.care.screening.as_ref()?.valid_months);
    given_on.checked_add(Span::new().months(months)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(from: Date, until: Option<Date>) -> Clearance {
        Clearance {
            id: "c".to_owned().into(),
            person: "p".to_owned().into(),
            kind: Kind::Screening,
            given_on: from,
            valid_until: until,
            by_whom: "The police".to_owned(),
        }
    }

    #[test]
    fn a_check_holds_through_its_last_day_and_not_a_day_longer() {
        let one = check(date(2026, 3, 1), Some(date(2027, 2, 28)));
        let on = |day| Standing::of(&[&one], day, 60);
        assert_eq!(on(date(2026, 2, 28)), Standing::Missing);
        assert_eq!(on(date(2026, 3, 1)), Standing::Holds(Some(date(2027, 2, 28))));
        assert_eq!(on(date(2027, 1, 15)), Standing::EndsSoon(date(2027, 2, 28)));
        assert!(on(date(2027, 2, 28)).is_clear());
        assert_eq!(on(date(2027, 3, 1)), Standing::Over(date(2027, 2, 28)));
        assert!(!on(date(2027, 3, 1)).is_clear());
    }

    #[test]
    fn a_later_check_carries_on_where_the_first_ends() {
        let first = check(date(2026, 3, 1), Some(date(2027, 2, 28)));
        let next = check(date(2027, 2, 1), Some(date(2028, 1, 31)));
        let standing = Standing::of(&[&first, &next], date(2027, 3, 1), 60);
        assert_eq!(standing, Standing::Holds(Some(date(2028, 1, 31))));
    }
}
