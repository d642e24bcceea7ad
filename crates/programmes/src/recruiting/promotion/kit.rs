//! The page: link, code and poster, and texts to copy with the programme's own purpose in them.

use askama::Template;
use axum::extract::State;
use design::Design;
use people::permission::CoordinatorOf;
use web::{Answer, App, NavItem, Shell};
use words::Arg;

use crate::{
    programme::{self, Frame, Programme, Tab, frame},
    recruiting::{self, Place},
};

#[derive(Template)]
#[template(path = "recruiting/promotion/kit.html")]
struct Page {
    page: Shell,
    frame: Frame,
    tabs: Vec<NavItem>,
    join: Option<String>,
    texts: Vec<Text>,
}

/// A text to copy.
struct Text {
    name: &'static str,
    title: String,
    hint: String,
    text: String,
}

/// The page.
pub(super) async fn page(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, viewer, &permit.programme, Tab::People).await?;
    let page = viewer.page("promotion-title");
    let join = programme::join_address(&app, &frame.programme);
    let link = join.clone().unwrap_or_else(|| page.t("promotion-link-later"));
    let texts = match frame.tracks.first() {
        Some(track) => texts(&page, &frame.programme, &track.design, &link, &viewer.name),
        None => Vec::new(),
    };
    web::html(&Page {
        tabs: recruiting::tabs(viewer, &permit.programme, Place::Promotion),
        page,
        frame,
        join,
        texts,
    })
}

fn texts(
    page: &Shell,
    programme: &Programme,
    design: &Design,
    link: &str,
    sender: &str,
) -> Vec<Text> {
    let list = design.outcomes.iter().map(|o| format!("• {}", o.text)).collect::<Vec<_>>();
    let closes = programme.closes_on.map(|day| words::day(page.language, day));
    let until =
        closes.map_or_else(String::new, |day| page.t1("promotion-until", "day", day.as_str()));
    let gain = design.outcomes.iter().find(|o| o.line == design::Line::Performance);
    let args: [(&str, Arg<'_>); 9] = [
        ("programme", programme.name.as_str().into()),
        ("organisation", page.organisation.as_str().into()),
        ("purpose", design.purpose.as_str().into()),
        ("outcomes", list.join("\n").into()),
        ("time", design.framework.time.as_str().into()),
        ("minutes", u32::from(design.rhythm.minutes.least).into()),
        ("gain", gain.map_or("", |outcome| outcome.text.as_str()).into()),
        ("link", link.into()),
        ("sender", sender.into()),
    ];
    ["invitation", "short", "executive", "chat"]
        .into_iter()
        .map(|name| {
            let text = page.say(&format!("promotion-{name}-text"), &args);
            Text {
                name,
                title: page.t(&format!("promotion-{name}")),
                hint: page.t(&format!("promotion-{name}-hint")),
                text: [text.as_str(), until.as_str()].join("\n\n").trim().to_owned(),
            }
        })
        .collect()
}
