//! Importing from the console: the file is read, looked at and carried out at once, by the same code
//! as on the pages. All of it or nothing.

use people::{OrganisationId, PersonId, ProgrammeId};
use sheets::Sheet;
use web::{Answer, App, Refusal};
use words::Language;

use super::{
    carry_out, load,
    mapping::{Mapping, fields},
    model::{Import, ImportId, Made, Stage},
    plan::{Plan, Planned},
    said::{AllWrong, Wrong, said},
    store,
    upload::parse,
};

/// What the console wants imported, and how.
#[derive(Debug, Clone)]
pub struct Order {
    /// Into which organisation.
    pub organisation: OrganisationId,
    /// Into which programme, if into one.
    pub programme: Option<ProgrammeId>,
    /// Into which of its tracks; empty for the first.
    pub track: String,
    /// The role of whoever has none in their row; empty for «their row says it».
    pub role: String,
    /// Whether people wait for the coordinator's decision.
    pub applicants: bool,
    /// What columns mean that are not understood by their headings: heading and meaning.
    pub columns: Vec<(String, String)>,
    /// The file's name, as the list of imports will show it.
    pub file_name: String,
    /// Look, and change nothing.
    pub dry_run: bool,
    /// The language of what is said.
    pub language: Language,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is to be mended; then nothing was imported.
    pub wrong: Vec<String>,
    /// How many such things there are beyond those.
    pub more_wrong: usize,
    /// What is worth knowing.
    pub notes: Vec<String>,
    /// Who is new and who is changed.
    pub rows: Vec<Row>,
    /// How many stood in the file and were known like this already.
    pub unchanged: usize,
    /// How many parts in the programme are new.
    pub enrolled: usize,
}

/// One person who is new or changed.
#[derive(Debug)]
pub struct Row {
    /// Whether nobody knew them.
    pub is_new: bool,
    /// As shown.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The keys of the particulars that change.
    pub fields: Vec<&'static str>,
}

/// Imports a file, or says what that would do.
///
/// # Errors
/// A refusal when a column is given a meaning that it cannot have, when nobody in the file can be
/// recognised, or when somebody was added meanwhile; a fault when the database refuses.
pub async fn import(app: &App, order: &Order, bytes: Vec<u8>) -> Answer<Outcome> {
    let sheet = match parse(bytes).await?.1 {
        Ok(sheet) => sheet,
        Err(flaws) => return Ok(refused(said(order.language, &flaws))),
    };
    let import = begun(app, order, &sheet)?;
    if order.dry_run {
        let mut tx = app.db.read().await?;
        return Ok(outcome(load::plan(&mut tx, order.language, &import, sheet).await?));
    }
    let mut tx = app.db.write().await?;
    let plan = load::plan(&mut tx, order.language, &import, sheet).await?;
    // What changes nothing leaves no trace, however often it is repeated.
    if plan.wrong.count() == 0 && !plan.people.iter().all(Planned::is_unchanged) {
        store::insert(&mut tx, &import, &[]).await?;
        carry_out::carry_out(&mut tx, app, &import, &plan, None).await?;
        tx.commit().await?;
    }
    Ok(outcome(plan))
}

fn begun(app: &App, order: &Order, sheet: &Sheet) -> Answer<Import> {
    Ok(Import {
        id: ImportId::from(app.seam.id()),
        organisation: order.organisation.clone(),
        programme: order.programme.clone(),
        file_name: order.file_name.clone(),
        stage: Stage::Preview,
        mapping: mapping(order, sheet)?,
        made: Made::default(),
        // Nobody of the organisation: whoever may run the program's commands.
        created_by: PersonId::from("console".to_owned()),
        created_at: app.seam.now(),
        done_at: None,
    })
}

fn mapping(order: &Order, sheet: &Sheet) -> Result<Mapping, Refusal> {
    let in_programme = order.programme.is_some();
    let mut mapping = Mapping::guess(sheet, in_programme);
    for (heading, meaning) in &order.columns {
        let at = mapping.headings.iter().position(|known| known.trim() == heading.trim());
        let at =
            at.ok_or_else(|| Refusal::unprocessable("import-no-column").with("column", heading))?;
        mapping.columns[at] = known(meaning, in_programme)?;
    }
    mapping.track.clone_from(&order.track);
    mapping.role.clone_from(&order.role);
    if in_programme && order.applicants {
        mapping.become_ = "applied".to_owned();
    }
    if let Some((field, _)) = mapping.claimed_twice() {
        let name = words::say_plain(order.language, &format!("import-field-{field}"));
        return Err(Refusal::unprocessable("import-claimed-twice").with("field", name));
    }
    if !mapping.has_key() {
        return Err(Refusal::unprocessable("import-no-key"));
    }
    Ok(mapping)
}

fn known(meaning: &str, in_programme: bool) -> Result<String, Refusal> {
    let mut known: Vec<&str> =
        fields(in_programme).into_iter().map(sheets::people::Field::header).collect();
    known.push("skip");
    if in_programme {
        known.push("answer");
    }
    if known.contains(&meaning) {
        return Ok(meaning.to_owned());
    }
    Err(Refusal::unprocessable("import-no-meaning")
        .with("meaning", meaning)
        .with("known", known.join(", ")))
}

fn refused(wrong: AllWrong) -> Outcome {
    Outcome { more_wrong: wrong.more, wrong: lines(wrong), ..Outcome::default() }
}

fn outcome(plan: Plan) -> Outcome {
    let changed = plan.people.iter().filter(|person| !person.is_unchanged());
    let parts = plan.people.iter().flat_map(|person| &person.parts);
    Outcome {
        unchanged: plan.people.iter().filter(|person| person.is_unchanged()).count(),
        enrolled: parts.filter(|part| part.existing.is_none()).count(),
        rows: changed.map(row).collect(),
        notes: lines(plan.notes),
        ..refused(plan.wrong)
    }
}

fn row(person: &Planned) -> Row {
    Row {
        is_new: person.known.is_none(),
        name: person.after.name.clone(),
        email: person.after.email.clone().unwrap_or_default(),
        fields: person.changes(),
    }
}

fn lines(all: AllWrong) -> Vec<String> {
    let line = |one: Wrong| format!("{}: {}", one.place, one.what);
    all.listed.into_iter().map(line).collect()
}
