//! One question of the registration form: added and changed.

use askama::Template;
use axum::extract::{Path, Query, State};
use design::{AnswerKind, Audience, Design, FormQuestion, form::MOST_QUESTIONS};
use people::permission::CoordinatorOf;
use serde::Deserialize;
use web::{Answer, App, Choice, Errors, Form, Problem, Shell};

use super::{
    Fields, address, deeper, load,
    names::{name_of, of_name},
    questions::{icon, is_used},
    save::{self, Change},
};
use crate::programme::{Frame, Track};

/// The kinds, those that people add most first.
const KINDS: [&str; 15] = [
    "short-text",
    "long-text",
    "single-choice",
    "multiple-choice",
    "topics",
    "yes-no",
    "number",
    "date",
    "level",
    "languages",
    "time-zone",
    "availability",
    "capacity",
    "ratings",
    "people",
];

#[derive(Template)]
#[template(path = "designing/question.html")]
struct Page {
    page: Shell,
    frame: Frame,
    address: String,
    action: String,
    version: i64,
    kind: String,
    fields: Fields,
    errors: Errors,
    roles: Vec<Choice>,
    audiences: Vec<Choice>,
    key: Option<String>,
    used: bool,
}

#[derive(Template)]
#[template(path = "designing/kinds.html")]
struct KindsPage {
    page: Shell,
    frame: Frame,
    address: String,
    kinds: Vec<(&'static str, &'static str, String, String)>,
    full: Vec<String>,
}

/// Which kind of question to add.
#[derive(Debug, Deserialize)]
pub struct NewQuestion {
    #[serde(default)]
    kind: String,
}

/// Chooses a kind, then asks for the new question's words.
pub async fn new(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
    Query(wanted): Query<NewQuestion>,
) -> Answer {
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    frame
        .trail
        .push((format!("{}/form", address(&track)), permit.viewer.t("designing-form-title")));
    let Some(kind) = default_kind(&wanted.kind) else {
        return web::html(&kinds(&permit, frame, &track));
    };
    let fields = fill(&FormQuestion {
        key: String::new(),
        label: String::new(),
        help: String::new(),
        kind,
        required: false,
        roles: Vec::new(),
        audience: Audience::Partners,
    });
    let errors = Errors::new(permit.viewer.language);
    web::html(&show(&permit, frame, &track, None, fields, errors))
}

/// Adds a question at the end.
pub async fn add(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Answer {
    store(permit, app, track, None, Fields(posted)).await
}

/// The page of a question that is there.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track, question)): Path<(String, String, String)>,
) -> Answer {
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    frame
        .trail
        .push((format!("{}/form", address(&track)), permit.viewer.t("designing-form-title")));
    let fields = fill(track.design.form.question(&question).ok_or(Problem::Absent)?);
    let errors = Errors::new(permit.viewer.language);
    web::html(&show(&permit, frame, &track, Some(question), fields, errors))
}

/// Changes a question.
pub async fn save(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track, question)): Path<(String, String, String)>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Answer {
    store(permit, app, track, Some(question), Fields(posted)).await
}

async fn store(
    permit: CoordinatorOf,
    app: App,
    track: String,
    key: Option<String>,
    fields: Fields,
) -> Answer {
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    frame
        .trail
        .push((format!("{}/form", address(&track)), permit.viewer.t("designing-form-title")));
    save::same_version(&track, &fields)?;
    let mut errors = Errors::new(permit.viewer.language);
    let mut design = track.design.clone();
    match read(&design, key.as_deref(), &fields, &mut errors) {
        Some(question) if errors.is_empty() => put(&mut design, key.as_deref(), question)?,
        Some(_) | None => {}
    }
    check_count(&design, &track.design, &mut errors);
    if !errors.is_empty() {
        return web::html_with_errors(&show(&permit, frame, &track, key, fields, errors));
    }
    let back = format!("{}/form", address(&track));
    let change = Change { frame, track: &track, design, fields: &fields, back };
    save::change(&app, &permit, change).await
}

fn put(design: &mut Design, key: Option<&str>, question: FormQuestion) -> Result<(), Problem> {
    let questions = &mut design.form.questions;
    match key {
        None => questions.push(question),
        Some(key) => {
            let place = questions.iter().position(|q| q.key == key).ok_or(Problem::Absent)?;
            questions[place] = question;
        }
    }
    Ok(())
}

/// Nobody is asked more than ten questions; a form that had more already may shrink step by step.
fn check_count(new: &Design, old: &Design, errors: &mut Errors) {
    for role in &new.roles {
        let asked = |design: &Design| design.form.asked(&role.name).count();
        if asked(new) > MOST_QUESTIONS && asked(new) > asked(old) {
            let args = [("role", role.label.many.as_str().into()), ("most", MOST_QUESTIONS.into())];
            errors.add("label", "designing-too-many-questions", &args);
        }
    }
}

