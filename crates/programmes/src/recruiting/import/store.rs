//! Every query about imports, and the many rows that one makes.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use db::{Result, Row, Tx, Value, params};
use jiff::Timestamp;
use people::{OrganisationId, ProgrammeId, directory::store::places};

use super::model::{Import, ImportId, Made, Stage};
use crate::{EnrolmentId, enrolment::Enrolment};

const COLUMNS: &str = "id, organisation_id, programme_id, file_name, state, mapping, made, created_by, \
    created_at, done_at";

/// Stores a new import with its file.
pub(super) async fn insert(tx: &mut Tx, import: &Import, file: &[u8]) -> Result<()> {
    tx.run(
        "insert into import (id, organisation_id, programme_id, file_name, state, file, mapping, made, \
         created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            &import.id,
            &import.organisation,
            import.programme.as_ref(),
            &import.file_name,
            import.stage.as_str(),
            STANDARD.encode(file),
            serde_json::to_string(&import.mapping).unwrap_or_default(),
            serde_json::to_string(&import.made).unwrap_or_default(),
            &import.created_by,
            import.created_at.as_millisecond()
        ],
    )
    .await?;
    Ok(())
}

/// An import of a programme, or of the organisation itself.
pub(super) async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: Option<&ProgrammeId>,
    id: &ImportId,
) -> Result<Option<Import>> {
    let sql = format!(
        "select {COLUMNS} from import where organisation_id = $1 \
         and coalesce(programme_id, '') = coalesce($2, '') and id = $3"
    );
    tx.find(&sql, params![organisation, programme, id]).await?.as_ref().map(read).transpose()
}

/// The same, held until the transaction ends.
pub(super) async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: Option<&ProgrammeId>,
    id: &ImportId,
) -> Result<Option<Import>> {
    let lock = tx.dialect().lock();
    let sql = format!("select id from import where organisation_id = $1 and id = $2{lock}");
    tx.find(&sql, params![organisation, id]).await?;
    find(tx, organisation, programme, id).await
}

/// The file of an import that is looked at.
pub(super) async fn file(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &ImportId,
) -> Result<Vec<u8>> {
    let sql = "select file from import where organisation_id = $1 and id = $2";
    let text: String = tx.one(sql, params![organisation, id]).await?.get("file")?;
    STANDARD
        .decode(text)
        .map_err(|error| db::Error::Column { column: "file".to_owned(), reason: error.to_string() })
}

/// The imports that were carried out, the newest first.
pub(super) async fn carried_out(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: Option<&ProgrammeId>,
) -> Result<Vec<Import>> {
    let sql = format!(
        "select {COLUMNS} from import where organisation_id = $1 \
         and coalesce(programme_id, '') = coalesce($2, '') and done_at is not null \
         order by done_at desc, id desc limit 20"
    );
    tx.all(&sql, params![organisation, programme]).await?.iter().map(read).collect()
}

/// Stores what the columns mean.
pub(super) async fn set_mapping(tx: &mut Tx, import: &Import) -> Result<()> {
    let mapping = serde_json::to_string(&import.mapping).unwrap_or_default();
    let sql = "update import set mapping = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![&import.organisation, &import.id, mapping]).await?;
    Ok(())
}

/// Notes that it was carried out: the file is not kept.
pub(super) async fn set_done(tx: &mut Tx, import: &Import, made: &Made, at: i64) -> Result<()> {
    let made = serde_json::to_string(made).unwrap_or_default();
    tx.run(
        "update import set state = 'done', file = '', made = $3, done_at = $4 \
         where organisation_id = $1 and id = $2",
        params![&import.organisation, &import.id, made, at],
    )
    .await?;
    Ok(())
}

/// Notes that it was taken back.
pub(super) async fn set_undone(tx: &mut Tx, import: &Import, at: i64) -> Result<()> {
    tx.run(
        "update import set state = 'undone', undone_at = $3 where organisation_id = $1 and id = $2",
        params![&import.organisation, &import.id, at],
    )
    .await?;
    Ok(())
}

/// Forgets files that were looked at before a moment and not imported, of all organisations.
pub(super) async fn forget_previews(tx: &mut Tx, before: i64) -> Result<u64> {
    tx.run("delete from import where state = 'preview' and created_at < $1", params![before]).await
}

