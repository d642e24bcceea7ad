//! How a design brings its people together: which roles sit on which side, and in what form.

use design::{Chooser, Design, Question, Role, RoleName, Sides, Span, Tie};

use super::Refused;

/// The form in which people are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Somebody who gives with somebody who receives.
    Sides,
    /// Two by two in one pool.
    Pool {
        /// Whether an odd pool makes one group of three.
        triad: bool,
    },
    /// Groups.
    Groups(Sizes),
}

/// How large a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Of those who are divided among groups.
    pub members: Span,
    /// Of those who lead; none for a circle of equals.
    pub leaders: Option<Span>,
    /// Whether those who lead are in no other's group, so that support never runs in a loop.
    pub layered: bool,
}

impl Shape {
    /// Whether all hold one role.
    #[must_use]
    pub const fn is_of_equals(self) -> bool {
        match self {
            Self::Sides => false,
            Self::Pool { .. } => true,
            Self::Groups(sizes) => sizes.leaders.is_none(),
        }
    }

    /// The sizes of groups, where there are groups.
    #[must_use]
    pub const fn groups(self) -> Option<Sizes> {
        match self {
            Self::Groups(sizes) => Some(sizes),
            Self::Sides | Self::Pool { .. } => None,
        }
    }
}

/// What a round of a design is about.
#[derive(Debug)]
pub(super) struct Cast {
    pub giver: Role,
    pub receiver: Role,
    pub shape: Shape,
}

/// The roles and the form of a design's rounds.
///
/// # Errors
/// When the design leaves the choice to people, or asks what no round answers yet.
pub(super) fn cast(design: &Design) -> Result<Cast, Refused> {
    let named = |givers: &RoleName, receivers: &RoleName, shape| {
        let (giver, receiver) = (design.role(givers), design.role(receivers));
        let (giver, receiver) =
            giver.cloned().zip(receiver.cloned()).ok_or(Refused::NothingToSolve)?;
        Ok(Cast { giver, receiver, shape })
    };
    let layered = design.matching.musts.contains(&Tie::NoLoop);
    let led = |leaders, members| Shape::Groups(Sizes { members, leaders: Some(leaders), layered });
    match design.question() {
        Question::Assignment { givers, receivers }
        | Question::Stable { givers, receivers, at_most: None } => {
            named(&givers, &receivers, Shape::Sides)
        }
        Question::Pool { role, triad } => named(&role, &role, Shape::Pool { triad }),
        Question::Groups { members, size, leaders: Some((leaders, each)) } => {
            named(&leaders, &members, led(each, size))
        }
        Question::Groups { members, size, leaders: None } => {
            let sizes = Sizes { members: size, leaders: None, layered: false };
            named(&members, &members, Shape::Groups(sizes))
        }
        Question::Supervision { supporters, supported, size } => {
            named(&supporters, &supported, led(Span::exactly(1), size))
        }
        // One turn at a time: those who met before are remembered as earlier partners.
        Question::Rounds { sides: Sides::One { role }, rounds, size, memory: true }
            if rounds == Span::exactly(1) && size.least <= 2 =>
        {
            let triad = size.most > 2 && design.matching.odd_one == design::OddOne::Triad;
            named(&role, &role, Shape::Pool { triad })
        }
        // The line itself says who belongs together; the engine only reads it.
        Question::Nothing if is_given_by_the_line(design) => {
            let (giver, receiver) = design.two_sides().ok_or(Refused::NothingToSolve)?;
            named(&giver.name, &receiver.name, Shape::Sides)
        }
        Question::Nothing => Err(Refused::NothingToSolve),
        other @ (Question::Stable { .. } | Question::Booking { .. } | Question::Rounds { .. }) => {
            Err(Refused::NotYet(other))
        }
    }
}

/// Those who give and those who receive, whoever chooses.
///
/// # Errors
/// When the design has no two sides.
pub(super) fn two(design: &Design) -> Result<Cast, Refused> {
    let (giver, receiver) = design.two_sides().ok_or(Refused::NothingToSolve)?;
    Ok(Cast { giver: giver.clone(), receiver: receiver.clone(), shape: Shape::Sides })
}

fn is_given_by_the_line(design: &Design) -> bool {
    let line = |tie: &Tie| matches!(tie, Tie::DirectManager | Tie::InReportingLine);
    design.matching.chooser == Chooser::Roster && design.matching.musts.iter().any(line)
}
