//! What is wrong with the files of a question: file, line and column, and what to do.

use words::{Arg, Language, say};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    file: String,
    line: u64,
    column: String,
    key: &'static str,
    cell: String,
}

/// All that is wrong, as far as it was worth reading on.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

/// More would not help anybody.
const SHOWN: usize = 100;

impl Faults {
    pub fn add(&mut self, file: &str, line: u64, column: &str, key: &'static str, cell: &str) {
        if self.0.len() <= SHOWN {
            let (file, column, cell) = (file.to_owned(), column.to_owned(), cell.to_owned());
            self.0.push(Fault { file, line, column, key, cell });
        }
    }

    pub fn one(file: &str, line: u64, column: &str, key: &'static str, cell: &str) -> Self {
        let mut faults = Self::default();
        faults.add(file, line, column, key, cell);
        faults
    }

    /// The value, unless something is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    pub fn print(&self) {
        for fault in self.0.iter().take(SHOWN) {
            eprintln!("{}", fault.sentence());
        }
        if self.0.len() > SHOWN {
            eprintln!("{}", words::say_plain(Language::English, "solve-fault-more"));
        }
    }
}

impl Fault {
    fn sentence(&self) -> String {
        let mut place = self.file.clone();
        if self.line > 0 {
            place = format!("{place}:{}", self.line);
        }
        if !self.column.is_empty() {
            place = format!("{place}:{}", self.column);
        }
        let what = say(Language::English, self.key, &[("cell", Arg::from(&self.cell))]);
        format!("{place}: {what}")
    }
}
