//! Facts: what happened, in the past tense.

use db::{Result, Row, Tx, params};
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{NewJob, REACT, Seam, queue};

/// Something that happened and that others may react to.
pub trait Fact: Serialize + DeserializeOwned {
    /// Its name in the past tense, as `relationship_closed`.
    const NAME: &'static str;
    /// What it happened to: the kind of noun (`relationship`) and its id.
    fn subject(&self) -> (&'static str, &str);
    /// The programme it happened in, if it did in one.
    fn programme(&self) -> Option<&str> {
        None
    }
}

/// A fact as it was stored.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Its own id.
    pub id: String,
    /// The organisation it happened in.
    pub organisation_id: String,
    /// Its name.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Who did it; none when Cairn did by itself.
    pub actor_id: Option<String>,
    /// Its own particulars.
    pub data: Value,
}

impl Recorded {
    /// The particulars as the type that was recorded.
    ///
    /// # Errors
    /// When the stored form is another one.
    pub fn read<F: Fact>(&self) -> Result<F, serde_json::Error> {
        serde_json::from_value(self.data.clone())
    }
}

/// Stores a fact with the act that made it true, and queues its reactions. Gives its id.
///
/// # Errors
/// When the database refuses it.
pub async fn record<F: Fact>(
    tx: &mut Tx,
    seam: &Seam,
    organisation_id: &str,
    actor_id: Option<&str>,
    fact: &F,
) -> Result<String> {
    let id = seam.id();
    let (kind, subject) = fact.subject();
    let data = serde_json::to_value(fact).unwrap_or(Value::Null);
    tx.run(
        "insert into fact (id, organisation_id, name, at, actor_id, subject_kind, subject_id, programme_id, data) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![&id, organisation_id, F::NAME, seam.now_ms(), actor_id, kind, subject, fact.programme(), data.to_string()],
    )
    .await?;
    let job =
        NewJob { kind: REACT, data: json!({ "fact": id }), run_at: seam.now(), unique_key: None };
    queue::add(tx, seam, job).await?;
    Ok(id)
}

/// The newest facts of a programme: for its activity page.
///
/// # Errors
/// When the database refuses it.
pub async fn recent(
    tx: &mut Tx,
    organisation_id: &str,
    programme_id: &str,
    most: u32,
) -> Result<Vec<Recorded>> {
    let rows = tx
        .all(
            "select id, organisation_id, name, at, actor_id, data from fact \
             where organisation_id = $1 and programme_id = $2 order by at desc, id desc limit $3",
            params![organisation_id, programme_id, most],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The fact that a job of the kind [`REACT`] is about.
///
/// # Errors
/// When the database refuses, or the job names no stored fact.
pub async fn react_to(tx: &mut Tx, job: &Value) -> Result<Recorded> {
    let id = job.get("fact").and_then(Value::as_str).unwrap_or_default();
    let row = tx
        .one(
            "select id, organisation_id, name, at, actor_id, data from fact where id = $1",
            params![id],
        )
        .await?;
    read(&row)
}

fn read(row: &Row) -> Result<Recorded> {
    let data: String = row.get("data")?;
    Ok(Recorded {
        id: row.get("id")?,
        organisation_id: row.get("organisation_id")?,
        name: row.get("name")?,
        at: Timestamp::from_millisecond(row.get("at")?).unwrap_or_default(),
        actor_id: row.get("actor_id")?,
        data: serde_json::from_str(&data).unwrap_or(Value::Null),
    })
}
