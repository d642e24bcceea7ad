//! Checks of length, cadence and entry against each other and against who decides.

use super::Flaw;
use crate::{Chooser, Design, Embedding, Entry, Length, Occasion, Pace, Renewal, Rhythm, Way};

/// The longest length that anybody plans: ten years.
const LONGEST_DAYS: u32 = 3660;

/// The longest meeting: a whole day.
const LONGEST_MINUTES: u16 = 600;

pub(super) fn check(design: &Design, flaws: &mut Vec<Flaw>) {
    let rhythm = &design.rhythm;
    check_numbers(rhythm, flaws);
    check_cadence(rhythm, flaws);
    check_meetings(design, flaws);
    check_entry(design, flaws);
    check_chooser(design, flaws);
    let has_host = match design.embedding {
        Embedding::Host { .. } => true,
        Embedding::Separate => false,
    };
    if rhythm.length == Length::AsHost && !has_host {
        flaws.push(Flaw::new("flaw-length-without-host", ["rhythm.length", "embedding"]));
    }
    if rhythm.renewal == Renewal::HandsOver && design.journey.closing.hands_over_to.is_empty() {
        flaws.push(Flaw::new(
            "flaw-hands-over-to-nobody",
            ["rhythm.renewal", "journey.closing.hands-over-to"],
        ));
    }
}

fn check_numbers(rhythm: &Rhythm, flaws: &mut Vec<Flaw>) {
    let senseless = match rhythm.length {
        Length::Meetings(number) => number == 0,
        Length::Months(_) | Length::Weeks(_) | Length::Days(_) => {
            !(1..=LONGEST_DAYS).contains(&rhythm.length.days().unwrap_or_default())
        }
        Length::AsHost | Length::Ongoing => false,
    };
    if senseless {
        flaws.push(
            Flaw::new("flaw-length-senseless", ["rhythm.length"])
                .with("length", rhythm.length.said()),
        );
    }
    let minutes = rhythm.minutes;
    if minutes.least == 0 || minutes.most > LONGEST_MINUTES || minutes.is_upside_down() {
        flaws.push(
            Flaw::new("flaw-minutes-senseless", ["rhythm.minutes"]).with("most", LONGEST_MINUTES),
        );
    }
}

/// The planned meetings must be as many as are promised.
fn check_meetings(design: &Design, flaws: &mut Vec<Flaw>) {
    let Some(promised) = design.rhythm.meetings else { return };
    if promised.is_upside_down() {
        flaws.push(Flaw::new("flaw-meetings-upside-down", ["rhythm.meetings"]));
    }
    if let Some(planned) = design.expected_meetings()
        && !(u32::from(promised.least)..=u32::from(promised.most)).contains(&planned)
    {
        let flaw = Flaw::new("flaw-cadence-misses-meetings", ["rhythm.cadence", "rhythm.meetings"]);
        flaws.push(flaw.with("planned", planned).with("promised", promised.said()));
    }
}

fn check_cadence(rhythm: &Rhythm, flaws: &mut Vec<Flaw>) {
    let Some(length) = rhythm.length.days() else { return };
    let disagree = |key| {
        Flaw::new(key, ["rhythm.cadence", "rhythm.length"]).with("length", rhythm.length.said())
    };
    let before: u32 = rhythm.cadence.first.iter().map(|(_, stretch)| stretch.days()).sum();
    if !rhythm.cadence.first.is_empty() && before >= length {
        flaws.push(disagree("flaw-cadence-outlasts-length"));
    }
    let paces = rhythm.cadence.first.iter().map(|(pace, _)| pace).chain([&rhythm.cadence.then]);
    for pace in paces {
        match pace {
            Pace::OnDays(days) if days.iter().any(|day| u32::from(*day) > length) => {
                flaws.push(disagree("flaw-day-after-end"));
            }
            Pace::OnDays(days) if !days.is_sorted() || days.is_empty() => {
                flaws.push(Flaw::new("flaw-days-out-of-order", ["rhythm.cadence"]));
            }
            Pace::EveryDays(_) | Pace::EveryWeeks(_) | Pace::EveryMonths(_)
                if pace.days().is_some_and(|days| days > length) =>
            {
                flaws.push(disagree("flaw-pace-longer-than-length"));
            }
            Pace::OnDays(_)
            | Pace::EveryDays(_)
            | Pace::EveryWeeks(_)
            | Pace::EveryMonths(_)
            | Pace::Once
            | Pace::AsAgreed => {}
        }
    }
}

