//! The gallery: every form of mentoring that ships, as cards to choose from.

use askama::Template;
use axum::extract::{Query, State};
use design::{Effort, Gallery, Preset, Status};
use people::permission::ProgrammeMaker;
use serde::Deserialize;
use web::{Answer, App, Choice, Shell};

/// What the gallery is narrowed to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    purpose: String,
    tag: String,
    ready: String,
}

#[derive(Template)]
#[template(path = "programme/gallery.html")]
struct Page {
    page: Shell,
    cards: Vec<Card>,
    shown: usize,
    all: usize,
    purposes: Vec<Choice>,
    tags: Vec<Choice>,
    ready: bool,
}

pub(super) struct Card {
    pub name: &'static str,
    pub title: String,
    pub summary: String,
    pub good_for: String,
    pub effort: String,
    pub purpose: String,
    pub tags: Vec<String>,
    pub is_complete: bool,
}

/// The page.
pub async fn page(
    ProgrammeMaker(viewer): ProgrammeMaker,
    State(_): State<App>,
    Query(filter): Query<Filter>,
) -> Answer {
    let shell = viewer.page("gallery-title");
    let all: Vec<Card> = design::presets().iter().map(|preset| card(preset, &shell)).collect();
    let number = all.len();
    let mut purposes: Vec<String> = all.iter().map(|card| card.purpose.clone()).collect();
    let mut tags: Vec<String> = all.iter().flat_map(|card| card.tags.clone()).collect();
    for list in [&mut purposes, &mut tags] {
        list.sort();
        list.dedup();
    }
    let purposes = purposes.into_iter().map(|purpose| {
        let label = shell.t(&format!("designing-population-{purpose}"));
        Choice::new(purpose, label).chosen_among(&[&filter.purpose])
    });
    let tags = tags.into_iter().map(|tag| Choice::new(&*tag, &*tag).chosen_among(&[&filter.tag]));
    let (purposes, tags) = (purposes.collect(), tags.collect());
    let cards: Vec<Card> = all.into_iter().filter(|card| filter.lets_through(card)).collect();
    let (shown, ready) = (cards.len(), !filter.ready.is_empty());
    web::html(&Page { page: shell, cards, shown, all: number, purposes, tags, ready })
}

impl Filter {
    fn lets_through(&self, card: &Card) -> bool {
        (self.purpose.is_empty() || card.purpose == self.purpose)
            && (self.tag.is_empty() || card.tags.contains(&self.tag))
            && (self.ready.is_empty() || card.is_complete)
    }
}

pub(super) fn card(preset: &Preset, shell: &Shell) -> Card {
    let design = preset.design();
    let gallery = design.gallery.unwrap_or(Gallery {
        summary: design.purpose,
        good_for: design.population.audience,
        effort: Effort::Moderate,
        tags: Vec::new(),
        status: Status::Coming,
    });
    let effort = match gallery.effort {
        Effort::Light => "gallery-effort-light",
        Effort::Moderate => "gallery-effort-moderate",
        Effort::High => "gallery-effort-high",
    };
    let purpose = serde_json::to_value(design.population.kind).ok();
    Card {
        name: preset.name,
        title: design.title,
        summary: gallery.summary,
        good_for: gallery.good_for,
        effort: shell.t(effort),
        purpose: purpose.and_then(|p| p.as_str().map(str::to_owned)).unwrap_or_default(),
        tags: gallery.tags,
        is_complete: gallery.status == Status::Complete,
    }
}
