//! Checks of care and support.

use super::{Flaw, known_roles};
use crate::{
    About, Approval, Chooser, ContentReports, Conversations, Design, DoubleRole, Nominator,
    Onlooker, Reach, Rule, Support, Way,
};

/// No statistic about fewer people than this protects anybody.
const SMALLEST_CELL: u16 = 3;

pub(super) fn check(design: &Design, flaws: &mut Vec<Flaw>) {
    let care = &design.care;
    if care.smallest_cell < SMALLEST_CELL {
        flaws.push(
            Flaw::new("flaw-cell-too-small", ["care.smallest-cell"]).with("least", SMALLEST_CELL),
        );
    }
    known_roles(design, "care.quiet-exit", &care.quiet_exit, flaws);
    known_roles(design, "care.may-not-browse", &care.may_not_browse, flaws);
    if let Some(screening) = &care.screening {
        known_roles(design, "care.screening.roles", &screening.roles, flaws);
        if screening.valid_months == 0 {
            flaws.push(Flaw::new("flaw-screening-never-valid", ["care.screening.valid-months"]));
        }
    }
    if design.population.minors {
        check_minors(design, flaws);
    }
    check_hidden(design, flaws);
    check_reports(design, flaws);
    check_support(design, flaws);
}

fn check_minors(design: &Design, flaws: &mut Vec<Flaw>) {
    let care = &design.care;
    let mut unsafe_by = |key, setting| flaws.push(Flaw::new(key, ["population.minors", setting]));
    if care.conversations != Conversations::Supervised {
        unsafe_by("flaw-minors-unsupervised", "care.conversations");
    }
    if !care.guardian_consent {
        unsafe_by("flaw-minors-without-consent", "care.guardian-consent");
    }
    if care.concerns.is_none() {
        unsafe_by("flaw-minors-without-concerns", "care.concerns");
    }
    let screened = |name: &String| care.screening.as_ref().is_some_and(|s| s.roles.contains(name));
    if design.givers().any(|role| !screened(&role.name)) {
        unsafe_by("flaw-minors-unscreened", "care.screening");
    }
    match design.reach {
        Reach::Anyone { .. } | Reach::Membership { public_page: true, .. } => {
            unsafe_by("flaw-minors-in-public", "reach");
        }
        Reach::Inside | Reach::Segment { .. } | Reach::Across { .. } | Reach::Membership { .. } => {
        }
    }
}

fn check_hidden(design: &Design, flaws: &mut Vec<Flaw>) {
    let care = &design.care;
    let from_participants = care.hidden_from.contains(&Onlooker::Participants);
    let people_look = match &design.matching.chooser {
        Chooser::Asks { role, .. } => {
            if care.may_not_browse.contains(role) {
                let flaw =
                    Flaw::new("flaw-asks-blindly", ["matching.chooser", "care.may-not-browse"]);
                flaws.push(flaw.with("role", role.as_str()));
            }
            true
        }
        Chooser::Rankings { .. } | Chooser::Booking { .. } => true,
        Chooser::Engine
        | Chooser::Coordinator
        | Chooser::SpeedRounds { .. }
        | Chooser::Coffee { .. }
        | Chooser::SignUp
        | Chooser::Roster => false,
    };
    if from_participants && people_look {
        flaws.push(Flaw::new(
            "flaw-hidden-but-chosen-from",
            ["care.hidden-from", "matching.chooser"],
        ));
    }
    if care.hidden_from.contains(&Onlooker::LineManagers) {
        for door in &design.doors {
            let manager_knows = match &door.way {
                Way::Application { approval } => *approval == Approval::ManagerThenCoordinator,
                Way::Nomination { by } => by.contains(&Nominator::Manager),
                Way::Open | Way::Invitation | Way::Roster | Way::Trigger { .. } => false,
            };
            if manager_knows {
                flaws.push(Flaw::new(
                    "flaw-hidden-from-who-decides",
                    ["care.hidden-from", "doors.way"],
                ));
            }
        }
    }
}

fn check_reports(design: &Design, flaws: &mut Vec<Flaw>) {
    if design.care.content_reports == ContentReports::Counts {
        return;
    }
    for survey in &design.journey.surveys {
        let asks_content = match survey.about {
            About::Commitments | About::Competencies | About::Evaluation | About::Outcomes => true,
            About::Experience | About::Meeting => false,
        };
        if asks_content {
            let flaw = Flaw::new(
                "flaw-content-asked-but-not-reported",
                ["care.content-reports", "journey.surveys"],
            );
            flaws.push(flaw.with("survey", survey.title.as_str()));
        }
    }
}

fn check_support(design: &Design, flaws: &mut Vec<Flaw>) {
    match &design.support {
        Support::None => {}
        Support::PeerCircle { every_weeks } => {
            if *every_weeks == 0 {
                flaws.push(Flaw::new("flaw-support-senseless", ["support"]));
            }
        }
        Support::MentorOfMentors { size, every_weeks, double_role, .. } => {
            if *every_weeks == 0 || size.most == 0 || size.is_upside_down() {
                flaws.push(Flaw::new("flaw-support-senseless", ["support"]));
            }
            let mentored = design.givers().all(|role| role.who.contains(&Rule::IsMentored));
            if *double_role == DoubleRole::Required && !mentored {
                flaws.push(Flaw::new("flaw-double-role-not-asked", ["support", "roles.who"]));
            }
        }
    }
}
