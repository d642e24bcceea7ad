//! Asking a question of the form: its field, filled with what is known or was typed. Pure.

use design::{AnswerKind, Design, FormQuestion, Role};
use people::person::zones;
use web::{Choice, Shell};

use crate::programme::Fields;

/// The ladder where an organisation has none of its own, as spreadsheets know it too.
const LEVELS: usize = 8;
pub(super) const LANGUAGES: [&str; 12] = [
    "English",
    "Danish",
    "German",
    "Swedish",
    "Norwegian",
    "French",
    "Spanish",
    "Polish",
    "Dutch",
    "Italian",
    "Portuguese",
    "Arabic",
];
/// Weights of a step: what fits on a phone without much scrolling.
const STEP: usize = 3;
/// Bands of the day, from and to, in which somebody may have time.
pub(super) const BANDS: [(i8, i8); 6] = [(8, 10), (10, 12), (12, 14), (14, 16), (16, 18), (18, 20)];

/// A question ready to be shown.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub name: String,
    pub label: String,
    pub help: String,
    pub required: bool,
    pub audience: &'static str,
    pub shape: Shape,
    pub value: String,
    pub choices: Vec<Choice>,
    pub other: String,
    pub first: Vec<Choice>,
    pub at_most: u16,
    pub least: String,
    pub most: String,
    pub grid: Vec<GridRow>,
    pub days: Vec<String>,
}

/// A row of the week's table: a band of the day with a box for each day.
#[derive(Debug, Clone)]
pub(crate) struct GridRow {
    pub name: String,
    pub label: String,
    pub cells: Vec<GridCell>,
}

/// One box of a table.
#[derive(Debug, Clone)]
pub(crate) struct GridCell {
    pub value: String,
    pub label: String,
    pub ticked: bool,
}

/// How a question is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Line,
    Paragraph,
    Number,
    Date,
    One,
    Select,
    Several,
    Topics,
    Ratings,
    Week,
    People,
}

/// The name of a question's field.
pub(crate) fn field_of(question: &FormQuestion) -> String {
    format!("a-{}", question.key)
}

/// The questions of a role in steps that fit on a phone.
pub(crate) fn steps<'a>(design: &'a Design, role: &'a str) -> Vec<Vec<&'a FormQuestion>> {
    let mut steps: Vec<Vec<&FormQuestion>> = Vec::new();
    let mut room = 0;
    for question in design.form.asked(role) {
        let weight = weight(&question.kind);
        if weight > room || steps.is_empty() {
            steps.push(Vec::new());
            room = STEP;
        }
        room = room.saturating_sub(weight);
        if let Some(step) = steps.last_mut() {
            step.push(question);
        }
    }
    steps
}

fn weight(kind: &AnswerKind) -> usize {
    match kind {
        AnswerKind::Topics { .. } | AnswerKind::Ratings { .. } | AnswerKind::Availability => 2,
        AnswerKind::SingleChoice { options } | AnswerKind::MultipleChoice { options, .. }
            if options.len() > 5 =>
        {
            2
        }
        AnswerKind::ShortText
        | AnswerKind::LongText
        | AnswerKind::SingleChoice { .. }
        | AnswerKind::MultipleChoice { .. }
        | AnswerKind::Level
        | AnswerKind::Number { .. }
        | AnswerKind::Date
        | AnswerKind::YesNo
        | AnswerKind::Languages
        | AnswerKind::TimeZone
        | AnswerKind::Capacity
        | AnswerKind::People { .. } => 1,
    }
}

impl Asked {
    /// A question as somebody with a role sees it, filled with what is known or was typed.
    pub fn new(page: &Shell, role: &Role, question: &FormQuestion, fields: &Fields) -> Self {
        let name = field_of(question);
        let mut asked = Self {
            label: question.label.clone(),
            help: question.help.clone(),
            required: question.required,
            audience: audience(question),
            shape: shape(&question.kind),
            value: fields.one(&name).to_owned(),
            choices: Vec::new(),
            other: fields.one(&format!("{name}-other")).to_owned(),
            first: Vec::new(),
            at_most: 0,
            least: String::new(),
            most: String::new(),
            grid: Vec::new(),
            days: Vec::new(),
            name,
        };
        asked.furnish(page, role, &question.kind, fields);
        asked
    }

