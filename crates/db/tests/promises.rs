//! What the store promises, on both databases.

use db::{Dialect, Value, db_test, params, testing::TestDb};

#[db_test]
async fn what_is_not_committed_is_not_there(test: TestDb) {
    let insert = "insert into organisation (id, name, language, time_zone, created_at) values ($1, $2, 'en', 'UTC', $3)";
    let mut tx = test.db.write().await.unwrap();
    tx.run(insert, params!["a", "Larkspur", 1_i64]).await.unwrap();
    drop(tx);
    let mut tx = test.db.write().await.unwrap();
    tx.run(insert, params!["b", "Tern", 2_i64]).await.unwrap();
    tx.commit().await.unwrap();
    let rows = test.db.read().await.unwrap().all("select id from organisation", &[]).await.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].get::<String>("id").unwrap(), "b");
}

#[db_test]
async fn a_second_row_of_the_same_key_is_a_duplicate(test: TestDb) {
    let insert = "insert into organisation (id, name, language, time_zone, created_at) values ($1, '', 'en', 'UTC', 0)";
    let mut tx = test.db.write().await.unwrap();
    tx.run(insert, params!["a"]).await.unwrap();
    let again = tx.run(insert, params!["a"]).await.unwrap_err();
    assert!(again.is_duplicate() && !again.is_full_or_unavailable(), "{again}");
}

#[db_test]
async fn nulls_and_booleans_come_back_as_they_went(test: TestDb) {
    let mut tx = test.db.read().await.unwrap();
    let row = tx
        .one(
            "select cast($1 as text) as t, cast($2 as bigint) as n, $3 as b, cast($4 as double precision) as r",
            &[Value::NullText, Value::NullInt, Value::Bool(true), Value::Real(0.5)],
        )
        .await
        .unwrap();
    assert_eq!(row.get::<Option<String>>("t").unwrap(), None);
    assert_eq!(row.get::<Option<i64>>("n").unwrap(), None);
    assert!(row.get::<bool>("b").unwrap());
    assert_eq!(row.get::<Option<f64>>("r").unwrap(), Some(0.5));
}

#[db_test]
async fn migrating_again_does_nothing(test: TestDb) {
    assert_eq!(db::migrate(&test.db).await.unwrap(), Vec::<String>::new());
    assert!(db::pending(&test.db).await.unwrap().is_empty());
}

#[db_test]
async fn a_changed_step_is_refused(test: TestDb) {
    let mut tx = test.db.write().await.unwrap();
    tx.run("update schema_step set digest = 'other'", &[]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(matches!(db::migrate(&test.db).await, Err(db::Error::ChangedStep(_))));
}

#[tokio::test]
async fn both_databases_have_the_same_tables_columns_and_indexes() {
    let Some(postgres) = db::testing::fresh(Dialect::Postgres).await else { return };
    let sqlite = db::testing::fresh(Dialect::Sqlite).await.unwrap();
    assert_eq!(shape(&sqlite).await, shape(&postgres).await);
}

async fn shape(test: &TestDb) -> Vec<String> {
    let mut tx = test.db.read().await.unwrap();
    let dialect = tx.dialect();
    let mut lines = Vec::new();
    for row in tx.all(dialect.tables(), &[]).await.unwrap() {
        let table: String = row.get("name").unwrap();
        for column in tx.all(dialect.columns(), params![&table]).await.unwrap() {
            let [name, kind] = ["name", "kind"].map(|c| column.get::<String>(c).unwrap());
            let nullable: i64 = column.get("nullable").unwrap();
            lines.push(format!("{table}.{name} {kind} {nullable}"));
        }
    }
    for row in tx.all(dialect.indexes(), &[]).await.unwrap() {
        lines.push(format!("index {}", row.get::<String>("name").unwrap()));
    }
    lines
}
