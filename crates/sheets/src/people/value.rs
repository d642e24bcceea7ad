//! Cells to values: what people mean by "3 mentees", "Sr. manager" or "man-fre 9-12".

use super::{Expect, RoleWord, Slot, zone};
use crate::What;

/// Blanks beyond the usual: no-break spaces and the invisible marks that web pages leave.
pub(super) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}')
}

/// What people write into a cell that they have nothing for.
pub(super) fn means_nothing(text: &str) -> bool {
    const NOTHING: [&str; 11] =
        ["-", "–", "—", "n/a", "na", "#n/a", "null", "none", "nil", "ingen", "keine"];
    text.len() <= 8 && NOTHING.contains(&text.to_lowercase().as_str())
}

/// Words of a name with single blanks between.
pub(super) fn words(text: &str) -> String {
    text.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// An address in lower case; `Ann <ann@x.example>` and `mailto:` are understood.
pub(super) fn email(text: &str) -> Result<String, What> {
    let inner = text.rsplit_once('<').map_or(text, |(_, rest)| rest.trim_end_matches('>'));
    let address = inner.trim().trim_start_matches("mailto:").to_lowercase();
    let fine = address.split_once('@').is_some_and(|(local, domain)| {
        let labels = domain.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
        !local.is_empty() && local.len() <= 64 && labels && domain.contains('.')
    });
    let odd = |c: char| is_blank(c) || c.is_control() || "<>()[],;:\\\"".contains(c);
    if fine && address.len() <= 254 && !address.contains(odd) {
        return Ok(address);
    }
    Err(What::BadEmail { value: text.to_owned() })
}

/// The most items of one list.
const ITEMS: usize = 500;

/// A list by semicolons, commas or lines, without repeats, order kept.
pub(super) fn list(text: &str) -> Result<Vec<String>, What> {
    let mut items: Vec<String> = vec![];
    let mut seen = std::collections::BTreeSet::new();
    for item in text.split([';', ',', '\n']).map(words) {
        if !item.is_empty() && !means_nothing(&item) && seen.insert(item.to_lowercase()) {
            items.push(item);
        }
    }
    if items.len() > ITEMS { Err(What::TooManyItems { limit: ITEMS }) } else { Ok(items) }
}

/// Roles by list, slash, plus or "and".
pub(super) fn roles(text: &str, expect: &Expect) -> Result<Vec<RoleWord>, What> {
    if let Some(whole) = role(text, expect) {
        return Ok(vec![whole]);
    }
    let mut spaced = format!(" {} ", words(text).to_lowercase());
    for and in [" and ", " og ", " und ", " & ", " or "] {
        spaced = spaced.replace(and, ";");
    }
    let mut roles = vec![];
    for word in
        spaced.split([';', ',', '/', '+', '&', '\n']).map(str::trim).filter(|w| !w.is_empty())
    {
        roles.push(role(word, expect).ok_or_else(|| unknown_role(text, expect))?);
    }
    roles.sort();
    roles.dedup();
    Ok(roles)
}

fn unknown_role(text: &str, expect: &Expect) -> What {
    let usual = ["mentor", "mentee", "both", "peer", "facilitator"].map(str::to_owned);
    let known = usual.into_iter().chain(expect.roles.iter().cloned()).collect();
    What::UnknownRole { value: text.to_owned(), known }
}

fn role(word: &str, expect: &Expect) -> Option<RoleWord> {
    let folded = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = folded(word);
    match wanted.as_str() {
        "mentor" | "mentors" | "mentorin" => return Some(RoleWord::Mentor),
        "mentee" | "mentees" | "mentoree" => return Some(RoleWord::Mentee),
        "both" | "either" | "begge" | "beide" | "beides" => return Some(RoleWord::Both),
        "peer" | "peers" => return Some(RoleWord::Peer),
        "facilitator" | "moderator" | "facilitatorin" => return Some(RoleWord::Facilitator),
        _ => {}
    }
    if let Some(named) = expect.roles.iter().find(|name| folded(name) == wanted) {
        return Some(RoleWord::Named(named.clone()));
    }
    match wanted.as_str() {
        "coach" | "adviser" | "advisor" | "rådgiver" => Some(RoleWord::Mentor),
        "learner" | "protege" | "protegee" | "protégé" => Some(RoleWord::Mentee),
        _ => None,
    }
}

/// The most relationships that anybody may ask for.
const MOST: u32 = 1_000;

/// A number of people: `3`, `3 mentees`, `up to 2`, `1-2` (its end), `two`.
pub(super) fn count(text: &str) -> Result<u32, What> {
    let value = text.to_owned();
    let lower = text.to_lowercase();
    if lower.starts_with('-') {
        return Err(What::OutOfRange { value, most: MOST });
    }
    let mut numbers = lower
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    let written = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        NUMBERS.iter().find(|(name, _)| *name == word).map(|&(_, number)| number)
    };
    let Some(last) = numbers.next_back() else {
        return lower.split_whitespace().find_map(written).ok_or(What::NotANumber { value });
    };
    let whole = last.trim_end_matches('.').strip_suffix(".0").unwrap_or(last.trim_end_matches('.'));
    match whole.parse::<u32>() {
        Ok(number) if number <= MOST && numbers.count() <= 1 => Ok(number),
        Ok(number) if number > MOST => Err(What::OutOfRange { value, most: MOST }),
        Err(_) if whole.len() > 9 => Err(What::OutOfRange { value, most: MOST }),
        Ok(_) | Err(_) => Err(What::NotANumber { value }),
    }
}

