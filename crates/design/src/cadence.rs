//! How often a relationship meets, in the words that people use for it.

use std::fmt;
use std::str::FromStr;

use crate::text::as_text;

/// How often a relationship meets: one pace after another.
///
/// Written as "fortnightly for 2 months, then monthly" or "on days 7, 21, 45, 90".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cadence {
    /// The paces that come before the last, each with how long it holds.
    pub first: Vec<(Pace, Stretch)>,
    /// The pace that holds from then on.
    pub then: Pace,
}

/// The distance between two meetings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Pace {
    /// So many days from one to the next.
    EveryDays(u16),
    /// So many weeks from one to the next.
    EveryWeeks(u16),
    /// So many months from one to the next.
    EveryMonths(u16),
    /// On these days, counted from the start.
    OnDays(Vec<u16>),
    /// Just once.
    Once,
    /// Whenever the members want.
    AsAgreed,
}

/// How long a pace holds before the next one takes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stretch {
    /// So many weeks.
    Weeks(u16),
    /// So many months.
    Months(u16),
}

impl Stretch {
    /// The stretch in days.
    pub fn days(self) -> u32 {
        match self {
            Stretch::Weeks(n) => u32::from(n) * 7,
            Stretch::Months(n) => u32::from(n) * 365 / 12,
        }
    }
}

impl Cadence {
    /// The same pace all along.
    pub fn steady(pace: Pace) -> Cadence {
        Cadence { first: Vec::new(), then: pace }
    }

    /// How many meetings a relationship of this many days holds; none where the members decide.
    pub fn meetings_in(&self, days: u32) -> Option<u32> {
        let mut left = days;
        let mut meetings = 0;
        for (pace, stretch) in &self.first {
            let here = stretch.days().min(left);
            meetings += pace.meetings_in(here)?;
            left -= here;
        }
        Some(meetings + self.then.meetings_in(left)?)
    }
}

impl Pace {
    /// Days from one meeting to the next, where that is a fixed number.
    pub fn days(&self) -> Option<u32> {
        match self {
            Pace::EveryDays(n) => Some(u32::from(*n)),
            Pace::EveryWeeks(n) => Some(u32::from(*n) * 7),
            Pace::EveryMonths(n) => Some(u32::from(*n) * 365 / 12),
            Pace::OnDays(_) | Pace::Once | Pace::AsAgreed => None,
        }
    }

    fn meetings_in(&self, days: u32) -> Option<u32> {
        match self {
            Pace::EveryDays(_) | Pace::EveryWeeks(_) | Pace::EveryMonths(_) => {
                Some((days + 2) / self.days()?.max(1))
            }
            Pace::OnDays(on) => {
                u32::try_from(on.iter().filter(|day| u32::from(**day) <= days).count()).ok()
            }
            Pace::Once => Some(1),
            Pace::AsAgreed => None,
        }
    }
}

impl fmt::Display for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Pace::EveryDays(1) => f.write_str("daily"),
            Pace::EveryDays(n) => write!(f, "every {n} days"),
            Pace::EveryWeeks(1) => f.write_str("weekly"),
            Pace::EveryWeeks(2) => f.write_str("fortnightly"),
            Pace::EveryWeeks(n) => write!(f, "every {n} weeks"),
            Pace::EveryMonths(1) => f.write_str("monthly"),
            Pace::EveryMonths(n) => write!(f, "every {n} months"),
            Pace::OnDays(days) => {
                let days: Vec<String> = days.iter().map(ToString::to_string).collect();
                write!(f, "on days {}", days.join(", "))
            }
            Pace::Once => f.write_str("once"),
            Pace::AsAgreed => f.write_str("as agreed"),
        }
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (pace, stretch) in &self.first {
            let (number, unit) = match stretch {
                Stretch::Weeks(n) => (n, "week"),
                Stretch::Months(n) => (n, "month"),
            };
            let plural = if *number == 1 { "" } else { "s" };
            write!(f, "{pace} for {number} {unit}{plural}, then ")?;
        }
        self.then.fmt(f)
    }
}

const HELP: &str = "write “weekly”, “fortnightly”, “monthly”, “every 3 weeks”, “on days 7, 21, 45”, “once” or “as agreed”, and several as “fortnightly for 2 months, then monthly”";

impl FromStr for Pace {
    type Err = String;

    fn from_str(text: &str) -> Result<Pace, String> {
        let wrong = || format!("“{}” is not a pace; {HELP}", crate::shortened(text));
        match text.trim() {
            "daily" => return Ok(Pace::EveryDays(1)),
            "weekly" => return Ok(Pace::EveryWeeks(1)),
            "fortnightly" => return Ok(Pace::EveryWeeks(2)),
            "monthly" => return Ok(Pace::EveryMonths(1)),
            "once" => return Ok(Pace::Once),
            "as agreed" => return Ok(Pace::AsAgreed),
            _ => {}
        }
        if let Some(days) = text.trim().strip_prefix("on days ") {
            let days: Result<Vec<u16>, _> = days.split(',').map(|day| day.trim().parse()).collect();
            return days.map(Pace::OnDays).map_err(|_| wrong());
        }
        let every = text.trim().strip_prefix("every ").ok_or_else(wrong)?;
        let (number, unit) = every.split_once(' ').ok_or_else(wrong)?;
        match (number.parse().map_err(|_| wrong())?, unit.trim()) {
            (0, _) => Err(wrong()),
            (n, "day" | "days") => Ok(Pace::EveryDays(n)),
            (n, "week" | "weeks") => Ok(Pace::EveryWeeks(n)),
            (n, "month" | "months") => Ok(Pace::EveryMonths(n)),
            _ => Err(wrong()),
        }
    }
}

impl FromStr for Stretch {
    type Err = String;

    fn from_str(text: &str) -> Result<Stretch, String> {
        let wrong =
            || format!("“{}” is not a stretch of weeks or months; {HELP}", crate::shortened(text));
        let (number, unit) = text.trim().split_once(' ').ok_or_else(wrong)?;
        match (number.parse().map_err(|_| wrong())?, unit.trim()) {
            (n, "week" | "weeks") => Ok(Stretch::Weeks(n)),
            (n, "month" | "months") => Ok(Stretch::Months(n)),
            _ => Err(wrong()),
        }
    }
}

impl FromStr for Cadence {
    type Err = String;

    fn from_str(text: &str) -> Result<Cadence, String> {
        let mut parts: Vec<&str> = text.split(", then ").collect();
        let then = parts.pop().unwrap_or_default().parse()?;
        let mut first = Vec::with_capacity(parts.len());
        for part in parts {
            let (pace, stretch) = part.split_once(" for ").ok_or_else(|| {
                format!("“{}” does not say for how long; {HELP}", crate::shortened(part))
            })?;
            first.push((pace.parse()?, stretch.parse()?));
        }
        Ok(Cadence { first, then })
    }
}

as_text!(Cadence, "How often a relationship meets.", "fortnightly for 2 months, then monthly");
