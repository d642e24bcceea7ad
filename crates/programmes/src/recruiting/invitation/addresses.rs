//! Reading pasted addresses, in the shapes that people paste them.

use std::collections::HashSet;

use people::person::parse_email;

/// Somebody to invite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Their name, or empty.
    pub name: String,
    /// Their address, in lower case.
    pub email: String,
}

/// A piece of what was pasted that is no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its line, from 1.
    pub line: usize,
    /// Its beginning.
    pub text: String,
}

/// What was pasted, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The addresses, each once, in their order.
    pub addresses: Vec<Address>,
    /// How many stood there more than once.
    pub repeated: usize,
    /// What could not be read.
    pub unread: Vec<Unread>,
}

/// Reads addresses, one a line or separated by commas or semicolons: `ann@example.org`,
/// `Ann Lee <ann@example.org>`, `Lee, Ann <ann@example.org>`, `Ann Lee ann@example.org`.
#[must_use]
pub fn read(text: &str) -> Pasted {
    let mut pasted = Pasted::default();
    let mut seen = HashSet::new();
    for (number, line) in (1..).zip(text.lines()) {
        for entry in entries(line) {
            match address(&entry) {
                Some(address) if seen.insert(address.email.clone()) => {
                    pasted.addresses.push(address);
                }
                Some(_) => pasted.repeated += 1,
                None => pasted.unread.push(Unread { line: number, text: beginning(&entry) }),
            }
        }
    }
    pasted
}

/// Addresses as they can be read again.
#[must_use]
pub fn write(addresses: &[Address]) -> String {
    let line = |a: &Address| match a.name.as_str() {
        "" => a.email.clone(),
        name => format!("\"{name}\" <{}>", a.email),
    };
    addresses.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The pieces of a line. A semicolon separates; a comma only after an address, because
/// `Lee, Ann <ann@example.org>` is one person. Quoted names keep both.
fn entries(line: &str) -> Vec<String> {
    let (mut entries, mut entry, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => entries.push(std::mem::take(&mut entry)),
            ',' if !quoted && entry.contains('@') => entries.push(std::mem::take(&mut entry)),
            _ => {}
        }
        let separates = entry.is_empty() && !quoted && matches!(c, ';' | ',');
        if !separates {
            entry.push(c);
        }
    }
    entries.push(entry);
    entries.retain(|entry| entry.chars().any(|c| !c.is_whitespace() && !matches!(c, ',' | '"')));
    entries
}

fn address(entry: &str) -> Option<Address> {
    let (name, email) = match entry.rsplit_once('<') {
        Some((name, rest)) => (name.to_owned(), rest.split('>').next().unwrap_or_default()),
        None => {
            let mut words: Vec<&str> = entry.split_whitespace().collect();
            let at = words.iter().position(|word| word.contains('@'))?;
            let email = words.remove(at);
            (words.join(" "), email)
        }
    };
    let email = email.trim().trim_start_matches("mailto:").trim_matches(['(', ')', '"', '\'']);
    Some(Address { name: clean(&name), email: parse_email(email)? })
}

/// A name without quotes and brackets; `Lee, Ann` turned round.
fn clean(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !matches!(c, '"' | '<' | '>' | '(' | ')'))
        .take(120)
        .collect();
    let parts: Vec<&str> = kept.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let name = match parts.as_slice() {
        [family, given] => format!("{given} {family}"),
        parts => parts.join(" "),
    };
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn beginning(entry: &str) -> String {
    let text: String = entry.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().count() <= 60 { text } else { text.chars().take(60).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let pasted = read(text);
        let found: Vec<_> =
            pasted.addresses.iter().map(|a| (a.name.as_str(), a.email.as_str())).collect();
        assert_eq!(found, expected, "{text:?}");
        assert!(pasted.unread.is_empty(), "{:?}", pasted.unread);
    }

    #[test]
    fn addresses_are_read_in_the_shapes_that_people_paste() {
        check("ann@a.org", &[("", "ann@a.org")]);
        check("Ann Lee <Ann@A.org>", &[("Ann Lee", "ann@a.org")]);
        check(
            "\"Lee, Ann\" <ann@a.org>, Bo <bo@b.org>",
            &[("Ann Lee", "ann@a.org"), ("Bo", "bo@b.org")],
        );
        check(
            "Lee, Ann <ann@a.org>; Berg, Bo <bo@b.org>;",
            &[("Ann Lee", "ann@a.org"), ("Bo Berg", "bo@b.org")],
        );
        check(
            "ann@a.org, bo@b.org,\n\n cy@c.org ",
            &[("", "ann@a.org"), ("", "bo@b.org"), ("", "cy@c.org")],
        );
        check(
            "Ann Lee\tann@a.org\r\nBo\tbo@b.org",
            &[("Ann Lee", "ann@a.org"), ("Bo", "bo@b.org")],
        );
        check("<mailto:ann@a.org>", &[("", "ann@a.org")]);
        check("ann@a.org (Ann Lee)", &[("Ann Lee", "ann@a.org")]);
    }

    #[test]
    fn what_is_no_address_is_named_with_its_line() {
        let pasted = read("ann@a.org\nBo Berg\nann@a.org; cy@nowhere");
        assert_eq!(pasted.addresses.len(), 1);
        assert_eq!(pasted.repeated, 1);
        let unread: Vec<_> = pasted.unread.iter().map(|u| (u.line, u.text.as_str())).collect();
        assert_eq!(unread, [(2, "Bo Berg"), (3, "cy@nowhere")]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_crash_and_gives_only_good_addresses(text in "\\PC{0,200}|[a-z@<>,;\"\n .]{0,200}") {
            let pasted = read(&text);
            for address in &pasted.addresses {
                prop_assert_eq!(parse_email(&address.email), Some(address.email.clone()));
                prop_assert!(!address.name.contains(['<', '>', '"', '\n']));
            }
        }

        #[test]
        fn what_was_read_can_be_written_and_read_again(
            people in prop::collection::vec(("[A-ZÆØÅ][a-zæøå]{1,8}( [A-Z][a-z]{1,8}){0,2}", "[a-z]{1,8}@[a-z]{1,8}\\.org"), 0..20),
            separator in prop::sample::select(vec!["\n", ", ", "; ", ";\r\n", ",\n"]),
        ) {
            let text = people.iter().map(|(n, e)| format!("{n} <{e}>")).collect::<Vec<_>>().join(separator);
            let pasted = read(&text);
            prop_assert!(pasted.unread.is_empty());
            prop_assert_eq!(pasted.addresses.len() + pasted.repeated, people.len());
            prop_assert_eq!(read(&write(&pasted.addresses)).addresses, pasted.addresses);
        }
    }
}
