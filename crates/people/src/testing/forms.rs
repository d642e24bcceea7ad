//! The forms of a page, as a browser would send them.

use scraper::{ElementRef, Html, Selector};

use super::Page;

/// A form that posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Where it posts to.
    pub action: String,
    /// Its fields with what stands in them.
    pub fields: Vec<(String, String)>,
}

impl Page {
    /// The forms of the page that post; `here` is the path of the page itself.
    ///
    /// # Panics
    /// Never: the selectors are fixed.
    #[must_use]
    pub fn forms(&self, here: &str) -> Vec<Form> {
        let document = Html::parse_document(&self.html);
        let form = Selector::parse("form").expect("a selector");
        let field = Selector::parse("input[name], textarea[name], select[name], button[name]");
        let field = field.expect("a selector");
        let posts = |form: &ElementRef<'_>| {
            form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post"))
        };
        let read = |form: ElementRef<'_>| Form {
            action: form.attr("action").filter(|a| !a.is_empty()).unwrap_or(here).to_owned(),
            fields: form.select(&field).filter_map(filled).collect(),
        };
        document.select(&form).filter(posts).map(read).collect()
    }
}

/// A field's name and what a browser would send for it.
fn filled(field: ElementRef<'_>) -> Option<(String, String)> {
    let name = field.attr("name")?.to_owned();
    let value = match field.value().name() {
        "textarea" => field.text().collect(),
        "select" => chosen(field),
        _ => field.attr("value").unwrap_or_default().to_owned(),
    };
    Some((name, value))
}

fn chosen(select: ElementRef<'_>) -> String {
    let option = |selector: &str| {
        let selector = Selector::parse(selector).expect("a selector");
        select.select(&selector).next().and_then(|o| o.attr("value")).map(str::to_owned)
    };
    option("option[selected]").or_else(|| option("option")).unwrap_or_default()
}
