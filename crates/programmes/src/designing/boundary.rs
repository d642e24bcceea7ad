//! Where it ends: the boundary, and whether the programme hangs on another scheme.

use design::{Design, Embedding, Milestone, OnRotation, Reach};
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

pub(super) const REACHES: [&str; 5] = ["inside", "segment", "across", "membership", "anyone"];

pub(super) fn fill(design: &Design) -> Fields {
    let mut fields = Fields::default();
    fields.put("reach", name_of(&design.reach));
    match &design.reach {
        Reach::Inside => {}
        Reach::Segment { name, discreet } => {
            fields.put("segment", name);
            fields.tick("discreet", *discreet);
        }
        Reach::Across { quota, balance_within, own_leads } => {
            fields.put("quota", quota.map(|n| n.to_string()).unwrap_or_default());
            fields.put("balance", balance_within.map(|n| n.to_string()).unwrap_or_default());
            fields.tick("own-leads", *own_leads);
        }
        Reach::Membership { public_page, stale_after_weeks, popular_after } => {
            fields.tick("public-page", *public_page);
            fields.put("stale", stale_after_weeks);
            fields.put("popular", popular_after);
        }
        Reach::Anyone { stale_after_weeks, popular_after } => {
            fields.put("stale", stale_after_weeks);
            fields.put("popular", popular_after);
        }
    }
    for (name, value) in [("stale", "26"), ("popular", "3")] {
        if fields.one(name).is_empty() {
            fields.put(name, value);
        }
    }
    fill_embedding(&mut fields, &design.embedding);
    fields
}

fn fill_embedding(fields: &mut Fields, embedding: &Embedding) {
    fields.tick("hosted", *embedding != Embedding::Separate);
    if let Embedding::Host { scheme, milestones, on_rotation } = embedding {
        let line = |stone: &Milestone| format!("{}: {}", stone.key, stone.title);
        fields.put("scheme", scheme);
        fields.put("milestones", milestones.iter().map(line).collect::<Vec<_>>().join("\n"));
        fields.put("on-rotation", name_of(on_rotation));
    }
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    if let Some(reach) = reach(fields, errors) {
        design.reach = reach;
    }
    design.embedding = if fields.is_on("hosted") {
        Embedding::Host {
            scheme: errors.text("scheme", fields.one("scheme"), 120),
            milestones: milestones(fields, errors),
            on_rotation: of_name(fields.one("on-rotation")).unwrap_or(OnRotation::Keep),
        }
    } else {
        Embedding::Separate
    };
}

fn reach(fields: &Fields, errors: &mut Errors) -> Option<Reach> {
    Some(match fields.one("reach") {
        "inside" => Reach::Inside,
        "segment" => Reach::Segment {
            name: errors.text("segment", fields.one("segment"), 120),
            discreet: fields.is_on("discreet"),
        },
        "across" => Reach::Across {
            quota: fields.maybe_number("quota", 1, 10_000, errors),
            balance_within: fields.maybe_number("balance", 0, 10_000, errors),
            own_leads: fields.is_on("own-leads"),
        },
        "membership" => Reach::Membership {
            public_page: fields.is_on("public-page"),
            stale_after_weeks: fields.number("stale", 1, 520, errors)?,
            popular_after: fields.number("popular", 1, 1000, errors)?,
        },
        "anyone" => Reach::Anyone {
            stale_after_weeks: fields.number("stale", 1, 520, errors)?,
            popular_after: fields.number("popular", 1, 1000, errors)?,
        },
        _ => {
            errors.add("reach", "error-required", &[]);
            return None;
        }
    })
}

fn milestones(fields: &Fields, errors: &mut Errors) -> Vec<Milestone> {
    let stones: Vec<Milestone> = fields
        .lines("milestones")
        .iter()
        .filter_map(|line| line.split_once(':'))
        .map(|(key, title)| Milestone {
            key: key.trim().to_owned(),
            title: title.trim().to_owned(),
        })
        .collect();
    if stones.len() < fields.lines("milestones").len() {
        errors.add("milestones", "designing-milestone-shape", &[]);
    }
    stones
}
