//! One connection, for reading or inside a transaction.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use futures_util::TryStreamExt as _;
use sqlx::{
    AssertSqlSafe, Executor as _, Postgres, Sqlite, Transaction,
    pool::PoolConnection,
    postgres::{PgArguments, Postgres as Pg},
    query::Query,
    sqlite::SqliteArguments,
};

use crate::{Dialect, Error, Result, Row, Value};

macro_rules! drain {
    ($rows:expr, $row:path, $take:expr, $refused:expr) => {{
        let mut rows = $rows;
        while let Some(row) = rows.try_next().await.map_err($refused)? {
            $take(&$row(row))?;
        }
    }};
}

/// One connection. From [`crate::Db::read`] it only reads; from [`crate::Db::write`] it is a
/// transaction that must be [committed](Tx::commit).
#[derive(Debug)]
pub struct Tx {
    inner: Inner,
    statements: Arc<AtomicU64>,
}

#[derive(Debug)]
pub(crate) enum Inner {
    SqliteRead(PoolConnection<Sqlite>),
    SqliteWrite(Transaction<'static, Sqlite>),
    PostgresRead(PoolConnection<Pg>),
    PostgresWrite(Transaction<'static, Pg>),
}

impl Tx {
    pub(crate) fn new(inner: Inner, statements: Arc<AtomicU64>) -> Self {
        Self { inner, statements }
    }

    /// All rows of a query.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn all(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        let rows = match &mut self.inner {
            Inner::SqliteRead(c) => sqlite(sql, values).fetch_all(&mut **c).await.map(from_sqlite),
            Inner::SqliteWrite(c) => sqlite(sql, values).fetch_all(&mut **c).await.map(from_sqlite),
            Inner::PostgresRead(c) => pg(sql, values).fetch_all(&mut **c).await.map(from_postgres),
            Inner::PostgresWrite(c) => pg(sql, values).fetch_all(&mut **c).await.map(from_postgres),
        };
        rows.map_err(|source| Error::Refused { statement: beginning(sql), source })
    }

    /// The first row of a query, if there is one.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn find(&mut self, sql: &str, values: &[Value]) -> Result<Option<Row>> {
        Ok(self.all(sql, values).await?.into_iter().next())
    }

    /// The first row of a query that always has one.
    ///
    /// # Errors
    /// When the database refuses it or there is no row.
    pub async fn one(&mut self, sql: &str, values: &[Value]) -> Result<Row> {
        self.find(sql, values).await?.ok_or_else(|| Error::NoRow(beginning(sql)))
    }

    /// Runs a statement and tells how many rows it touched.
    ///
    /// # Errors
    /// When the database refuses it, or the connection is one for reading.
    pub async fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        let done = match &mut self.inner {
            Inner::SqliteWrite(c) => {
                sqlite(sql, values).execute(&mut **c).await.map(|d| d.rows_affected())
            }
            Inner::PostgresWrite(c) => {
                pg(sql, values).execute(&mut **c).await.map(|d| d.rows_affected())
            }
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {
                Err(sqlx::Error::Protocol("a connection for reading was asked to write".into()))
            }
        };
        done.map_err(|source| Error::Refused { statement: beginning(sql), source })
    }

    /// Runs several statements without values, as migrations do.
    ///
    /// # Errors
    /// When the database refuses one of them.
    pub async fn script(&mut self, sql: &str) -> Result<()> {
        let raw = || sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        let done = match &mut self.inner {
            Inner::SqliteRead(c) => c.execute(raw()).await.map(drop),
            Inner::SqliteWrite(c) => c.execute(raw()).await.map(drop),
            Inner::PostgresRead(c) => c.execute(raw()).await.map(drop),
            Inner::PostgresWrite(c) => c.execute(raw()).await.map(drop),
        };
        done.map_err(|source| Error::Refused { statement: beginning(sql), source })
    }

    /// Gives every row of a query to a function, without holding them all.
    ///
    /// # Errors
    /// When the database refuses it, and what the function says.
    pub async fn each(
        &mut self,
        sql: &str,
        values: &[Value],
        mut take: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        let refused = |source| Error::Refused { statement: beginning(sql), source };
        match &mut self.inner {
            Inner::SqliteRead(c) => {
                drain!(sqlite(sql, values).fetch(&mut **c), Row::Sqlite, take, refused);
            }
            Inner::SqliteWrite(c) => {
                drain!(sqlite(sql, values).fetch(&mut **c), Row::Sqlite, take, refused);
            }
            Inner::PostgresRead(c) => {
                drain!(pg(sql, values).fetch(&mut **c), Row::Postgres, take, refused);
            }
            Inner::PostgresWrite(c) => {
                drain!(pg(sql, values).fetch(&mut **c), Row::Postgres, take, refused);
            }
        }
        Ok(())
    }

    /// Makes everything written so far last. Only after this is Ok may anybody be told.
    ///
    /// # Errors
    /// When the database could not store it; then nothing of it is there.
    pub async fn commit(self) -> Result<()> {
        match self.inner {
            Inner::SqliteWrite(tx) => tx.commit().await,
            Inner::PostgresWrite(tx) => tx.commit().await,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => Ok(()),
        }
        .map_err(crate::open::refused("commit"))
    }

    /// Which database this talks to.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self.inner {
            Inner::SqliteRead(_) | Inner::SqliteWrite(_) => Dialect::Sqlite,
            Inner::PostgresRead(_) | Inner::PostgresWrite(_) => Dialect::Postgres,
        }
    }
}

fn sqlite<'q>(sql: &str, values: &[Value]) -> Query<'q, Sqlite, SqliteArguments> {
    let mut query = sqlx::query(AssertSqlSafe(sql.to_owned()));
    for value in values {
        query = match value.clone() {
            Value::Text(v) => query.bind(v),
            Value::Int(v) => query.bind(v),
            Value::Real(v) => query.bind(v),
            Value::Bool(v) => query.bind(v),
            Value::Bytes(v) => query.bind(v),
            Value::NullText => query.bind(None::<String>),
            Value::NullInt => query.bind(None::<i64>),
            Value::NullReal => query.bind(None::<f64>),
            Value::NullBool => query.bind(None::<bool>),
        };
    }
    query
}

fn pg<'q>(sql: &str, values: &[Value]) -> Query<'q, Postgres, PgArguments> {
    let mut query = sqlx::query(AssertSqlSafe(sql.to_owned()));
    for value in values {
        query = match value.clone() {
            // PostgreSQL has no NUL in text; the doors refuse it before, this keeps the promise for all.
            Value::Text(v) if v.contains('\0') => query.bind(v.replace('\0', "\u{fffd}")),
            Value::Text(v) => query.bind(v),
            Value::Int(v) => query.bind(v),
            Value::Real(v) => query.bind(v),
            Value::Bool(v) => query.bind(v),
            Value::Bytes(v) => query.bind(v),
            Value::NullText => query.bind(None::<String>),
            Value::NullInt => query.bind(None::<i64>),
            Value::NullReal => query.bind(None::<f64>),
            Value::NullBool => query.bind(None::<bool>),
        };
    }
    query
}

fn from_sqlite(rows: Vec<sqlx::sqlite::SqliteRow>) -> Vec<Row> {
    rows.into_iter().map(Row::Sqlite).collect()
}

fn from_postgres(rows: Vec<sqlx::postgres::PgRow>) -> Vec<Row> {
    rows.into_iter().map(Row::Postgres).collect()
}

fn beginning(sql: &str) -> String {
    sql.split_whitespace().take(8).collect::<Vec<_>>().join(" ")
}
