//! A participant as a round sees one: facts by name, wherever they came from.

use std::collections::BTreeMap;

use design::{AnswerKind, Attribute, Design, FormQuestion, Question, RoleName, Sides, Stance};
use sheets::people::{Manager, PeopleFile, PersonRow, RoleWord, Slot};

/// One participant. References to others are positions among the participants of the round.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Participant {
    /// A key that tells people apart: the id in the file or in the store.
    pub id: String,
    /// As shown.
    pub name: String,
    /// The roles of the design that this person would take.
    pub roles: Vec<RoleName>,
    /// The most relationships as giver, where the person says so.
    pub most: Option<u32>,
    /// The least relationships as giver.
    pub least: u32,
    /// Facts and answers by the name that the design's conditions use.
    pub facts: BTreeMap<Attribute, Vec<String>>,
    /// The level.
    pub level: Option<i64>,
    /// The time zone's IANA name.
    pub time_zone: Option<String>,
    /// When the person has time, each week, in their own zone.
    pub availability: Vec<Slot>,
    /// Whom the person reports to.
    pub manager: Option<Manager>,
    /// Partners wished for, most wished for first.
    pub prefer: Vec<usize>,
    /// Partners never to be given.
    pub avoid: Vec<usize>,
    /// Partners already decided.
    pub pinned: Vec<usize>,
    /// Earlier partners.
    pub past: Vec<usize>,
}

impl Participant {
    /// The values of a fact; none where nothing is known.
    #[must_use]
    pub fn fact(&self, name: &str) -> &[String] {
        self.facts.get(name).map_or(&[], Vec::as_slice)
    }
}

/// The people of a file as participants of a design.
#[must_use]
pub fn of_file(file: &PeopleFile, design: &Design) -> Vec<Participant> {
    let keys: Vec<_> = file.questions.iter().map(|heading| key_of(heading, design)).collect();
    file.people.iter().map(|person| of_row(person, &keys, design)).collect()
}

fn of_row(person: &PersonRow, keys: &[String], design: &Design) -> Participant {
    let mut facts = BTreeMap::new();
    let mut put = |name: &str, values: Vec<String>| {
        if !values.is_empty() {
            facts.insert(name.to_owned(), values);
        }
    };
    let one = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
    put("organisation", one(&person.organisation));
    put("department", one(&person.department));
    put("site", one(&person.site));
    put("job_title", one(&person.job_title));
    put("languages", person.languages.clone());
    put("offers", person.offers.clone());
    put("wants", person.wants.clone());
    put("groups", person.groups.clone());
    for answer in &person.answers {
        let key = &keys[answer.question];
        put(key, values(&answer.text, design.form.question(key)));
    }
    Participant {
        id: person.id.clone(),
        name: person.name.clone(),
        roles: roles(&person.roles, design),
        most: person.capacity,
        least: person.minimum,
        facts,
        level: person.level,
        time_zone: person.time_zone.clone(),
        availability: person.availability.clone(),
        manager: person.manager.clone(),
        prefer: person.prefer.clone(),
        avoid: person.avoid.clone(),
        pinned: person.pinned.into_iter().collect(),
        past: person.past.clone(),
    }
}

/// The question that a heading means: by its key or by its label, else a key of its own.
fn key_of(heading: &str, design: &Design) -> Attribute {
    let wanted = key(heading);
    let means =
        |question: &&FormQuestion| key(&question.key) == wanted || key(&question.label) == wanted;
    design.form.questions.iter().find(means).map_or(wanted.clone(), |question| question.key.clone())
}

fn key(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("_")
}

/// An answer as one value or several, as its question has it.
fn values(text: &str, question: Option<&FormQuestion>) -> Vec<String> {
    let several = match question.map(|question| &question.kind) {
        Some(
            AnswerKind::ShortText
            | AnswerKind::LongText
            | AnswerKind::SingleChoice { .. }
            | AnswerKind::Level
            | AnswerKind::Number { .. }
            | AnswerKind::Date
            | AnswerKind::YesNo
            | AnswerKind::TimeZone
            | AnswerKind::Capacity,
        ) => false,
        Some(
            AnswerKind::MultipleChoice { .. }
            | AnswerKind::Topics { .. }
            | AnswerKind::Ratings { .. }
            | AnswerKind::Languages
            | AnswerKind::Availability
            | AnswerKind::People { .. },
        )
        | None => true,
    };
    let parts = text.split(|c| several && matches!(c, ';' | ',' | '\n'));
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Which of a design's roles the words of a file mean. "Mentor" is whoever gives in the design,
/// also where it calls them buddy or expert; nothing said means every role where there is but one.
fn roles(words: &[RoleWord], design: &Design) -> Vec<RoleName> {
    let with = |stance: Stance| {
        let fits = move |role: &&design::Role| role.stance == stance || role.stance == Stance::Both;
        design.roles.iter().filter(fits).map(|role| role.name.clone())
    };
    let all = || design.roles.iter().map(|role| role.name.clone());
    let mut roles: Vec<RoleName> = vec![];
    for word in words {
        match word {
            RoleWord::Mentor => roles.extend(with(Stance::Gives)),
            RoleWord::Mentee => roles.extend(with(Stance::Receives)),
            RoleWord::Both | RoleWord::Peer => roles.extend(all()),
            RoleWord::Facilitator => match design.role("facilitator") {
                Some(role) => roles.push(role.name.clone()),
                None => roles.extend(with(Stance::Gives)),
            },
            RoleWord::Named(name) => roles.extend(named(name, design)),
        }
    }
    if words.is_empty() && design.roles.len() == 1 {
        roles.extend(all());
    }
    roles.sort();
    roles.dedup();
    roles
}

fn named(name: &str, design: &Design) -> Option<RoleName> {
    let known = |role: &&design::Role| {
        [&role.name, &role.label.one, &role.label.many].contains(&&name.to_owned())
    };
    design.roles.iter().find(known).map(|role| role.name.clone())
}

/// The words for roles that a file may use beside the usual ones.
#[must_use]
pub fn role_words(design: &Design) -> Vec<String> {
    let words =
        design.roles.iter().flat_map(|role| [&role.name, &role.label.one, &role.label.many]);
    let mut words: Vec<_> = words.cloned().collect();
    words.sort();
    words.dedup();
    words
}

/// Whether people must say which role they take: not where all take the same.
#[must_use]
pub fn asks_for_roles(design: &Design) -> bool {
    match design.question() {
        Question::Assignment { .. }
        | Question::Stable { .. }
        | Question::Booking { .. }
        | Question::Supervision { .. }
        | Question::Rounds { sides: Sides::Two { .. }, .. }
        | Question::Groups { leaders: Some(_), .. } => true,
        Question::Pool { .. }
        | Question::Rounds { sides: Sides::One { .. }, .. }
        | Question::Groups { leaders: None, .. }
        | Question::Nothing => false,
    }
}