fn check_entry(design: &Design, flaws: &mut Vec<Flaw>) {
    let rhythm = &design.rhythm;
    let one_off = match rhythm.entry {
        Entry::Event | Entry::Flash => true,
        Entry::Cohort | Entry::Rolling => false,
    };
    let short = match rhythm.length {
        Length::Meetings(number) => number <= 2 || rhythm.entry == Entry::Event,
        Length::Months(_)
        | Length::Weeks(_)
        | Length::Days(_)
        | Length::AsHost
        | Length::Ongoing => false,
    };
    if one_off && !short {
        flaws.push(
            Flaw::new("flaw-one-off-with-length", ["rhythm.entry", "rhythm.length"])
                .with("length", rhythm.length.said()),
        );
    }
    if one_off && design.has_agreement() {
        flaws.push(Flaw::new("flaw-one-off-with-agreement", ["rhythm.entry", "journey.agreement"]));
    }
    match (rhythm.entry, &rhythm.phases) {
        (Entry::Cohort, None) => {
            flaws.push(Flaw::new("flaw-cohort-without-phases", ["rhythm.entry", "rhythm.phases"]));
        }
        (Entry::Rolling | Entry::Flash | Entry::Event, Some(_)) => {
            flaws.push(Flaw::new("flaw-phases-without-cohort", ["rhythm.phases", "rhythm.entry"]));
        }
        (Entry::Cohort, Some(_)) | (Entry::Rolling | Entry::Flash | Entry::Event, None) => {}
    }
    if let (Some(phases), Some(length)) = (&rhythm.phases, rhythm.length.days())
        && u32::from(phases.late_joiner_weeks) * 7 >= length
    {
        flaws.push(Flaw::new(
            "flaw-late-joiners-after-end",
            ["rhythm.phases.late-joiner-weeks", "rhythm.length"],
        ));
    }
    for door in &design.doors {
        match &door.way {
            Way::Trigger { on: Occasion::Hired | Occasion::BecameMentor, .. }
                if rhythm.entry == Entry::Cohort =>
            {
                flaws.push(Flaw::new("flaw-trigger-into-cohort", ["doors.way", "rhythm.entry"]));
            }
            Way::Trigger { .. }
            | Way::Open
            | Way::Application { .. }
            | Way::Invitation
            | Way::Nomination { .. }
            | Way::Roster => {}
        }
    }
}

fn check_chooser(design: &Design, flaws: &mut Vec<Flaw>) {
    let entry = design.rhythm.entry;
    match &design.matching.chooser {
        Chooser::SpeedRounds { rounds } => {
            if entry != Entry::Event {
                flaws.push(Flaw::new(
                    "flaw-speed-rounds-without-event",
                    ["matching.chooser", "rhythm.entry"],
                ));
            }
            if rounds.least == 0 || rounds.is_upside_down() {
                flaws.push(Flaw::new("flaw-rounds-senseless", ["matching.chooser"]));
            }
        }
        Chooser::Coffee { every_weeks, .. } => {
            if entry != Entry::Event {
                flaws.push(Flaw::new(
                    "flaw-coffee-without-event",
                    ["matching.chooser", "rhythm.entry"],
                ));
            }
            if *every_weeks == 0 {
                flaws.push(Flaw::new("flaw-rounds-senseless", ["matching.chooser"]));
            }
        }
        Chooser::Booking { giver_per_week, receiver_per_month, .. } => {
            if entry != Entry::Flash {
                flaws.push(Flaw::new(
                    "flaw-booking-without-flash",
                    ["matching.chooser", "rhythm.entry"],
                ));
            }
            if *giver_per_week == 0 || *receiver_per_month == 0 {
                flaws.push(Flaw::new("flaw-quota-senseless", ["matching.chooser"]));
            }
        }
        Chooser::Asks { at_once: 0, .. } | Chooser::Rankings { at_most: 0, .. } => {
            flaws.push(Flaw::new("flaw-quota-senseless", ["matching.chooser"]));
        }
        Chooser::Engine
        | Chooser::Coordinator
        | Chooser::Rankings { .. }
        | Chooser::Asks { .. }
        | Chooser::SignUp
        | Chooser::Roster => {}
    }
}
