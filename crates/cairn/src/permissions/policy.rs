//! The policy as the test reads it.

use std::collections::BTreeMap;

use web::Route;

/// The persons: the world's name, none for a stranger, and their letter.
pub const PERSONS: [(Option<&str>, char); 9] = [
    (None, 'a'),
    (Some("amal"), 'A'),
    (Some("bea"), 'B'),
    (Some("chidi"), 'C'),
    (Some("dana"), 'D'),
    (Some("gro"), 'G'),
    (Some("edda"), 'E'),
    (Some("farid"), 'F'),
    (Some("ivo"), 'I'),
];

/// Who may use which route.
pub struct Policy(BTreeMap<(String, String), String>);

impl Policy {
    /// The policy of the product.
    pub fn read() -> Self {
        Self::of(include_str!("policy.txt"))
    }

    /// A policy of lines: method, path, letters.
    pub fn of(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let line = |line: &str| {
            let mut words = line.split_whitespace().map(str::to_owned);
            let mut next = || words.next().unwrap_or_else(|| panic!("three words: {line}"));
            let (route, who) = ((next(), next()), next());
            let who = match who.as_str() {
                "all" => PERSONS.iter().map(|(_, letter)| letter).collect(),
                "signed" => PERSONS.iter().skip(1).map(|(_, letter)| letter).collect(),
                "none" => String::new(),
                letters => letters.to_owned(),
            };
            (route, who)
        };
        Self(lines.map(line).collect())
    }

    /// Whether somebody may use a route.
    pub fn allows(&self, route: &Route, letter: char) -> bool {
        let key = (route.method.to_owned(), route.path.to_owned());
        self.0.get(&key).is_some_and(|who| who.contains(letter))
    }

    /// Every route has its line, and every line its route.
    pub fn covers(&self, list: &[Route]) {
        let name = |r: &Route| (r.method.to_owned(), r.path.to_owned());
        let without: Vec<_> = list.iter().map(name).filter(|r| !self.0.contains_key(r)).collect();
        assert!(without.is_empty(), "add who may use them to policy.txt: {without:#?}");
        let gone: Vec<_> = self.0.keys().filter(|k| !list.iter().any(|r| name(r) == **k)).collect();
        assert!(gone.is_empty(), "these routes are no more: {gone:#?}");
    }
}
