//! What the relationship's home says about meetings.

use db::Tx;
use people::permission::Viewer;
use web::Problem;

use super::{
    model::{Meeting, State as Stands},
    store,
};
use crate::together::Place;

/// What the relationship's home shows of meetings: `meeting/card.html` reads it as `meetings`.
#[derive(Debug, Clone)]
pub struct Card {
    /// How many took place.
    pub held: usize,
    /// When the last one took place, in words; empty before the first.
    pub last: String,
    /// The path of the relationship's home.
    pub home: String,
    /// Whether the viewer may write.
    pub is_open: bool,
}

impl Card {
    /// Reads it.
    ///
    /// # Errors
    /// A fault when the database refuses.
    pub async fn load(tx: &mut Tx, of: &Viewer, place: &Place) -> Result<Self, Problem> {
        let id = &place.relationship;
        let meetings = store::of_relationship(tx, &of.organisation, id).await?;
        let held = || meetings.iter().filter(|m| matches!(m.state, Stands::Held { .. }));
        let last = held().filter_map(Meeting::starts).max();
        let day = last.map(|at| at.to_zoned(of.zone.clone()).date());
        Ok(Self {
            held: held().count(),
            last: day.map(|day| words::weekday_and_day(of.language, day)).unwrap_or_default(),
            home: place.path(),
            is_open: place.is_open,
        })
    }
}
