//! Every query of the directory.

use db::{Result, Row, Tx, Value, params};
use jobs::Seam;

use super::Details;
use crate::{OrganisationId, PersonId};

/// Whom the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// Everybody.
    #[default]
    Everybody,
    /// Administrators and coordinators.
    Appointed,
    /// People whom no mail reaches.
    WithoutAddress,
}

/// What the list is asked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Found in name, address, department, company or job title.
    pub text: String,
    /// Whom.
    pub show: Show,
    /// Begin after this person.
    pub after: Option<PersonId>,
    /// End before this person.
    pub before: Option<PersonId>,
}

/// A line of the list.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who.
    pub id: PersonId,
    /// As shown.
    pub name: String,
    /// Their address.
    pub email: Option<String>,
    /// Where they work.
    pub department: Option<String>,
    /// What they do.
    pub job_title: Option<String>,
    /// Whether they run the organisation.
    pub administers: bool,
    /// How many programmes they run.
    pub coordinates: i64,
}

/// A page of the list.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The people, by name.
    pub lines: Vec<Line>,
    /// How many there are in all; not counted beyond [`MOST_COUNTED`].
    pub total: i64,
    /// Whether others come before these.
    pub has_previous: bool,
    /// Whether others come after these.
    pub has_next: bool,
}

/// How far people are counted: the answer's time must not grow with the organisation.
pub const MOST_COUNTED: i64 = 1_000;
/// How many stand on a page.
pub const PAGE: usize = 50;

const DETAILS: &str = "id, name, email, outside_key, language, time_zone, department, site, company, \
    job_title, level, manager_id, hired_on, languages, affinities, availability";

/// A page of the people of an organisation, in one statement.
///
/// # Errors
/// When the database refuses it.
pub async fn search(tx: &mut Tx, organisation: &OrganisationId, search: &Search) -> Result<Found> {
    let (matching, mut values) = condition(tx, organisation, search);
    let backwards = search.before.is_some();
    let at = search.before.as_ref().or(search.after.as_ref());
    let (beyond, order) = if backwards { ("<", "desc") } else { (">", "asc") };
    let from = at.map_or_else(String::new, |at| {
        values.push(Value::from(at));
        let n = values.len();
        format!(
            " and (p.name, p.id) {beyond} (select f.name, f.id from person f \
             where f.organisation_id = $1 and f.id = ${n})"
        )
    });
    let sql = format!(
        "select p.id, p.name, p.email, p.department, p.job_title, \
         cast((select count(*) from appointment a where a.person_id = p.id and a.ended_at is null \
         and a.part = 'administrator') as bigint) as administers, \
         cast((select count(*) from appointment a where a.person_id = p.id and a.ended_at is null \
         and a.part = 'coordinator') as bigint) as coordinates, \
         (select cast(count(*) as bigint) from (select 1 as one from person p where {matching} \
         limit {most}) counted) as total \
         from person p where {matching}{from} order by p.name {order}, p.id {order} limit {page}",
        most = MOST_COUNTED + 1,
        page = PAGE + 1
    );
    let rows = tx.all(&sql, &values).await?;
    let more = rows.len() > PAGE;
    let total = rows.first().map_or(Ok(0), |row| row.get("total"))?;
    let mut lines: Vec<Line> = rows.iter().take(PAGE).map(line).collect::<Result<_>>()?;
    if backwards {
        lines.reverse();
    }
    let (has_previous, has_next) = if backwards { (more, true) } else { (at.is_some(), more) };
    Ok(Found { lines, total, has_previous, has_next })
}

fn condition(tx: &Tx, organisation: &OrganisationId, search: &Search) -> (String, Vec<Value>) {
    let mut values = vec![Value::from(organisation)];
    let mut condition = "p.organisation_id = $1 and p.erased_at is null".to_owned();
    if !search.text.is_empty() {
        values.push(Value::from(search.text.as_str()));
        let columns = ["name", "email", "department", "company", "job_title"];
        let any = columns.map(|column| tx.dialect().contains(&format!("p.{column}"), 2));
        condition.push_str(&format!(" and ({})", any.join(" or ")));
    }
    condition.push_str(match search.show {
        Show::Everybody => "",
        Show::Appointed => {
            " and exists (select 1 from appointment o where o.person_id = p.id and o.ended_at is null)"
        }
        Show::WithoutAddress => " and p.email is null",
    });
    (condition, values)
}