const AT_ONCE: usize = 500;

/// Adds enrolments, many with one statement.
pub(super) async fn enrol(tx: &mut Tx, enrolments: &[Enrolment]) -> Result<()> {
    for part in enrolments.chunks(AT_ONCE) {
        let ms = |at: Option<Timestamp>| Value::from(at.map(Timestamp::as_millisecond));
        let row = |e: &Enrolment| {
            [
                Value::from(&e.id),
                Value::from(&e.organisation),
                Value::from(&e.programme),
                Value::from(&e.track),
                Value::from(&e.person),
                Value::from(&e.role),
                Value::from(e.state.as_str()),
                Value::from(e.door.as_str()),
                Value::from(e.capacity),
                Value::from(e.priority),
                Value::from(e.created_at.as_millisecond()),
                ms(e.applied_at),
                ms(e.decided_at),
            ]
        };
        let values: Vec<Value> = part.iter().flat_map(row).collect();
        let sql = format!(
            "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, \
             door, capacity, priority, created_at, applied_at, decided_at) values {}",
            places(part.len(), 13)
        );
        tx.run(&sql, &values).await?;
    }
    Ok(())
}

/// An answer to be stored.
#[derive(Debug, Clone)]
pub(super) struct NewAnswer {
    pub enrolment: EnrolmentId,
    pub question: String,
    pub value: String,
    pub audience: &'static str,
}

/// Adds answers where there are none: what somebody wrote themselves is never overwritten.
pub(super) async fn answer(tx: &mut Tx, answers: &[NewAnswer], now: i64) -> Result<()> {
    for part in answers.chunks(AT_ONCE) {
        let row = |a: &NewAnswer| {
            [
                Value::from(&a.enrolment),
                Value::from(&a.question),
                Value::from(&a.value),
                Value::from(a.audience),
                Value::from(now),
            ]
        };
        let values: Vec<Value> = part.iter().flat_map(row).collect();
        let sql = format!(
            "insert into answer (enrolment_id, question, value, audience, answered_at) values {} \
             on conflict do nothing",
            places(part.len(), 5)
        );
        tx.run(&sql, &values).await?;
    }
    Ok(())
}

/// The questions that each enrolment of a programme has answers to.
pub(super) async fn answered(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<(EnrolmentId, String)>> {
    let rows = tx
        .all(
            "select a.enrolment_id, a.question from answer a join enrolment e on e.id = a.enrolment_id \
             where e.organisation_id = $1 and e.programme_id = $2",
            params![organisation, programme],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("enrolment_id")?, row.get("question")?))).collect()
}

/// Sets a capacity where there is none; takes it away again with `None`.
pub(super) async fn set_capacity(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &EnrolmentId,
    capacity: Option<i64>,
) -> Result<()> {
    let sql = "update enrolment set capacity = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, capacity]).await?;
    Ok(())
}

/// Whether an answer of an enrolment was written after a moment.
pub(super) async fn answered_after(tx: &mut Tx, id: &EnrolmentId, at: i64) -> Result<bool> {
    let sql = "select 1 as one from answer where enrolment_id = $1 and answered_at > $2 limit 1";
    Ok(tx.find(sql, params![id, at]).await?.is_some())
}

/// Removes an enrolment with its answers.
pub(super) async fn remove_enrolment(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &EnrolmentId,
) -> Result<()> {
    tx.run("delete from answer where enrolment_id = $1", params![id]).await?;
    let sql = "delete from enrolment where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<Import> {
    let at = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    let stage: String = row.get("state")?;
    Ok(Import {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        programme: row.get("programme_id")?,
        file_name: row.get("file_name")?,
        stage: Stage::of_str(&stage).unwrap_or(Stage::Undone),
        mapping: serde_json::from_str(&row.get::<String>("mapping")?).unwrap_or_default(),
        made: serde_json::from_str(&row.get::<String>("made")?).unwrap_or_default(),
        created_by: row.get("created_by")?,
        created_at: at(row.get("created_at")?),
        done_at: row.get::<Option<i64>>("done_at")?.map(at),
    })
}
