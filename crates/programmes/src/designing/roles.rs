//! Who with whom: labels, direction, places, load and who may take a role.

use design::{Design, Role, Rule};
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

/// Conditions on a person that are there or not.
pub(super) const PLAIN_RULES: [&str; 11] = [
    "nominated",
    "screened",
    "guardian-consent",
    "adult",
    "in-segment",
    "member",
    "completed-course",
    "prerequisites",
    "mentors",
    "is-mentored",
    "leads-the-other",
];

pub(super) fn fill(design: &Design) -> Fields {
    let mut fields = Fields::default();
    for role in &design.roles {
        let at = |part: &str| format!("{}-{part}", role.name);
        fields.put(&at("one"), &role.label.one);
        fields.put(&at("many"), &role.label.many);
        fields.put(&at("task"), &role.task);
        fields.put(&at("stance"), name_of(&role.stance));
        fields.put_span(&at("seats"), role.seats);
        fields.put(&at("load-least"), role.load.least);
        fields.put(&at("load-usual"), role.load.usual);
        fields.put(&at("load-most"), role.load.most);
        fields.put(&at("lead"), name_of(&role.lead));
        for rule in &role.who {
            fill_rule(&mut fields, &at, rule);
        }
    }
    fields
}

fn fill_rule(fields: &mut Fields, at: &impl Fn(&str) -> String, rule: &Rule) {
    match rule {
        Rule::Tenure { months } => fields.put(&at("tenure"), months),
        Rule::Level { from, to } => {
            let text = |level: &Option<i16>| level.map(|l| l.to_string()).unwrap_or_default();
            fields.put(&at("level-from"), text(from));
            fields.put(&at("level-to"), text(to));
        }
        Rule::HiredWithin { days } => fields.put(&at("hired-within"), days),
        // These hang on modules and questions; they are kept as the file says.
        Rule::Trained { .. } | Rule::Answered { .. } => {}
        Rule::Nominated
        | Rule::Screened
        | Rule::GuardianConsent
        | Rule::Adult
        | Rule::InSegment
        | Rule::Member
        | Rule::CompletedCourse
        | Rule::Prerequisites
        | Rule::Mentors
        | Rule::IsMentored
        | Rule::LeadsTheOther => fields.put(&at("rule"), name_of(rule)),
    }
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    for role in &mut design.roles {
        apply_role(role, fields, errors);
    }
}

fn apply_role(role: &mut Role, fields: &Fields, errors: &mut Errors) {
    let name = role.name.clone();
    let at = |part: &str| format!("{name}-{part}");
    role.label.one = errors.text(&at("one"), fields.one(&at("one")), 60);
    role.label.many = errors.text(&at("many"), fields.one(&at("many")), 60);
    role.task = errors.text(&at("task"), fields.one(&at("task")), 600);
    if let Some(stance) = of_name(fields.one(&at("stance"))) {
        role.stance = stance;
    }
    if let Some(lead) = of_name(fields.one(&at("lead"))) {
        role.lead = lead;
    }
    role.seats = fields.span(&at("seats"), 1, 500, errors).unwrap_or(role.seats);
    role.load.least = fields.number(&at("load-least"), 0, 50, errors).unwrap_or(role.load.least);
    role.load.usual = fields.number(&at("load-usual"), 0, 50, errors).unwrap_or(role.load.usual);
    role.load.most = fields.number(&at("load-most"), 1, 50, errors).unwrap_or(role.load.most);
    if role.load.least > role.load.most
        || !(role.load.least..=role.load.most).contains(&role.load.usual)
    {
        errors.add(&at("load-usual"), "designing-load-outside", &[]);
    }
    apply_rules(role, fields, errors);
}

/// Rules that stay keep their place, so that the file changes no more than the person did.
fn apply_rules(role: &mut Role, fields: &Fields, errors: &mut Errors) {
    let at = |part: &str| format!("{}-{part}", role.name);
    let mut wanted: Vec<Rule> = Vec::new();
    wanted.extend(
        fields.maybe_number(&at("tenure"), 1, 600, errors).map(|months| Rule::Tenure { months }),
    );
    let [from, to] = ["level-from", "level-to"].map(|part| level(fields, &at(part), errors));
    if from.is_some() || to.is_some() {
        wanted.push(Rule::Level { from, to });
    }
    wanted.extend(
        fields
            .maybe_number(&at("hired-within"), 1, 3650, errors)
            .map(|days| Rule::HiredWithin { days }),
    );
    wanted.extend(fields.all(&at("rule")).into_iter().filter_map(of_name::<Rule>));
    let mut rules: Vec<Rule> = Vec::new();
    for old in &role.who {
        match old {
            Rule::Trained { .. } | Rule::Answered { .. } => rules.push(old.clone()),
            Rule::Tenure { .. }
            | Rule::Level { .. }
            | Rule::HiredWithin { .. }
            | Rule::Nominated
            | Rule::Screened
            | Rule::GuardianConsent
            | Rule::Adult
            | Rule::InSegment
            | Rule::Member
            | Rule::CompletedCourse
            | Rule::Prerequisites
            | Rule::Mentors
            | Rule::IsMentored
            | Rule::LeadsTheOther => {
                if let Some(place) = wanted.iter().position(|new| name_of(new) == name_of(old)) {
                    rules.push(wanted.remove(place));
                }
            }
        }
    }
    rules.extend(wanted);
    role.who = rules;
}

fn level(fields: &Fields, name: &str, errors: &mut Errors) -> Option<i16> {
    web::blank(fields.one(name))?;
    errors.number(name, fields.one(name), -100, 100).and_then(|level| i16::try_from(level).ok())
}
