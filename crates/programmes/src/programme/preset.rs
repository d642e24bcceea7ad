//! One form of mentoring, looked at before it is chosen.

use askama::Template;
use axum::extract::{Path, State};
use design::{Design, Topic};
use people::permission::ProgrammeMaker;
use web::{Answer, App, Problem, Shell};

use super::gallery::{Card, card};

#[derive(Template)]
#[template(path = "programme/preset.html")]
struct Page {
    page: Shell,
    card: Card,
    design: Design,
    paragraph: Vec<(String, String)>,
}

/// The page.
pub async fn page(
    ProgrammeMaker(viewer): ProgrammeMaker,
    State(_): State<App>,
    Path(name): Path<String>,
) -> Answer {
    let preset = design::preset(&name).ok_or(Problem::Absent)?;
    let design = preset.design();
    let page = viewer.page_titled(design.title.clone());
    let shown = design.decisions().into_iter().filter(|decision| decision.topic != Topic::Purpose);
    let paragraph = shown.map(|decision| {
        let says: Vec<String> =
            decision.says.iter().map(|sentence| said(&page, sentence)).collect();
        (said(&page, &decision.topic.title()), says.join(" "))
    });
    let (paragraph, card) = (paragraph.collect(), card(&preset, &page));
    web::html(&Page { card, paragraph, design, page })
}

fn said(page: &Shell, sentence: &design::Sentence) -> String {
    super::said(page.language, sentence)
}
