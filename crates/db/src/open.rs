//! The pools.

use std::{
    str::FromStr as _,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sqlx::{
    Connection as _, PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode, SqlitePoolOptions,
        SqliteSynchronous,
    },
};

use crate::{Dialect, Error, Result, Tx, tx::Inner};

/// An open database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    pools: Pools,
    statements: Arc<AtomicU64>,
}

#[derive(Debug, Clone)]
enum Pools {
    // One writer: SQLite has one at a time anyway, and waiting in our queue is fair and never «busy».
    Sqlite { reading: SqlitePool, writing: SqlitePool },
    Postgres(PgPool),
}

impl Db {
    /// Opens `sqlite:path` (made if it is not there) or `postgres://…`.
    ///
    /// # Errors
    /// When the address is of neither kind or the database cannot be reached.
    pub async fn open(address: &str) -> Result<Self> {
        Self::open_or_make(address, true).await
    }

    /// As [`Db::open`], and never makes the file: for commands that look at what is there.
    ///
    /// # Errors
    /// As [`Db::open`], and when there is no such file.
    pub async fn open_existing(address: &str) -> Result<Self> {
        Self::open_or_make(address, false).await
    }

    async fn open_or_make(address: &str, make: bool) -> Result<Self> {
        let pools = if let Some(path) = address.strip_prefix("sqlite:") {
            open_sqlite(path, make).await?
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            open_postgres(address).await?
        } else {
            return Err(Error::Address(address.to_owned()));
        };
        Ok(Self { pools, statements: Arc::default() })
    }

    /// A connection for reading: every statement sees the newest committed state.
    ///
    /// # Errors
    /// When no connection is free in time.
    pub async fn read(&self) -> Result<Tx> {
        let inner = match &self.pools {
            Pools::Sqlite { reading, .. } => {
                Inner::SqliteRead(reading.acquire().await.map_err(refused("connect"))?)
            }
            Pools::Postgres(pool) => {
                Inner::PostgresRead(pool.acquire().await.map_err(refused("connect"))?)
            }
        };
        Ok(Tx::new(inner, self.statements.clone()))
    }

    /// A transaction. Nothing that it writes is there before [`Tx::commit`] is Ok, and dropping it undoes all.
    ///
    /// # Errors
    /// When no connection is free in time or the transaction cannot begin.
    pub async fn write(&self) -> Result<Tx> {
        let inner = match &self.pools {
            Pools::Sqlite { writing, .. } => Inner::SqliteWrite(
                writing.begin_with("BEGIN IMMEDIATE").await.map_err(refused("begin"))?,
            ),
            Pools::Postgres(pool) => {
                Inner::PostgresWrite(pool.begin().await.map_err(refused("begin"))?)
            }
        };
        Ok(Tx::new(inner, self.statements.clone()))
    }

    /// A transaction for reading that sees one state of everything, whatever others write meanwhile.
    ///
    /// # Errors
    /// When no connection is free in time or the transaction cannot begin.
    pub async fn snapshot(&self) -> Result<Tx> {
        let begin = self.dialect().begin_snapshot();
        let inner = match &self.pools {
            Pools::Sqlite { reading, .. } => {
                Inner::SqliteWrite(reading.begin_with(begin).await.map_err(refused("begin"))?)
            }
            Pools::Postgres(pool) => {
                Inner::PostgresWrite(pool.begin_with(begin).await.map_err(refused("begin"))?)
            }
        };
        Ok(Tx::new(inner, self.statements.clone()))
    }

    /// Which database this is.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self.pools {
            Pools::Sqlite { .. } => Dialect::Sqlite,
            Pools::Postgres(_) => Dialect::Postgres,
        }
    }

    /// How many statements ran since the start: what the tests of a page's cost count.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Ends all connections, letting those in use finish.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { reading, writing } => {
                reading.close().await;
                writing.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

async fn open_sqlite(path: &str, make: bool) -> Result<Pools> {
    let options = SqliteConnectOptions::from_str(&format!("sqlite:{path}"))
        .map_err(refused("address"))?
        .create_if_missing(make)
        .journal_mode(SqliteJournalMode::Wal)
        .locking_mode(SqliteLockingMode::Normal)
        // NORMAL loses everything since the last checkpoint at a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // Erased text must not stay in free pages.
        .pragma("secure_delete", "on")
        .pragma("trusted_schema", "off")
        .busy_timeout(Duration::from_secs(10));
    let writing = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(15))
        // When the disk is full SQLite undoes the transaction by itself, and the driver goes on
        // counting it as open: such a connection would refuse every later transaction.
        .before_acquire(|connection, _| {
            Box::pin(async move { Ok(!connection.is_in_transaction()) })
        })
        .connect_with(options.clone())
        .await
        .map_err(refused("open"))?;
    let reading = SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(Duration::from_secs(15))
        .connect_with(options.pragma("query_only", "on"))
        .await
        .map_err(refused("open"))?;
    Ok(Pools::Sqlite { reading, writing })
}

async fn open_postgres(address: &str) -> Result<Pools> {
    let options =
        PgConnectOptions::from_str(address).map_err(refused("address"))?.application_name("cairn");
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(Duration::from_secs(15))
        .connect_with(options)
        .await
        .map_err(refused("open"))?;
    Ok(Pools::Postgres(pool))
}

pub(crate) fn refused(statement: &str) -> impl Fn(sqlx::Error) -> Error {
    move |source| Error::Refused { statement: statement.to_owned(), source }
}
