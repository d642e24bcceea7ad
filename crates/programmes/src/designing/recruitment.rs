//! How people come in: the doors.

use design::{Approval, Design, Door, Nominator, Occasion, Way};
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

pub(super) const WAYS: [&str; 6] =
    ["open", "application", "invitation", "nomination", "roster", "trigger"];
pub(super) const NOMINATORS: [&str; 5] =
    ["manager", "board", "coordinator", "colleague", "teacher"];

/// The doors that the page offers: those of the design, then each kind that it lacks.
pub(super) fn rows(design: &Design) -> Vec<(String, bool)> {
    let there: Vec<String> = design.doors.iter().map(|door| name_of(&door.way)).collect();
    let missing = WAYS.iter().filter(|way| !there.iter().any(|t| t == **way));
    let missing: Vec<_> = missing.map(|way| ((*way).to_owned(), false)).collect();
    there.into_iter().map(|way| (way, true)).chain(missing).collect()
}

pub(super) fn fill(design: &Design) -> Fields {
    let mut fields = Fields::default();
    for (row, door) in design.doors.iter().enumerate() {
        let at = |part: &str| format!("door-{row}{part}");
        fields.put(&at(""), "on");
        for role in &door.roles {
            fields.put(&at("-roles"), role);
        }
        match &door.way {
            Way::Open | Way::Invitation | Way::Roster => {}
            Way::Application { approval } => fields.put(&at("-approval"), name_of(approval)),
            Way::Nomination { by } => {
                by.iter().for_each(|who| fields.put(&at("-by"), name_of(who)));
            }
            Way::Trigger { on, days } => {
                fields.put(&at("-on"), name_of(on));
                fields.put(&at("-days"), days);
            }
        }
    }
    fields
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    let known: Vec<_> = design.roles.iter().map(|role| role.name.clone()).collect();
    let mut doors = Vec::new();
    for (row, (kind, _)) in rows(design).into_iter().enumerate() {
        let at = |part: &str| format!("door-{row}{part}");
        if !fields.is_on(&at("")) {
            continue;
        }
        let way = match kind.as_str() {
            "open" => Way::Open,
            "application" => {
                let approval = of_name(fields.one(&at("-approval")));
                Way::Application { approval: approval.unwrap_or(Approval::Coordinator) }
            }
            "invitation" => Way::Invitation,
            "nomination" => Way::Nomination { by: nominators(fields, &at("-by"), errors) },
            "roster" => Way::Roster,
            _ => Way::Trigger {
                on: of_name(fields.one(&at("-on"))).unwrap_or(Occasion::Hired),
                days: days(fields, &at("-days"), errors),
            },
        };
        doors.push(Door { way, roles: fields.roles(&at("-roles"), &known) });
    }
    if doors.is_empty() {
        errors.add("door-0", "designing-no-door", &[]);
    }
    design.doors = doors;
}

fn nominators(fields: &Fields, name: &str, errors: &mut Errors) -> Vec<Nominator> {
    let by: Vec<Nominator> = fields.all(name).into_iter().filter_map(of_name).collect();
    if by.is_empty() {
        errors.add(name, "designing-nobody-nominates", &[]);
    }
    by
}

fn days(fields: &Fields, name: &str, errors: &mut Errors) -> i16 {
    let days = errors.number(name, fields.one(name), -365, 365);
    days.and_then(|days| i16::try_from(days).ok()).unwrap_or(0)
}