fn line(row: &Row) -> Result<Line> {
    Ok(Line {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        department: row.get("department")?,
        job_title: row.get("job_title")?,
        administers: row.get::<i64>("administers")? > 0,
        coordinates: row.get("coordinates")?,
    })
}

/// What is known of one person.
///
/// # Errors
/// When the database refuses it.
pub async fn details(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &PersonId,
) -> Result<Option<Details>> {
    let sql = format!(
        "select {DETAILS} from person where organisation_id = $1 and id = $2 and erased_at is null"
    );
    Ok(tx
        .find(&sql, params![organisation, id])
        .await?
        .as_ref()
        .map(read)
        .transpose()?
        .map(|(_, d)| d))
}

/// What is known of everybody, by name: for files that come in and go out.
///
/// # Errors
/// When the database refuses it.
pub async fn everybody(
    tx: &mut Tx,
    organisation: &OrganisationId,
) -> Result<Vec<(PersonId, Details)>> {
    let sql = format!(
        "select {DETAILS} from person where organisation_id = $1 and erased_at is null order by name, id"
    );
    tx.all(&sql, params![organisation]).await?.iter().map(read).collect()
}

const COLUMNS: usize = 18;
// SQLite takes 32,766 values in a statement, PostgreSQL 65,535.
const AT_ONCE: usize = 500;

/// Adds people, many with one statement. Gives their ids in the same order. Managers come
/// afterwards with [`report_to`], because they may be among the same people.
///
/// # Errors
/// When the database refuses it: [`db::Error::is_duplicate`] when an address is taken.
pub async fn add(
    tx: &mut Tx,
    seam: &Seam,
    organisation: &OrganisationId,
    people: &[Details],
) -> Result<Vec<PersonId>> {
    let mut ids = Vec::with_capacity(people.len());
    for part in people.chunks(AT_ONCE) {
        let mut values = Vec::with_capacity(part.len() * COLUMNS);
        for person in part {
            let id = PersonId::from(seam.id());
            values.push(Value::from(&id));
            values.push(Value::from(organisation));
            values.extend(columns(person));
            values.push(Value::from(seam.now_ms()));
            ids.push(id);
        }
        let sql = format!(
            "insert into person (id, organisation_id, name, email, outside_key, language, time_zone, \
             department, site, company, job_title, level, manager_id, hired_on, languages, affinities, \
             availability, created_at) values {}",
            places(part.len(), COLUMNS)
        );
        tx.run(&sql, &values).await?;
    }
    Ok(ids)
}

/// Changes what is known of a person.
///
/// # Errors
/// When the database refuses it: [`db::Error::is_duplicate`] when the address is taken.
pub async fn save(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &PersonId,
    details: &Details,
) -> Result<()> {
    let mut values = vec![Value::from(organisation), Value::from(id)];
    values.extend(columns(details));
    tx.run(
        "update person set name = $3, email = $4, outside_key = $5, language = $6, time_zone = $7, \
         department = $8, site = $9, company = $10, job_title = $11, level = $12, manager_id = $13, \
         hired_on = $14, languages = $15, affinities = $16, availability = $17 \
         where organisation_id = $1 and id = $2 and erased_at is null",
        &values,
    )
    .await?;
    Ok(())
}

/// Says whom somebody reports to.
///
/// # Errors
/// When the database refuses it.
pub async fn report_to(
    tx: &mut Tx,
    organisation: &OrganisationId,
    id: &PersonId,
    manager: Option<&PersonId>,
) -> Result<()> {
    let sql = "update person set manager_id = $3 where organisation_id = $1 and id = $2";
    tx.run(sql, params![organisation, id, manager]).await?;
    Ok(())
}

