//! Reading what was answered, keeping it as JSON, and showing it again. Pure.

use design::{AnswerKind, FormQuestion, Role};
use people::person::Hours;
use serde_json::{Map, Value, json};
use web::{Errors, Shell};
use words::Arg;

use super::asking::{BANDS, LANGUAGES, field_of};
use crate::programme::Fields;

/// Writes a stored answer into the fields of its question. People come as the texts by which the
/// reader knows them.
pub(crate) fn fill(fields: &mut Fields, question: &FormQuestion, value: &Value) {
    let name = field_of(question);
    match (&question.kind, value) {
        (AnswerKind::YesNo, Value::Bool(yes)) => fields.put(&name, if *yes { "yes" } else { "no" }),
        (AnswerKind::Availability, Value::Array(_)) => {
            for hours in serde_json::from_value::<Vec<Hours>>(value.clone()).unwrap_or_default() {
                for (from, to) in BANDS {
                    if hours.from.hour() <= from && to <= hours.to.hour() {
                        fields.put(&name, format!("{} {from:02}-{to:02}", hours.day));
                    }
                }
            }
        }
        (AnswerKind::Ratings { items }, Value::Object(given)) => {
            for (place, item) in items.iter().enumerate() {
                if let Some(rating) = given.get(item) {
                    fields.put(&format!("{name}-{place}"), rating);
                }
            }
        }
        (AnswerKind::Topics { suggestions, .. }, Value::Array(_)) => {
            let topics = texts(value);
            let known = |topic: &&String| suggestions.contains(topic);
            topics.iter().filter(known).for_each(|topic| fields.put(&name, topic));
            let own: Vec<_> = topics.iter().filter(|t| !known(t)).cloned().collect();
            fields.put(&format!("{name}-other"), own.join(", "));
            if let Some(first) = topics.first().filter(|t| known(t) && topics.len() > 1) {
                fields.put(&format!("{name}-first"), first);
            }
        }
        (AnswerKind::Languages, Value::Array(_)) => {
            let spoken = texts(value);
            let known = |l: &&String| LANGUAGES.contains(&l.as_str());
            spoken.iter().filter(known).for_each(|language| fields.put(&name, language));
            let own: Vec<_> = spoken.iter().filter(|l| !known(l)).cloned().collect();
            fields.put(&format!("{name}-other"), own.join(", "));
        }
        (AnswerKind::People { .. }, Value::Array(_)) => fields.put(&name, texts(value).join("\n")),
        (_, Value::Array(_)) => texts(value).iter().for_each(|text| fields.put(&name, text)),
        (_, Value::String(text)) => fields.put(&name, text),
        (_, Value::Number(number)) => fields.put(&name, number),
        (_, Value::Bool(_) | Value::Object(_) | Value::Null) => {}
    }
}

