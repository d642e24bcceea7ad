//! Checks of boundary, channel and embedding.

use super::{Flaw, keys};
use crate::{Design, Due, Embedding, MeetingForm, Occasion, Reach, Tie, Way};

pub(super) fn check(design: &Design, flaws: &mut Vec<Flaw>) {
    check_reach(design, flaws);
    check_channel(design, flaws);
    check_host(design, flaws);
}

fn check_reach(design: &Design, flaws: &mut Vec<Flaw>) {
    let musts = &design.matching.musts;
    let disagree = |key, tie: &Tie| {
        musts
            .contains(tie)
            .then(|| Flaw::new(key, ["reach", "matching.musts"]).with("tie", tie.said(design)))
    };
    match &design.reach {
        Reach::Inside => {
            flaws.extend(disagree("flaw-inside-needs-outside", &Tie::DifferentOrganisation));
            flaws.extend(disagree("flaw-inside-needs-outside", &Tie::NotCompetitors));
        }
        Reach::Across { quota, .. } => {
            flaws.extend(disagree("flaw-across-stays-inside", &Tie::SameOrganisation));
            flaws.extend(disagree("flaw-across-stays-inside", &Tie::InReportingLine));
            flaws.extend(disagree("flaw-across-stays-inside", &Tie::DirectManager));
            if *quota == Some(0) {
                flaws.push(Flaw::new("flaw-quota-senseless", ["reach.across.quota"]));
            }
        }
        Reach::Segment { discreet, .. } => {
            let is_hidden = design.care.hidden_from.contains(&crate::Onlooker::Colleagues);
            if *discreet && !is_hidden {
                flaws.push(Flaw::new(
                    "flaw-discreet-but-listed",
                    ["reach.segment.discreet", "care.hidden-from"],
                ));
            }
        }
        Reach::Membership { stale_after_weeks, popular_after, .. }
        | Reach::Anyone { stale_after_weeks, popular_after } => {
            if *stale_after_weeks == 0 || *popular_after == 0 {
                flaws.push(Flaw::new("flaw-quota-senseless", ["reach"]));
            }
        }
    }
}

fn check_channel(design: &Design, flaws: &mut Vec<Flaw>) {
    let musts = &design.matching.musts;
    let same_site = Tie::Same("site".to_owned());
    let other_site = Tie::Different("site".to_owned());
    match design.channel.form {
        MeetingForm::InPerson => {
            if musts.contains(&other_site) {
                flaws.push(Flaw::new("flaw-in-person-apart", ["channel.form", "matching.musts"]));
            }
            if design.channel.links {
                flaws.push(Flaw::new(
                    "flaw-in-person-with-links",
                    ["channel.form", "channel.links"],
                ));
            }
        }
        MeetingForm::Virtual => {
            if musts.contains(&same_site) {
                flaws.push(Flaw::new("flaw-virtual-same-site", ["channel.form", "matching.musts"]));
            }
        }
        MeetingForm::Hybrid => {}
    }
}

fn check_host(design: &Design, flaws: &mut Vec<Flaw>) {
    let known: Vec<&str> = match &design.embedding {
        Embedding::Separate => Vec::new(),
        Embedding::Host { milestones, .. } => {
            keys("embedding.host.milestones", milestones.iter().map(|one| one.key.as_str()), flaws);
            milestones.iter().map(|one| one.key.as_str()).collect()
        }
    };
    for due in design.dues() {
        match due {
            Due::Milestone { key, .. } if !known.contains(&key.as_str()) => {
                flaws.push(
                    Flaw::new("flaw-milestone-unknown", ["journey", "embedding"])
                        .with("key", key.as_str()),
                );
            }
            Due::Milestone { .. }
            | Due::Enrolment
            | Due::Day(_)
            | Due::Middle
            | Due::End
            | Due::AfterMeeting(_)
            | Due::AfterEachMeeting => {}
        }
    }
    for door in &design.doors {
        let by_host = match door.way {
            Way::Trigger { on, .. } => on == Occasion::HostMilestone,
            Way::Open
            | Way::Application { .. }
            | Way::Invitation
            | Way::Nomination { .. }
            | Way::Roster => false,
        };
        if by_host && design.embedding == Embedding::Separate {
            flaws.push(Flaw::new("flaw-host-door-without-host", ["doors.way", "embedding"]));
        }
    }
}
