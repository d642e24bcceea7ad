//! Separated text to rows. Our own reader, because it must say where a quotation mark was opened
//! that nobody closed, and stop at a bound instead of filling memory.

use std::borrow::Cow;

use crate::{Bounds, Flaws, Place, Row, What};

/// Reads every row of a text, or says at which line and column it cannot.
pub(crate) fn rows(text: &str, separator: char, bounds: &Bounds) -> Result<Vec<Row>, Flaws> {
    let mut cursor = Cursor::new(text, separator);
    let mut rows = Vec::new();
    while !cursor.at_end() {
        if rows.len() == bounds.rows {
            let what = What::TooManyRows { limit: bounds.rows };
            return Err(Flaws::one(Place::line(cursor.line), what));
        }
        let line = cursor.line;
        let cells = cursor.row(bounds)?;
        rows.push(Row::new(line, cells.iter().map(|cell| unescaped(cell))));
    }
    let flaws = control_characters(&rows);
    if flaws.is_empty() { Ok(rows) } else { Err(flaws) }
}

/// An export writes `'=1+1` so that no spreadsheet program computes it; reading takes it back.
fn unescaped(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if crate::write::looks_like_formula(rest.trim_start_matches('\'')) => rest,
        Some(_) | None => cell,
    }
}

fn control_characters(rows: &[Row]) -> Flaws {
    let mut flaws = Flaws::default();
    let header = rows.first();
    for row in rows {
        for (column, cell) in row.cells().enumerate() {
            let odd = cell.chars().find(|&c| {
                c.is_control() && !matches!(c, '\n' | '\t' | '\x0B' | '\x0C' | '\u{85}')
            });
            if let Some(odd) = odd.filter(|&c| u32::from(c) < 0x80) {
                let place = Place::cell(row.line, column, header.map_or("", |h| h.cell(column)));
                flaws.push(place, What::ControlCharacter { code: odd.into() });
            }
        }
    }
    flaws
}

/// A place in separated text.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    separator: u8,
    at: usize,
    line: usize,
}

enum After {
    Cell,
    Row,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str, separator: char) -> Self {
        let separator = u8::try_from(separator).unwrap_or(b',');
        Self { text, separator, at: 0, line: 1 }
    }

    /// The numbers of cells of the rows that are not blank, as long as they can be read.
    pub(crate) fn widths(mut self) -> impl Iterator<Item = usize> + use<'a> {
        std::iter::from_fn(move || {
            while !self.at_end() {
                let cells = self.row(&Bounds::upload()).ok()?;
                if cells.iter().any(|cell| !cell.trim().is_empty()) {
                    return Some(cells.len());
                }
            }
            None
        })
    }

    fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn row(&mut self, bounds: &Bounds) -> Result<Vec<Cow<'a, str>>, Flaws> {
        let begin = self.line;
        let mut cells = Vec::new();
        loop {
            if cells.len() == bounds.columns {
                let what = What::TooManyColumns { limit: bounds.columns };
                return Err(Flaws::one(Place::line(begin), what));
            }
            let (cell, after) = self.cell(cells.len(), bounds)?;
            cells.push(cell);
            if matches!(after, After::Row) {
                return Ok(cells);
            }
        }
    }

    fn cell(&mut self, column: usize, bounds: &Bounds) -> Result<(Cow<'a, str>, After), Flaws> {
        let mut start = self.at;
        while self.byte(start) == Some(b' ') {
            start += 1;
        }
        if self.byte(start) == Some(b'"') {
            self.at = start + 1;
            return self.quoted(column, bounds);
        }
        let rest = &self.text.as_bytes()[self.at..];
        let end = rest.iter().position(|&b| b == self.separator || b == b'\n' || b == b'\r');
        let cell = &self.text[self.at..self.at + end.unwrap_or(rest.len())];
        self.bounded(cell.len(), self.line, column, bounds)?;
        self.at += cell.len();
        Ok((Cow::Borrowed(cell), self.after()))
    }

    /// A cell in quotation marks, which may hold separators and line ends. A mark that is neither
    /// doubled nor at the end of the cell is taken as meant: people write such things by hand.
    fn quoted(&mut self, column: usize, bounds: &Bounds) -> Result<(Cow<'a, str>, After), Flaws> {
        let opened = self.line;
        let mut cell = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(stop) = rest.bytes().position(|b| matches!(b, b'"' | b'\n' | b'\r')) else {
                self.bounded(cell.len() + rest.len(), opened, column, bounds)?;
                return Err(Flaws::one(Place::cell(opened, column, ""), What::UnclosedQuote));
            };
            cell.push_str(&rest[..stop]);
            self.bounded(cell.len(), opened, column, bounds)?;
            self.at += stop;
            if self.byte(self.at) != Some(b'"') {
                self.line_end();
                cell.push('\n');
            } else if self.byte(self.at + 1) == Some(b'"') {
                cell.push('"');
                self.at += 2;
            } else if self.closes(self.at + 1) {
                self.at += 1;
                while self.byte(self.at) == Some(b' ') {
                    self.at += 1;
                }
                return Ok((Cow::Owned(cell), self.after()));
            } else {
                cell.push('"');
                self.at += 1;
            }
        }
    }

    fn closes(&self, mut at: usize) -> bool {
        while self.byte(at) == Some(b' ') {
            at += 1;
        }
        match self.byte(at) {
            None | Some(b'\n' | b'\r') => true,
            Some(byte) => byte == self.separator,
        }
    }

    fn bounded(
        &self,
        length: usize,
        line: usize,
        column: usize,
        bounds: &Bounds,
    ) -> Result<(), Flaws> {
        if length <= bounds.cell {
            return Ok(());
        }
        let what = What::CellTooLong { limit: bounds.cell };
        Err(Flaws::one(Place::cell(line, column, ""), what))
    }

    /// Passes the separator or the line end after a cell.
    fn after(&mut self) -> After {
        match self.byte(self.at) {
            Some(byte) if byte == self.separator => {
                self.at += 1;
                After::Cell
            }
            Some(_) => {
                self.line_end();
                After::Row
            }
            None => After::Row,
        }
    }

    /// Passes `\n`, `\r\n` or the bare `\r` of old machines.
    fn line_end(&mut self) {
        let pair = self.byte(self.at) == Some(b'\r') && self.byte(self.at + 1) == Some(b'\n');
        self.at += if pair { 2 } else { 1 };
        self.line += 1;
    }
}
