//! The options of a field.

/// One option of a select, of radio cards, of tick boxes, of a scale or of calendar slots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
    /// A second line, or empty.
    pub hint: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

impl Choice {
    /// An option that is not chosen.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// Explains it in a second line.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Chooses it when its value is among these: what was typed before.
    #[must_use]
    pub fn chosen_among(mut self, values: &[impl AsRef<str>]) -> Self {
        self.chosen = values.iter().any(|value| value.as_ref() == self.value);
        self
    }
}
