//! What a backup says of itself.

use serde::{Deserialize, Serialize};

/// The name of its file in the archive.
pub const NAME: &str = "manifest.json";
/// What every manifest begins with.
pub const FORMAT: &str = "cairn backup";
/// The version of the form described here.
pub const VERSION: u32 = 1;

/// The first file of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// The version of the program that wrote it.
    pub cairn: String,
    /// When, in UTC.
    pub made_at: String,
    /// The migration steps that the rows belong to.
    pub steps: Vec<String>,
    /// The tables, by name.
    pub tables: Vec<Entry>,
}

/// One table's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The table.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    /// The digest of the file's bytes, in hexadecimal.
    pub sha256: String,
}

impl Entry {
    /// The file's name in the archive.
    #[must_use]
    pub fn file(&self) -> String {
        format!("tables/{}.jsonl", self.table)
    }
}

impl Manifest {
    /// All rows.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|entry| entry.rows).sum()
    }
}
