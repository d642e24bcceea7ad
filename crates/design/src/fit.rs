//! Which model fits: five answers of somebody who plans a programme, held against every preset's
//! own data.

use serde::{Deserialize, Serialize};

use crate::{Design, Entry, Kind, Length, MeetingForm, Preset, Reach, presets};

/// What somebody plans. An answer that is not given counts for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What it is for.
    pub purpose: Option<Kind>,
    /// Whose people take part.
    pub people: Option<People>,
    /// How many could support those who want it.
    pub supply: Option<Supply>,
    /// How long a relationship lasts.
    pub lasts: Option<Lasts>,
    /// How its members meet.
    pub channel: Option<MeetingForm>,
}

/// Whose people take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum People {
    /// Those of one organisation.
    Colleagues,
    /// Those of one group within it, as an employee resource group.
    Segment,
    /// Those of several organisations.
    Organisations,
    /// The members of an association, alumni.
    Members,
    /// Whoever registers.
    Anyone,
}

/// How many could support those who want it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Supply {
    /// About one for each.
    Enough,
    /// One for several.
    Few,
    /// Nobody stands above: they support each other.
    Equals,
}

/// How long a relationship lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasts {
    /// One meeting or a few.
    Once,
    /// Up to four months.
    Weeks,
    /// About half a year.
    HalfYear,
    /// Nine months to a year.
    Year,
    /// As long as it takes.
    Open,
}

/// One of the five questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// What it is for.
    Purpose,
    /// Whose people take part.
    People,
    /// How many could support.
    Supply,
    /// How long it lasts.
    Lasts,
    /// How they meet.
    Channel,
}

/// A preset held against a plan.
#[derive(Clone, Debug)]
pub struct Fit {
    /// Which.
    pub preset: Preset,
    /// Its design.
    pub design: Design,
    /// How much agrees; an answer counts as [`Asked::weight`] says, and half where it is near.
    pub points: u32,
    /// The answers that it agrees with.
    pub agrees: Vec<Asked>,
    /// The answers that it does not meet as it stands; all can be changed in the design.
    pub differs: Vec<Asked>,
}

impl Asked {
    /// What an answer counts, in half points: what cannot be changed in a design without making
    /// another programme of it counts most.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Self::Purpose => 8,
            Self::Supply | Self::People => 6,
            Self::Lasts => 4,
            Self::Channel => 2,
        }
    }
}

impl Plan {
    /// What a design itself answers.
    #[must_use]
    pub fn of(design: &Design) -> Self {
        Self {
            purpose: Some(design.population.kind),
            people: Some(People::of(&design.reach)),
            supply: Some(Supply::of(design)),
            lasts: Some(Lasts::of(design)),
            channel: Some(design.channel.form),
        }
    }

    /// The one preset that fits best, and a second where it comes near: at least half of what the
    /// plan says agrees, and the purpose too if one is named and the best has it.
    #[must_use]
    pub fn best(&self) -> Vec<Fit> {
        let mut fits: Vec<Fit> = presets().into_iter().map(|preset| self.held(preset)).collect();
        // Of equals the one that comes first in the gallery.
        fits.sort_by_key(|fit| std::cmp::Reverse(fit.points));
        fits.truncate(2);
        let [best, second] = fits.as_slice() else { return fits };
        let has = |fit: &Fit| fit.agrees.contains(&Asked::Purpose);
        let near = second.points * 2 >= self.weight() && has(second) == has(best);
        if !near {
            fits.truncate(1);
        }
        fits
    }

    fn weight(&self) -> u32 {
        let said = [
            (self.purpose.is_some(), Asked::Purpose),
            (self.people.is_some(), Asked::People),
            (self.supply.is_some(), Asked::Supply),
            (self.lasts.is_some(), Asked::Lasts),
            (self.channel.is_some(), Asked::Channel),
        ];
        said.iter().filter(|(is, _)| *is).map(|(_, asked)| asked.weight()).sum()
    }