    fn furnish(&mut self, page: &Shell, role: &Role, kind: &AnswerKind, fields: &Fields) {
        let chosen = fields.all(&self.name);
        let plain = |text: &str| Choice::new(text, text).chosen_among(&chosen);
        match kind {
            AnswerKind::ShortText | AnswerKind::LongText | AnswerKind::Date => {}
            AnswerKind::SingleChoice { options } => {
                self.choices = options.iter().map(|option| plain(option)).collect();
            }
            AnswerKind::MultipleChoice { options, at_most } => {
                self.choices = options.iter().map(|option| plain(option)).collect();
                self.at_most = at_most.unwrap_or(0);
            }
            AnswerKind::Topics { at_most, suggestions } => {
                self.choices = suggestions.iter().map(|option| plain(option)).collect();
                self.at_most = *at_most;
                let first = [fields.one(&format!("{}-first", self.name))];
                self.first = suggestions
                    .iter()
                    .map(|topic| Choice::new(&**topic, &**topic).chosen_among(&first))
                    .collect();
            }
            AnswerKind::Level => {
                let level =
                    |n: usize| Choice::new(n.to_string(), page.t(&format!("enrolment-level-{n}")));
                self.choices = (1..=LEVELS).map(|n| level(n).chosen_among(&chosen)).collect();
            }
            AnswerKind::Number { least, most } => {
                (self.least, self.most) = (least.to_string(), most.to_string());
            }
            AnswerKind::Ratings { items } => self.rate(items, fields),
            AnswerKind::YesNo => {
                self.choices = ["yes", "no"]
                    .map(|name| {
                        Choice::new(name, page.t(&format!("enrolment-{name}")))
                            .chosen_among(&chosen)
                    })
                    .into();
            }
            AnswerKind::Languages => {
                let language = |name: &&str| {
                    let label = page.t(&format!("enrolment-language-{}", name.to_lowercase()));
                    Choice::new(*name, label).chosen_among(&chosen)
                };
                self.choices = LANGUAGES.iter().map(language).collect();
            }
            AnswerKind::TimeZone => {
                let zone = |zone: String| Choice::new(&*zone, zone.replace('_', " "));
                self.choices = zones().into_iter().map(|z| zone(z).chosen_among(&chosen)).collect();
            }
            AnswerKind::Availability => self.week(page, &chosen),
            AnswerKind::Capacity => {
                let (least, most) = (role.load.least.max(1), role.load.most.max(1));
                let usual = [role.load.usual.to_string()];
                let now = if chosen.is_empty() {
                    usual.iter().map(String::as_str).collect()
                } else {
                    chosen
                };
                self.choices = (least..=most)
                    .map(|n| Choice::new(n.to_string(), n.to_string()).chosen_among(&now))
                    .collect();
            }
            AnswerKind::People { at_most } => self.at_most = *at_most,
        }
    }

    fn rate(&mut self, items: &[String], fields: &Fields) {
        for (place, item) in items.iter().enumerate() {
            let given = [fields.one(&format!("{}-{place}", self.name))];
            let points = (1..=5).map(|n: u8| {
                let choice = Choice::new(n.to_string(), n.to_string()).chosen_among(&given);
                GridCell {
                    value: choice.value,
                    label: format!("{item}: {n}"),
                    ticked: choice.chosen,
                }
            });
            let name = format!("{}-{place}", self.name);
            self.grid.push(GridRow { name, label: item.clone(), cells: points.collect() });
        }
    }

    fn week(&mut self, page: &Shell, chosen: &[&str]) {
        self.days = (1..=5).map(|day| page.t(&format!("enrolment-day-{day}"))).collect();
        for (from, to) in BANDS {
            let cells = (1..=5_i8).map(|day| {
                let value = format!("{day} {from:02}-{to:02}");
                let weekday = page.t(&format!("date-weekday-{day}"));
                let label = format!("{weekday} {from:02}:00–{to:02}:00");
                GridCell { ticked: chosen.contains(&value.as_str()), value, label }
            });
            let (name, label) = (self.name.clone(), format!("{from:02}–{to:02}"));
            self.grid.push(GridRow { name, label, cells: cells.collect() });
        }
    }
}

/// The audience as the component for it wants it.
pub(crate) fn audience(question: &FormQuestion) -> &'static str {
    match question.audience {
        design::Audience::OnlyMe => "OnlyMe",
        design::Audience::Partners => "PartnersAndCoordinator",
        design::Audience::Coordinator => "Coordinator",
        design::Audience::Statistics => "Statistics",
    }
}

fn shape(kind: &AnswerKind) -> Shape {
    match kind {
        AnswerKind::ShortText => Shape::Line,
        AnswerKind::LongText => Shape::Paragraph,
        AnswerKind::Number { .. } => Shape::Number,
        AnswerKind::Date => Shape::Date,
        AnswerKind::SingleChoice { .. } | AnswerKind::YesNo | AnswerKind::Capacity => Shape::One,
        AnswerKind::Level | AnswerKind::TimeZone => Shape::Select,
        AnswerKind::MultipleChoice { .. } | AnswerKind::Languages => Shape::Several,
        AnswerKind::Topics { .. } => Shape::Topics,
        AnswerKind::Ratings { .. } => Shape::Ratings,
        AnswerKind::Availability => Shape::Week,
        AnswerKind::People { .. } => Shape::People,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_asks_more_than_three_things_and_none_is_left_out() {
        for preset in design::presets() {
            let design = preset.design();
            for role in &design.roles {
                let steps = steps(&design, &role.name);
                assert!(steps.iter().all(|step| (1..=3).contains(&step.len())), "{}", preset.name);
                let asked: usize = steps.iter().map(Vec::len).sum();
                assert_eq!(asked, design.form.asked(&role.name).count());
                assert!(asked <= 10, "{} asks {} {asked} questions", preset.name, role.name);
            }
        }
    }
}
