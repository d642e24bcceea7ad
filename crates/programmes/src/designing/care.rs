//! Care, and support for those who give it.

use design::{Design, DoubleRole, Escalation, Onlooker, Screening, Support};
use web::Errors;

use super::{
    Fields,
    names::{kept_in_order, name_of, of_name},
};

pub(super) fn fill(design: &Design) -> Fields {
    let care = &design.care;
    let mut fields = Fields::default();
    fields.put("conversations", name_of(&care.conversations));
    fields.put("smallest-cell", care.smallest_cell);
    care.hidden_from.iter().for_each(|who| fields.put("hidden-from", name_of(who)));
    care.quiet_exit.iter().for_each(|role| fields.put("quiet-exit", role));
    care.may_not_browse.iter().for_each(|role| fields.put("may-not-browse", role));
    if let Some(screening) = &care.screening {
        screening.roles.iter().for_each(|role| fields.put("screening-roles", role));
    }
    fields.put("screening-months", care.screening.as_ref().map_or(24, |s| s.valid_months));
    fields.put("screening-remind", care.screening.as_ref().map_or(60, |s| s.remind_days));
    fields.tick("guardian-consent", care.guardian_consent);
    fields.tick("apart-from-appraisal", care.apart_from_appraisal);
    fields.put("content-reports", name_of(&care.content_reports));
    fields.tick("nameless-notes", care.nameless_notes);
    fields.put("concerns", care.concerns.map(|c| c.after_hours.to_string()).unwrap_or_default());
    fill_support(&mut fields, &design.support);
    fields
}

fn fill_support(fields: &mut Fields, support: &Support) {
    fields.put("support", name_of(support));
    let weeks = match support {
        Support::None => 8,
        Support::PeerCircle { every_weeks } => *every_weeks,
        Support::MentorOfMentors { size, every_weeks, everyone, double_role } => {
            fields.put_span("support-size", *size);
            fields.tick("support-everyone", *everyone);
            fields.put("double-role", name_of(double_role));
            *every_weeks
        }
    };
    fields.put("support-weeks", weeks);
    for (name, value) in
        [("support-size-least", "5"), ("support-size-most", "8"), ("double-role", "shown")]
    {
        if fields.one(name).is_empty() {
            fields.put(name, value);
        }
    }
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    let known: Vec<_> = design.roles.iter().map(|role| role.name.clone()).collect();
    let care = &mut design.care;
    if let Some(conversations) = of_name(fields.one("conversations")) {
        care.conversations = conversations;
    }
    care.smallest_cell =
        fields.number("smallest-cell", 5, 50, errors).unwrap_or(care.smallest_cell);
    let hidden = fields.all("hidden-from").into_iter().filter_map(of_name::<Onlooker>).collect();
    care.hidden_from = kept_in_order(&care.hidden_from, hidden);
    care.quiet_exit = kept_in_order(&care.quiet_exit, fields.roles("quiet-exit", &known));
    care.may_not_browse =
        kept_in_order(&care.may_not_browse, fields.roles("may-not-browse", &known));
    care.screening = screening(fields, &known, errors);
    care.guardian_consent = fields.is_on("guardian-consent");
    care.apart_from_appraisal = fields.is_on("apart-from-appraisal");
    if let Some(reports) = of_name(fields.one("content-reports")) {
        care.content_reports = reports;
    }
    care.nameless_notes = fields.is_on("nameless-notes");
    care.concerns = fields
        .maybe_number("concerns", 1, 720, errors)
        .map(|after_hours| Escalation { after_hours });
    if let Some(support) = support(fields, errors) {
        design.support = support;
    }
}

fn screening(fields: &Fields, known: &[String], errors: &mut Errors) -> Option<Screening> {
    let roles = fields.roles("screening-roles", known);
    if roles.is_empty() {
        return None;
    }
    let valid_months = fields.number("screening-months", 1, 120, errors)?;
    let remind_days = fields.number("screening-remind", 0, 365, errors)?;
    Some(Screening { roles, valid_months, remind_days })
}

fn support(fields: &Fields, errors: &mut Errors) -> Option<Support> {
    let circle = Support::PeerCircle { every_weeks: 1 };
    Some(match fields.one("support") {
        "none" => Support::None,
        name if name == name_of(&circle) => {
            Support::PeerCircle { every_weeks: fields.number("support-weeks", 1, 52, errors)? }
        }
        "" => {
            errors.add("support", "error-required", &[]);
            return None;
        }
        _ => Support::MentorOfMentors {
            size: fields.span("support-size", 1, 50, errors)?,
            every_weeks: fields.number("support-weeks", 1, 52, errors)?,
            everyone: fields.is_on("support-everyone"),
            double_role: of_name(fields.one("double-role")).unwrap_or(DoubleRole::Shown),
        },
    })
}
