//! Checks of the registration form.

use super::{Flaw, keys, known_roles};
use crate::form::MOST_QUESTIONS;
use crate::{AnswerKind, Design, FormQuestion};

pub(super) fn check(design: &Design, flaws: &mut Vec<Flaw>) {
    let questions = &design.form.questions;
    keys("form.questions.key", questions.iter().map(|one| one.key.as_str()), flaws);
    for question in questions {
        known_roles(design, "form.questions.roles", &question.roles, flaws);
        check_question(design, question, flaws);
    }
    for role in &design.roles {
        let asked = design.form.asked(&role.name).count();
        if asked > MOST_QUESTIONS {
            let flaw = Flaw::new("flaw-too-many-questions", ["form.questions", "roles"]);
            let asked = u32::try_from(asked).unwrap_or(u32::MAX);
            flaws.push(
                flaw.with("role", role.label.many.as_str())
                    .with("asked", asked)
                    .with("most", MOST_QUESTIONS as u32),
            );
        }
    }
}

fn check_question(design: &Design, question: &FormQuestion, flaws: &mut Vec<Flaw>) {
    let of = |key| Flaw::new(key, ["form.questions"]).with("question", question.label.as_str());
    if question.label.trim().is_empty() {
        flaws.push(
            Flaw::new("flaw-question-empty", ["form.questions.label"])
                .with("key", question.key.as_str()),
        );
    }
    match &question.kind {
        AnswerKind::SingleChoice { options } | AnswerKind::MultipleChoice { options, .. } => {
            if options.len() < 2 {
                flaws.push(of("flaw-choice-of-one"));
            }
            if has_twice(options) {
                flaws.push(of("flaw-option-twice"));
            }
        }
        AnswerKind::Ratings { items } if items.is_empty() || has_twice(items) => {
            flaws.push(of("flaw-option-twice"));
        }
        AnswerKind::Topics { at_most: 0, .. } | AnswerKind::People { at_most: 0 } => {
            flaws.push(of("flaw-choice-of-none"));
        }
        AnswerKind::Number { least, most } if least > most => {
            flaws.push(of("flaw-number-upside-down"));
        }
        AnswerKind::Capacity => {
            let fixed = design
                .roles
                .iter()
                .filter(|role| question.is_for(&role.name) && role.load.most <= 1);
            flaws.extend(fixed.map(|role| {
                Flaw::new("flaw-capacity-without-choice", ["form.questions", "roles.load"])
                    .with("role", role.label.many.as_str())
            }));
        }
        AnswerKind::Ratings { .. }
        | AnswerKind::Topics { .. }
        | AnswerKind::People { .. }
        | AnswerKind::Number { .. }
        | AnswerKind::ShortText
        | AnswerKind::LongText
        | AnswerKind::Level
        | AnswerKind::Date
        | AnswerKind::YesNo
        | AnswerKind::Languages
        | AnswerKind::TimeZone
        | AnswerKind::Availability => {}
    }
}

fn has_twice(items: &[String]) -> bool {
    items
        .iter()
        .enumerate()
        .any(|(place, item)| items.iter().take(place).any(|before| before == item))
}
