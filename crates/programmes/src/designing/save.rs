//! Storing a changed design: at once while nobody has registered, else after its effect was shown.

use axum::response::IntoResponse as _;
use db::Tx;
use design::{Design, Topic};
use jobs::Seam;
use people::permission::CoordinatorOf;
use web::{Answer, App, Flash, Problem, Refusal};

use super::{Fields, effect};
use crate::programme::{Frame, State, Track, facts::DesignChanged, store};

/// Where a change comes from and where to go after it.
pub(super) struct Change<'a> {
    /// The frame of the pages.
    pub frame: Frame,
    /// The track as it is.
    pub track: &'a Track,
    /// The design as it is to be.
    pub design: Design,
    /// What was posted, to be posted again once the effect was seen.
    pub fields: &'a Fields,
    /// Where to go when it is stored.
    pub back: String,
}

/// Stores a changed design, or shows what it would do to people who have registered.
pub(super) async fn change(app: &App, permit: &CoordinatorOf, change: Change<'_>) -> Answer {
    let topics = changed_topics(&change.track.design, &change.design);
    if change.track.design == change.design {
        return web::go(&change.back);
    }
    let running = change.frame.programme.state != State::Draft;
    if running && !change.fields.is_on("effect-seen") {
        return effect::page(app, permit, &change, &topics).await;
    }
    let mut tx = app.db.write().await?;
    store_design(&mut tx, &app.seam, permit, change.track, &change.design, running).await?;
    tx.commit().await?;
    let flash = Flash::done("designing-saved").with("count", topics.len());
    Ok(web::see(&change.back, flash)?.into_response())
}

/// Stores a changed design and the fact that it changed.
pub(super) async fn store_design(
    tx: &mut Tx,
    seam: &Seam,
    permit: &CoordinatorOf,
    track: &Track,
    design: &Design,
    running: bool,
) -> Result<(), Problem> {
    if !store::change_design(tx, track, design).await? {
        return Err(Refusal::conflict("designing-changed-meanwhile").into());
    }
    let topics = changed_topics(&track.design, design);
    let fact = DesignChanged {
        programme: track.programme.clone(),
        track: track.id.clone(),
        topics: topics.iter().map(|topic| topic.key().to_owned()).collect(),
        version: track.design_version + 1,
        running,
    };
    let (organisation, actor) = (track.organisation.as_str(), Some(permit.viewer.person.as_str()));
    jobs::record(tx, seam, organisation, actor, &fact).await?;
    Ok(())
}

/// The topics that read differently.
pub(super) fn changed_topics(old: &Design, new: &Design) -> Vec<Topic> {
    Topic::ALL.into_iter().filter(|topic| old.says(*topic) != new.says(*topic)).collect()
}

/// Refuses a form that was opened before somebody else's change.
pub(super) fn same_version(track: &Track, fields: &Fields) -> Result<(), Problem> {
    if fields.one("version") == track.design_version.to_string() {
        Ok(())
    } else {
        Err(Refusal::conflict("designing-changed-meanwhile").into())
    }
}
