//! Whole tables, out and in, row by row, in a form that is the same for both databases.
//!
//! A row is one line of JSON: an object with every column in the order of their names. Rows come in
//! the order of the bytes of their key. Real numbers are texts, because JSON readers may round them.

use serde_json::{Map, Value as Json};

use crate::{Error, Result, Row, Tx, Value, params};

/// A table as it can be copied.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name.
    pub name: String,
    columns: Vec<Shape>,
    order: String,
}

#[derive(Debug, Clone)]
struct Shape {
    name: String,
    kind: Kind,
    nullable: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Int,
    Real,
    Bool,
}

/// The table in which migrations note themselves: it differs by database and is no content.
const STEPS: &str = "schema_step";
/// SQLite takes 32,766 values in a statement.
const MOST_VALUES: usize = 30_000;

/// All tables with content, by name.
///
/// # Errors
/// When the database refuses, or has a column of a kind that no copy knows.
pub async fn tables(tx: &mut Tx) -> Result<Vec<Table>> {
    let mut tables = Vec::new();
    for row in tx.all(tx.dialect().tables(), &[]).await? {
        let name: String = row.get("name")?;
        if name != STEPS {
            tables.push(table(tx, name).await?);
        }
    }
    tables.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(tables)
}

/// The names of the migration steps that have run here, in order; none in a new database.
///
/// # Errors
/// When the database refuses.
pub async fn steps_done(tx: &mut Tx) -> Result<Vec<String>> {
    for row in tx.all(tx.dialect().tables(), &[]).await? {
        if row.get::<String>("name")? == STEPS {
            let rows = tx.all("select name from schema_step order by name", &[]).await?;
            return rows.iter().map(|row| row.get("name")).collect();
        }
    }
    Ok(Vec::new())
}

/// From here to [`check_references`] rows may come before those that they name.
///
/// # Errors
/// When the database refuses.
pub async fn defer_references(tx: &mut Tx) -> Result<()> {
    tx.script(tx.dialect().defer_references()).await
}

/// Checks what was deferred, at the latest at the commit.
///
/// # Errors
/// When a row names one that is not there.
pub async fn check_references(tx: &mut Tx) -> Result<()> {
    match tx.dialect().check_references() {
        Some(sql) => tx.script(sql).await,
        None => Ok(()),
    }
}

async fn table(tx: &mut Tx, name: String) -> Result<Table> {
    let mut columns = Vec::new();
    for row in tx.all(tx.dialect().columns(), params![&name]).await? {
        let column: String = row.get("name")?;
        let kind = match row.get::<String>("kind")?.as_str() {
            "text" => Kind::Text,
            "bigint" => Kind::Int,
            "double" => Kind::Real,
            "boolean" => Kind::Bool,
            other => {
                let reason = format!("no copy knows the kind {other}");
                return Err(Error::Column { column, reason });
            }
        };
        columns.push(Shape { name: column, kind, nullable: row.get::<i64>("nullable")? == 1 });
    }
    columns.sort_by(|a, b| a.name.cmp(&b.name));
    let key = tx.all(tx.dialect().key(), params![&name]).await?;
    let key: Vec<String> = key.iter().map(|row| row.get("name")).collect::<Result<_>>()?;
    let ordered = |column: &Shape| match column.kind {
        Kind::Text => tx.dialect().bytewise(&column.name),
        _ => format!("\"{}\"", column.name),
    };
    let mut by: Vec<String> = key
        .iter()
        .filter_map(|name| columns.iter().find(|c| c.name == *name))
        .map(ordered)
        .collect();
    if by.is_empty() {
        by = columns.iter().map(ordered).collect();
    }
    let order = by.join(", ");
    Ok(Table { name, columns, order })
}

impl Table {
    /// Gives every row as a line, without its end, to a function.
    ///
    /// # Errors
    /// When the database refuses, and what the function says.
    pub async fn lines(
        &self,
        tx: &mut Tx,
        mut take: impl FnMut(&str) -> std::io::Result<()>,
    ) -> Result<()> {
        let sql = format!("select {} from \"{}\" order by {}", self.list(), self.name, self.order);
        tx.each(&sql, &[], |row| Ok(take(&self.line(row)?)?)).await
    }

    /// How many rows there are.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn count(&self, tx: &mut Tx) -> Result<i64> {
        let sql = format!("select cast(count(*) as bigint) as n from \"{}\"", self.name);
        tx.one(&sql, &[]).await?.get("n")
    }

    /// Reads a line back into the values of a row.
    ///
    /// # Errors
    /// When the line is no row of this table.
    pub fn read(&self, line: &str) -> Result<Vec<Value>> {
        let wrong = |reason: String| Error::Line { table: self.name.clone(), reason };
        let mut fields: Map<String, Json> =
            serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
        let values = self
            .columns
            .iter()
            .map(|column| {
                let field = fields.remove(&column.name);
                field.and_then(|field| column.read(field)).ok_or_else(|| wrong(column.name.clone()))
            })
            .collect::<Result<_>>()?;
        match fields.keys().next() {
            Some(unknown) => Err(wrong(unknown.clone())),
            None => Ok(values),
        }
    }

    /// How many rows [`Table::insert`] takes at once.
    #[must_use]
    pub fn most_at_once(&self) -> usize {
        (MOST_VALUES / self.columns.len().max(1)).clamp(1, 1000)
    }

    /// Adds rows from [`Table::read`].
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert(&self, tx: &mut Tx, rows: &[Vec<Value>]) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let width = self.columns.len();
        let places: Vec<String> = (0..rows.len())
            .map(|row| {
                let places: Vec<String> =
                    (1..=width).map(|column| format!("${}", row * width + column)).collect();
                format!("({})", places.join(", "))
            })
            .collect();
        let sql =
            format!("insert into \"{}\" ({}) values {}", self.name, self.list(), places.join(", "));
        tx.run(&sql, &rows.concat()).await.map(drop)
    }

    fn list(&self) -> String {
        let names: Vec<String> = self.columns.iter().map(|c| format!("\"{}\"", c.name)).collect();
        names.join(", ")
    }

    fn line(&self, row: &Row) -> Result<String> {
        let mut fields = Map::new();
        for column in &self.columns {
            fields.insert(column.name.clone(), column.json(row)?);
        }
        Ok(Json::Object(fields).to_string())
    }
}

impl Shape {
    fn json(&self, row: &Row) -> Result<Json> {
        let name = self.name.as_str();
        Ok(match self.kind {
            Kind::Text => row.get::<Option<String>>(name)?.map_or(Json::Null, Json::String),
            Kind::Int => row.get::<Option<i64>>(name)?.map_or(Json::Null, Json::from),
            Kind::Bool => row.get::<Option<bool>>(name)?.map_or(Json::Null, Json::Bool),
            Kind::Real => row
                .get::<Option<f64>>(name)?
                .map_or(Json::Null, |real| Json::String(real.to_string())),
        })
    }

    fn read(&self, field: Json) -> Option<Value> {
        if field.is_null() {
            return self.nullable.then_some(match self.kind {
                Kind::Text => Value::NullText,
                Kind::Int => Value::NullInt,
                Kind::Real => Value::NullReal,
                Kind::Bool => Value::NullBool,
            });
        }
        match (self.kind, field) {
            (Kind::Text, Json::String(text)) => Some(Value::Text(text)),
            (Kind::Int, Json::Number(number)) => number.as_i64().map(Value::Int),
            (Kind::Bool, Json::Bool(truth)) => Some(Value::Bool(truth)),
            (Kind::Real, Json::String(text)) => text.parse().ok().map(Value::Real),
            _ => None,
        }
    }
}
