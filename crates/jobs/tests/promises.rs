//! What the queue promises, on both databases.

use std::{collections::BTreeMap, sync::Arc};

use db::{db_test, params, testing::TestDb};
use jiff::{SignedDuration, Timestamp};
use jobs::{Handler, NewJob, Seam, Trouble, Worker, add};
use serde_json::{Value, json};

fn worker(test: &TestDb, seam: &Seam) -> Worker<()> {
    let insert: Handler<()> = Box::new(|(), tx, data| {
        Box::pin(async move {
            let id = data["id"].as_str().unwrap_or_default();
            tx.run(
                "insert into attempt (subject, window_start, count) values ($1, 0, 1)",
                params![id],
            )
            .await?;
            if data["fail"].as_bool() == Some(true) {
                Err(Trouble::Retry("later".into()))
            } else {
                Ok(())
            }
        })
    });
    let handlers = BTreeMap::from([("insert", insert)]);
    Worker::new(test.db.clone(), seam.clone(), Arc::new(()), handlers)
}

async fn queue(test: &TestDb, seam: &Seam, data: Value, key: Option<&str>) -> bool {
    let mut tx = test.db.write().await.unwrap();
    let job = NewJob { kind: "insert", data, run_at: seam.now(), unique_key: key.map(Into::into) };
    let added = add(&mut tx, seam, job).await.unwrap();
    tx.commit().await.unwrap();
    added
}

async fn effects(test: &TestDb) -> i64 {
    let mut tx = test.db.read().await.unwrap();
    let row = tx.one("select cast(count(*) as bigint) as n from attempt", &[]).await.unwrap();
    row.get("n").unwrap()
}

#[db_test]
async fn many_workers_have_each_jobs_effect_once(test: TestDb) {
    let seam = Seam::fixed(Timestamp::UNIX_EPOCH, 1);
    for n in 0..40 {
        queue(&test, &seam, json!({ "id": n.to_string() }), None).await;
    }
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let worker = worker(&test, &seam);
            tokio::spawn(async move { worker.run_due().await.unwrap() })
        })
        .collect();
    let mut ran = 0;
    for worker in workers {
        ran += worker.await.unwrap();
    }
    assert_eq!((ran, effects(&test).await), (40, 40));
}

#[db_test]
async fn a_failed_job_leaves_nothing_and_is_tried_later(test: TestDb) {
    let seam = Seam::fixed(Timestamp::UNIX_EPOCH, 1);
    queue(&test, &seam, json!({ "id": "a", "fail": true }), None).await;
    let worker = worker(&test, &seam);
    assert_eq!(worker.run_due().await.unwrap(), 1);
    assert_eq!((worker.run_due().await.unwrap(), effects(&test).await), (0, 0));
    seam.travel(SignedDuration::from_hours(1));
    assert_eq!(worker.run_due().await.unwrap(), 1, "it is tried again after a wait");
}

#[db_test]
async fn a_second_job_of_the_same_key_is_not_added_while_the_first_waits(test: TestDb) {
    let seam = Seam::fixed(Timestamp::UNIX_EPOCH, 1);
    assert!(queue(&test, &seam, json!({ "id": "a" }), Some("k")).await);
    assert!(!queue(&test, &seam, json!({ "id": "b" }), Some("k")).await);
    worker(&test, &seam).run_due().await.unwrap();
    assert!(queue(&test, &seam, json!({ "id": "c" }), Some("k")).await);
}
