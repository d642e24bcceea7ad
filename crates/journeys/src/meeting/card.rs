//! What the relationship's home says about meetings.

use db::Tx;
use people::permission::Viewer;
use web::Problem;

use super::{
    model::{Meeting, State as Stands},
    store,
};
use crate::together::Together;

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
    pub async fn load(
        tx: &mut Tx,
        of: &Viewer,
        together: &Together,
    ) -> Result<Self, Problem> {
        let id = &together.relationship.id;
        let meetings = store::of_relationship(tx, &of.organisation, id).await?;
        let held = || meetings.iter().filter(|m| matches!(m.state, Stands::Held { .. }));
        let last = held().filter_map(Meeting::starts).max();
        let day = last.map(|at| at.to_zoned(of.zone.clone()).date());
        Ok(Self {
            held: held().count(),
            last: day.map(|day| words::weekday_and_day(of.language, day)).unwrap_or_default(),
            home: together.path(),
            is_open: together.is_open_to(&of.person),
        })
    }
}
