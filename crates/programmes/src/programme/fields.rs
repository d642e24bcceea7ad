//! A posted form as it came: names and values, for pages whose fields depend on the design.

use design::{RoleName, Span};
use web::Errors;

/// Names and values, in order; a name may stand several times.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The value of a name, or an empty text.
    #[must_use]
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// All values of a name.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a box is ticked.
    #[must_use]
    pub fn is_on(&self, name: &str) -> bool {
        self.one(name) == "on"
    }

    /// The lines of a text that are not empty.
    #[must_use]
    pub fn lines(&self, name: &str) -> Vec<String> {
        let lines = self.one(name).lines().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// Adds a value.
    pub fn put(&mut self, name: &str, value: impl ToString) {
        self.0.push((name.to_owned(), value.to_string()));
    }

    /// Ticks a box, or not.
    pub fn tick(&mut self, name: &str, ticked: bool) {
        if ticked {
            self.put(name, "on");
        }
    }

    /// Writes a span as two fields, `name-least` and `name-most`.
    pub fn put_span(&mut self, name: &str, span: Span) {
        self.put(&format!("{name}-least"), span.least);
        self.put(&format!("{name}-most"), span.most);
    }

    /// A whole number within bounds.
    pub fn number(&self, name: &str, least: u16, most: u16, errors: &mut Errors) -> Option<u16> {
        let number = errors.number(name, self.one(name), i64::from(least), i64::from(most))?;
        u16::try_from(number).ok()
    }

    /// A whole number within bounds, or nothing for an empty field.
    pub fn maybe_number(
        &self,
        name: &str,
        least: u16,
        most: u16,
        errors: &mut Errors,
    ) -> Option<u16> {
        web::blank(self.one(name))?;
        self.number(name, least, most, errors)
    }

    /// The span of `name-least` and `name-most`.
    pub fn span(&self, name: &str, least: u16, most: u16, errors: &mut Errors) -> Option<Span> {
        let low = self.number(&format!("{name}-least"), least, most, errors)?;
        let high = self.number(&format!("{name}-most"), least, most, errors)?;
        if low > high {
            errors.add(&format!("{name}-most"), "programme-span-upside-down", &[]);
            return None;
        }
        Some(Span::new(low, high))
    }

    /// The values of a name that are roles of the design.
    pub fn roles(&self, name: &str, known: &[RoleName]) -> Vec<RoleName> {
        let ticked = self.all(name);
        known.iter().filter(|role| ticked.contains(&role.as_str())).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_stands_on_its_head_is_refused_at_its_field() {
        let mut fields = Fields::default();
        fields.put_span("seats", Span::new(5, 2));
        let mut errors = Errors::new(words::Language::English);
        assert_eq!(fields.span("seats", 1, 9, &mut errors), None);
        assert!(!errors.of("seats-most").is_empty());
    }
}
