//! What there may be to do, and what comes first.

/// A list longer than this is not read on a Monday.
pub const MOST: usize = 7;

/// A kind of thing to do, the most urgent first: somebody who asks for help comes before
/// everything, then what a person waits for, then what only the programme waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody said that something is not right, and nobody has answered.
    Concerns,
    /// Somebody asked for help, or says that it does not go well.
    Unhappy,
    /// Offers that end in two days and that nobody has answered.
    OffersEnding,
    /// People of whom a check or a consent does not hold, or ends soon.
    Clearances,
    /// Applications that wait for a decision.
    Applications,
    /// Relationships without a meeting for three weeks.
    Quiet,
    /// Relationships whose last day is within two weeks, where the design has something to do then.
    Closings,
    /// People who were accepted and have nobody.
    Unmatched,
    /// A matching round that was solved and not published.
    RoundWaiting,
    /// Registration that ends within a week.
    RegistrationEnding,
    /// A programme that ends within two weeks or is over.
    Ending,
    /// Invitations that nobody has answered for a week.
    Invitations,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub kind: Kind,
    /// In which programme.
    pub programme_id: String,
    /// Its name.
    pub programme: String,
    /// How many it is about; for dates, how many days are left.
    pub count: i64,
    /// The round to look at, where it is about one.
    pub round: Option<String>,
}

impl Task {
    /// Where it is done.
    #[must_use]
    pub fn href(&self) -> String {
        let programme = format!("/programmes/{}", self.programme_id);
        match self.kind {
            Kind::Concerns => "/concerns".to_owned(),
            Kind::Unhappy => format!("{programme}/relationships?health=unhappy"),
            Kind::OffersEnding => format!("{programme}/relationships?health=offered"),
            Kind::Quiet => format!("{programme}/relationships?health=stuck"),
            Kind::Closings => format!("{programme}/relationships?sort=ending"),
            Kind::Clearances => format!("{programme}/clearances"),
            Kind::Applications => format!("{programme}/applications"),
            Kind::RoundWaiting => {
                format!("{programme}/rounds/{}", self.round.as_deref().unwrap_or_default())
            }
            Kind::Unmatched | Kind::RegistrationEnding | Kind::Ending => programme,
            Kind::Invitations => format!("{programme}/invitations"),
        }
    }

    /// The stem of its sentences' keys: what to do, why (`-why`), the button (`-go`), and the ready
    /// message (`-message`).
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self.kind {
            Kind::Concerns => "monday-concerns",
            Kind::Unhappy => "monday-unhappy",
            Kind::OffersEnding => "monday-offers-ending",
            Kind::Clearances => "monday-clearances",
            Kind::Applications => "monday-applications",
            Kind::Quiet => "monday-quiet",
            Kind::Closings => "monday-closings",
            Kind::Unmatched => "monday-unmatched",
            Kind::RoundWaiting => "monday-round-waiting",
            Kind::RegistrationEnding => "monday-registration-ending",
            Kind::Ending => "monday-ending",
            Kind::Invitations => "monday-invitations",
        }
    }
}

/// The most urgent tasks, at most [`MOST`], and how many are left out.
#[must_use]
pub fn most_urgent(mut tasks: Vec<Task>) -> (Vec<Task>, usize) {
    tasks.sort_by(|a, b| {
        (a.kind, std::cmp::Reverse(a.count), &a.programme_id).cmp(&(
            b.kind,
            std::cmp::Reverse(b.count),
            &b.programme_id,
        ))
    });
    let more = tasks.len().saturating_sub(MOST);
    tasks.truncate(MOST);
    (tasks, more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_short_and_people_in_need_come_first() {
        let kinds = [Kind::Invitations, Kind::Quiet, Kind::Unhappy, Kind::Applications];
        let tasks = (0..12)
            .map(|n| Task {
                kind: kinds[n % 4],
                programme_id: n.to_string(),
                programme: String::new(),
                count: 1,
                round: None,
            })
            .collect();
        let (list, more) = most_urgent(tasks);
        assert_eq!((list.len(), more), (MOST, 5));
        assert!(list[..3].iter().all(|t| t.kind == Kind::Unhappy));
    }
}
