//! A letter in words, as text and as HTML in one look.

use askama::Template;

/// What a mail says. All texts are already in the reader's language.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// The language's tag, as `en`.
    pub lang: String,
    /// The subject line.
    pub subject: String,
    /// The first line, as «Dear Dana,».
    pub greeting: String,
    /// The paragraphs before the buttons.
    pub paragraphs: Vec<String>,
    /// What the reader can do, the first of them in the accent.
    pub buttons: Vec<Button>,
    /// The paragraphs after the buttons.
    pub after: Vec<String>,
    /// Who wrote it, as «Bea, programme manager».
    pub signed: String,
    /// Why the reader gets this, and how to get less of it.
    pub footer: String,
    /// The organisation's name.
    pub organisation: String,
}

/// One thing that the reader can do.
#[derive(Debug, Clone)]
pub struct Button {
    /// Its words.
    pub label: String,
    /// Where it goes: an absolute address.
    pub href: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    letter: &'a Letter,
}

impl Letter {
    /// The plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut parts = vec![self.greeting.clone()];
        parts.extend(self.paragraphs.iter().cloned());
        parts.extend(self.buttons.iter().map(|b| format!("{}:\n{}", b.label, b.href)));
        parts.extend(self.after.iter().cloned());
        if !self.signed.is_empty() {
            parts.push(self.signed.clone());
        }
        parts.push(format!("-- \n{}\n{}", self.organisation, self.footer));
        parts.retain(|p| !p.is_empty());
        parts.join("\n\n") + "\n"
    }

    /// The HTML, without images, scripts or anything fetched from elsewhere.
    #[must_use]
    pub fn html(&self) -> String {
        // The template writes strings into a string: it has nothing to fail at.
        Html { letter: self }.render().unwrap_or_default()
    }
}
