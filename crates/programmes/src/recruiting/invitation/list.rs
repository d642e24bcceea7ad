//! Who was invited, and where each invitation stands.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use people::permission::{CoordinatorOf, Viewer};
use serde::Deserialize;
use web::{Answer, App, Choice, Flash, Form, Refusal, Shell};

use super::{
    model::{Invitation, Reminding, Standing},
    send::NOUN,
    store,
};
use crate::programme::{self, Frame, Tab, frame};

const PAGE: usize = 100;

#[derive(Template)]
#[template(path = "recruiting/invitation/list.html")]
struct Page {
    page: Shell,
    frame: Frame,
    tabs: Vec<web::NavItem>,
    may_invite: bool,
    any: bool,
    lines: Vec<Line>,
    standings: Vec<Choice>,
    text: String,
    tallies: Vec<(String, usize)>,
    reminding: Reminding,
    join: Option<String>,
    shown: String,
    previous: String,
    next: String,
}

struct Line {
    id: String,
    who: String,
    email: String,
    role: String,
    standing: String,
    mark: &'static str,
    when: String,
    can_resend: bool,
    can_withdraw: bool,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    standing: String,
    page: String,
}

/// How reminders were set.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    after_days: String,
    most: String,
}

/// The page.
pub(super) async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::People).await?;
    let organisation = &viewer.organisation;
    let all = store::of_programme(&mut tx, organisation, &permit.programme).await?;
    let lost = mail::undelivered(&mut tx, organisation.as_str(), NOUN).await?;
    let reminding = store::reminding(&mut tx, organisation, &permit.programme).await?;
    let now = app.seam.now();
    let all: Vec<(Invitation, Standing)> = all
        .into_iter()
        .map(|i| (i.standing(now, lost.contains(i.id.as_str())), i))
        .map(|(standing, i)| (i, standing))
        .collect();
    let join = programme::join_address(&app, &frame.programme);
    web::html(&show(viewer, frame, &all, &asked, reminding, join))
}

/// Sets how the programme reminds.
pub(super) async fn save_reminders(
    permit: CoordinatorOf,
    State(app): State<App>,
    Form(settings): Form<Settings>,
) -> Answer {
    let number = |text: &str, least, most| {
        text.trim().parse::<i64>().ok().filter(|n| (least..=most).contains(n))
    };
    let days = number(&settings.after_days, 1, 30);
    let (Some(after_days), Some(most)) = (days, number(&settings.most, 0, 5)) else {
        return Err(Refusal::unprocessable("invitation-reminders-bounds").into());
    };
    let mut tx = app.db.write().await?;
    let (organisation, reminding) = (&permit.viewer.organisation, Reminding { after_days, most });
    store::set_reminding(&mut tx, organisation, &permit.programme, reminding).await?;
    tx.commit().await?;
    let list = format!("/programmes/{}/invitations", permit.programme);
    web::see(&list, Flash::done("invitation-reminders-saved"))
}

fn show(
    viewer: &Viewer,
    frame: Frame,
    all: &[(Invitation, Standing)],
    asked: &Asked,
    reminding: Reminding,
    join: Option<String>,
) -> Page {
    let text = asked.q.trim().to_lowercase();
    let fits = |(invitation, standing): &&(Invitation, Standing)| {
        (asked.standing.is_empty() || standing.as_str() == asked.standing)
            && (invitation.email.contains(&text) || invitation.name.to_lowercase().contains(&text))
    };
    let fitting: Vec<_> = all.iter().filter(fits).collect();
    let at = asked.page.parse::<usize>().unwrap_or(1).clamp(1, fitting.len().div_ceil(PAGE).max(1));
    let link = |page: usize| {
        let query =
            [("q", asked.q.as_str()), ("standing", &asked.standing), ("page", &page.to_string())];
        format!("/programmes/{}/invitations{}", frame.programme.id, web::query(&query))
    };
    let roles: HashMap<(&str, &str), &str> = frame
        .tracks
        .iter()
        .flat_map(|t| {
            t.design.roles.iter().map(|r| ((t.id.as_str(), r.name.as_str()), r.label.one.as_str()))
        })
        .collect();
    let lines = fitting.iter().skip((at - 1) * PAGE).take(PAGE);
    Page {
        page: viewer.page("invitation-title"),
        tabs: crate::recruiting::tabs(
            viewer,
            &frame.programme.id,
            crate::recruiting::Place::Invitations,
        ),
        may_invite: super::invite::may_invite(&frame.programme).is_ok(),
        any: !all.is_empty(),
        lines: lines
            .map(|(invitation, standing)| line(viewer, &roles, invitation, *standing))
            .collect(),
        standings: Standing::ALL
            .into_iter()
            .map(|s| {
                Choice::new(s.as_str(), viewer.t(&format!("invitation-standing-{}", s.as_str())))
            })
            .map(|choice| choice.chosen_among(&[&asked.standing]))
            .collect(),
        text: asked.q.clone(),
        tallies: tallies(viewer, all),
        shown: viewer.say("invitation-count", &[("count", fitting.len().into())]),
        previous: if at > 1 { link(at - 1) } else { String::new() },
        next: if at * PAGE < fitting.len() { link(at + 1) } else { String::new() },
        reminding,
        join,
        frame,
    }
}

fn tallies(viewer: &Viewer, all: &[(Invitation, Standing)]) -> Vec<(String, usize)> {
    let count = |of: &[Standing]| all.iter().filter(|(_, standing)| of.contains(standing)).count();
    let open = [Standing::Sent, Standing::Reminded, Standing::Undeliverable];
    vec![
        (viewer.t("invitation-tally-all"), all.len()),
        (viewer.t("invitation-tally-accepted"), count(&[Standing::Accepted])),
        (viewer.t("invitation-tally-open"), count(&open)),
        (viewer.t("invitation-tally-declined"), count(&[Standing::Declined])),
    ]
}

fn line(
    viewer: &Viewer,
    roles: &HashMap<(&str, &str), &str>,
    invitation: &Invitation,
    standing: Standing,
) -> Line {
    let role = invitation.role.as_deref();
    let label = role.and_then(|role| roles.get(&(invitation.track.as_str(), role)));
    let last = invitation
        .accepted_at
        .or(invitation.declined_at)
        .or(invitation.withdrawn_at)
        .or(invitation.reminded_at)
        .unwrap_or(invitation.created_at);
    let answered = matches!(standing, Standing::Accepted | Standing::Declined);
    Line {
        id: invitation.id.to_string(),
        who: if invitation.name.is_empty() {
            invitation.email.clone()
        } else {
            invitation.name.clone()
        },
        email: if invitation.name.is_empty() { String::new() } else { invitation.email.clone() },
        role: label.map_or_else(|| viewer.t("invitation-they-choose"), |label| (*label).to_owned()),
        standing: viewer.t(&format!("invitation-standing-{}", standing.as_str())),
        mark: standing.mark(),
        when: words::moment(viewer.language, &last.to_zoned(viewer.zone.clone())),
        can_resend: !answered,
        can_withdraw: standing.is_open(),
    }
}
