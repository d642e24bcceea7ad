//! What all pages of a programme share: its name above them, and the tabs.

use db::Tx;
use design::{Chooser, Design};
use people::{ProgrammeId, permission::Viewer};
use web::{Answer, NavItem, Problem};

use super::{
    model::{Programme, Track},
    store,
};

/// What all pages of a programme share.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The programme.
    pub programme: Programme,
    /// Its tracks, the oldest first.
    pub tracks: Vec<Track>,
    /// The tabs.
    pub tabs: Vec<NavItem>,
    /// The pages above: address and name.
    pub trail: Vec<(String, String)>,
}

/// The parts of a programme's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Where it is and what comes next.
    Overview,
    /// What it is.
    Design,
    /// Who takes part, and how they come in.
    People,
    /// Rounds.
    Matching,
    /// Who asks whom, where people find each other without a round.
    Requests,
    /// Who is together.
    Relationships,
    /// None of them is open.
    None,
}

/// Where a design's people find each other.
#[must_use]
pub fn finds(design: &Design) -> Tab {
    match design.matching.chooser {
        Chooser::Asks { .. } => Tab::Requests,
        Chooser::Engine
        | Chooser::Coordinator
        | Chooser::Rankings { .. }
        | Chooser::Booking { .. }
        | Chooser::SpeedRounds { .. }
        | Chooser::Coffee { .. }
        | Chooser::SignUp
        | Chooser::Roster => Tab::Matching,
    }
}

/// The frame of a programme's pages, with one tab open.
///
/// # Errors
/// [`Problem::Absent`] when there is no such programme in the viewer's organisation.
pub async fn frame(tx: &mut Tx, viewer: &Viewer, id: &ProgrammeId, open: Tab) -> Answer<Frame> {
    let programme = store::find(tx, &viewer.organisation, id).await?.ok_or(Problem::Absent)?;
    let tracks = store::tracks(tx, &viewer.organisation, id).await?;
    let home = format!("/programmes/{id}");
    let design = tracks
        .first()
        .map_or_else(|| home.clone(), |track| format!("{home}/tracks/{}/design", track.id));
    let tabs = [
        (Tab::Overview, home.clone(), "programme-tab-overview", "programme"),
        (Tab::Design, design, "programme-tab-design", "design"),
        (Tab::People, format!("{home}/applications"), "programme-tab-people", "people"),
        (Tab::Matching, format!("{home}/rounds"), "programme-tab-matching", "round"),
        (Tab::Requests, format!("{home}/requests"), "programme-tab-requests", "inbox"),
        (
            Tab::Relationships,
            format!("{home}/relationships"),
            "programme-tab-relationships",
            "pair",
        ),
    ];
    let there = |tab: &Tab| tracks.iter().any(|track| finds(&track.design) == *tab);
    let shown = |(tab, ..): &(Tab, String, &str, &str)| match tab {
        Tab::Requests => there(tab),
        Tab::Matching => there(tab) || tracks.is_empty() || open == Tab::Matching,
        Tab::Overview | Tab::Design | Tab::People | Tab::Relationships | Tab::None => true,
    };
    let tabs = tabs.into_iter().filter(shown).map(|(tab, href, key, icon)| NavItem {
        href,
        label: viewer.t(key),
        icon,
        current: tab == open,
        badge: None,
    });
    let mut trail = vec![("/programmes".to_owned(), viewer.t("programmes-title"))];
    if open != Tab::Overview {
        trail.push((home, programme.name.clone()));
    }
    Ok(Frame { tabs: tabs.collect(), trail, tracks, programme })
}
