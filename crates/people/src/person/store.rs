//! Every query about persons.

use db::{Result, Row, Tx, params};
use jiff::tz::TimeZone;
use jobs::Seam;
use words::Language;

use super::{Hours, NewPerson, Person};
use crate::{OrganisationId, PersonId, organisation};

/// The columns of a person, for queries that read whole persons with [`read`]; the table is `p`.
pub const COLUMNS: &str = "p.id, p.organisation_id, p.name, p.email, p.language, p.time_zone, \
    p.department, p.site, p.company, p.job_title, p.level, p.manager_id, p.hired_on, p.languages, \
    p.affinities, p.availability";

/// A person of an organisation.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &PersonId,
) -> Result<Option<Person>> {
    let sql = format!(
        "select {COLUMNS} from person p where p.organisation_id = $1 and p.id = $2 and p.erased_at is null"
    );
    tx.find(&sql, params![organisation, id]).await?.as_ref().map(read).transpose()
}

/// A person by their address (lower case).
///
/// # Errors
/// When the database refuses it.
pub async fn by_email(
    tx: &mut Tx,
    organisation: &OrganisationId,
    email: &str,
) -> Result<Option<Person>> {
    let sql = format!(
        "select {COLUMNS} from person p where p.organisation_id = $1 and p.email = $2 and p.erased_at is null"
    );
    tx.find(&sql, params![organisation, email]).await?.as_ref().map(read).transpose()
}

/// Adds somebody.
///
/// # Errors
/// When the database refuses it: [`db::Error::is_duplicate`] when the address is taken.
pub async fn create(
    tx: &mut Tx,
    seam: &Seam,
    organisation: &OrganisationId,
    new: &NewPerson,
) -> Result<PersonId> {
    let home = organisation::store::one(tx, organisation).await?;
    let zone = new.time_zone.clone().or_else(|| home.zone.iana_name().map(str::to_owned));
    let id = PersonId::from(seam.id());
    tx.run(
        "insert into person (id, organisation_id, name, email, outside_key, language, time_zone, \
         department, site, company, job_title, level, manager_id, hired_on, languages, affinities, \
         availability, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        params![
            &id,
            organisation,
            &new.name,
            new.email.clone(),
            new.outside_key.clone(),
            new.language.unwrap_or(home.language).tag(),
            zone.unwrap_or_else(|| "UTC".to_owned()),
            new.department.clone(),
            new.site.clone(),
            new.company.clone(),
            new.job_title.clone(),
            new.level,
            new.manager.as_ref(),
            new.hired_on.map(|d| d.to_string()),
            json(&new.languages),
            json(&new.affinities),
            json(&new.availability),
            seam.now_ms()
        ],
    )
    .await?;
    Ok(id)
}

/// Changes what people set themselves: name, language and zone.
///
/// # Errors
/// When the database refuses it.
pub async fn set_own(
    tx: &mut Tx,
    person: &PersonId,
    name: &str,
    language: Language,
    zone: &str,
) -> Result<()> {
    tx.run(
        "update person set name = $2, language = $3, time_zone = $4 where id = $1",
        params![person, name, language.tag(), zone],
    )
    .await?;
    Ok(())
}

/// What a person says about themselves when they register.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// What they speak.
    pub languages: Option<Vec<String>>,
    /// Where their clock hangs: an IANA name.
    pub time_zone: Option<String>,
    /// When they usually have time.
    pub availability: Option<Vec<Hours>>,
    /// Their step on the ladder; kept only where the organisation has not said another.
    pub level: Option<i64>,
}

/// Keeps what a person says about themselves; what they did not say stays.
///
/// # Errors
/// When the database refuses it.
pub async fn learn(tx: &mut Tx, person: &PersonId, known: &Known) -> Result<()> {
    tx.run(
        "update person set languages = coalesce($2, languages), time_zone = coalesce($3, time_zone), \
         availability = coalesce($4, availability), level = coalesce(level, $5) where id = $1",
        params![
            person,
            known.languages.as_deref().map(json),
            known.time_zone.clone(),
            known.availability.as_deref().map(json),
            known.level
        ],
    )
    .await?;
    Ok(())
}

/// Reads a person from a row with [`COLUMNS`].
///
/// # Errors
/// When a column is missing.
pub fn read(row: &Row) -> Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        language: Language::of_tag(&row.get::<String>("language")?).unwrap_or_default(),
        zone: TimeZone::get(&row.get::<String>("time_zone")?).unwrap_or(TimeZone::UTC),
        department: row.get("department")?,
        site: row.get("site")?,
        company: row.get("company")?,
        job_title: row.get("job_title")?,
        level: row.get("level")?,
        manager: row.get("manager_id")?,
        hired_on: row.get::<Option<String>>("hired_on")?.and_then(|d| d.parse().ok()),
        languages: list(row, "languages")?,
        affinities: list(row, "affinities")?,
        availability: list(row, "availability")?,
    })
}

fn json<T: serde::Serialize>(list: &[T]) -> String {
    serde_json::to_string(list).unwrap_or_else(|_| "[]".to_owned())
}

fn list<T: serde::de::DeserializeOwned>(row: &Row, column: &str) -> Result<Vec<T>> {
    Ok(serde_json::from_str(&row.get::<String>(column)?).unwrap_or_default())
}
