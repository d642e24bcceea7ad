//! A track's design at a glance: twelve topics with what each says, and the flaws in words.

use askama::Template;
use axum::extract::{Path, State};
use design::Topic;
use people::permission::CoordinatorOf;
use web::{Answer, App, Shell};

use super::{address, load};
use crate::programme::{Frame, State as ProgrammeState, said, said_all};

#[derive(Template)]
#[template(path = "designing/overview.html")]
struct Page {
    page: Shell,
    frame: Frame,
    address: String,
    topics: Vec<TopicLine>,
    flaws: Vec<String>,
    tracks: Vec<(String, String, bool)>,
    is_draft: bool,
}

struct TopicLine {
    key: &'static str,
    icon: &'static str,
    title: String,
    says: String,
    has_flaw: bool,
}

/// The page.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let (frame, track) = load(&mut tx, &permit, &track).await?;
    let language = permit.viewer.language;
    let flaws = track.design.flaws();
    let topics = track.design.decisions().into_iter().map(|decision| TopicLine {
        key: decision.topic.key(),
        icon: icon(decision.topic),
        title: said(language, &decision.topic.title()),
        says: said_all(language, &decision.says),
        has_flaw: flaws.iter().any(|f| f.settings.iter().any(|s| topic_of(s) == decision.topic)),
    });
    let tracks = frame
        .tracks
        .iter()
        .map(|other| (address(other), other.name.clone(), other.id == track.id))
        .collect();
    web::html(&Page {
        page: permit.viewer.page("designing-title"),
        address: address(&track),
        topics: topics.collect(),
        flaws: flaws.iter().map(|flaw| said(language, &flaw.sentence)).collect(),
        tracks,
        is_draft: frame.programme.state == ProgrammeState::Draft,
        frame,
    })
}

pub(super) fn icon(topic: Topic) -> &'static str {
    match topic {
        Topic::Purpose => "goal",
        Topic::Population => "people",
        Topic::Roles => "relationship",
        Topic::Time => "calendar",
        Topic::Recruitment => "promote",
        Topic::Matching => "round",
        Topic::Conditions => "scale",
        Topic::Boundary => "globe",
        Topic::Channel => "video",
        Topic::Care => "care",
        Topic::Journey => "steps",
        Topic::Form => "form",
    }
}

/// The topic on whose page a setting stands, by the setting's path in the file.
fn topic_of(setting: &str) -> Topic {
    let (head, rest) = setting.split_once(['.', '[']).unwrap_or((setting, ""));
    match head {
        "population" => Topic::Population,
        "roles" => Topic::Roles,
        "rhythm" => Topic::Time,
        "doors" => Topic::Recruitment,
        "matching" if rest.starts_with("musts") || rest.starts_with("wishes") => Topic::Conditions,
        "matching" => Topic::Matching,
        "reach" | "embedding" => Topic::Boundary,
        "channel" => Topic::Channel,
        "care" | "support" => Topic::Care,
        "journey" => Topic::Journey,
        "form" => Topic::Form,
        _ => Topic::Purpose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flaw_is_shown_at_the_page_where_it_can_be_mended() {
        assert_eq!(topic_of("matching.musts[2]"), Topic::Conditions);
        assert_eq!(topic_of("roles[0].load"), Topic::Roles);
        assert_eq!(topic_of("reach"), Topic::Boundary);
        assert_eq!(topic_of("framework.help"), Topic::Purpose);
    }
}
