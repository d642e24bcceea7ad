//! What waits for a person: requests to answer, and finding somebody where they have nobody yet.

use db::{Result, Row, Tx};
use jiff::Timestamp;
use people::{OrganisationId, PersonId};

use super::{model::Rules, store};
use crate::relationship::words as said;

/// Something that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Somebody asks them.
    Answer {
        /// Who asks.
        name: String,
        /// In which programme.
        programme: String,
        /// Until when it can be answered.
        until: Timestamp,
        /// The page on which they answer.
        href: String,
    },
    /// They can ask somebody.
    Find {
        /// Whom: the role as people read it.
        role: String,
        /// In which programme.
        programme: String,
        /// The page with those who can be asked.
        href: String,
    },
}

/// What waits for a person, the most pressing first. One statement, however much it is.
///
/// # Errors
/// When the database refuses it, or a stored design cannot be read.
pub async fn tasks(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    for row in store::parts_with_requests(tx, organisation, person).await? {
        tasks.extend(match row.get::<Option<String>>("request")? {
            Some(request) => Some(to_answer(&row, &request)?),
            None => to_find(&row)?,
        });
    }
    tasks.sort_by_key(|task| match task {
        Task::Answer { until, .. } => (0, *until),
        Task::Find { .. } => (1, Timestamp::MAX),
    });
    Ok(tasks)
}

fn base(row: &Row) -> Result<String> {
    let (programme, part): (String, String) = (row.get("programme_id")?, row.get("id")?);
    Ok(format!("/programmes/{programme}/enrolments/{part}"))
}

fn to_answer(row: &Row, request: &str) -> Result<Task> {
    let until: i64 = row.get("answer_by")?;
    Ok(Task::Answer {
        name: row.get("asker")?,
        programme: row.get("programme")?,
        until: Timestamp::from_millisecond(until).unwrap_or_default(),
        href: format!("{}/requests/{request}", base(row)?),
    })
}

/// Only where somebody could ask, has nobody, and asks nobody.
fn to_find(row: &Row) -> Result<Option<Task>> {
    let (taken, asks): (i64, i64) = (row.get("taken")?, row.get("asks")?);
    if taken + asks > 0 {
        return Ok(None);
    }
    let design: String = row.get("design")?;
    let wrong = |error: serde_json::Error| db::Error::Column {
        column: "design".to_owned(),
        reason: error.to_string(),
    };
    let design: design::Design = serde_json::from_str(&design).map_err(wrong)?;
    let role: String = row.get("role")?;
    let Some(rules) = Rules::of(&design).filter(|rules| rules.asks == role) else {
        return Ok(None);
    };
    Ok(Some(Task::Find {
        role: said::role(&design, &rules.asked),
        programme: row.get("programme")?,
        href: format!("{}/find", base(row)?),
    }))
}
