//! What partners must and should have: every tie that makes sense here, each as a must, a wish
//! with a weight, or off.

use design::{AnswerKind, Design, Span, Tie, Weight, Wish};
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

pub(super) const WEIGHTS: [&str; 5] = ["must", "high", "medium", "low", "off"];

/// The ties that the page offers: those of the design, then others that its questions allow.
pub(super) fn offered(design: &Design) -> Vec<Tie> {
    let matching = &design.matching;
    let mut ties: Vec<Tie> = matching.musts.clone();
    ties.extend(matching.wishes.iter().map(|wish| wish.tie.clone()));
    for tie in possible(design) {
        if !ties.iter().any(|there| is_like(there, &tie)) {
            ties.push(tie);
        }
    }
    ties
}

/// Whether two ties ask the same with other numbers.
fn is_like(one: &Tie, other: &Tie) -> bool {
    name_of(one) == name_of(other) && one.attributes() == other.attributes()
}

fn possible(design: &Design) -> Vec<Tie> {
    let mut ties = vec![
        Tie::NotInReportingLine,
        Tie::NotDirectManager,
        Tie::NotSameManager,
        Tie::NeverPairedBefore,
        Tie::NotAvoided,
        Tie::CommonLanguage,
        Tie::LevelWithin { steps: 1 },
        Tie::WorkingHoursOverlap { hours: 3 },
        Tie::CommonSlot,
        Tie::Same("site".to_owned()),
        Tie::Same("department".to_owned()),
        Tie::Different("department".to_owned()),
        Tie::Same("job_title".to_owned()),
        Tie::DifferentOrganisation,
    ];
    if let Some((giver, _)) = design.two_sides() {
        ties.push(Tie::LevelAbove { role: giver.name.clone(), by: Span::new(1, 4) });
    }
    let asks = |key: &str| design.form.question(key).is_some();
    if asks("wants") && asks("offers") {
        let (wants, offers) = ("wants".to_owned(), "offers".to_owned());
        ties.push(match design.two_sides() {
            Some(_) => Tie::Covers { wants, offers },
            None => Tie::Exchange { wants, offers },
        });
    }
    if asks("prefer") {
        ties.push(Tie::Prefers);
    }
    ties.extend(
        design.form.questions.iter().flat_map(|question| by_answer(&question.key, &question.kind)),
    );
    ties
}

fn by_answer(key: &str, kind: &AnswerKind) -> Vec<Tie> {
    let key = key.to_owned();
    match kind {
        AnswerKind::SingleChoice { .. } | AnswerKind::YesNo => {
            vec![Tie::Same(key.clone()), Tie::Different(key)]
        }
        AnswerKind::MultipleChoice { .. } => vec![Tie::Similar(key.clone()), Tie::Shares(key)],
        AnswerKind::Number { .. } => vec![Tie::Similar(key)],
        AnswerKind::Ratings { .. } => vec![Tie::Complements(key)],
        AnswerKind::ShortText
        | AnswerKind::LongText
        | AnswerKind::Topics { .. }
        | AnswerKind::Level
        | AnswerKind::Date
        | AnswerKind::Languages
        | AnswerKind::TimeZone
        | AnswerKind::Availability
        | AnswerKind::Capacity
        | AnswerKind::People { .. } => Vec::new(),
    }
}

/// What a tie counts in a design: `must`, a weight, or `off`.
pub(super) fn weight(design: &Design, tie: &Tie) -> String {
    if design.matching.musts.contains(tie) {
        return "must".to_owned();
    }
    let wish = design.matching.wishes.iter().find(|wish| wish.tie == *tie);
    wish.map_or_else(|| "off".to_owned(), |wish| name_of(&wish.weight))
}

pub(super) fn fill(design: &Design) -> Fields {
    let mut fields = Fields::default();
    for (row, tie) in offered(design).iter().enumerate() {
        let at = |part: &str| format!("tie-{row}{part}");
        fields.put(&at(""), weight(design, tie));
        match numbers(tie) {
            Numbers::None => {}
            Numbers::One(number) => fields.put(&at("-number"), number),
            Numbers::Span(span) => fields.put_span(&at("-by"), span),
        }
    }
    fields
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    let (mut musts, mut wishes) = (Vec::new(), Vec::new());
    for (row, tie) in offered(design).into_iter().enumerate() {
        let at = |part: &str| format!("tie-{row}{part}");
        let weight = fields.one(&at(""));
        if weight == "off" || weight.is_empty() {
            continue;
        }
        let Some(tie) = with_numbers(tie, fields, &at, errors) else { continue };
        match (weight, of_name::<Weight>(weight)) {
            ("must", _) => musts.push(tie),
            (_, Some(weight)) => wishes.push(Wish { weight, tie }),
            (_, None) => errors.add(&at(""), "error-required", &[]),
        }
    }
    design.matching.musts = musts;
    design.matching.wishes = wishes;
}

/// The numbers of a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    None,
    One(u16),
    Span(Span),
}

pub(super) fn numbers(tie: &Tie) -> Numbers {
    if let Tie::LevelAbove { by, .. } | Tie::Ahead { by, .. } = tie {
        return Numbers::Span(*by);
    }
    if let Tie::LevelWithin { steps: number } | Tie::WorkingHoursOverlap { hours: number } = tie {
        return Numbers::One(*number);
    }
    Numbers::None
}

fn with_numbers(
    mut tie: Tie,
    fields: &Fields,
    at: &impl Fn(&str) -> String,
    errors: &mut Errors,
) -> Option<Tie> {
    match numbers(&tie) {
        Numbers::None => {}
        Numbers::One(_) => {
            let new = fields.number(&at("-number"), 0, 100, errors)?;
            if let Tie::LevelWithin { steps: number } | Tie::WorkingHoursOverlap { hours: number } =
                &mut tie
            {
                *number = new;
            }
        }
        Numbers::Span(_) => {
            let new = fields.span(&at("-by"), 0, 100, errors)?;
            if let Tie::LevelAbove { by, .. } | Tie::Ahead { by, .. } = &mut tie {
                *by = new;
            }
        }
    }
    Some(tie)
}
