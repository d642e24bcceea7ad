//! A backup: one file with every row of every table, the same for both databases.
//!
//! The file is a zip archive that ordinary tools open: `manifest.json` and one file of JSON lines a
//! table. Its last bytes, in the archive's comment, are the digest of all bytes before them, so any
//! change anywhere is seen before a row is read. The copy of a table is canonical: the same rows
//! give the same bytes, on SQLite and on PostgreSQL.

mod manifest;
mod put_back;
mod seal;
mod sealed;
mod take;

pub use manifest::Manifest;
pub use put_back::put_back;
pub use sealed::Sealed;
pub use take::take;

#[cfg(test)]
mod tests;
