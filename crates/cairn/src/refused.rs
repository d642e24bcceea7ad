//! A «no» on the console, for a reason that the operator can act on.

/// Why a command did not do what it was told.
#[derive(Debug)]
pub struct Refused {
    /// The sentence's key.
    pub key: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Refused {
    /// A reason by its key.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Fills a place in the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
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