/// The texts of a list.
pub(crate) fn texts(value: &Value) -> Vec<String> {
    let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// Reads an answer from the fields of its question; none where nothing was answered, which is
/// wrong only for a required question and only when everything must be there.
pub(crate) fn read(
    question: &FormQuestion,
    role: &Role,
    fields: &Fields,
    must: bool,
    errors: &mut Errors,
) -> Option<Value> {
    let value = value(question, role, fields, errors);
    let name = field_of(question);
    if value.is_none() && must && question.required && errors.of(&name).is_empty() {
        let args = [("question", question.label.as_str().into())];
        errors.add(&name, "enrolment-still-missing", &args);
    }
    value
}

fn value(
    question: &FormQuestion,
    role: &Role,
    fields: &Fields,
    errors: &mut Errors,
) -> Option<Value> {
    let name = field_of(question);
    let typed = fields.one(&name);
    let some = |texts: Vec<String>| (!texts.is_empty()).then(|| json!(texts));
    match &question.kind {
        AnswerKind::ShortText => {
            web::blank(&errors.optional_text(&name, typed, 200)).map(|text| json!(text))
        }
        AnswerKind::LongText => {
            web::blank(&errors.optional_text(&name, typed, 4000)).map(|text| json!(text))
        }
        AnswerKind::SingleChoice { options } => {
            options.iter().find(|option| *option == typed).map(|option| json!(option))
        }
        AnswerKind::MultipleChoice { options, at_most } => {
            let ticked = fields.all(&name);
            let chosen = options.iter().filter(|option| ticked.contains(&option.as_str()));
            some(no_more(chosen.cloned().collect(), at_most.unwrap_or(0), &name, errors))
        }
        AnswerKind::Topics { at_most, suggestions } => {
            some(no_more(topics(&name, suggestions, fields, errors), *at_most, &name, errors))
        }
        AnswerKind::Level => number(&name, typed, 1, 100, errors),
        AnswerKind::Number { least, most } => {
            number(&name, typed, (*least).into(), (*most).into(), errors)
        }
        AnswerKind::Capacity => {
            let (least, most) = (role.load.least.max(1), role.load.most.max(1));
            number(&name, typed, least.into(), most.into(), errors)
        }
        AnswerKind::Ratings { items } => ratings(&name, items, fields),
        AnswerKind::Date => date(&name, typed, errors),
        AnswerKind::YesNo => match typed {
            "yes" => Some(json!(true)),
            "no" => Some(json!(false)),
            _ => None,
        },
        AnswerKind::Languages => {
            let mut spoken: Vec<String> = LANGUAGES
                .iter()
                .filter(|language| fields.all(&name).contains(language))
                .map(|language| (*language).to_owned())
                .collect();
            spoken.extend(own_words(&name, fields, errors));
            some(no_more(spoken, 20, &name, errors))
        }
        AnswerKind::TimeZone => zone(&name, typed, errors),
        AnswerKind::Availability => {
            let hours = hours(&fields.all(&name));
            (!hours.is_empty()).then(|| json!(hours))
        }
        AnswerKind::People { at_most } => {
            let people: Vec<String> = typed
                .split(['\n', ',', ';'])
                .map(|p| p.trim().to_owned())
                .filter(|p| !p.is_empty())
                .collect();
            some(no_more(people, *at_most, &name, errors))
        }
    }
}

fn no_more(mut list: Vec<String>, most: u16, name: &str, errors: &mut Errors) -> Vec<String> {
    let mut seen = Vec::new();
    list.retain(|item| {
        let new = !seen.contains(item);
        seen.push(item.clone());
        new
    });
    if most > 0 && list.len() > usize::from(most) {
        errors.add(name, "enrolment-too-many", &[("most", most.into())]);
    }
    list
}

fn number(name: &str, typed: &str, least: i64, most: i64, errors: &mut Errors) -> Option<Value> {
    web::blank(typed)?;
    errors.number(name, typed, least, most).map(|number| json!(number))
}

fn date(name: &str, typed: &str, errors: &mut Errors) -> Option<Value> {
    let typed = web::blank(typed)?;
    match typed.parse::<jiff::civil::Date>() {
        Ok(date) => Some(json!(date.to_string())),
        Err(_) => {
            errors.add(name, "error-date", &[]);
            None
        }
    }
}

fn zone(name: &str, typed: &str, errors: &mut Errors) -> Option<Value> {
    let typed = web::blank(typed)?;
    if jiff::tz::TimeZone::get(typed).is_err() {
        errors.add(name, "error-time-zone", &[]);
        return None;
    }
    Some(json!(typed))
}

/// The topics with the most important one first.
fn topics(name: &str, suggestions: &[String], fields: &Fields, errors: &mut Errors) -> Vec<String> {
    let ticked = fields.all(name);
    let mut topics: Vec<String> =
        suggestions.iter().filter(|topic| ticked.contains(&topic.as_str())).cloned().collect();
    topics.extend(own_words(name, fields, errors));
    let first = fields.one(&format!("{name}-first"));
    if let Some(place) = topics.iter().position(|topic| topic == first) {
        let first = topics.remove(place);
        topics.insert(0, first);
    }
    topics
}

fn own_words(name: &str, fields: &Fields, errors: &mut Errors) -> Vec<String> {
    let field = format!("{name}-other");
    let text = errors.optional_text(&field, fields.one(&field), 300);
    text.split([',', ';', '\n'])
        .map(|word| word.trim().to_owned())
        .filter(|w| !w.is_empty())
        .collect()
}

fn ratings(name: &str, items: &[String], fields: &Fields) -> Option<Value> {
    let mut given = Map::new();
    for (place, item) in items.iter().enumerate() {
        if let Ok(rating @ 1..=5) = fields.one(&format!("{name}-{place}")).parse::<u8>() {
            given.insert(item.clone(), json!(rating));
        }
    }
    (!given.is_empty()).then_some(Value::Object(given))
}

/// The ticked boxes as hours, neighbours joined.
fn hours(ticked: &[&str]) -> Vec<Hours> {
    let mut hours: Vec<Hours> = Vec::new();
    for day in 1..=5_i8 {
        for (from, to) in BANDS {
            if !ticked.contains(&format!("{day} {from:02}-{to:02}").as_str()) {
                continue;
            }
            let at = |hour: i8| jiff::civil::time(hour, 0, 0, 0);
            match hours.last_mut().filter(|last| last.day == day && last.to == at(from)) {
                Some(last) => last.to = at(to),
                None => hours.push(Hours { day, from: at(from), to: at(to) }),
            }
        }
    }
    hours
}

/// An answer in words, for the person who gave it and for those who may see it.
#[must_use]
pub fn shown(page: &Shell, question: &FormQuestion, value: &Value) -> String {
    match (&question.kind, value) {
        (AnswerKind::YesNo, Value::Bool(yes)) => {
            page.t(if *yes { "enrolment-yes" } else { "enrolment-no" })
        }
        (AnswerKind::Level, Value::Number(level)) => match level.as_u64() {
            Some(n @ 1..=8) => page.t(&format!("enrolment-level-{n}")),
            _ => level.to_string(),
        },
        (AnswerKind::Availability, Value::Array(_)) => {
            let hours = serde_json::from_value::<Vec<Hours>>(value.clone()).unwrap_or_default();
            hours.iter().map(|hours| said_hours(page, hours)).collect::<Vec<_>>().join(", ")
        }
        (AnswerKind::Ratings { .. }, Value::Object(given)) => {
            given.iter().map(|(item, n)| format!("{item}: {n}")).collect::<Vec<_>>().join(", ")
        }
        (AnswerKind::Date, Value::String(text)) => match text.parse() {
            Ok(date) => words::day(page.language, date),
            Err(_) => text.clone(),
        },
        (_, Value::Array(_)) => texts(value).join(", "),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}

fn said_hours(page: &Shell, hours: &Hours) -> String {
    let args: [(&str, Arg<'_>); 3] = [
        ("day", page.t(&format!("enrolment-day-{}", hours.day)).into()),
        ("from", hours.from.strftime("%H:%M").to_string().into()),
        ("to", hours.to.strftime("%H:%M").to_string().into()),
    ];
    page.say("enrolment-hours", &args)
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;

    fn question(kind: AnswerKind) -> FormQuestion {
        FormQuestion {
            key: "q".to_owned(),
            label: "Q".to_owned(),
            help: String::new(),
            kind,
            required: true,
            roles: Vec::new(),
            audience: design::Audience::Partners,
        }
    }

    #[track_caller]
    fn check(kind: AnswerKind, posted: &[(&str, &str)], expected: Option<Value>, flawed: bool) {
        let design = design::presets()[0].design();
        let question = question(kind);
        let posted: Vec<_> =
            posted.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        let mut errors = Errors::new(Language::English);
        let given = read(&question, &design.roles[0], &Fields(posted), true, &mut errors);
        assert_eq!((given.clone(), !errors.is_empty()), (expected, flawed), "{:?}", errors.each());
        // What was stored fills the form with what gives the same answer again.
        if let Some(value) = given.filter(|_| !flawed) {
            let mut fields = Fields::default();
            fill(&mut fields, &question, &value);
            let again = read(&question, &design.roles[0], &fields, true, &mut errors);
            assert_eq!(again, Some(value), "{fields:?}");
        }
    }

    fn list(items: &[&str]) -> Vec<String> {
        items.iter().map(|item| (*item).to_owned()).collect()
    }

    #[test]
    fn every_kind_of_answer_is_read_and_shown_again_as_it_was() {
        let pick = AnswerKind::SingleChoice { options: list(&["Red", "Blue"]) };
        check(pick.clone(), &[("a-q", "Blue")], Some(json!("Blue")), false);
        check(pick, &[("a-q", "Green")], None, true);
        let topics = AnswerKind::Topics { at_most: 3, suggestions: list(&["A", "B", "C"]) };
        let posted = [("a-q", "A"), ("a-q", "C"), ("a-q-first", "C"), ("a-q-other", "own words")];
        check(topics.clone(), &posted, Some(json!(["C", "A", "own words"])), false);
        let four = [("a-q", "A"), ("a-q", "B"), ("a-q", "C"), ("a-q-other", "D")];
        check(topics, &four, Some(json!(["A", "B", "C", "D"])), true);
        check(AnswerKind::YesNo, &[("a-q", "no")], Some(json!(false)), false);
        check(AnswerKind::Date, &[("a-q", "2026-02-30")], None, true);
        check(AnswerKind::Number { least: 1, most: 5 }, &[("a-q", "6")], None, true);
        check(AnswerKind::Capacity, &[("a-q", "2")], Some(json!(2)), false);
        check(AnswerKind::TimeZone, &[("a-q", "Mars/Olympus")], None, true);
        let spoken = [("a-q", "Danish"), ("a-q-other", "Faroese")];
        check(AnswerKind::Languages, &spoken, Some(json!(["Danish", "Faroese"])), false);
        let rated = AnswerKind::Ratings { items: list(&["Listening", "Asking"]) };
        check(rated, &[("a-q-1", "4")], Some(json!({"Asking": 4})), false);
        check(AnswerKind::LongText, &[("a-q", "  ")], None, true);
    }

    #[test]
    fn neighbouring_hours_become_one_stretch() {
        let posted = [("a-q", "1 08-10"), ("a-q", "1 10-12"), ("a-q", "3 14-16")];
        let expected = json!([
            {"day": 1, "from": "08:00:00", "to": "12:00:00"},
            {"day": 3, "from": "14:00:00", "to": "16:00:00"}
        ]);
        check(AnswerKind::Availability, &posted, Some(expected), false);
    }
}
