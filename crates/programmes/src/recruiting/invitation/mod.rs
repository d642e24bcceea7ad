//! Invitations: mailed, reminded, answered in one tap.

mod addresses;
mod answer;
mod facts;
mod invite;
mod letter;
mod list;
mod model;
mod part;
mod remind;
mod resend;
mod send;
mod store;
#[cfg(test)]
mod tests;
mod withdraw;

pub use facts::{InvitationAccepted, InvitationDeclined, InvitationWithdrawn, InvitationsSent};
pub use model::{Invitation, InvitationId};
pub use remind::remind;

/// The routes of this feature.
pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/programmes/{programme}/invitations", list::page)
        .get("/programmes/{programme}/invitations/new", invite::page)
        .post("/programmes/{programme}/invitations/new", invite::preview)
        .post("/programmes/{programme}/invitations", invite::send)
        .post("/programmes/{programme}/invitations/undo/{batch}", withdraw::undo)
        .post("/programmes/{programme}/invitations/reminders", list::save_reminders)
        .post("/programmes/{programme}/invitations/{invitation}/resend", resend::resend)
        .post("/programmes/{programme}/invitations/{invitation}/withdraw", withdraw::withdraw)
        .get("/invitation/{secret}", answer::page)
        .post("/invitation/{secret}/accept", answer::accept)
        .get("/invitation/{secret}/decline", answer::ask)
        .post("/invitation/{secret}/decline", answer::decline)
}
