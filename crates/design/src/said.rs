//! Values of a design as parts of sentences.

use crate::{
    Cadence, Chooser, Design, Due, Form, Length, Objective, Pace, Role, Rule, Sentence, Span,
    Stretch, Tie, Way, Weight, form,
};

impl Span {
    /// "4" or "4 to 8".
    pub fn said(self) -> Sentence {
        if self.least == self.most {
            Sentence::plain("design-number").with("number", self.most)
        } else {
            Sentence::plain("design-span").with("least", self.least).with("most", self.most)
        }
    }
}

impl Length {
    /// "9 months".
    pub fn said(self) -> Sentence {
        let (key, number) = match self {
            Length::Months(1) => return Sentence::plain("length-month"),
            Length::Weeks(1) => return Sentence::plain("length-week"),
            Length::Days(1) => return Sentence::plain("length-day"),
            Length::Meetings(1) => return Sentence::plain("length-meeting"),
            Length::AsHost => return Sentence::plain("length-as-host"),
            Length::Ongoing => return Sentence::plain("length-ongoing"),
            Length::Months(number) => ("length-months", number),
            Length::Weeks(number) => ("length-weeks", number),
            Length::Days(number) => ("length-days", number),
            Length::Meetings(number) => ("length-meetings", number),
        };
        Sentence::plain(key).with("number", number)
    }
}

impl Pace {
    /// "fortnightly", "every 3 weeks".
    pub fn said(&self) -> Sentence {
        let (key, number) = match self {
            Pace::EveryDays(1) => return Sentence::plain("pace-daily"),
            Pace::EveryWeeks(1) => return Sentence::plain("pace-weekly"),
            Pace::EveryWeeks(2) => return Sentence::plain("pace-fortnightly"),
            Pace::EveryMonths(1) => return Sentence::plain("pace-monthly"),
            Pace::Once => return Sentence::plain("pace-once"),
            Pace::AsAgreed => return Sentence::plain("pace-as-agreed"),
            Pace::OnDays(days) => {
                let days = days.iter().map(|day| Span::exactly(*day).said()).collect::<Vec<_>>();
                return Sentence::plain("pace-on-days").with("days", days);
            }
            Pace::EveryDays(number) => ("pace-days", number),
            Pace::EveryWeeks(number) => ("pace-weeks", number),
            Pace::EveryMonths(number) => ("pace-months", number),
        };
        Sentence::plain(key).with("number", *number)
    }
}

impl Stretch {
    fn said(self) -> Sentence {
        match self {
            Stretch::Weeks(number) => Length::Weeks(number).said(),
            Stretch::Months(number) => Length::Months(number).said(),
        }
    }
}

impl Cadence {
    /// "fortnightly for 2 months, then monthly".
    pub fn said(&self) -> Sentence {
        let last = self.then.said();
        self.first.iter().rev().fold(last, |then, (pace, stretch)| {
            Sentence::plain("cadence-then")
                .with("pace", pace.said())
                .with("stretch", stretch.said())
                .with("then", then)
        })
    }
}

impl Due {
    /// "on day 30", "two weeks after module 3".
    pub fn said(&self) -> Sentence {
        match self {
            Due::Enrolment => Sentence::plain("due-enrolment"),
            Due::Day(0) => Sentence::plain("due-start"),
            Due::Day(day) if *day < 0 => {
                Sentence::plain("due-before").with("days", day.unsigned_abs())
            }
            Due::Day(day) => Sentence::plain("due-day").with("day", day.unsigned_abs()),
            Due::Middle => Sentence::plain("due-middle"),
            Due::End => Sentence::plain("due-end"),
            Due::AfterMeeting(number) => Sentence::plain("due-meeting").with("number", *number),
            Due::AfterEachMeeting => Sentence::plain("due-each-meeting"),
            Due::Milestone { days: 0, key } => {
                Sentence::plain("due-milestone").with("key", key.as_str())
            }
            Due::Milestone { days, key } => {
                let key_of = if *days < 0 { "due-milestone-before" } else { "due-milestone-after" };
                Sentence::plain(key_of).with("days", days.unsigned_abs()).with("key", key.as_str())
            }
        }
    }
}

impl Role {
    /// "one mentor", "4 to 8 mentees".
    pub fn said(&self, number: Span) -> Sentence {
        let label = if number.most == 1 { &self.label.one } else { &self.label.many };
        let key = if number == Span::exactly(1) { "design-one-of" } else { "design-so-many-of" };
        Sentence::plain(key).with("number", number.said()).with("label", label.as_str())
    }
}

