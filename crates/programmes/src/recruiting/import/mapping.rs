//! What the columns of a file mean: guessed from their headings, changed by people. Pure.

use serde::{Deserialize, Serialize};
use sheets::{Flaw, Row, Sheet, people::Field};

/// A heading that says nothing to the reader of people files: its column stays an answer.
const ANSWER: &str = "\u{2060}answer\u{2060}";

/// What each column means, and what people become.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mapping {
    /// For each column: a field's heading, `answer`, or `skip`.
    pub columns: Vec<String>,
    /// The headings as they stand in the file.
    pub headings: Vec<String>,
    /// The track that people come into; empty outside programmes.
    pub track: String,
    /// The role of whoever has none in the file; empty for «their row says it».
    pub role: String,
    /// What people become: `applied`, `approved`, or `nothing`.
    pub become_: String,
}

/// The fields that an import into the organisation knows.
const OF_A_PERSON: [Field; 15] = [
    Field::Id,
    Field::Name,
    Field::GivenName,
    Field::FamilyName,
    Field::Email,
    Field::Organisation,
    Field::Department,
    Field::Site,
    Field::JobTitle,
    Field::Manager,
    Field::Level,
    Field::TimeZone,
    Field::Languages,
    Field::Groups,
    Field::Availability,
];
/// Those that a programme knows besides.
const OF_A_PART: [Field; 6] =
    [Field::Role, Field::Capacity, Field::Offers, Field::Wants, Field::Prefer, Field::Avoid];

/// The fields that a column may mean.
pub(super) fn fields(in_programme: bool) -> Vec<Field> {
    let part = OF_A_PART.iter().filter(|_| in_programme);
    OF_A_PERSON.iter().chain(part).copied().collect()
}

impl Mapping {
    /// What the headings seem to mean. Each field is taken once, by the first that claims it.
    pub fn guess(sheet: &Sheet, in_programme: bool) -> Self {
        let known = fields(in_programme);
        let mut taken = Vec::new();
        let columns = sheet.headers.iter().map(|heading| {
            match Field::of_header(heading).filter(|field| known.contains(field)) {
                Some(field) if !taken.contains(&field) => {
                    taken.push(field);
                    field.header().to_owned()
                }
                _ if heading.is_empty() || !in_programme => "skip".to_owned(),
                _ => "answer".to_owned(),
            }
        });
        Self {
            columns: columns.collect(),
            headings: sheet.headers.clone(),
            become_: if in_programme { "approved" } else { "nothing" }.to_owned(),
            ..Self::default()
        }
    }

    /// Columns that claim the same field: the field's heading and the columns' numbers.
    pub fn claimed_twice(&self) -> Option<(&str, usize)> {
        self.columns.iter().enumerate().find_map(|(at, meaning)| {
            let field = !matches!(meaning.as_str(), "skip" | "answer");
            let again = self.columns[..at].contains(meaning);
            (field && again).then_some((meaning.as_str(), at))
        })
    }

    /// Whether somebody can be told apart: by address or by id.
    pub fn has_key(&self) -> bool {
        self.columns.iter().any(|meaning| meaning == "email" || meaning == "id")
    }

    /// The sheet as the reader of people files shall understand it.
    pub fn apply(&self, sheet: &Sheet) -> Sheet {
        let meaning = |column: usize| self.columns.get(column).map_or("skip", String::as_str);
        let headers =
            sheet.headers.iter().enumerate().map(|(column, heading)| match meaning(column) {
                "skip" => String::new(),
                "answer" => format!("{heading}{ANSWER}{column}"),
                field => field.to_owned(),
            });
        let cells = |row: &Row| {
            let cell = |c: usize| if meaning(c) == "skip" { "" } else { row.cell(c) };
            Row::new(row.line, (0..row.len()).map(cell).collect::<Vec<_>>())
        };
        Sheet {
            headers: headers.collect(),
            header_line: sheet.header_line,
            rows: sheet.rows.iter().map(cells).filter(|row| !row.is_empty()).collect(),
            source: sheet.source.clone(),
        }
    }

    /// The heading of an answer as it stands in the file.
    pub fn heading_of(question: &str) -> &str {
        question.split(ANSWER).next().unwrap_or(question)
    }

    /// A flaw with the heading that its column has in the file.
    pub fn restored(&self, flaw: &Flaw) -> Flaw {
        let mut flaw = flaw.clone();
        if let Some(column) = &mut flaw.place.column {
            column.header = self.headings.get(column.number).cloned().unwrap_or_default();
        }
        flaw
    }
}

#[cfg(test)]
mod tests {
    use sheets::{Bounds, people};

    use super::*;

    fn sheet(text: &str) -> Sheet {
        sheets::parse(text.as_bytes(), &Bounds::upload(), None).unwrap()
    }

    #[test]
    fn headings_are_guessed_once_each_and_the_rest_are_answers() {
        let sheet = sheet("Full name,E-mail,Mail,Team,Favourite colour\nA,a@b.org,,X,red\n");
        let mapping = Mapping::guess(&sheet, true);
        assert_eq!(mapping.columns, ["name", "email", "answer", "department", "answer"]);
        assert_eq!(Mapping::guess(&sheet, false).columns[4], "skip");
    }

    #[test]
    fn what_people_say_a_column_means_outranks_its_heading() {
        let sheet = sheet("Team,Who,Contact\nBlue,Ann Lee,ann@b.org\n");
        let mut mapping = Mapping::guess(&sheet, true);
        mapping.columns = ["answer", "name", "email"].map(str::to_owned).to_vec();
        let file = people::read(&mapping.apply(&sheet), &people::Expect::default()).unwrap();
        assert_eq!(file.people[0].name, "Ann Lee");
        assert_eq!(file.people[0].department, None);
        assert_eq!(Mapping::heading_of(&file.questions[0]), "Team");
    }
}
