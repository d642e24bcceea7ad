//! Those who take part in a track, in the columns that an import into a programme reads.

use std::collections::{BTreeMap, HashMap};

use db::{Result, Tx, params};
use design::{AnswerKind, Form};
use people::{OrganisationId, PersonId, directory::file};
use programmes::programme::Track;
use serde_json::Value;

use super::Table;

/// The rows of the people of an organisation, by their ids.
pub(super) struct Rows<'a>(HashMap<&'a PersonId, &'a Vec<String>>);

/// What one person does in a track.
#[derive(Default)]
struct Part {
    roles: Vec<String>,
    capacity: Option<i64>,
    answers: BTreeMap<String, String>,
}

impl<'a> Rows<'a> {
    pub fn new(rows: &'a [(&'a PersonId, Vec<String>)]) -> Self {
        Self(rows.iter().map(|(id, row)| (*id, row)).collect())
    }

    /// The table of a track: who was let in, with what the coordinator may read of their answers.
    pub async fn of(
        &self,
        tx: &mut Tx,
        organisation: &OrganisationId,
        track: &Track,
    ) -> Result<Table> {
        let (people, parts) = self.parts(tx, organisation, track).await?;
        let mut questions: Vec<&String> =
            parts.values().flat_map(|part| part.answers.keys()).collect();
        questions.sort();
        questions.dedup();
        let mut headings: Vec<String> = file::HEADINGS.map(str::to_owned).to_vec();
        headings.extend(["role", "capacity"].map(str::to_owned));
        headings.extend(questions.iter().map(|question| (*question).clone()));
        let row = |id: &PersonId| {
            let part = parts.get(id)?;
            let mut row = (*self.0.get(id)?).clone();
            row.push(part.roles.join("; "));
            row.push(part.capacity.map(|n| n.to_string()).unwrap_or_default());
            row.extend(questions.iter().map(|q| part.answers.get(*q).cloned().unwrap_or_default()));
            Some(row)
        };
        let rows = people.iter().filter_map(row).collect();
        Ok(Table { name: format!("participants/{}", track.id), headings, rows })
    }

    /// Who was let in, by name, and what each does.
    async fn parts(
        &self,
        tx: &mut Tx,
        organisation: &OrganisationId,
        track: &Track,
    ) -> Result<(Vec<PersonId>, HashMap<PersonId, Part>)> {
        let sql = "select e.person_id, e.role, e.capacity, a.question, a.value from enrolment e \
             join person p on p.id = e.person_id \
             left join answer a on a.enrolment_id = e.id and a.audience in ('partners', 'coordinator') \
             where e.organisation_id = $1 and e.track_id = $2 and e.state = 'approved' \
             and p.erased_at is null order by p.name, p.id, e.role, a.question";
        let mut people: Vec<PersonId> = Vec::new();
        let mut parts: HashMap<PersonId, Part> = HashMap::new();
        for row in &tx.all(sql, params![organisation, &track.id]).await? {
            let id: PersonId = row.get("person_id")?;
            if people.last() != Some(&id) {
                people.push(id.clone());
            }
            let part = parts.entry(id).or_default();
            let role: String = row.get("role")?;
            if !part.roles.contains(&role) {
                part.roles.push(role);
            }
            part.capacity = part.capacity.or(row.get("capacity")?);
            let Some(question) = row.get::<Option<String>>("question")? else { continue };
            if comes_in_again(&track.design.form, &question) {
                let value: Value =
                    serde_json::from_str(&row.get::<String>("value")?).unwrap_or_default();
                part.answers.entry(question).or_insert_with(|| self.cell(&value));
            }
        }
        Ok((people, parts))
    }

    /// An answer as a cell that an import reads the same. People are named by their keys.
    fn cell(&self, value: &Value) -> String {
        match value {
            Value::String(text) => self.key(text).unwrap_or(text).to_owned(),
            Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::Array(items) => {
                items.iter().map(|item| self.cell(item)).collect::<Vec<_>>().join("; ")
            }
            Value::Null => String::new(),
            other => other.to_string(),
        }
    }

    fn key(&self, text: &str) -> Option<&str> {
        let row = self.0.get(&PersonId::from(text.to_owned()))?;
        row.first().map(String::as_str)
    }
}

/// Whether an import takes the answer from a column of its own. What the person's own columns say
/// stands there already.
fn comes_in_again(form: &Form, question: &str) -> bool {
    let kind = form.question(question).map(|question| &question.kind);
    let never = matches!(
        kind,
        Some(
            AnswerKind::TimeZone
                | AnswerKind::Availability
                | AnswerKind::Ratings { .. }
                | AnswerKind::Capacity
        )
    );
    !never && question != "groups" && !file::HEADINGS.contains(&question)
}
