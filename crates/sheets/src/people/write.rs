//! People back into a table: the export that imports again as the same people.

use super::{Field, Manager, PeopleFile, PersonRow, RoleWord, Slot, read::Draft};

/// The headings and a row for each person, ready for [`crate::write`].
#[must_use]
pub fn table(file: &PeopleFile) -> Vec<Vec<String>> {
    let headers = Field::ALL.iter().map(|field| field.header().to_owned());
    let headings = headers.chain(file.questions.iter().cloned()).collect();
    let rows = file.people.iter().map(|person| {
        let fields = Field::ALL.iter().map(|&field| person_text(field, person, file));
        let answer = |question| person.answers.iter().find(move |a| a.question == question);
        let answers = (0..file.questions.len()).map(|q| answer(q).map(|a| a.text.clone()));
        fields.chain(answers.map(Option::unwrap_or_default)).collect()
    });
    std::iter::once(headings).chain(rows).collect()
}

fn person_text(field: Field, person: &PersonRow, file: &PeopleFile) -> String {
    let id = |at: &usize| file.people[*at].id.clone();
    let ids = |list: &[usize]| list.iter().map(id).collect::<Vec<_>>().join("; ");
    match field {
        Field::Manager => match &person.manager {
            Some(Manager::InFile(at)) => id(at),
            Some(Manager::Outside(text)) => text.clone(),
            None => String::new(),
        },
        Field::Prefer => ids(&person.prefer),
        Field::Avoid => ids(&person.avoid),
        Field::Past => ids(&person.past),
        Field::Pinned => person.pinned.as_ref().map(id).unwrap_or_default(),
        other => plain_text(other, person),
    }
}

/// The text of a field while references are still words.
pub(super) fn draft_text(field: Field, draft: &Draft) -> String {
    match field {
        Field::Manager => draft.manager.clone().unwrap_or_default(),
        Field::Prefer => draft.prefer.join("; "),
        Field::Avoid => draft.avoid.join("; "),
        Field::Past => draft.past.join("; "),
        Field::Pinned => draft.pinned.clone().unwrap_or_default(),
        other => plain_text(other, &draft.person),
    }
}

fn plain_text(field: Field, person: &PersonRow) -> String {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        Field::Id => person.id.clone(),
        Field::Name => person.name.clone(),
        Field::Email => some(&person.email),
        Field::Role => person.roles.iter().map(role_text).collect::<Vec<_>>().join("; "),
        Field::Capacity => person.capacity.map(|number| number.to_string()).unwrap_or_default(),
        Field::Minimum if person.minimum == 0 => String::new(),
        Field::Minimum => person.minimum.to_string(),
        Field::Organisation => some(&person.organisation),
        Field::Department => some(&person.department),
        Field::Site => some(&person.site),
        Field::JobTitle => some(&person.job_title),
        Field::Level => person.level.map(|number| number.to_string()).unwrap_or_default(),
        Field::TimeZone => some(&person.time_zone),
        Field::Languages => person.languages.join("; "),
        Field::Offers => person.offers.join("; "),
        Field::Wants => person.wants.join("; "),
        Field::Groups => person.groups.join("; "),
        Field::Availability => slots_text(&person.availability),
        Field::GivenName | Field::FamilyName => String::new(),
        Field::Manager | Field::Prefer | Field::Avoid | Field::Pinned | Field::Past => {
            String::new()
        }
    }
}

fn role_text(role: &RoleWord) -> &str {
    match role {
        RoleWord::Mentor => "mentor",
        RoleWord::Mentee => "mentee",
        RoleWord::Both => "both",
        RoleWord::Peer => "peer",
        RoleWord::Facilitator => "facilitator",
        RoleWord::Named(name) => name,
    }
}

fn slots_text(slots: &[Slot]) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let text = |slot: &Slot| {
        let day = DAYS[usize::from(slot.day).min(6)];
        format!("{day} {}-{}", clock(slot.from), clock(slot.to))
    };
    slots.iter().map(text).collect::<Vec<_>>().join("; ")
}
