//! The page.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use people::{
    PersonId,
    permission::{self, Administrator, Part},
    person::{self, Person},
};
use web::{Answer, App, Choice, Problem, Shell};

use crate::{
    enrolment,
    programme::{self, State as ProgrammeState},
};

#[derive(Template)]
#[template(path = "recruiting/person/show.html")]
struct Page {
    page: Shell,
    person: Person,
    details: Vec<(String, String)>,
    programmes: Vec<Taking>,
    appointments: Vec<Appointed>,
    offers: Vec<Choice>,
}

struct Taking {
    name: String,
    since: String,
}

struct Appointed {
    text: String,
    value: String,
}

/// The page. Programmes stand here by name only: what happens in them is not the administrator's.
pub(super) async fn page(
    Administrator(viewer): Administrator,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Answer {
    let (organisation, id) = (&viewer.organisation, PersonId::from(id));
    let mut tx = app.db.read().await?;
    let person = person::find(&mut tx, organisation, &id).await?.ok_or(Problem::Absent)?;
    let manager = match &person.manager {
        Some(manager) => person::find(&mut tx, organisation, manager).await?.map(|m| m.name),
        None => None,
    };
    let programmes = programme::store::list_of(&mut tx, organisation).await?;
    let names: HashMap<&str, &str> =
        programmes.iter().map(|p| (p.id.as_str(), p.name.as_str())).collect();
    let parts = enrolment::store::of_person(&mut tx, organisation, &id).await?;
    let mut taking: Vec<Taking> = Vec::new();
    for part in parts.iter().filter(|part| part.state.is_live()) {
        let Some(name) = names.get(part.programme.as_str()) else { continue };
        if !taking.iter().any(|taking| taking.name == *name) {
            let since = part.created_at.to_zoned(viewer.zone.clone()).date();
            let since = words::day(viewer.language, since);
            taking.push(Taking { name: (*name).to_owned(), since });
        }
    }
    let page = viewer.page_titled(person.name.clone());
    let has = permission::appointments_of(&mut tx, organisation, &id).await?;
    let said = |part: Part, programme: Option<&str>| match part {
        Part::Administrator => page.t("part-administrator"),
        Part::Coordinator => {
            let name = programme.and_then(|id| names.get(id).copied()).unwrap_or_default();
            page.t1("person-appointment-of", "programme", name)
        }
    };
    let value = |programme: Option<&str>| programme.unwrap_or("administrator").to_owned();
    let appointments = has.iter().map(|a| {
        let programme = a.programme.as_ref().map(people::ProgrammeId::as_str);
        Appointed { text: said(a.part, programme), value: value(programme) }
    });
    let appointments: Vec<Appointed> = appointments.collect();
    let open = programmes.iter().filter(|p| p.state != ProgrammeState::Closed);
    let mut offers = vec![Choice::new("administrator", page.t("part-administrator"))];
    offers.extend(open.map(|p| {
        Choice::new(p.id.as_str(), page.t1("person-appointment-of", "programme", p.name.as_str()))
    }));
    offers.retain(|offer| !appointments.iter().any(|a| a.value == offer.value));
    let details = details(&page, &person, manager);
    web::html(&Page { page, person, details, programmes: taking, appointments, offers })
}

fn details(page: &Shell, person: &Person, manager: Option<String>) -> Vec<(String, String)> {
    let level = person.level.map(|level| level.to_string());
    let hired = person.hired_on.map(|day| words::day(page.language, day));
    let zone = person.zone.iana_name().map(str::to_owned);
    let spoken = Some(person.languages.join(", ")).filter(|text| !text.is_empty());
    [
        ("directory-email", person.email.clone()),
        ("directory-department", person.department.clone()),
        ("directory-job-title", person.job_title.clone()),
        ("directory-site", person.site.clone()),
        ("directory-company", person.company.clone()),
        ("person-reports-to", manager),
        ("directory-level", level),
        ("directory-hired-on", hired),
        ("directory-languages", spoken),
        ("account-language", Some(person.language.name().to_owned())),
        ("account-zone", zone),
    ]
    .into_iter()
    .filter_map(|(key, text)| Some((page.t(key), text?)))
    .collect()
}