fn fill(question: &FormQuestion) -> Fields {
    let mut fields = Fields::default();
    fields.put("kind", name_of(&question.kind));
    fields.put("label", &question.label);
    fields.put("help", &question.help);
    fields.tick("required", question.required);
    question.roles.iter().for_each(|role| fields.put("roles", role));
    fields.put("audience", name_of(&question.audience));
    match &question.kind {
        AnswerKind::SingleChoice { options } => fields.put("options", options.join("\n")),
        AnswerKind::MultipleChoice { options, at_most } => {
            fields.put("options", options.join("\n"));
            fields.put("at-most", at_most.map(|n| n.to_string()).unwrap_or_default());
        }
        AnswerKind::Topics { at_most, suggestions } => {
            fields.put("options", suggestions.join("\n"));
            fields.put("at-most", at_most);
        }
        AnswerKind::Number { least, most } => {
            fields.put("least", least);
            fields.put("most", most);
        }
        AnswerKind::Ratings { items } => fields.put("options", items.join("\n")),
        AnswerKind::People { at_most } => fields.put("at-most", at_most),
        AnswerKind::ShortText
        | AnswerKind::LongText
        | AnswerKind::Level
        | AnswerKind::Date
        | AnswerKind::YesNo
        | AnswerKind::Languages
        | AnswerKind::TimeZone
        | AnswerKind::Availability
        | AnswerKind::Capacity => {}
    }
    fields
}

fn read(
    design: &Design,
    key: Option<&str>,
    fields: &Fields,
    errors: &mut Errors,
) -> Option<FormQuestion> {
    let known: Vec<_> = design.roles.iter().map(|role| role.name.clone()).collect();
    let label = errors.text("label", fields.one("label"), 200);
    let kind = read_kind(fields, errors)?;
    let taken = design.form.questions.iter().map(|question| question.key.as_str());
    Some(FormQuestion {
        key: key.map_or_else(|| new_key(&label, taken), str::to_owned),
        label,
        help: errors.optional_text("help", fields.one("help"), 500),
        kind,
        required: fields.is_on("required"),
        roles: fields.roles("roles", &known),
        audience: of_name(fields.one("audience")).unwrap_or(Audience::Coordinator),
    })
}

fn read_kind(fields: &Fields, errors: &mut Errors) -> Option<AnswerKind> {
    Some(match default_kind(fields.one("kind"))? {
        AnswerKind::SingleChoice { .. } => {
            AnswerKind::SingleChoice { options: options(fields, 2, errors) }
        }
        AnswerKind::MultipleChoice { .. } => AnswerKind::MultipleChoice {
            options: options(fields, 2, errors),
            at_most: fields.maybe_number("at-most", 1, 50, errors),
        },
        AnswerKind::Topics { .. } => AnswerKind::Topics {
            at_most: fields.number("at-most", 1, 20, errors)?,
            suggestions: options(fields, 0, errors),
        },
        AnswerKind::Number { .. } => number_kind(fields, errors)?,
        AnswerKind::Ratings { .. } => AnswerKind::Ratings { items: options(fields, 1, errors) },
        AnswerKind::People { .. } => {
            AnswerKind::People { at_most: fields.number("at-most", 1, 20, errors)? }
        }
        plain @ (AnswerKind::ShortText
        | AnswerKind::LongText
        | AnswerKind::Level
        | AnswerKind::Date
        | AnswerKind::YesNo
        | AnswerKind::Languages
        | AnswerKind::TimeZone
        | AnswerKind::Availability
        | AnswerKind::Capacity) => plain,
    })
}

fn number_kind(fields: &Fields, errors: &mut Errors) -> Option<AnswerKind> {
    let mut bound = |name| {
        let number = errors.number(name, fields.one(name), -1_000_000, 1_000_000)?;
        i32::try_from(number).ok()
    };
    let (least, most) = (bound("least")?, bound("most")?);
    if least > most {
        errors.add("most", "programme-span-upside-down", &[]);
    }
    Some(AnswerKind::Number { least, most })
}

fn options(fields: &Fields, fewest: usize, errors: &mut Errors) -> Vec<String> {
    let mut options: Vec<String> = Vec::new();
    for line in fields.lines("options") {
        let line = errors.optional_text("options", &line, 120);
        if !options.contains(&line) {
            options.push(line);
        }
    }
    if options.len() < fewest {
        errors.add("options", "designing-too-few-options", &[("least", fewest.into())]);
    }
    if options.len() > 100 {
        errors.add("options", "designing-too-many-options", &[("most", 100.into())]);
    }
    options
}

