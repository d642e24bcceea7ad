//! For whom, and what for.

use design::Design;
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

pub(super) const KINDS: [&str; 12] = [
    "career",
    "leadership",
    "onboarding",
    "topic",
    "inclusion",
    "students",
    "training-follow-up",
    "reflection",
    "competencies",
    "networking",
    "project",
    "mentor-development",
];

pub(super) fn fill(design: &Design) -> Fields {
    let mut fields = Fields::default();
    fields.put("kind", name_of(&design.population.kind));
    fields.put("audience", &design.population.audience);
    fields.tick("minors", design.population.minors);
    fields
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    match of_name(fields.one("kind")) {
        Some(kind) => design.population.kind = kind,
        None => errors.add("kind", "error-required", &[]),
    }
    design.population.audience = errors.text("audience", fields.one("audience"), 500);
    design.population.minors = fields.is_on("minors");
}
