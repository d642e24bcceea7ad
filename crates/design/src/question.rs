//! What the engine is asked: derived from a design, never chosen.

use crate::{Chooser, Design, Objective, OddOne, Role, RoleName, Rule, Span, Stance};

/// The question that a design asks the matching engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Givers to receivers, each with a capacity.
    Assignment {
        /// The role that gives.
        givers: RoleName,
        /// The role that receives.
        receivers: RoleName,
    },
    /// Pairs in one pool of equals.
    Pool {
        /// The role that all hold.
        role: RoleName,
        /// Whether the odd one out makes a triad.
        triad: bool,
    },
    /// Groups with bounds on their size.
    Groups {
        /// The role whose holders are divided among groups.
        members: RoleName,
        /// How many of them one group has.
        size: Span,
        /// The role that leads a group, and how many of it; none for a circle of equals.
        leaders: Option<(RoleName, Span)>,
    },
    /// An assignment that is stable against ranked lists.
    Stable {
        /// The role that gives.
        givers: RoleName,
        /// The role that receives.
        receivers: RoleName,
        /// The most names on one list; none where scores stand for lists.
        at_most: Option<u16>,
    },
    /// Receivers to open slots of givers.
    Booking {
        /// The role that offers slots.
        givers: RoleName,
        /// The role that books.
        receivers: RoleName,
    },
    /// Rounds in which everybody meets somebody new.
    Rounds {
        /// Who meets whom.
        sides: Sides,
        /// How many rounds at one sitting.
        rounds: Span,
        /// How many sit together.
        size: Span,
        /// Whether earlier rounds are remembered.
        memory: bool,
    },
    /// Those who support to supporters, without loops and with nobody left out.
    Supervision {
        /// The role that supports.
        supporters: RoleName,
        /// The role that is supported.
        supported: RoleName,
        /// How many one supporter has.
        size: Span,
    },
    /// Nothing: people decide, or the pairs are given.
    Nothing,
}

/// The sides of speed rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Two roles meet each other.
    Two {
        /// The role that gives.
        givers: RoleName,
        /// The role that receives.
        receivers: RoleName,
    },
    /// All of one role meet each other.
    One {
        /// The role.
        role: RoleName,
    },
}

impl Design {
    /// What the engine is asked.
    pub fn question(&self) -> Question {
        match &self.matching.chooser {
            Chooser::Engine => self.engine_question(),
            Chooser::Rankings { at_most, .. } => match self.two_sides() {
                Some((givers, receivers)) => Question::Stable {
                    givers: givers.name.clone(),
                    receivers: receivers.name.clone(),
                    at_most: Some(*at_most),
                },
                None => self.engine_question(),
            },
            Chooser::Booking { .. } => match self.two_sides() {
                Some((givers, receivers)) => Question::Booking {
                    givers: givers.name.clone(),
                    receivers: receivers.name.clone(),
                },
                None => Question::Nothing,
            },
            Chooser::SpeedRounds { rounds } => self.rounds(*rounds, false),
            Chooser::Coffee { .. } => self.rounds(Span::exactly(1), true),
            Chooser::Coordinator | Chooser::Asks { .. } | Chooser::SignUp | Chooser::Roster => {
                Question::Nothing
            }
        }
    }

    fn engine_question(&self) -> Question {
        let Some((givers, receivers)) = self.two_sides() else {
            return self.question_of_equals();
        };
        if receivers.who.contains(&Rule::Mentors) {
            return Question::Supervision {
                supporters: givers.name.clone(),
                supported: receivers.name.clone(),
                size: receivers.seats,
            };
        }
        if receivers.seats.most > 1 || givers.seats.most > 1 {
            return Question::Groups {
                members: receivers.name.clone(),
                size: receivers.seats,
                leaders: Some((givers.name.clone(), givers.seats)),
            };
        }
        let (givers, receivers) = (givers.name.clone(), receivers.name.clone());
        match self.matching.objective {
            Objective::Stable => Question::Stable { givers, receivers, at_most: None },
            Objective::Total | Objective::Coverage | Objective::WorstOff => {
                Question::Assignment { givers, receivers }
            }
        }
    }

    fn question_of_equals(&self) -> Question {
        let Some(role) = self.roles.first() else {
            return Question::Nothing;
        };
        if role.seats.least <= 2 && role.seats.most <= 3 {
            let triad = role.seats.most == 3 && self.matching.odd_one == OddOne::Triad;
            return Question::Pool { role: role.name.clone(), triad };
        }
        Question::Groups { members: role.name.clone(), size: role.seats, leaders: None }
    }

    fn rounds(&self, rounds: Span, memory: bool) -> Question {
        match self.two_sides() {
            Some((givers, receivers)) => Question::Rounds {
                sides: Sides::Two {
                    givers: givers.name.clone(),
                    receivers: receivers.name.clone(),
                },
                rounds,
                size: Span::exactly(2),
                memory,
            },
            None => match self.roles.first() {
                Some(role) => Question::Rounds {
                    sides: Sides::One { role: role.name.clone() },
                    rounds,
                    size: role.seats,
                    memory,
                },
                None => Question::Nothing,
            },
        }
    }

    /// How many rounds the design allows, where two sides meet in rounds at one event.
    pub fn rounds_at_an_event(&self) -> Option<Span> {
        match self.question() {
            Question::Rounds { sides: Sides::Two { .. }, rounds, memory: false, .. } => {
                Some(rounds)
            }
            Question::Rounds { .. }
            | Question::Assignment { .. }
            | Question::Pool { .. }
            | Question::Groups { .. }
            | Question::Stable { .. }
            | Question::Booking { .. }
            | Question::Supervision { .. }
            | Question::Nothing => None,
        }
    }

    /// The role that gives and the role that receives, where the coordinator puts pairs of them
    /// together by hand, and the engine only shows who fits.
    pub fn pairs_by_hand(&self) -> Option<(&Role, &Role)> {
        let by_hand = self.matching.chooser == Chooser::Coordinator;
        let pair =
            |(giver, receiver): &(&Role, &Role)| giver.seats.most.max(receiver.seats.most) == 1;
        self.two_sides().filter(|sides| by_hand && pair(sides))
    }

    /// The role that gives and the role that receives, where the design has both.
    pub fn two_sides(&self) -> Option<(&Role, &Role)> {
        let giver = self.roles.iter().find(|role| role.stance == Stance::Gives)?;
        let receiver = self.roles.iter().find(|role| role.stance == Stance::Receives)?;
        Some((giver, receiver))
    }
}
