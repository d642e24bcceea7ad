//! Reads everybody in a sheet: all of the file or nothing, with everything that is wrong listed.

use super::{
    Answer, Expect, Field, PeopleFile, PersonRow, header::Columns, refer, reporting, same, value,
};
use crate::{Flaws, Place, Row, Sheet, What};

/// Reads the people of a sheet.
///
/// # Errors
/// Everything wrong in the file, each with line and column. Nobody is read then.
pub fn read(sheet: &Sheet, expect: &Expect) -> Result<PeopleFile, Flaws> {
    let (mut flaws, mut notes) = (Flaws::default(), Flaws::default());
    let columns = Columns::of(sheet, &mut flaws, &mut notes);
    let nameable = [Field::Name, Field::GivenName, Field::FamilyName, Field::Email];
    if !nameable.iter().any(|&field| columns.column(field).is_some()) {
        let place = Place::line(sheet.header_line);
        flaws.listed.insert(0, crate::Flaw::new(place, What::MissingColumn));
        return Err(flaws);
    }
    if expect.role_needed && columns.column(Field::Role).is_none() {
        flaws.push(Place::line(sheet.header_line), What::NoRoleColumn);
    }
    let mut reader = Reader { sheet, expect, columns: &columns, flaws: &mut flaws };
    let rows = sheet.rows.iter().map(|row| reader.draft(row)).collect();
    let drafts = same::merged(rows, sheet, &columns, &mut flaws, &mut notes);
    let people = refer::resolved(drafts, sheet, &columns, &mut flaws, &mut notes);
    reporting::check(&people, &columns, sheet, &mut flaws);
    if !flaws.is_empty() {
        return Err(flaws);
    }
    let fields = columns.fields.iter().map(|&(field, _)| field).collect();
    let questions = columns.questions.iter().map(|&c| sheet.header(c).to_owned()).collect();
    Ok(PeopleFile { people, fields, questions, notes })
}

/// A person whose references to others are still words.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    /// The id is empty where the file gives none.
    pub person: PersonRow,
    pub manager: Option<String>,
    pub prefer: Vec<String>,
    pub avoid: Vec<String>,
    pub pinned: Option<String>,
    pub past: Vec<String>,
    /// The number of the row among those that are not blank, from 1.
    pub number: usize,
}

struct Reader<'a> {
    sheet: &'a Sheet,
    expect: &'a Expect,
    columns: &'a Columns,
    flaws: &'a mut Flaws,
}

impl Reader<'_> {
    fn draft(&mut self, row: &Row) -> Draft {
        let text = |field| self.columns.cell(row, field).map(|(_, text)| value::words(text));
        let mut draft = Draft {
            person: PersonRow {
                line: row.line,
                id: text(Field::Id).unwrap_or_default(),
                organisation: text(Field::Organisation),
                department: text(Field::Department),
                site: text(Field::Site),
                job_title: text(Field::JobTitle),
                answers: self.answers(row),
                ..PersonRow::default()
            },
            manager: text(Field::Manager),
            pinned: text(Field::Pinned),
            ..Draft::default()
        };
        self.fill_numbers(row, &mut draft.person);
        self.fill_lists(row, &mut draft);
        self.fill_name(row, &mut draft.person);
        draft
    }

    fn fill_numbers(&mut self, row: &Row, person: &mut PersonRow) {
        let expect = self.expect;
        person.email = self.parse(row, Field::Email, value::email);
        person.capacity = self.parse(row, Field::Capacity, value::count);
        person.minimum = self.parse(row, Field::Minimum, value::count).unwrap_or(0);
        person.level = self.parse(row, Field::Level, |text| value::level(text, expect));
        person.time_zone = self.parse(row, Field::TimeZone, value::time_zone);
        let minimum = person.minimum;
        if let Some(capacity) = person.capacity.filter(|&capacity| capacity < minimum) {
            self.flaw(row, Field::Minimum, What::MinimumAboveCapacity { minimum, capacity });
        }
    }

    fn fill_lists(&mut self, row: &Row, draft: &mut Draft) {
        let expect = self.expect;
        let unsaid = self.columns.cell(row, Field::Role).is_none();
        if expect.role_needed && unsaid && self.columns.column(Field::Role).is_some() {
            self.flaw(row, Field::Role, What::NoRole);
        }
        let person = &mut draft.person;
        person.roles =
            self.parse(row, Field::Role, |text| value::roles(text, expect)).unwrap_or_default();
        person.availability =
            self.parse(row, Field::Availability, value::availability).unwrap_or_default();
        person.languages = self.list(row, Field::Languages);
        person.offers = self.list(row, Field::Offers);
        person.wants = self.list(row, Field::Wants);
        person.groups = self.list(row, Field::Groups);
        draft.prefer = self.list(row, Field::Prefer);
        draft.avoid = self.list(row, Field::Avoid);
        draft.past = self.list(row, Field::Past);
    }

    fn list(&mut self, row: &Row, field: Field) -> Vec<String> {
        self.parse(row, field, value::list).unwrap_or_default()
    }

    /// The name in one column or in two, else the address.
    fn fill_name(&mut self, row: &Row, person: &mut PersonRow) {
        let part = |field| self.columns.cell(row, field).map(|(_, text)| value::words(text));
        let whole = part(Field::Name).unwrap_or_else(|| {
            let parts = [part(Field::GivenName), part(Field::FamilyName)];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let written_address = self.columns.cell(row, Field::Email).is_some();
        if whole.is_empty() && !written_address {
            let nameable = [Field::Name, Field::GivenName, Field::FamilyName, Field::Email];
            let field = nameable.into_iter().find(|&f| self.columns.column(f).is_some());
            self.flaw(row, field.unwrap_or(Field::Name), What::NoName);
        }
        person.name = whole;
    }

    fn answers(&self, row: &Row) -> Vec<Answer> {
        let filled = self.columns.questions.iter().enumerate().filter_map(|(question, &column)| {
            let text = row.cell(column).trim_matches(value::is_blank);
            (!text.is_empty()).then(|| Answer { question, text: text.to_owned() })
        });
        filled.collect()
    }

    fn parse<T>(
        &mut self,
        row: &Row,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, What>,
    ) -> Option<T> {
        let (_, text) = self.columns.cell(row, field)?;
        parse(text).map_err(|what| self.flaw(row, field, what)).ok()
    }

    fn flaw(&mut self, row: &Row, field: Field, what: What) {
        let column = self.columns.column(field).unwrap_or(0);
        self.flaws.push(self.sheet.place(row, column), what);
    }
}
