//! What happens inside a relationship: meetings, goals, check-ins, messages, nudges.
//!
//! Features in order, each may use those before it: meeting, goal, conversation,
//! checkin, health, home, safeguarding.

pub mod meeting;

pub mod goal;

pub mod conversation;

pub mod checkin;
pub mod health;

pub mod home;

pub mod safeguarding;

pub mod audience;
mod permit;
#[cfg(test)]
mod testing;
pub mod together;

/// All routes of this area.
#[must_use]
pub fn routes() -> web::Routes {
    web::Routes::new()
        .merge(meeting::routes())
        .merge(goal::routes())
        .merge(conversation::routes())
        .merge(checkin::routes())
        .merge(health::routes())
        .merge(home::routes())
        .merge(safeguarding::routes())
}