impl Rule {
    /// The rule as what is true of a person: "is new".
    pub fn said(&self) -> Sentence {
        match self {
            Rule::Tenure { months } => Sentence::plain("rule-tenure").with("months", *months),
            Rule::Level { .. } => Sentence::plain("rule-level"),
            Rule::Nominated => Sentence::plain("rule-nominated"),
            Rule::Screened => Sentence::plain("rule-screened"),
            Rule::GuardianConsent => Sentence::plain("rule-guardian-consent"),
            Rule::Adult => Sentence::plain("rule-adult"),
            Rule::InSegment => Sentence::plain("rule-in-segment"),
            Rule::Member => Sentence::plain("rule-member"),
            Rule::Trained { .. } => Sentence::plain("rule-trained"),
            Rule::CompletedCourse => Sentence::plain("rule-completed-course"),
            Rule::HiredWithin { days } => Sentence::plain("rule-hired-within").with("days", *days),
            Rule::Prerequisites => Sentence::plain("rule-prerequisites"),
            Rule::Mentors => Sentence::plain("rule-mentors"),
            Rule::IsMentored => Sentence::plain("rule-is-mentored"),
            Rule::LeadsTheOther => Sentence::plain("rule-leads-the-other"),
            Rule::Answered { any, .. } => {
                Sentence::plain("rule-answered").with("answers", any.join(" / "))
            }
        }
    }
}

impl Objective {
    /// "the most people placed".
    pub fn said(self) -> Sentence {
        Sentence::plain(match self {
            Objective::Total => "objective-total",
            Objective::Coverage => "objective-coverage",
            Objective::WorstOff => "objective-worst-off",
            Objective::Stable => "objective-stable",
        })
    }
}

impl Weight {
    /// "high".
    pub fn said(self) -> Sentence {
        Sentence::plain(match self {
            Weight::High => "weight-high",
            Weight::Medium => "weight-medium",
            Weight::Low => "weight-low",
        })
    }
}

impl Chooser {
    /// "The engine proposes a whole round; the coordinator reviews and publishes it."
    pub fn said(&self, design: &Design) -> Sentence {
        match self {
            Chooser::Engine => Sentence::plain("chooser-engine"),
            Chooser::Coordinator => Sentence::plain("chooser-coordinator"),
            Chooser::Rankings { at_most, by } => {
                let by: Vec<Sentence> = by.iter().map(|name| design.label(name)).collect();
                Sentence::plain("chooser-rankings").with("by", by).with("most", *at_most)
            }
            Chooser::Asks { role, at_once } => Sentence::plain("chooser-asks")
                .with("role", design.label(role))
                .with("most", *at_once),
            Chooser::Booking { giver_per_week, receiver_per_month, .. } => {
                Sentence::plain("chooser-booking")
                    .with("week", *giver_per_week)
                    .with("month", *receiver_per_month)
            }
            Chooser::SpeedRounds { rounds } => {
                Sentence::plain("chooser-speed-rounds").with("rounds", rounds.said())
            }
            Chooser::Coffee { every_weeks, mix } => {
                let key = match mix {
                    crate::Mix::Random => "chooser-coffee-random",
                    crate::Mix::Diverse => "chooser-coffee-diverse",
                };
                Sentence::plain(key).with("pace", Pace::EveryWeeks(*every_weeks).said())
            }
            Chooser::SignUp => Sentence::plain("chooser-sign-up"),
            Chooser::Roster => Sentence::plain("chooser-roster"),
        }
    }
}

impl Way {
    /// "by application", "from a list".
    pub fn said(&self) -> Sentence {
        match self {
            Way::Open => Sentence::plain("way-open"),
            Way::Application { .. } => Sentence::plain("way-application"),
            Way::Invitation => Sentence::plain("way-invitation"),
            Way::Nomination { .. } => Sentence::plain("way-nomination"),
            Way::Roster => Sentence::plain("way-roster"),
            Way::Trigger { on, days } => {
                let key = match on {
                    crate::Occasion::Hired => "way-hired",
                    crate::Occasion::CourseCompleted => "way-course-completed",
                    crate::Occasion::HostMilestone => "way-host-milestone",
                    crate::Occasion::BecameMentor => "way-became-mentor",
                };
                let side = if *days < 0 { "way-trigger-before" } else { "way-trigger-after" };
                Sentence::plain(side)
                    .with("days", days.unsigned_abs())
                    .with("occasion", Sentence::plain(key))
            }
        }
    }
}

