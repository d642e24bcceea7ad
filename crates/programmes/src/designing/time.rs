//! How long and how often.

use design::{Cadence, Design, Length, Phases};
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

/// What most programmes choose, in the words of a design file; the page shows them as sentences.
pub(super) const CADENCES: [&str; 9] = [
    "weekly",
    "fortnightly",
    "monthly",
    "fortnightly for 2 months, then monthly",
    "weekly for 1 month, then fortnightly",
    "every 6 weeks",
    "every 2 months",
    "once",
    "as agreed",
];
pub(super) const UNITS: [&str; 6] = ["months", "weeks", "days", "meetings", "as-host", "ongoing"];

pub(super) fn fill(design: &Design) -> Fields {
    let rhythm = &design.rhythm;
    let mut fields = Fields::default();
    fields.put("entry", name_of(&rhythm.entry));
    let (number, unit) = length_parts(rhythm.length);
    fields.put("length", number.map(|n| n.to_string()).unwrap_or_default());
    fields.put("length-unit", unit);
    let cadence = rhythm.cadence.to_string();
    if CADENCES.contains(&cadence.as_str()) {
        fields.put("cadence", cadence);
    } else {
        fields.put("cadence", "other");
        fields.put("cadence-other", cadence);
    }
    fields.put_span("minutes", rhythm.minutes);
    fields.put("renewal", name_of(&rhythm.renewal));
    fields.tick("phases", rhythm.phases.is_some());
    if let Some(phases) = &rhythm.phases {
        fields.put("registration-weeks", phases.registration_weeks);
        fields.put("matching-weeks", phases.matching_weeks);
        fields.put("late-joiner-weeks", phases.late_joiner_weeks);
    }
    fields
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    let rhythm = &mut design.rhythm;
    if let Some(entry) = of_name(fields.one("entry")) {
        rhythm.entry = entry;
    }
    if let Some(length) = length(fields, errors) {
        rhythm.length = length;
    }
    let (field, text) = match fields.one("cadence") {
        "other" => ("cadence-other", fields.one("cadence-other")),
        known => ("cadence", known),
    };
    match text.parse::<Cadence>() {
        Ok(cadence) => rhythm.cadence = cadence,
        Err(_) => errors.add(field, "designing-cadence-unknown", &[]),
    }
    rhythm.minutes = fields.span("minutes", 1, 1440, errors).unwrap_or(rhythm.minutes);
    if let Some(renewal) = of_name(fields.one("renewal")) {
        rhythm.renewal = renewal;
    }
    rhythm.phases = if fields.is_on("phases") { phases(fields, errors) } else { None };
}

fn phases(fields: &Fields, errors: &mut Errors) -> Option<Phases> {
    let mut weeks = |name| fields.number(name, 0, 104, errors);
    let (registration, matching, late) =
        (weeks("registration-weeks"), weeks("matching-weeks"), weeks("late-joiner-weeks"));
    Some(Phases {
        registration_weeks: registration?,
        matching_weeks: matching?,
        late_joiner_weeks: late?,
    })
}

fn length(fields: &Fields, errors: &mut Errors) -> Option<Length> {
    let make: fn(u16) -> Length = match fields.one("length-unit") {
        "months" => Length::Months,
        "weeks" => Length::Weeks,
        "days" => Length::Days,
        "meetings" => Length::Meetings,
        "as-host" => return Some(Length::AsHost),
        "ongoing" => return Some(Length::Ongoing),
        _ => {
            errors.add("length-unit", "error-required", &[]);
            return None;
        }
    };
    fields.number("length", 1, 1000, errors).map(make)
}

fn length_parts(length: Length) -> (Option<u16>, &'static str) {
    match length {
        Length::Months(n) => (Some(n), "months"),
        Length::Weeks(n) => (Some(n), "weeks"),
        Length::Days(n) => (Some(n), "days"),
        Length::Meetings(n) => (Some(n), "meetings"),
        Length::AsHost => (None, "as-host"),
        Length::Ongoing => (None, "ongoing"),
    }
}
