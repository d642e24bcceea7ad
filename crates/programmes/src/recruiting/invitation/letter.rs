//! The mails of an invitation.

use design::Design;
use mail::{Button, Letter};
use words::{Arg, Language};

use super::model::Invitation;
use crate::programme::Programme;

/// What all mails of an invitation are made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject<'a> {
    /// To what.
    pub programme: &'a Programme,
    /// The design of its track.
    pub design: &'a Design,
    /// The organisation's name.
    pub organisation: &'a str,
    /// Who asks.
    pub inviter: &'a str,
}

/// Which of the mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The first.
    First,
    /// A word that it is still open.
    Reminder,
}

/// The mail of an invitation. `address` is where it is answered.
pub(super) fn letter(
    kind: Kind,
    invitation: &Invitation,
    about: Subject<'_>,
    address: &str,
) -> Letter {
    let language = invitation.language;
    let say = |key: &str| sentence(language, key, invitation, about);
    let (subject, lead) = match kind {
        Kind::First => ("invitation-mail-subject", "invitation-mail-lead"),
        Kind::Reminder => ("invitation-reminder-subject", "invitation-reminder-lead"),
    };
    let mut paragraphs = vec![say(lead)];
    if kind == Kind::First {
        paragraphs.extend(web::blank(&invitation.note).map(str::to_owned));
    }
    paragraphs.push(about.design.purpose.clone());
    paragraphs.extend(outcomes(language, invitation.role.as_deref(), about.design));
    paragraphs.push(about.design.framework.time.clone());
    paragraphs.retain(|text| !text.trim().is_empty());
    Letter {
        lang: language.tag().to_owned(),
        subject: say(subject),
        greeting: greeting(language, &invitation.name),
        paragraphs,
        buttons: vec![
            Button { label: say("invitation-mail-button"), href: address.to_owned() },
            Button { label: say("invitation-mail-decline"), href: format!("{address}/decline") },
        ],
        after: vec![say("invitation-mail-after")],
        signed: about.inviter.to_owned(),
        footer: say("invitation-mail-footer"),
        organisation: about.organisation.to_owned(),
    }
}

fn sentence(language: Language, key: &str, invitation: &Invitation, about: Subject<'_>) -> String {
    let role = invitation.role.as_deref().and_then(|role| about.design.role(role));
    let args: [(&str, Arg<'_>); 5] = [
        ("programme", about.programme.name.as_str().into()),
        ("organisation", about.organisation.into()),
        ("inviter", about.inviter.into()),
        ("has_role", if role.is_some() { "yes" } else { "no" }.into()),
        ("role", role.map_or("", |role| role.label.one.as_str()).into()),
    ];
    words::say(language, key, &args)
}

/// What people in a role take from it, in one paragraph.
pub(super) fn outcomes(language: Language, role: Option<&str>, design: &Design) -> Option<String> {
    let list = outcome_list(role, design);
    let list: Vec<String> = list.iter().map(|text| format!("“{text}”")).collect();
    if list.is_empty() {
        return None;
    }
    Some(words::say(language, "invitation-outcomes", &[("list", list.join(" ").into())]))
}

/// The outcomes that people in a role may expect; all of them when the role is open.
pub(super) fn outcome_list(role: Option<&str>, design: &Design) -> Vec<String> {
    let fits = |roles: &[String]| match role {
        Some(role) => roles.is_empty() || roles.iter().any(|name| name == role),
        None => true,
    };
    design.outcomes.iter().filter(|o| fits(&o.roles)).map(|o| o.text.clone()).collect()
}

fn greeting(language: Language, name: &str) -> String {
    match name.split_whitespace().next() {
        Some(first) => words::say(language, "mail-greeting", &[("name", first.into())]),
        None => words::say_plain(language, "invitation-mail-greeting"),
    }
}
