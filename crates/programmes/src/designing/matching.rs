//! Who decides on partners, and towards what.

use design::{Chooser, Design, Span};
use web::Errors;

use super::{
    Fields,
    names::{kept_in_order, name_of, of_name},
};

pub(super) const CHOOSERS: [&str; 9] = [
    "engine",
    "coordinator",
    "rankings",
    "asks",
    "booking",
    "speed-rounds",
    "coffee",
    "sign-up",
    "roster",
];

pub(super) fn fill(design: &Design) -> Fields {
    let matching = &design.matching;
    let mut fields = Fields::default();
    fields.put("chooser", name_of(&matching.chooser));
    match &matching.chooser {
        Chooser::Engine | Chooser::Coordinator | Chooser::SignUp | Chooser::Roster => {}
        Chooser::Rankings { at_most, by } => {
            fields.put("rankings-at-most", at_most);
            by.iter().for_each(|role| fields.put("rankings-by", role));
        }
        Chooser::Asks { role, at_once } => {
            fields.put("asks-role", role);
            fields.put("asks-at-once", at_once);
        }
        Chooser::Booking { giver_per_week, receiver_per_month, questions } => {
            fields.put("booking-giver", giver_per_week);
            fields.put("booking-receiver", receiver_per_month);
            fields.put_span("booking-questions", *questions);
        }
        Chooser::SpeedRounds { rounds } => fields.put_span("rounds", *rounds),
        Chooser::Coffee { every_weeks, mix } => {
            fields.put("coffee-weeks", every_weeks);
            fields.put("coffee-mix", name_of(mix));
        }
    }
    with_defaults(&mut fields, design);
    fields.put("objective", name_of(&matching.objective));
    fields.tick("fixed-first", matching.fixed_first);
    fields.put("odd-one", name_of(&matching.odd_one));
    fields
}

/// Particulars of the other ways of deciding, so that choosing one asks for nothing more.
fn with_defaults(fields: &mut Fields, design: &Design) {
    let receiver = design.two_sides().map(|(_, receiver)| receiver).or(design.roles.first());
    let receiver = receiver.map_or("", |role| role.name.as_str());
    let defaults = [
        ("rankings-at-most", "5"),
        ("rankings-by", receiver),
        ("asks-role", receiver),
        ("asks-at-once", "2"),
        ("booking-giver", "1"),
        ("booking-receiver", "2"),
        ("booking-questions-least", "1"),
        ("booking-questions-most", "3"),
        ("rounds-least", "4"),
        ("rounds-most", "6"),
        ("coffee-weeks", "2"),
        ("coffee-mix", "random"),
    ];
    for (name, value) in defaults {
        if fields.one(name).is_empty() {
            fields.put(name, value);
        }
    }
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    if let Some(chooser) = chooser(design, fields, errors) {
        design.matching.chooser = chooser;
    }
    if let Some(objective) = of_name(fields.one("objective")) {
        design.matching.objective = objective;
    }
    design.matching.fixed_first = fields.is_on("fixed-first");
    if let Some(odd_one) = of_name(fields.one("odd-one")) {
        design.matching.odd_one = odd_one;
    }
}

fn chooser(design: &Design, fields: &Fields, errors: &mut Errors) -> Option<Chooser> {
    let known: Vec<_> = design.roles.iter().map(|role| role.name.clone()).collect();
    Some(match fields.one("chooser") {
        "engine" => Chooser::Engine,
        "coordinator" => Chooser::Coordinator,
        "sign-up" => Chooser::SignUp,
        "roster" => Chooser::Roster,
        "rankings" => Chooser::Rankings {
            at_most: fields.number("rankings-at-most", 1, 50, errors)?,
            by: kept_in_order(&ranking(design), fields.roles("rankings-by", &known)),
        },
        "asks" => Chooser::Asks {
            role: fields.roles("asks-role", &known).into_iter().next()?,
            at_once: fields.number("asks-at-once", 1, 20, errors)?,
        },
        "booking" => Chooser::Booking {
            giver_per_week: fields.number("booking-giver", 1, 40, errors)?,
            receiver_per_month: fields.number("booking-receiver", 1, 40, errors)?,
            questions: fields.span("booking-questions", 0, 10, errors)?,
        },
        "speed-rounds" => Chooser::SpeedRounds { rounds: speed_rounds(fields, errors)? },
        "coffee" => Chooser::Coffee {
            every_weeks: fields.number("coffee-weeks", 1, 52, errors)?,
            mix: of_name(fields.one("coffee-mix"))?,
        },
        _ => {
            errors.add("chooser", "error-required", &[]);
            return None;
        }
    })
}

fn ranking(design: &Design) -> Vec<String> {
    if let Chooser::Rankings { by, .. } = &design.matching.chooser {
        return by.clone();
    }
    Vec::new()
}

fn speed_rounds(fields: &Fields, errors: &mut Errors) -> Option<Span> {
    fields.span("rounds", 1, 30, errors)
}
