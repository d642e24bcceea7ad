//! Every component and the frame, with the real shell, in every language.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use askama::Template;
use web::{Choice, Errors, FlashShown, NavItem, Shell, Undo, ViewerShown};
use words::Language;

const TYPED: &str = "\"><script>alert(1)</script>";

#[derive(Template)]
#[template(path = "components.html")]
struct Everything {
    page: Shell,
    typed: &'static str,
    options: Vec<Choice>,
    errors: Errors,
}

fn rendered(language: Language, places: usize) -> String {
    let place = |n: usize| NavItem {
        href: format!("/{n}"),
        label: format!("Place {n}"),
        icon: "home",
        current: n == 0,
        badge: (n == 1).then(|| "5".to_owned()),
    };
    let page = Shell {
        title: "Everything".to_owned(),
        lang: language.tag(),
        theme: "dark",
        viewer: Some(ViewerShown {
            name: "Bea".to_owned(),
            initials: "B".to_owned(),
            is_administrator: false,
        }),
        nav: (0..places).map(place).collect(),
        flash: Some(FlashShown {
            kind: "ok",
            text: "Done".to_owned(),
            undo: Some(Undo { action: "/undo".to_owned(), label: "Undo".to_owned() }),
        }),
        organisation: "Larkspur".to_owned(),
        path: "/everything".to_owned(),
        language,
    };
    let mut errors = Errors::new(language);
    errors.add("email", "error-required", &[]);
    errors.add("agreed", "error-required", &[]);
    let options = vec![
        Choice::new("a", "A").hint("First").chosen_among(&["a"]),
        Choice::new("b", "B").chosen_among(&["a"]),
    ];
    Everything { page, typed: TYPED, options, errors }.render().unwrap()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn what_was_typed_is_kept_and_never_markup() {
    let html = rendered(Language::default(), 4);
    assert!(!html.contains(TYPED));
    assert!(html.matches("&#60;script&#62;alert(1)").count() >= 5);
}

#[test]
fn every_label_and_description_points_at_something_that_is_there() {
    let html = rendered(Language::default(), 7);
    let ids = values(&html, "id");
    let pointed = ["for", "aria-describedby", "aria-labelledby"].map(|a| values(&html, a)).concat();
    for id in pointed.iter().flat_map(|list| list.split_whitespace()) {
        assert!(ids.contains(&id), "nothing has the id {id}");
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id is there twice");
}

#[test]
fn an_error_stands_at_its_field_and_in_the_summary() {
    let html = rendered(Language::default(), 4);
    assert!(html.contains("<a href=\"#email\">"));
    assert!(html.contains("aria-invalid=\"true\" aria-describedby=\"email-hint email-error\""));
}

#[test]
fn the_frame_and_the_components_speak_every_language() {
    for language in Language::ALL {
        let html = rendered(language, 4);
        let bare = html.contains(">shell-") || html.contains("aria-label=\"shell-");
        assert!(!bare, "a key without a sentence in {language:?}");
        assert!(html.contains(&format!("<html lang=\"{}\" data-theme=\"dark\">", language.tag())));
    }
}

#[test]
fn a_phone_has_a_bar_for_few_places_and_a_drawer_for_many() {
    let few = rendered(Language::default(), 5);
    let many = rendered(Language::default(), 6);
    assert!(few.contains("class=\"shell-bar\"") && !few.contains("class=\"drawer\""));
    assert!(many.contains("class=\"drawer\"") && !many.contains("class=\"shell-bar\""));
}

#[test]
fn nothing_needs_what_the_content_security_policy_refuses() {
    let html = rendered(Language::default(), 4);
    for refused in [" style=", " onclick=", " onchange=", "<style", "javascript:", "<script>"] {
        assert!(!html.contains(refused), "{refused}");
    }
}