    fn held(&self, preset: Preset) -> Fit {
        let design = preset.design();
        let own = Plan::of(&design);
        let mut fit = Fit { preset, design, points: 0, agrees: Vec::new(), differs: Vec::new() };
        let exact = |same: bool| if same { Some(2) } else { Some(0) };
        let answers = [
            (Asked::Purpose, self.purpose.and_then(|p| exact(own.purpose == Some(p)))),
            (Asked::People, self.people.and_then(|p| exact(own.people == Some(p)))),
            (Asked::Supply, self.supply.and_then(|s| exact(own.supply == Some(s)))),
            (Asked::Lasts, self.lasts.zip(own.lasts).map(|(wanted, own)| wanted.near(own))),
            (Asked::Channel, self.channel.zip(own.channel).map(|(wanted, own)| meets(wanted, own))),
        ];
        for (asked, halves) in answers {
            let Some(halves) = halves else { continue };
            fit.points += asked.weight() * halves / 2;
            if halves == 2 { fit.agrees.push(asked) } else { fit.differs.push(asked) }
        }
        fit
    }
}

impl People {
    fn of(reach: &Reach) -> Self {
        match reach {
            Reach::Inside => Self::Colleagues,
            Reach::Segment { .. } => Self::Segment,
            Reach::Across { .. } => Self::Organisations,
            Reach::Membership { .. } => Self::Members,
            Reach::Anyone { .. } => Self::Anyone,
        }
    }
}

impl Supply {
    fn of(design: &Design) -> Self {
        match design.two_sides() {
            None => Self::Equals,
            Some((_, receiver)) if receiver.seats.most > 1 => Self::Few,
            Some(_) => Self::Enough,
        }
    }
}

impl Lasts {
    fn of(design: &Design) -> Self {
        if matches!(design.rhythm.entry, Entry::Flash | Entry::Event) {
            return Self::Once;
        }
        match (design.rhythm.length, design.rhythm.length.days()) {
            (Length::Meetings(_), _) => Self::Once,
            (_, Some(..=125)) => Self::Weeks,
            (_, Some(126..=240)) => Self::HalfYear,
            (_, Some(_)) => Self::Year,
            (_, None) => Self::Open,
        }
    }

    /// Two halves when it is the same, one when it is the next shorter or longer.
    fn near(self, own: Self) -> u32 {
        match (self as i32).abs_diff(own as i32) {
            0 => 2,
            1 => 1,
            _ => 0,
        }
    }
}

/// Who leaves it to the members leaves them each of the two.
fn meets(wanted: MeetingForm, own: MeetingForm) -> u32 {
    match (wanted, own) {
        _ if wanted == own => 2,
        (_, MeetingForm::Hybrid) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(plan: Plan) -> Vec<&'static str> {
        plan.best().iter().map(|fit| fit.preset.name).collect()
    }

    #[test]
    fn every_preset_meets_what_it_says_of_itself() {
        for preset in presets() {
            let fits = Plan::of(&preset.design()).best();
            assert!(fits[0].differs.is_empty(), "{}: {:?}", preset.name, fits[0].differs);
        }
    }

    #[test]
    fn what_people_plan_leads_to_what_an_adviser_would_name() {
        let plan = |purpose, supply, lasts| Plan {
            purpose: Some(purpose),
            people: Some(People::Colleagues),
            supply: Some(supply),
            lasts: Some(lasts),
            channel: Some(MeetingForm::Hybrid),
        };
        let cases = [
            (plan(Kind::Career, Supply::Enough, Lasts::Year), "one-to-one"),
            (plan(Kind::Career, Supply::Few, Lasts::HalfYear), "group"),
            (plan(Kind::Career, Supply::Equals, Lasts::HalfYear), "peer-pair"),
            (plan(Kind::Leadership, Supply::Equals, Lasts::Year), "peer-circle"),
            (plan(Kind::Networking, Supply::Equals, Lasts::Once), "coffee"),
            (plan(Kind::Onboarding, Supply::Enough, Lasts::Weeks), "onboarding-buddy"),
            (plan(Kind::Inclusion, Supply::Enough, Lasts::HalfYear), "reverse"),
            (plan(Kind::MentorDevelopment, Supply::Few, Lasts::Year), "mentor-of-mentors"),
        ];
        for (plan, expected) in cases {
            assert_eq!(names(plan)[0], expected, "{plan:?}");
        }
        let across = Plan { people: Some(People::Organisations), ..Plan::default() };
        assert_eq!(names(across)[0], "cross-company");
    }

    #[test]
    fn nothing_said_names_no_second_by_chance_and_never_fails() {
        let fits = Plan::default().best();
        assert!(fits.iter().all(|fit| fit.points == 0 && fit.differs.is_empty()));
    }
}