impl Tie {
    /// The tie as what two partners do: "share a language".
    pub fn said(&self, design: &Design) -> Sentence {
        let of = |key: &'static str, attribute: &str| {
            Sentence::plain(key).with("attribute", design.form.attribute(attribute))
        };
        match self {
            Tie::SameOrganisation => Sentence::plain("tie-same-organisation"),
            Tie::DifferentOrganisation => Sentence::plain("tie-different-organisation"),
            Tie::NotCompetitors => Sentence::plain("tie-not-competitors"),
            Tie::InReportingLine => Sentence::plain("tie-in-reporting-line"),
            Tie::DirectManager => Sentence::plain("tie-direct-manager"),
            Tie::NotInReportingLine => Sentence::plain("tie-not-in-reporting-line"),
            Tie::NotDirectManager => Sentence::plain("tie-not-direct-manager"),
            Tie::NotSameManager => Sentence::plain("tie-not-same-manager"),
            Tie::Same(key) => of("tie-same", key),
            Tie::Different(key) => of("tie-different", key),
            Tie::DifferentAmong { attribute, role } => {
                of("tie-different-among", attribute).with("role", design.label(role))
            }
            Tie::Shares(key) => of("tie-shares", key),
            Tie::SharesNone(key) => of("tie-shares-none", key),
            Tie::Complements(key) => of("tie-complements", key),
            Tie::Similar(key) => of("tie-similar", key),
            Tie::Diverse(key) => of("tie-diverse", key),
            Tie::LevelAbove { role, by } => Sentence::plain("tie-level-above")
                .with("role", design.label_of_one(role))
                .with("by", by.said()),
            Tie::LevelWithin { steps: 0 } => Sentence::plain("tie-level-equal"),
            Tie::LevelWithin { steps: 1 } => Sentence::plain("tie-level-within-one"),
            Tie::LevelWithin { steps } => Sentence::plain("tie-level-within").with("steps", *steps),
            Tie::Ahead { attribute, role, by } => of("tie-ahead", attribute)
                .with("role", design.label_of_one(role))
                .with("by", by.said()),
            Tie::Covers { .. } => Sentence::plain("tie-covers"),
            Tie::Exchange { .. } => Sentence::plain("tie-exchange"),
            Tie::CommonLanguage => Sentence::plain("tie-common-language"),
            Tie::WorkingHoursOverlap { hours } => {
                Sentence::plain("tie-working-hours-overlap").with("hours", *hours)
            }
            Tie::CommonSlot => Sentence::plain("tie-common-slot"),
            Tie::NeverPairedBefore => Sentence::plain("tie-never-paired-before"),
            Tie::NotMetBefore => Sentence::plain("tie-not-met-before"),
            Tie::Prefers => Sentence::plain("tie-prefers"),
            Tie::NotAvoided => Sentence::plain("tie-not-avoided"),
            Tie::NoLoop => Sentence::plain("tie-no-loop"),
        }
    }
}

impl Form {
    /// A fact about people in words: a question's label, or a word for a fact of the profile.
    pub fn attribute(&self, key: &str) -> Sentence {
        if let Some(question) = self.question(key) {
            return Sentence::plain("attribute-answer").with("label", question.label.as_str());
        }
        match form::PROFILE.iter().position(|known| *known == key) {
            Some(place) => Sentence::plain(PROFILE_KEYS[place]),
            None => Sentence::plain("attribute-unknown").with("key", key),
        }
    }
}

/// The catalogue's keys of [`form::PROFILE`], in the same order.
const PROFILE_KEYS: [&str; form::PROFILE.len()] = [
    "attribute-organisation",
    "attribute-department",
    "attribute-site",
    "attribute-job-title",
    "attribute-level",
    "attribute-manager",
    "attribute-groups",
    "attribute-time-zone",
    "attribute-languages",
    "attribute-availability",
    "attribute-hired",
];

impl Design {
    /// A role's label for several, or its name where the design does not know it.
    pub fn label(&self, role: &str) -> Sentence {
        let label = self.role(role).map_or(role, |role| role.label.many.as_str());
        Sentence::plain("design-text").with("text", label)
    }

    /// A role's label for one, or its name where the design does not know it.
    pub fn label_of_one(&self, role: &str) -> Sentence {
        let label = self.role(role).map_or(role, |role| role.label.one.as_str());
        Sentence::plain("design-text").with("text", label)
    }
}
