//! Small pieces of sentences about the people of a relationship.

use design::Design;
use jiff::{Timestamp, tz::TimeZone};
use people::person::Person;
use words::Language;

use super::store::Member;

/// Several names as a list: `Chidi, Dana and Edda`.
#[must_use]
pub fn names(names: &[&str], language: Language) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => words::say(
            language,
            "relationship-names",
            &[("first", first.join(", ").into()), ("last", (*last).into())],
        ),
    }
}

/// The label of those who see what members write under a design.
#[must_use]
pub fn audience(design: &Design) -> &'static str {
    if design.care.is_supervised() { "Supervised" } else { "Partners" }
}

/// The others of a relationship as one member sees them, as a list of names.
#[must_use]
pub fn partners(others: &[&Member], language: Language) -> String {
    let list: Vec<&str> = others.iter().map(|m| m.person.name.as_str()).collect();
    names(&list, language)
}

/// What somebody does and where, in a few words: `Team lead, Logistics, Aarhus`.
#[must_use]
pub fn place(person: &Person) -> String {
    place_of([&person.job_title, &person.department, &person.site, &person.company])
}

/// The same from its parts.
#[must_use]
pub fn place_of(parts: [&Option<String>; 4]) -> String {
    let said: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    said.join(", ")
}

/// A role's name as people read it.
#[must_use]
pub fn role(design: &Design, name: &str) -> String {
    design.role(name).map_or_else(|| name.to_owned(), |role| role.label.one.clone())
}

/// The day of an instant, with its weekday, where the reader's clock hangs.
#[must_use]
pub fn day_of(at: Timestamp, zone: &TimeZone, language: Language) -> String {
    words::weekday_and_day(language, at.to_zoned(zone.clone()).date())
}
