//! A cell as an answer to a question of the form. Pure.

use design::{AnswerKind, FormQuestion};
use jiff::civil::Date;
use serde_json::{Value, json};

/// Reads a cell as an answer.
///
/// # Errors
/// The key of the sentence that says what was expected, and what fills it.
pub(super) fn read(question: &FormQuestion, text: &str) -> Result<Value, (&'static str, String)> {
    let text = text.trim();
    match &question.kind {
        AnswerKind::ShortText | AnswerKind::LongText => Ok(json!(beginning(text, 4000))),
        AnswerKind::SingleChoice { options } => one_of(options, text).map(Value::from),
        AnswerKind::MultipleChoice { options, .. } => {
            let chosen: Result<Vec<String>, _> =
                list(text).iter().map(|item| one_of(options, item)).collect();
            chosen.map(|chosen| json!(chosen))
        }
        AnswerKind::Topics { at_most, .. } => {
            Ok(json!(list(text).into_iter().take(usize::from(*at_most)).collect::<Vec<_>>()))
        }
        AnswerKind::Languages | AnswerKind::People { .. } => Ok(json!(list(text))),
        AnswerKind::Level | AnswerKind::Capacity => number(text, 0, 1000),
        AnswerKind::Number { least, most } => number(text, i64::from(*least), i64::from(*most)),
        AnswerKind::Date => match text.parse::<Date>() {
            Ok(date) => Ok(json!(date.to_string())),
            Err(_) => Err(("import-not-a-date", beginning(text, 60))),
        },
        AnswerKind::YesNo => yes_or_no(text),
        AnswerKind::TimeZone | AnswerKind::Availability | AnswerKind::Ratings { .. } => {
            Err(("import-not-by-file", question.label.clone()))
        }
    }
}

/// A list in a cell: by semicolons, else by commas.
pub(super) fn list(text: &str) -> Vec<String> {
    let separator = if text.contains(';') { ';' } else { ',' };
    let mut items: Vec<String> = Vec::new();
    for item in text.split(separator).map(str::trim).filter(|item| !item.is_empty()) {
        let item = beginning(item, 200);
        if !items.iter().any(|known| known.to_lowercase() == item.to_lowercase()) {
            items.push(item);
        }
    }
    items
}

fn one_of(options: &[String], text: &str) -> Result<String, (&'static str, String)> {
    let same = |option: &&String| option.to_lowercase() == text.trim().to_lowercase();
    options.iter().find(same).cloned().ok_or_else(|| ("import-not-an-option", options.join("; ")))
}

fn number(text: &str, least: i64, most: i64) -> Result<Value, (&'static str, String)> {
    let number = text.parse::<i64>().ok().filter(|number| (least..=most).contains(number));
    number.map(Value::from).ok_or_else(|| ("import-not-a-number", format!("{least}–{most}")))
}

fn yes_or_no(text: &str) -> Result<Value, (&'static str, String)> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "ja" | "j" | "wahr" | "sand" => Ok(json!(true)),
        "no" | "n" | "false" | "0" | "-" | "nej" | "nein" | "falsch" | "falsk" => Ok(json!(false)),
        _ => Err(("import-not-yes-or-no", beginning(text, 60))),
    }
}

fn beginning(text: &str, most: usize) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).take(most).collect()
}

#[cfg(test)]
mod tests {
    use design::Audience;

    use super::*;

    fn check(kind: AnswerKind, text: &str, expected: Option<Value>) {
        let question = FormQuestion {
            key: "q".to_owned(),
            label: "Q".to_owned(),
            help: String::new(),
            kind,
            required: false,
            roles: vec![],
            audience: Audience::Coordinator,
        };
        assert_eq!(read(&question, text).ok(), expected, "{text}");
    }

    #[test]
    fn cells_are_read_as_their_question_asks() {
        let colours = vec!["Red".to_owned(), "Blue".to_owned()];
        let single = AnswerKind::SingleChoice { options: colours.clone() };
        check(single.clone(), " red ", Some(json!("Red")));
        check(single, "green", None);
        let several = AnswerKind::MultipleChoice { options: colours, at_most: None };
        check(several, "blue; RED", Some(json!(["Blue", "Red"])));
        check(AnswerKind::YesNo, "Ja", Some(json!(true)));
        check(AnswerKind::YesNo, "perhaps", None);
        check(AnswerKind::Number { least: 1, most: 5 }, "6", None);
        check(AnswerKind::Date, "2026-02-30", None);
        let topics = AnswerKind::Topics { at_most: 2, suggestions: vec![] };
        check(topics, "Leading, leading, Rust, Chess", Some(json!(["Leading", "Rust"])));
    }
}
