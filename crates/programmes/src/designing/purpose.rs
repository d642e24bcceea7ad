//! Why the programme exists, what people may expect, and its frame.

use design::{Design, Outcome};
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

/// Rows that are free for something new.
const FREE_ROWS: usize = 2;
const MOST_OUTCOMES: usize = 20;

pub(super) fn fill(design: &Design) -> Fields {
    let mut fields = Fields::default();
    fields.put("purpose", &design.purpose);
    for (row, outcome) in design.outcomes.iter().enumerate() {
        fields.put(&format!("outcome-{row}"), &outcome.text);
        fields.put(&format!("outcome-{row}-line"), name_of(&outcome.line));
        fields.put(&format!("outcome-{row}-roles"), outcome.roles.join(","));
    }
    let frame = &design.framework;
    fields.put("frame-roles", &frame.roles);
    fields.put("frame-time", &frame.time);
    fields.put("frame-boundaries", &frame.boundaries);
    fields.put("frame-help", &frame.help);
    fields
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    design.purpose = errors.text("purpose", fields.one("purpose"), 1000);
    design.outcomes =
        (0..rows(fields)).filter_map(|row| outcome(row, design, fields, errors)).collect();
    let frame = &mut design.framework;
    frame.roles = errors.text("frame-roles", fields.one("frame-roles"), 1000);
    frame.time = errors.text("frame-time", fields.one("frame-time"), 1000);
    frame.boundaries = errors.text("frame-boundaries", fields.one("frame-boundaries"), 1000);
    frame.help = errors.text("frame-help", fields.one("frame-help"), 1000);
}

/// How many rows the page has: what is there and some free ones.
pub(super) fn rows(fields: &Fields) -> usize {
    let used = (0..MOST_OUTCOMES)
        .rev()
        .find(|row| !fields.one(&format!("outcome-{row}")).trim().is_empty());
    (used.map_or(0, |row| row + 1) + FREE_ROWS).min(MOST_OUTCOMES)
}

fn outcome(row: usize, design: &Design, fields: &Fields, errors: &mut Errors) -> Option<Outcome> {
    let name = format!("outcome-{row}");
    let text = errors.optional_text(&name, fields.one(&name), 300);
    if text.is_empty() {
        return None;
    }
    let line = of_name(fields.one(&format!("{name}-line")));
    let known: Vec<_> = design.roles.iter().map(|role| role.name.clone()).collect();
    let wanted = fields.one(&format!("{name}-roles"));
    let roles = wanted.split(',').filter(|role| known.iter().any(|k| k == role));
    Some(Outcome {
        line: line.unwrap_or(design::Line::Development),
        roles: roles.map(str::to_owned).collect(),
        text,
    })
}
