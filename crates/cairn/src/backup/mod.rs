//! A backup: one file with every row of every table, the same for both databases.
//!
//! The file is a zip archive that ordinary tools open: `manifest.json` and one file of JSON lines a
//! table. Its last bytes, in the archive's comment, are the digest of all bytes before them, so any
//! change anywhere is seen before a row is read. The copy of a table is canonical: the same rows
//! give the same bytes, on SQLite and on PostgreSQL.

mod manifest;
mod put_back;
mod seal;
mod sealed;
mod take;

pub use manifest::Manifest;
pub use put_back::put_back;
pub use sealed::Sealed;
pub use take::take;

/// Why there is no backup, or no restoring from it, for a reason that the operator can act on.
#[derive(Debug)]
pub struct Refused {
    /// The sentence's key.
    pub key: &'static str,
    /// What fills it.
    pub args: Vec<(&'static str, String)>,
}

impl Refused {
    fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let args: Vec<_> =
            self.args.iter().map(|(n, v)| (*n, words::Arg::from(v.as_str()))).collect();
        f.write_str(&words::say(words::Language::English, self.key, &args))
    }
}

impl std::error::Error for Refused {}

#[cfg(test)]
mod tests;
