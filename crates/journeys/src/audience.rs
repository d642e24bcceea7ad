//! Who can see a text. Fixed in the row with the text itself.

use design::Design;
use web::Choice;
use words::Language;

/// Who can see a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Only whoever wrote it.
    OnlyMe,
    /// All who take part in the relationship. Nobody else, coordinators included.
    Partners,
    /// All who take part, and the coordinators, who read along: only where the design says so.
    Supervised,
}

impl Audience {
    /// As it is stored and sent by forms.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OnlyMe => "only_me",
            Self::Partners => "partners",
            Self::Supervised => "supervised",
        }
    }

    /// Whatever is not plainly meant for the partners stays with its writer.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        match word {
            "partners" => Self::Partners,
            "supervised" => Self::Supervised,
            _ => Self::OnlyMe,
        }
    }

    /// What members share under a design. Fixed in each text as it is written, so that what the
    /// design says later opens none.
    #[must_use]
    pub fn shared(design: &Design) -> Self {
        if design.care.is_supervised() { Self::Supervised } else { Self::Partners }
    }

    /// What a form chose under a design: one's own, or what members share there.
    #[must_use]
    pub fn chosen(word: &str, design: &Design) -> Self {
        match Self::of_word(word) {
            Self::OnlyMe => Self::OnlyMe,
            Self::Partners | Self::Supervised => Self::shared(design),
        }
    }

    /// Whether the partners see it.
    #[must_use]
    pub fn is_shared(self) -> bool {
        self != Self::OnlyMe
    }

    /// The label's name in the templates.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::OnlyMe => "OnlyMe",
            Self::Partners => "Partners",
            Self::Supervised => "Supervised",
        }
    }

    /// Both that a design has, to choose from.
    #[must_use]
    pub fn choices(self, language: Language, design: &Design) -> Vec<Choice> {
        let choice = |audience: Self| {
            let key = format!("audience-{}", audience.word().replace('_', "-"));
            Choice::new(audience.word(), words::say_plain(language, &key))
                .hint(words::say_plain(language, &format!("{key}-hint")))
                .chosen_among(&[self.word()])
        };
        vec![choice(Self::shared(design)), choice(Self::OnlyMe)]
    }
}
