//! Throw-away databases for tests: SQLite always, PostgreSQL when `CAIRN_TEST_POSTGRES` tells
//! where one is. Each test has its own, migrated.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::{Db, Dialect};

/// A migrated database that goes when it is dropped (PostgreSQL: with the throw-away server).
#[derive(Debug)]
pub struct TestDb {
    /// The database.
    pub db: Db,
    /// Its address, for a second process.
    pub address: String,
    _folder: Option<tempfile::TempDir>,
}

/// Makes a database for one test. `None` when it is PostgreSQL's turn and there is none.
///
/// # Panics
/// When the database cannot be made: the test cannot go on.
pub async fn fresh(dialect: Dialect) -> Option<TestDb> {
    let (address, folder) = match dialect {
        Dialect::Sqlite => {
            let folder = tempfile::tempdir().expect("a folder for the test's database");
            let address = format!("sqlite:{}", folder.path().join("test.db").display());
            (address, Some(folder))
        }
        Dialect::Postgres => (fresh_postgres().await?, None),
    };
    let db = Db::open(&address).await.expect("the test's database opens");
    crate::migrate(&db).await.expect("the test's database migrates");
    Some(TestDb { db, address, _folder: folder })
}

async fn fresh_postgres() -> Option<String> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    #[expect(
        clippy::disallowed_methods,
        reason = "the test command tells tests where PostgreSQL is"
    )]
    let server = std::env::var("CAIRN_TEST_POSTGRES").ok()?;
    let name = format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let admin = Db::open(&server).await.expect("the test PostgreSQL answers");
    let mut tx = admin.read().await.expect("a connection");
    tx.script(&format!("drop database if exists {name}")).await.expect("no leftover");
    tx.script(&format!("create database {name}")).await.expect("a database for the test");
    drop(tx);
    admin.close().await;
    let (base, _) = server.rsplit_once('/').expect("the address names a database");
    Some(format!("{base}/{name}"))
}