const NUMBERS: [(&str, u32); 20] = [
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("nul", 0),
    ("en", 1),
    ("to", 2),
    ("tre", 3),
    ("fire", 4),
    ("fem", 5),
    ("null", 0),
    ("eins", 1),
    ("ein", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
];

/// A level: a number, a number with words about it ("L5", "4 - senior"), or a word of the ladder.
pub(super) fn level(text: &str, expect: &Expect) -> Result<i64, What> {
    if let Some(place) = on_ladder(text, expect) {
        return Ok(place);
    }
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let plain = text.trim().strip_suffix(".0").unwrap_or(text.trim());
    if let Ok(number) = plain.parse::<i32>() {
        return Ok(number.into());
    }
    match (numbers.next(), numbers.next()) {
        (Some(one), None) if one.len() <= 4 && !text.contains('.') => {
            one.parse().map_err(|_| unknown_level(text, expect))
        }
        _ => Err(unknown_level(text, expect)),
    }
}

fn on_ladder(text: &str, expect: &Expect) -> Option<i64> {
    let wanted = ladder_word(text);
    let rungs: Vec<Vec<String>> = if expect.ladder.is_empty() {
        USUAL.iter().map(|rung| rung.iter().map(|word| (*word).to_owned()).collect()).collect()
    } else {
        expect.ladder.iter().map(|word| vec![ladder_word(word)]).collect()
    };
    (1i64..).zip(rungs).find(|(_, words)| words.contains(&wanted)).map(|(place, _)| place)
}

fn ladder_word(text: &str) -> String {
    let lower = text.to_lowercase().replace("sr.", "senior").replace("jr.", "junior");
    lower.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn unknown_level(text: &str, expect: &Expect) -> What {
    let usual = || USUAL.iter().map(|rung| rung[0].to_owned()).collect();
    let known = if expect.ladder.is_empty() { usual() } else { expect.ladder.clone() };
    What::UnknownLevel { value: text.to_owned(), known }
}

/// The ladder of levels where the design has none of its own.
const USUAL: [&[&str]; 8] = [
    &["trainee", "intern", "apprentice", "student", "praktikant", "elev", "werkstudent"],
    &["junior", "graduate", "entry", "entrylevel", "associate", "nyuddannet", "einsteiger"],
    &["mid", "midlevel", "intermediate", "professional", "medior", "erfaren", "erfahren"],
    &["senior", "experienced", "expert", "specialist", "seniorspecialist"],
    &["lead", "teamlead", "teamleader", "principal", "manager", "teamleder", "leder", "teamleiter"],
    &["seniormanager", "head", "headof", "departmenthead", "afdelingsleder", "abteilungsleiter"],
    &["director", "vp", "vicepresident", "direktør", "direktor"],
    &["executive", "clevel", "ceo", "cto", "cfo", "partner", "geschäftsführer"],
];

/// A time zone by its IANA name.
pub(super) fn time_zone(text: &str) -> Result<String, What> {
    let unknown = |suggestion| What::UnknownZone { value: text.to_owned(), suggestion };
    zone::zone(text).map_err(unknown)
}

/// Weekly times: `Mon 09:00-12:00; Wed 13:00-15:00`. A day may be a stretch of days, and holds
/// for the times after it until the next day is named.
pub(super) fn availability(text: &str) -> Result<Vec<Slot>, What> {
    let mut slots = vec![];
    let mut days: Vec<u8> = vec![];
    for part in text.split([';', ',', '\n']).map(words).filter(|part| !part.is_empty()) {
        let bad = || What::BadAvailability { value: part.clone() };
        let lower = part.to_lowercase().replace(['–', '—', '−'], "-").replace(" to ", "-");
        let times_at = lower.find(|c: char| c.is_ascii_digit()).ok_or_else(bad)?;
        let (named, times) = lower.split_at(times_at);
        if !named.trim().is_empty() {
            days = days_of(named).ok_or_else(bad)?;
        }
        let (from, to) = times.split_once('-').ok_or_else(bad)?;
        let (from, to) = (minutes(from).ok_or_else(bad)?, minutes(to).ok_or_else(bad)?);
        if days.is_empty() {
            return Err(bad());
        }
        if from >= to {
            return Err(What::SlotBackwards { value: part });
        }
        slots.extend(days.iter().map(|&day| Slot { day, from, to }));
    }
    slots.sort_unstable();
    slots.dedup();
    if slots.len() > ITEMS { Err(What::TooManyItems { limit: ITEMS }) } else { Ok(slots) }
}

fn days_of(named: &str) -> Option<Vec<u8>> {
    let named = named.trim().trim_end_matches(':').trim();
    if let Some((first, last)) = named.split_once('-') {
        let (first, last) = (day(first)?, day(last)?);
        return (first <= last).then(|| (first..=last).collect());
    }
    named.split(['/', '&', '+', ' ']).filter(|name| !name.is_empty()).map(day).collect()
}

fn day(name: &str) -> Option<u8> {
    const NAMES: [&[&str]; 7] = [
        &["mon", "monday", "man", "mandag", "mo", "montag"],
        &["tue", "tues", "tuesday", "tir", "tirsdag", "di", "die", "dienstag"],
        &["wed", "weds", "wednesday", "ons", "onsdag", "mi", "mit", "mittwoch"],
        &["thu", "thur", "thurs", "thursday", "tor", "tors", "torsdag", "do", "don", "donnerstag"],
        &["fri", "friday", "fre", "fredag", "fr", "freitag"],
        &["sat", "saturday", "lør", "lørdag", "sa", "sam", "samstag"],
        &["sun", "sunday", "søn", "søndag", "so", "son", "sonntag"],
    ];
    let name = name.trim().trim_end_matches('.');
    (0u8..).zip(NAMES).find(|(_, names)| names.contains(&name)).map(|(day, _)| day)
}

/// `9`, `9.30`, `09:00`, `5pm`.
fn minutes(text: &str) -> Option<u16> {
    let text = text.trim().trim_end_matches(" uhr").trim();
    let (clock, shift) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => (clock.trim(), Some(0)),
        (_, Some(clock)) => (clock.trim(), Some(12)),
        (None, None) => (text, None),
    };
    let (hour, minute) = clock.split_once([':', '.']).unwrap_or((clock, "0"));
    let digits = |part: &str| part.len() <= 2 && part.chars().all(|c| c.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match shift {
        Some(shift) if (1..=12).contains(&hour) => hour % 12 + shift,
        Some(_) => return None,
        None => hour,
    };
    let all = hour * 60 + minute;
    (minute < 60 && all <= 24 * 60).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Expect {
        Expect {
            ladder: vec![],
            roles: vec!["buddy".to_owned(), "junior".to_owned()],
            ..Expect::default()
        }
    }

    #[test]
    fn capacities_are_understood_as_people_write_them() {
        for (text, number) in [
            ("3", 3),
            ("3 mentees", 3),
            ("up to 2", 2),
            ("1-2", 2),
            ("two", 2),
            ("2.0", 2),
            ("max. 4", 4),
            ("0", 0),
        ] {
            assert_eq!(count(text), Ok(number), "{text}");
        }
        for text in ["many", "-1", "99999", "1.5", "1, 2 and 3", "12345678901234567890"] {
            assert!(count(text).is_err(), "{text}");
        }
    }

    #[test]
    fn levels_are_words_of_a_ladder_or_numbers() {
        let expect = some();
        for (text, place) in
            [("Senior", 4), ("Sr.", 4), ("L5", 5), ("4 - expert?", 4), ("7", 7), ("Head of", 6)]
        {
            assert_eq!(level(text, &expect), Ok(place), "{text}");
        }
        assert!(matches!(level("guru", &expect), Err(What::UnknownLevel { .. })));
        let own = Expect { ladder: vec!["Novice".into(), "Guru".into()], ..Expect::default() };
        assert_eq!(level("guru", &own), Ok(2));
        assert!(level("senior", &own).is_err());
    }

    #[test]
    fn addresses_are_lower_case_and_shaped_like_one() {
        assert_eq!(email("Ann.Lee@Larkspur.Example"), Ok("ann.lee@larkspur.example".into()));
        assert_eq!(email("Ann Lee <ann@x.example>"), Ok("ann@x.example".into()));
        for text in
            ["ann", "ann@", "@x.example", "ann@x", "a b@x.example", "a@x..example", "a@b@c.example"]
        {
            assert!(email(text).is_err(), "{text}");
        }
    }

    #[test]
    fn several_roles_may_stand_in_one_cell() {
        let expect = some();
        assert_eq!(roles("Mentor; Mentee", &expect), Ok(vec![RoleWord::Mentor, RoleWord::Mentee]));
        assert_eq!(
            roles("mentor and mentee", &expect),
            Ok(vec![RoleWord::Mentor, RoleWord::Mentee])
        );
        assert_eq!(roles("Buddy", &expect), Ok(vec![RoleWord::Named("buddy".into())]));
        assert!(roles("sherpa", &expect).is_err());
    }

    #[test]
    fn weekly_times_are_read_in_the_forms_that_people_use() {
        let slot = |day, from: u16, to: u16| Slot { day, from: from * 60, to: to * 60 };
        for (text, slots) in [
            ("Mon 09:00-12:00; Wed 13:00-15:00", vec![slot(0, 9, 12), slot(2, 13, 15)]),
            ("monday 9-12, 13-15", vec![slot(0, 9, 12), slot(0, 13, 15)]),
            ("Tue–Wed 9am to 5pm", vec![slot(1, 9, 17), slot(2, 9, 17)]),
            ("lørdag 8.00-24.00", vec![slot(5, 8, 24)]),
        ] {
            assert_eq!(availability(text), Ok(slots), "{text}");
        }
        for text in
            ["Mon", "9-12", "Mon 25:00-26:00", "Someday 9-12", "Mon 9:75-12", "Mon 12:00-09:00"]
        {
            assert!(availability(text).is_err(), "{text}");
        }
    }
}
