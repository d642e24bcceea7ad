//! What a statement answers.

use sqlx::{Row as _, postgres::PgRow, sqlite::SqliteRow};

use crate::{Error, Result};

/// One row of an answer, from either database.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// The value of a column by its name.
    ///
    /// # Errors
    /// When there is no such column or it holds another type.
    pub fn get<T: Column>(&self, column: &str) -> Result<T> {
        T::read(self, column).map_err(|reason| Error::Column { column: column.to_owned(), reason })
    }
}

/// A type that a column can be read as. Ids and other small types of the areas implement it
/// through the text or number that they are stored as.
pub trait Column: Sized {
    /// Reads the column, or says what is wrong with it.
    ///
    /// # Errors
    /// A sentence for the log.
    fn read(row: &Row, column: &str) -> std::result::Result<Self, String>;
}

macro_rules! native {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn read(row: &Row, column: &str) -> std::result::Result<Self, String> {
                match row {
                    Row::Sqlite(row) => row.try_get(column),
                    Row::Postgres(row) => row.try_get(column),
                }.map_err(|e| e.to_string())
            }
        }
    )*};
}

native!(String, i64, f64, bool, Vec<u8>);

macro_rules! narrower {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn read(row: &Row, column: &str) -> std::result::Result<Self, String> {
                let wide = i64::read(row, column)?;
                Self::try_from(wide).map_err(|_| format!("{wide} does not fit"))
            }
        }
    )*};
}

narrower!(i32, u32, u16, u8, usize);

impl<T: Column> Column for Option<T> {
    fn read(row: &Row, column: &str) -> std::result::Result<Self, String> {
        use sqlx::ValueRef as _;
        let null = match row {
            Row::Sqlite(row) => row.try_get_raw(column).map(|v| v.is_null()),
            Row::Postgres(row) => row.try_get_raw(column).map(|v| v.is_null()),
        }
        .map_err(|e| e.to_string())?;
        if null { Ok(None) } else { T::read(row, column).map(Some) }
    }
}
