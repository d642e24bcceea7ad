//! The languages Cairn speaks.

/// A language of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// British English: complete, and what the others fall back to.
    #[default]
    English,
    /// Danish.
    Danish,
}

impl Language {
    /// All, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::Danish];

    /// The tag used in pages and in the database, as `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Danish => "da",
        }
    }

    /// How its speakers call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Danish => "Dansk",
        }
    }

    /// The language of a tag such as `da` or `da-DK`, if we speak it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|l| l.tag() == primary)
    }

    /// The best language for an `Accept-Language` header: the first one named that we speak.
    #[must_use]
    pub fn of_header(header: &str) -> Self {
        header
            .split(',')
            .take(20)
            .filter_map(|part| Self::of_tag(part.split(';').next()?))
            .next()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_first_language_we_speak_wins() {
        assert_eq!(Language::of_header("fr-FR, da-DK;q=0.8, en;q=0.5"), Language::Danish);
        assert_eq!(Language::of_header("fr"), Language::English);
        assert_eq!(Language::of_header(""), Language::English);
    }
}
