//! Everything that an organisation may take along, or one programme of it: tables in documented columns.
//!
//! What members keep to themselves (messages, notes, goals, check-ins, reasons for leaving) and answers
//! that only their writer or a count may show stay out: they belong to those who wrote them.

mod participants;
mod store;
mod table;

use db::Tx;
use people::{
    OrganisationId, PersonId, ProgrammeId,
    directory::{self, file},
};
use programmes::programme::{self, Track};
use serde_json::{Map, Value, json};

pub use table::Table;

/// What is taken along.
#[derive(Debug)]
pub struct Export {
    /// The tables, by name; a name with `/` is one of several of a kind.
    pub tables: Vec<Table>,
    /// The tracks, with their designs.
    pub tracks: Vec<Track>,
}

impl Export {
    /// The same as one JSON value.
    #[must_use]
    pub fn json(&self) -> Value {
        let tables: Map<String, Value> =
            self.tables.iter().map(|table| (table.name.clone(), table.json())).collect();
        let designs: Map<String, Value> =
            self.tracks.iter().map(|track| (track.id.to_string(), json!(track.design))).collect();
        json!({ "format": "cairn-export", "version": 1, "tables": tables, "designs": designs })
    }

    /// How many people stand in it.
    #[must_use]
    pub fn people(&self) -> usize {
        self.tables.first().map_or(0, |people| people.rows.len())
    }
}

/// Gathers an organisation, or one programme and those who had a part in it.
///
/// # Errors
/// When the database refuses it.
pub async fn gather(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: Option<&ProgrammeId>,
) -> db::Result<Export> {
    let everybody = directory::store::everybody(tx, organisation).await?;
    let rows = file::rows(&everybody);
    let participants = participants::Rows::new(&rows);
    let mut tracks = Vec::new();
    let mut tables = store::tables(tx, organisation, programme).await?;
    for id in store::programmes(tx, organisation, programme).await? {
        for track in programme::store::tracks(tx, organisation, &id).await? {
            tables.push(participants.of(tx, organisation, &track).await?);
            tracks.push(track);
        }
    }
    let there = match programme {
        Some(programme) => Some(store::people_of(tx, organisation, programme).await?),
        None => None,
    };
    let taken = |id: &PersonId| there.as_ref().is_none_or(|there| there.contains(id));
    let rows = rows.into_iter().filter(|(id, _)| taken(id)).map(|(_, row)| row).collect();
    let headings = file::HEADINGS.map(str::to_owned).to_vec();
    tables.insert(0, Table { name: "people".to_owned(), headings, rows });
    Ok(Export { tables, tracks })
}
