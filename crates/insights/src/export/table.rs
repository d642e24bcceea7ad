//! A table as text: what stands in a file.

use db::{Result, Row};
use jiff::Timestamp;
use serde_json::{Map, Value};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name, as `people`.
    pub name: String,
    /// The names of its columns.
    pub headings: Vec<String>,
    /// Its rows, each as long as the headings.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The headings and the rows.
    pub fn lines(&self) -> impl Iterator<Item = &Vec<String>> {
        std::iter::once(&self.headings).chain(&self.rows)
    }

    pub(super) fn json(&self) -> Value {
        let object = |row: &Vec<String>| {
            let cells = self.headings.iter().zip(row);
            let cells = cells.map(|(heading, cell)| (heading.clone(), Value::from(cell.as_str())));
            Value::Object(cells.collect::<Map<_, _>>())
        };
        self.rows.iter().map(object).collect()
    }
}

/// How a column of the database becomes text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Text,
    Whole,
    /// With one place after the point.
    Real,
    /// An instant, as ISO 8601 in UTC.
    At,
}

/// The rows of a query as a table.
pub(super) fn table(name: &str, columns: &[(&str, Kind)], rows: &[Row]) -> Result<Table> {
    let cells = |row: &Row| columns.iter().map(|(column, kind)| cell(row, column, *kind)).collect();
    Ok(Table {
        name: name.to_owned(),
        headings: columns.iter().map(|(column, _)| (*column).to_owned()).collect(),
        rows: rows.iter().map(cells).collect::<Result<_>>()?,
    })
}

fn cell(row: &Row, column: &str, kind: Kind) -> Result<String> {
    let text = match kind {
        Kind::Text => row.get::<Option<String>>(column)?,
        Kind::Whole => row.get::<Option<i64>>(column)?.map(|n| n.to_string()),
        Kind::Real => row.get::<Option<f64>>(column)?.map(|n| format!("{n:.1}")),
        Kind::At => row.get::<Option<i64>>(column)?.and_then(instant),
    };
    Ok(text.unwrap_or_default())
}

fn instant(ms: i64) -> Option<String> {
    Timestamp::from_millisecond(ms).ok().map(|at| at.to_string())
}