/// Whether somebody has ever been let in: a session, a password or a link to sign in was made for them.
///
/// # Errors
/// When the database refuses it.
pub async fn has_come(tx: &mut Tx, ids: &[PersonId]) -> Result<bool> {
    for part in ids.chunks(AT_ONCE) {
        let values: Vec<Value> = part.iter().map(Value::from).collect();
        let list = list(1, part.len());
        let sql = format!(
            "select 1 as one from person p where p.id in ({list}) and ( \
             exists (select 1 from session s where s.person_id = p.id) \
             or exists (select 1 from password w where w.person_id = p.id) \
             or exists (select 1 from sign_in_link l where l.person_id = p.id) \
             or exists (select 1 from appointment a where a.person_id = p.id)) limit 1"
        );
        if tx.find(&sql, &values).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Removes people who were added by mistake.
///
/// # Errors
/// When the database refuses it: [`db::Error::is_still_named`] when something names one of them.
pub async fn remove(tx: &mut Tx, organisation: &OrganisationId, ids: &[PersonId]) -> Result<()> {
    for part in ids.chunks(AT_ONCE) {
        let mut values = vec![Value::from(organisation)];
        values.extend(part.iter().map(Value::from));
        let list = list(2, part.len());
        // They may report to each other.
        let sql = format!(
            "update person set manager_id = null where organisation_id = $1 and id in ({list})"
        );
        tx.run(&sql, &values).await?;
    }
    for part in ids.chunks(AT_ONCE) {
        let mut values = vec![Value::from(organisation)];
        values.extend(part.iter().map(Value::from));
        let list = list(2, part.len());
        let sql = format!("delete from person where organisation_id = $1 and id in ({list})");
        tx.run(&sql, &values).await?;
    }
    Ok(())
}

/// `($1, $2), ($3, $4)` for so many rows of so many columns.
#[must_use]
pub fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let places: Vec<String> =
            (1..=columns).map(|c| format!("${}", row * columns + c)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

fn list(first: usize, number: usize) -> String {
    (first..first + number).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

fn columns(person: &Details) -> [Value; 15] {
    [
        Value::from(&person.name),
        Value::from(person.email.as_ref()),
        Value::from(person.outside_key.as_ref()),
        Value::from(&person.language),
        Value::from(&person.time_zone),
        Value::from(person.department.as_ref()),
        Value::from(person.site.as_ref()),
        Value::from(person.company.as_ref()),
        Value::from(person.job_title.as_ref()),
        Value::from(person.level),
        Value::from(person.manager.as_ref()),
        Value::from(person.hired_on.map(|day| day.to_string())),
        Value::from(json(&person.languages)),
        Value::from(json(&person.affinities)),
        Value::from(json(&person.availability)),
    ]
}

fn read(row: &Row) -> Result<(PersonId, Details)> {
    let details = Details {
        name: row.get("name")?,
        email: row.get("email")?,
        outside_key: row.get("outside_key")?,
        language: row.get("language")?,
        time_zone: row.get("time_zone")?,
        department: row.get("department")?,
        site: row.get("site")?,
        company: row.get("company")?,
        job_title: row.get("job_title")?,
        level: row.get("level")?,
        manager: row.get("manager_id")?,
        hired_on: row.get::<Option<String>>("hired_on")?.and_then(|day| day.parse().ok()),
        languages: json_of(row, "languages")?,
        affinities: json_of(row, "affinities")?,
        availability: json_of(row, "availability")?,
    };
    Ok((row.get("id")?, details))
}

fn json<T: serde::Serialize>(list: &[T]) -> String {
    serde_json::to_string(list).unwrap_or_else(|_| "[]".to_owned())
}

fn json_of<T: serde::de::DeserializeOwned>(row: &Row, column: &str) -> Result<Vec<T>> {
    Ok(serde_json::from_str(&row.get::<String>(column)?).unwrap_or_default())
}
