//! Every query about agreements.

use db::{Result, Tx, params};
use design::{Clause, Design};
use jiff::Timestamp;
use people::PersonId;

use super::model::Agreement;
use crate::{ids::RelationshipId, relationship::row::instant};

/// An agreement as it stands: what its members wrote, else what the design proposes.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    relationship: &RelationshipId,
    design: &Design,
) -> Result<Agreement> {
    let sql = "select a.clauses, a.version, a.changed_by, a.changed_at, c.person_id, c.agreed_at \
         from agreement a left join agreement_consent c \
         on c.relationship_id = a.relationship_id and c.version = a.version \
         where a.relationship_id = $1";
    let rows = tx.all(sql, params![relationship]).await?;
    let Some(first) = rows.first() else { return Ok(Agreement::proposed(design)) };
    let mut agreement = Agreement {
        clauses: clauses(&first.get::<String>("clauses")?),
        version: first.get("version")?,
        changed_by: first.get("changed_by")?,
        changed_at: instant(first, "changed_at")?,
        consents: std::collections::BTreeMap::new(),
    };
    for row in &rows {
        if let (Some(person), Some(at)) =
            (row.get::<Option<PersonId>>("person_id")?, instant(row, "agreed_at")?)
        {
            agreement.consents.insert(person, at);
        }
    }
    Ok(agreement)
}

/// A wording that an agreement has had.
#[derive(Debug, Clone)]
pub struct Version {
    /// Which.
    pub version: i64,
    /// Its clauses.
    pub clauses: Vec<Clause>,
    /// Who wrote it; nobody when the design proposed it.
    pub changed_by: Option<PersonId>,
    /// When.
    pub changed_at: Timestamp,
}

/// The wordings that an agreement has had, the newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn history(tx: &mut Tx, relationship: &RelationshipId) -> Result<Vec<Version>> {
    let sql = "select version, clauses, changed_by, changed_at from agreement_version \
         where relationship_id = $1 order by version desc";
    let rows = tx.all(sql, params![relationship]).await?;
    rows.iter()
        .map(|row| {
            Ok(Version {
                version: row.get("version")?,
                clauses: clauses(&row.get::<String>("clauses")?),
                changed_by: row.get("changed_by")?,
                changed_at: instant(row, "changed_at")?.unwrap_or_default(),
            })
        })
        .collect()
}

/// Writes an agreement with its consents. What was agreed before stays in its history.
///
/// # Errors
/// When the database refuses it.
pub async fn save(
    tx: &mut Tx,
    relationship: &RelationshipId,
    agreement: &Agreement,
    now: Timestamp,
) -> Result<()> {
    let text = serde_json::to_string(&agreement.clauses).unwrap_or_else(|_| "[]".to_owned());
    let at = agreement.changed_at.unwrap_or(now).as_millisecond();
    let by = agreement.changed_by.as_ref();
    tx.run(
        "insert into agreement (relationship_id, clauses, version, changed_by, changed_at) \
         values ($1, $2, $3, $4, $5) on conflict (relationship_id) do update set \
         clauses = excluded.clauses, version = excluded.version, changed_by = excluded.changed_by, \
         changed_at = excluded.changed_at",
        params![relationship, &text, agreement.version, by, at],
    )
    .await?;
    tx.run(
        "insert into agreement_version (relationship_id, version, clauses, changed_by, changed_at) \
         values ($1, $2, $3, $4, $5) on conflict do nothing",
        params![relationship, agreement.version, &text, by, at],
    )
    .await?;
    for (person, agreed_at) in &agreement.consents {
        tx.run(
            "insert into agreement_consent (relationship_id, person_id, version, agreed_at) \
             values ($1, $2, $3, $4) on conflict do nothing",
            params![relationship, person, agreement.version, agreed_at.as_millisecond()],
        )
        .await?;
    }
    Ok(())
}

fn clauses(json: &str) -> Vec<Clause> {
    serde_json::from_str(json).unwrap_or_default()
}
