//! Where in a spreadsheet something stands, as the person who opens it sees it.

use std::fmt;

/// A column: its number from 0 and the heading above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Counted from 0.
    pub number: usize,
    /// The heading as written; empty where there is none.
    pub header: String,
}

/// A line, and perhaps a column, of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Counted from 1, as editors and spreadsheet programs do.
    pub line: Option<usize>,
    /// The column, where the matter is about one.
    pub column: Option<Column>,
}

impl Place {
    /// The file as a whole.
    #[must_use]
    pub fn file() -> Self {
        Self::default()
    }

    /// A whole line.
    #[must_use]
    pub fn line(line: usize) -> Self {
        Self { line: Some(line), column: None }
    }

    /// One cell.
    #[must_use]
    pub fn cell(line: usize, number: usize, header: &str) -> Self {
        Self { line: Some(line), column: Some(Column { number, header: header.to_owned() }) }
    }
}

impl fmt::Display for Place {
    /// `14:F`, the short form for logs and machines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "{line}")?;
        }
        match &self.column {
            Some(column) => write!(f, ":{}", letters(column.number)),
            None => Ok(()),
        }
    }
}

/// The letters that spreadsheet programs give a column: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn letters(number: usize) -> String {
    let mut left = number + 1;
    let mut name = Vec::new();
    while left > 0 {
        let digit = (left - 1) % 26;
        name.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        left = (left - 1) / 26;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        for (number, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(number), name);
        }
    }
}
