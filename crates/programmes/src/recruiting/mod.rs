//! Recruiting: how people come in, and who of those who ask may take part.

pub mod application;
pub mod import;
pub mod invitation;
mod person;
mod promotion;

use jobs::Fact as _;
use people::{ProgrammeId, permission::Viewer};
use web::NavItem;

pub use import::forget_previews;
pub use invitation::remind as remind_invited;

/// The names of all facts that this feature records.
pub const FACTS: &[&str] = &[
    application::DecisionUndone::NAME,
    invitation::InvitationsSent::NAME,
    invitation::InvitationAccepted::NAME,
    invitation::InvitationDeclined::NAME,
    invitation::InvitationWithdrawn::NAME,
    import::PeopleImported::NAME,
    import::ImportUndone::NAME,
];

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .merge(application::routes())
        .merge(invitation::routes())
        .merge(promotion::routes())
        .merge(import::routes())
        .merge(person::routes())
}

/// The pages of a programme's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Applications,
    Invitations,
    Promotion,
    Import,
}

/// The tabs of a programme's people, with one of them open.
pub(crate) fn tabs(viewer: &Viewer, programme: &ProgrammeId, open: Place) -> Vec<NavItem> {
    let all = [
        (Place::Applications, "applications", "people"),
        (Place::Invitations, "invitations", "mail"),
        (Place::Promotion, "promotion", "qr"),
        (Place::Import, "import", "upload"),
    ];
    all.into_iter()
        .map(|(place, path, icon)| NavItem {
            href: format!("/programmes/{programme}/{path}"),
            label: viewer.t(&format!("recruiting-tab-{path}")),
            icon,
            current: place == open,
            badge: None,
        })
        .collect()
}
