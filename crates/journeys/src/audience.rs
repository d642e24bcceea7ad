//! Who can see a text. Fixed in the row with the text itself.

use web::Choice;
use words::Language;

/// Who can see a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Only whoever wrote it.
    OnlyMe,
    /// All who take part in the relationship. Nobody else, coordinators included.
    Partners,
}

impl Audience {
    /// As it is stored and sent by forms.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OnlyMe => "only_me",
            Self::Partners => "partners",
        }
    }

    /// Whatever is not plainly meant for the partners stays with its writer.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        if word == "partners" { Self::Partners } else { Self::OnlyMe }
    }

    /// The label's name in the templates.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::OnlyMe => "OnlyMe",
            Self::Partners => "Partners",
        }
    }

    /// Both, to choose from.
    #[must_use]
    pub fn choices(self, language: Language) -> Vec<Choice> {
        let choice = |audience: Self, key: &str, hint: &str| {
            Choice::new(audience.word(), words::say_plain(language, key))
                .hint(words::say_plain(language, hint))
                .chosen_among(&[self.word()])
        };
        vec![
            choice(Self::Partners, "audience-partners", "audience-partners-hint"),
            choice(Self::OnlyMe, "audience-only-me", "audience-only-me-hint"),
        ]
    }
}
