//! The table of permissions: the one place that decides.

/// What a route takes. Every route names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing: sign-in pages, the shared registration link, the theme.
    Anyone,
    /// Somebody who is signed in, about themselves.
    SignedIn,
    /// Somebody who runs the organisation.
    Administrator,
    /// Somebody who may start programmes: an administrator, or a coordinator of any programme.
    ProgrammeMaker,
    /// A coordinator of the programme in the path.
    CoordinatorOfProgramme,
    /// Somebody who takes part in the programme in the path, or coordinates it.
    EnrolledInProgramme,
    /// Somebody who holds or held a seat in the relationship in the path. Coordinators do not.
    SeatHolder,
    /// Whoever holds the secret in the path: it stands for one person and one purpose.
    MailLink,
    /// A machine that shows the token which the operator set for it.
    MachineToken,
    /// Anyone, and only while the installation is a demo.
    DemoOnly,
}

/// What is true of a visitor, as far as a need asks.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one column of the table")]
pub struct Standing {
    /// Is signed in.
    pub signed_in: bool,
    /// Is an administrator of the organisation.
    pub administrator: bool,
    /// Coordinates some programme.
    pub coordinates_any: bool,
    /// Coordinates the programme in the path.
    pub coordinates_this: bool,
    /// Has an enrolment in the programme in the path that was not withdrawn.
    pub enrolled: bool,
    /// Holds or held a seat in the relationship in the path.
    pub holds_seat: bool,
    /// Came with a secret that is good for what the path says.
    pub good_secret: bool,
    /// The installation is a demo.
    pub demo: bool,
}

/// Whether a visitor of this standing may do what takes this need.
#[must_use]
pub fn allows(need: Need, who: &Standing) -> bool {
    match need {
        Need::Anyone => true,
        Need::SignedIn => who.signed_in,
        Need::Administrator => who.signed_in && who.administrator,
        Need::ProgrammeMaker => who.signed_in && (who.administrator || who.coordinates_any),
        Need::CoordinatorOfProgramme => who.signed_in && who.coordinates_this,
        Need::EnrolledInProgramme => who.signed_in && (who.enrolled || who.coordinates_this),
        Need::SeatHolder => who.signed_in && who.holds_seat,
        Need::MailLink | Need::MachineToken => who.good_secret,
        Need::DemoOnly => who.demo,
    }
}

impl Need {
    /// All needs, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::Anyone,
        Self::SignedIn,
        Self::Administrator,
        Self::ProgrammeMaker,
        Self::CoordinatorOfProgramme,
        Self::EnrolledInProgramme,
        Self::SeatHolder,
        Self::MailLink,
        Self::MachineToken,
        Self::DemoOnly,
    ];

    /// The words of `cairn routes`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::SignedIn => "signed in",
            Self::Administrator => "administrator",
            Self::ProgrammeMaker => "programme maker",
            Self::CoordinatorOfProgramme => "coordinator of the programme",
            Self::EnrolledInProgramme => "enrolled in the programme",
            Self::SeatHolder => "seat holder",
            Self::MailLink => "mail link",
            Self::MachineToken => "machine token",
            Self::DemoOnly => "demo only",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(need: Need, allowed: &[Standing], refused: &[Standing]) {
        for who in allowed {
            assert!(allows(need, who), "{need:?} must allow {who:?}");
        }
        for who in refused {
            assert!(!allows(need, who), "{need:?} must refuse {who:?}");
        }
    }

    #[test]
    fn coordinators_and_administrators_hold_no_seat_by_their_office() {
        let office = Standing {
            signed_in: true,
            administrator: true,
            coordinates_any: true,
            coordinates_this: true,
            ..Standing::default()
        };
        let seat = Standing { signed_in: true, holds_seat: true, ..Standing::default() };
        check(Need::SeatHolder, &[seat], &[office, Standing::default()]);
    }

    #[test]
    fn an_administrator_coordinates_only_what_they_were_appointed_to() {
        let administrator =
            Standing { signed_in: true, administrator: true, ..Standing::default() };
        let other = Standing { signed_in: true, coordinates_any: true, ..Standing::default() };
        let this = Standing { coordinates_this: true, ..other };
        check(Need::CoordinatorOfProgramme, &[this], &[administrator, other]);
        check(Need::ProgrammeMaker, &[administrator, other, this], &[Standing::default()]);
        check(Need::Administrator, &[administrator], &[this]);
    }

    #[test]
    fn nothing_but_a_secret_or_an_open_door_lets_a_stranger_in() {
        let stranger = Standing::default();
        let open: Vec<_> = Need::ALL.into_iter().filter(|n| allows(*n, &stranger)).collect();
        assert_eq!(open, [Need::Anyone]);
    }
}
