//! Due dates that move with what they hang on.

use std::fmt;
use std::str::FromStr;

use crate::text::as_text;

/// A point in time relative to something: "day 30", "day -14", "end", "middle", "2 weeks after
/// module-3", "after meeting 2", "after each meeting".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// When the person enrols.
    Enrolment,
    /// So many days after the start of the relationship; negative for before.
    Day(i16),
    /// Half way.
    Middle,
    /// The end.
    End,
    /// After the meeting of this number, counted from 1.
    AfterMeeting(u16),
    /// After every meeting.
    AfterEachMeeting,
    /// So many days before or after a milestone of the host scheme.
    Milestone {
        /// Days after it; negative for before.
        days: i16,
        /// The milestone's key.
        key: String,
    },
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Due::Enrolment => f.write_str("enrolment"),
            Due::Day(0) => f.write_str("start"),
            Due::Day(day) => write!(f, "day {day}"),
            Due::Middle => f.write_str("middle"),
            Due::End => f.write_str("end"),
            Due::AfterMeeting(number) => write!(f, "after meeting {number}"),
            Due::AfterEachMeeting => f.write_str("after each meeting"),
            Due::Milestone { days: 0, key } => write!(f, "at {key}"),
            Due::Milestone { days, key } => {
                let side = if *days < 0 { "before" } else { "after" };
                write!(f, "{} days {side} {key}", days.unsigned_abs())
            }
        }
    }
}

impl FromStr for Due {
    type Err = String;

    fn from_str(text: &str) -> Result<Due, String> {
        let text = text.trim();
        let wrong = || {
            format!(
                "“{}” is not a due date; write “enrolment”, “start”, “day 30”, “day -14”, “middle”, “end”, “after meeting 2”, “after each meeting”, “at module-3” or “14 days after module-3”",
                crate::shortened(text)
            )
        };
        match text {
            "enrolment" => return Ok(Due::Enrolment),
            "start" => return Ok(Due::Day(0)),
            "middle" => return Ok(Due::Middle),
            "end" => return Ok(Due::End),
            "after each meeting" => return Ok(Due::AfterEachMeeting),
            _ => {}
        }
        if let Some(number) = text.strip_prefix("after meeting ") {
            return number.parse().map(Due::AfterMeeting).map_err(|_| wrong());
        }
        if let Some(day) = text.strip_prefix("day ") {
            return day.parse().map(Due::Day).map_err(|_| wrong());
        }
        if let Some(key) = text.strip_prefix("at ") {
            return milestone(0, key).ok_or_else(wrong);
        }
        let (number, rest) = text.split_once(" days ").ok_or_else(wrong)?;
        let days: i16 = number.parse().map_err(|_| wrong())?;
        if days <= 0 {
            return Err(wrong());
        }
        match rest.split_once(' ') {
            Some(("after", key)) => milestone(days, key).ok_or_else(wrong),
            Some(("before", key)) => milestone(-days, key).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

fn milestone(days: i16, key: &str) -> Option<Due> {
    let plain = !key.is_empty() && !key.contains(char::is_whitespace);
    plain.then(|| Due::Milestone { days, key: key.to_owned() })
}

as_text!(Due, "A point in time relative to something.", "day 30");
