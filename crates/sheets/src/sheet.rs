//! A sheet: headings, and rows that know their line.

use crate::{Flaws, Place, What};

/// How the source was understood, to be shown so that a wrong guess is noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Separated text.
    Text {
        /// The encoding's usual name.
        encoding: &'static str,
        /// The character between cells.
        separator: char,
    },
    /// One sheet of a workbook.
    Workbook {
        /// Its name on the tab.
        sheet: String,
    },
}

/// One row, kept as one piece of text: a million rows must not be twenty million strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line in the source where the row begins, from 1.
    pub line: usize,
    text: Box<str>,
    ends: Box<[u32]>,
}

impl Row {
    /// A row of cells.
    pub fn new<'a>(line: usize, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        for cell in cells {
            text.push_str(cell);
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        Self { line, text: text.into(), ends: ends.into() }
    }

    /// How many cells were written, empty ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether all cells are blank.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A cell's text; empty beyond the end of a short row.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        let Some(&end) = self.ends.get(column) else { return "" };
        let start = column.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..end as usize]
    }

    /// The cells in order.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|column| self.cell(column))
    }

    /// How many cells are left when blank ones at the end are not counted.
    fn used(&self) -> usize {
        (0..self.len())
            .rev()
            .find(|&column| !self.cell(column).trim().is_empty())
            .map_or(0, |c| c + 1)
    }

    fn filled(&self) -> usize {
        self.cells().filter(|cell| !cell.trim().is_empty()).count()
    }
}

/// Headings and the rows under them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The headings, trimmed.
    pub headers: Vec<String>,
    /// The line of the headings.
    pub header_line: usize,
    /// The rows that are not blank.
    pub rows: Vec<Row>,
    /// How the source was understood.
    pub source: Source,
}

impl Sheet {
    /// Makes a sheet of rows. The headings are the first row with two filled cells, because people
    /// put a title above their table; in a table of one column, the first filled row.
    pub(crate) fn of_rows(mut rows: Vec<Row>, source: Source) -> Result<Self, Flaws> {
        rows.retain(|row| !row.is_empty());
        if rows.is_empty() {
            return Err(Flaws::one(Place::file(), What::Empty));
        }
        let wide = rows.iter().take(20).position(|row| row.filled() > 1);
        let body = rows.split_off(wide.unwrap_or(0) + 1);
        let Some(heading) = rows.pop() else {
            return Err(Flaws::one(Place::file(), What::Empty));
        };
        let sheet = Self {
            headers: heading.cells().take(heading.used()).map(clean_header).collect(),
            header_line: heading.line,
            rows: body,
            source,
        };
        sheet.checked()
    }

    fn checked(self) -> Result<Self, Flaws> {
        let mut flaws = Flaws::default();
        if self.rows.is_empty() {
            flaws.push(Place::file(), What::NoRows);
        }
        let expected = self.headers.len();
        for row in self.rows.iter().filter(|row| row.used() > expected) {
            flaws.push(self.place(row, expected), What::ExtraCells { found: row.used(), expected });
        }
        if flaws.is_empty() { Ok(self) } else { Err(flaws) }
    }

    /// The place of a cell.
    #[must_use]
    pub fn place(&self, row: &Row, column: usize) -> Place {
        Place::cell(row.line, column, self.header(column))
    }

    /// The place of a heading.
    #[must_use]
    pub fn heading(&self, column: usize) -> Place {
        Place::cell(self.header_line, column, self.header(column))
    }

    /// A heading; empty beyond the last.
    #[must_use]
    pub fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }
}

fn clean_header(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}
