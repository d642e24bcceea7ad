//! What the layouts need of every page. The templates under `templates/` read these fields.

use words::{Arg, Language};

use crate::{assets::asset_url, visit::Visit};

/// The frame of a page.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The page's title and heading.
    pub title: String,
    /// The language's tag, as `en`.
    pub lang: &'static str,
    /// `light`, `dark`, or empty for what the device prefers.
    pub theme: &'static str,
    /// Who looks, when signed in.
    pub viewer: Option<ViewerShown>,
    /// Where they may go.
    pub nav: Vec<NavItem>,
    /// A word about what just happened.
    pub flash: Option<FlashShown>,
    /// The organisation's name.
    pub organisation: String,
    /// The path of this page with its query.
    pub path: String,
    /// The language of all sentences.
    pub language: Language,
}

/// The person in the corner of the page.
#[derive(Debug, Clone)]
pub struct ViewerShown {
    /// As shown.
    pub name: String,
    /// At most two letters.
    pub initials: String,
    /// Whether they run the organisation.
    pub is_administrator: bool,
}

/// A place to go.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// Its path.
    pub href: String,
    /// Its name.
    pub label: String,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// Whether this page is in it.
    pub current: bool,
    /// A number beside it.
    pub badge: Option<String>,
}

/// A word about what just happened, ready to show.
#[derive(Debug, Clone)]
pub struct FlashShown {
    /// `ok`, `warn` or `error`.
    pub kind: &'static str,
    /// The sentence.
    pub text: String,
    /// How to take it back.
    pub undo: Option<Undo>,
}

/// How to take something back.
#[derive(Debug, Clone)]
pub struct Undo {
    /// The path to post to.
    pub action: String,
    /// The button's words.
    pub label: String,
}

impl Shell {
    /// Whether the word about what just happened already offers to take it back by this path.
    #[must_use]
    pub fn offers_undo(&self, action: &str) -> bool {
        let undo = self.flash.as_ref().and_then(|flash| flash.undo.as_ref());
        undo.is_some_and(|undo| undo.action == action)
    }

    /// The frame of a page for a visit, before anybody is known.
    #[must_use]
    pub fn new(visit: &Visit, title: String) -> Self {
        Self {
            title,
            lang: visit.language.tag(),
            theme: visit.theme,
            viewer: None,
            nav: Vec::new(),
            flash: visit.flash.as_ref().map(|flash| flash.shown(visit.language)),
            organisation: String::new(),
            path: visit.path.clone(),
            language: visit.language,
        }
    }

    /// A sentence.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        words::say_plain(self.language, key)
    }

    /// A sentence with one place.
    #[must_use]
    pub fn t1<'a>(&self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> String {
        words::say(self.language, key, &[(name, value.into())])
    }

    /// A sentence with two places.
    #[must_use]
    pub fn t2<'a, 'b>(
        &self,
        key: &str,
        one: &str,
        first: impl Into<Arg<'a>>,
        two: &str,
        second: impl Into<Arg<'b>>,
    ) -> String {
        words::say(self.language, key, &[(one, first.into()), (two, second.into())])
    }

    /// A sentence with any number of places.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        words::say(self.language, key, args)
    }

    /// The address of an asset; it changes with its content.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        asset_url(name)
    }
}