/// A kind with particulars to begin with.
fn default_kind(name: &str) -> Option<AnswerKind> {
    Some(match name {
        "short-text" => AnswerKind::ShortText,
        "long-text" => AnswerKind::LongText,
        "single-choice" => AnswerKind::SingleChoice { options: Vec::new() },
        "multiple-choice" => AnswerKind::MultipleChoice { options: Vec::new(), at_most: None },
        "topics" => AnswerKind::Topics { at_most: 5, suggestions: Vec::new() },
        "yes-no" => AnswerKind::YesNo,
        "number" => AnswerKind::Number { least: 0, most: 10 },
        "date" => AnswerKind::Date,
        "level" => AnswerKind::Level,
        "languages" => AnswerKind::Languages,
        "time-zone" => AnswerKind::TimeZone,
        "availability" => AnswerKind::Availability,
        "capacity" => AnswerKind::Capacity,
        "ratings" => AnswerKind::Ratings { items: Vec::new() },
        "people" => AnswerKind::People { at_most: 3 },
        _ => return None,
    })
}

/// A key from the first words of the question, so that files and exports stay readable.
fn new_key<'a>(label: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let plain: String = label
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    let stem = plain.split_whitespace().take(4).collect::<Vec<_>>().join("_");
    let stem: String =
        if stem.is_empty() { "question".to_owned() } else { stem.chars().take(32).collect() };
    let taken: Vec<&str> = taken.chain(design::form::PROFILE).collect();
    let numbered = (2..).map(|number| format!("{stem}_{number}"));
    std::iter::once(stem.clone())
        .chain(numbered)
        .find(|key| !taken.contains(&key.as_str()))
        .unwrap_or(stem)
}

fn show(
    permit: &CoordinatorOf,
    frame: Frame,
    track: &Track,
    key: Option<String>,
    fields: Fields,
    errors: Errors,
) -> Page {
    let viewer = &permit.viewer;
    let (here, roles) = (address(track), fields.all("roles"));
    let audience = fields.one("audience");
    let audiences = ["partners", "coordinator", "only-me", "statistics"].map(|name| {
        let text = |part: &str| viewer.t(&format!("designing-audience-{name}{part}"));
        Choice::new(name, text("")).hint(text("-hint")).chosen_among(&[audience])
    });
    Page {
        page: viewer.page(if key.is_some() {
            "designing-question-edit"
        } else {
            "designing-question-new"
        }),
        action: format!("{here}/form/{}", key.as_deref().unwrap_or("new")),
        address: here,
        version: track.design_version,
        kind: fields.one("kind").to_owned(),
        roles: track
            .design
            .roles
            .iter()
            .map(|role| Choice::new(&*role.name, &*role.label.many).chosen_among(&roles))
            .collect(),
        audiences: audiences.into(),
        used: key.as_deref().is_some_and(|key| is_used(&track.design, key)),
        frame,
        fields,
        errors,
        key,
    }
}

fn kinds(permit: &CoordinatorOf, frame: Frame, track: &Track) -> KindsPage {
    let design = &track.design;
    let full = design.roles.iter().filter(|r| design.form.asked(&r.name).count() >= MOST_QUESTIONS);
    let kinds = KINDS.iter().filter_map(|name| {
        let text = |part: &str| permit.viewer.t(&format!("designing-kind-{name}{part}"));
        Some((*name, icon(&default_kind(name)?), text(""), text("-hint")))
    });
    KindsPage {
        page: permit.viewer.page("designing-question-new"),
        address: address(track),
        kinds: kinds.collect(),
        full: full.map(|role| role.label.many.clone()).collect(),
        frame,
    }
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;

    #[test]
    fn editing_a_question_untouched_changes_nothing_in_any_preset() {
        for preset in design::presets() {
            let design = preset.design();
            for question in &design.form.questions {
                let mut errors = Errors::new(Language::English);
                let read = read(&design, Some(&question.key), &fill(question), &mut errors);
                assert_eq!(read.as_ref(), Some(question), "{} {:?}", preset.name, errors.each());
            }
        }
    }

    #[test]
    fn a_new_question_gets_a_readable_key_that_is_free() {
        assert_eq!(new_key("What do you like?", ["x"].into_iter()), "what_do_you_like");
        assert_eq!(new_key("Level", ["x"].into_iter()), "level_2");
        assert_eq!(new_key("Hvad?", ["hvad"].into_iter()), "hvad_2");
        assert_eq!(new_key("¿¿", [].into_iter()), "question");
    }

    #[test]
    fn the_eleventh_question_is_refused_with_the_reason() {
        let mut design = design::presets()[0].design();
        let extra = design.form.questions[0].clone();
        let old = design.clone();
        for number in 0..MOST_QUESTIONS {
            let key = format!("extra-{number}");
            design.form.questions.push(FormQuestion { key, roles: Vec::new(), ..extra.clone() });
        }
        let mut errors = Errors::new(Language::English);
        check_count(&design, &old, &mut errors);
        assert!(errors.of("label").contains("10"));
    }

    #[test]
    fn a_choice_needs_two_answers() {
        let mut fields = Fields::default();
        fields.put("kind", "single-choice");
        fields.put("options", "Yes\n\nYes\n");
        let mut errors = Errors::new(Language::English);
        read_kind(&fields, &mut errors);
        assert!(!errors.of("options").is_empty());
    }
}
