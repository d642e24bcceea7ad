//! One query text for SQLite and PostgreSQL.
//!
//! This is the only crate that names `sqlx`. It offers concrete types: [`Db`] (the pools),
//! [`Tx`] (one connection, for reading or inside a transaction), [`Row`] and [`Value`].
//! It knows no table but its own list of migration steps.

pub mod copy;
mod dialect;
mod ids;
mod migrate;
mod open;
mod row;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod value;

#[cfg(feature = "testing")]
pub use db_macros::db_test;
pub use dialect::{Dialect, Part};
pub use ids::Id;
pub use migrate::{Step, pending, run as migrate, run_only as migrate_only, steps};
pub use open::Db;
pub use row::{Column, Row};
pub use tx::Tx;
pub use value::Value;

#[doc(hidden)]
pub use serde;

/// What can go wrong between us and the database.
///
/// All of these are ours to mend, never the person's: they become a `Fault` at the boundary.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database said no, or could not be reached.
    #[error("the database refused «{statement}»: {source}")]
    Refused {
        /// The beginning of the statement, without its values.
        statement: String,
        /// What the driver said.
        source: sqlx::Error,
    },
    /// A row was promised and there was none.
    #[error("no row for «{0}»")]
    NoRow(String),
    /// A column does not hold what the code expects of it.
    #[error("column {column}: {reason}")]
    Column {
        /// The column's name.
        column: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The address of the database is not one that we know.
    #[error(
        "the database address must begin with sqlite: or postgres:, as in sqlite:cairn.db; it is «{0}»"
    )]
    Address(String),
    /// A migration step that ran before reads differently now.
    #[error("migration {0} was changed after it ran here; restore its text or the database")]
    ChangedStep(String),
    /// A file could not be written or read while tables were copied.
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// A line of a copy is not a row of its table.
    #[error("{table}: {reason}")]
    Line {
        /// The table.
        table: String,
        /// What is wrong with the line.
        reason: String,
    },
    /// The database was written by a newer Cairn.
    #[error("the database knows step {0}, which this program does not: use a newer Cairn")]
    FromTheFuture(String),
}

impl Error {
    /// Whether the disk or its file system refused the write: the answer is then "later", not "never".
    #[must_use]
    pub fn is_full_or_unavailable(&self) -> bool {
        let Self::Refused { source, .. } = self else { return false };
        match source {
            sqlx::Error::Database(e) => {
                dialect::is_storage_trouble(e.code().as_deref(), e.message())
            }
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
            _ => false,
        }
    }

    /// Whether a unique index or key refused the row: somebody was first.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Refused { source: sqlx::Error::Database(e), .. } if e.is_unique_violation())
    }

    /// Whether a row cannot go (or come) because of another that names it: somebody has built on it.
    #[must_use]
    pub fn is_still_named(&self) -> bool {
        matches!(self, Self::Refused { source: sqlx::Error::Database(e), .. } if e.is_foreign_key_violation())
    }
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Builds the values of a statement's `$1, $2, …` from anything that is a [`Value`].
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] as &[$crate::Value] };
}
