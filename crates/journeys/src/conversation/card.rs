//! What the relationship's home says about messages and notes.

use db::Tx;
use people::permission::Viewer;
use web::Problem;

use super::{message_store, note_store};
use crate::together::Place;

/// What the relationship's home shows: `conversation/card.html` reads it as `conversation`.
#[derive(Debug, Clone)]
pub struct Card {
    /// How many messages are new to the viewer.
    pub unread: i64,
    /// When the last one came; empty when there is none.
    pub last: String,
    /// How many notes the viewer can see.
    pub notes: i64,
    /// The path of the relationship's home.
    pub home: String,
}

impl Card {
    /// Reads it: two statements.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn load(tx: &mut Tx, of: &Viewer, place: &Place) -> Result<Self, Problem> {
        let (organisation, id) = (&of.organisation, &place.relationship);
        let (unread, last) = message_store::summary(tx, organisation, id, &of.person).await?;
        let last = last.map(|at| words::moment(of.language, &at.to_zoned(of.zone.clone())));
        Ok(Self {
            unread,
            last: last.unwrap_or_default(),
            notes: note_store::count(tx, organisation, id, &of.person).await?,
            home: place.path(),
        })
    }
}
