//! Larkspur and its people.

use ::people::{
    OrganisationId, PersonId, organisation,
    permission::{Part, appoint},
    person::{self, Hours, NewPerson},
};
use jiff::civil::{Date, Time};
use web::App;
use words::Language;

use super::crowd::{self, Somebody};

/// Who is there when history begins.
pub(super) struct Cast {
    pub organisation: OrganisationId,
    pub bea: PersonId,
    pub chidi: Somebody,
    pub dana: Somebody,
    pub crowd: Vec<Somebody>,
}

const ZONE: &str = "Europe/Copenhagen";

/// Somebody with a fixed part: name, key of the address, company, department, title and level.
type Fixed = (&'static str, &'static str, &'static str, &'static str, &'static str, i64);

const FIXED: [Fixed; 6] = [
    ("Amal Haddad", "amal@larkspur.example", "Larkspur", "People", "Head of people systems", 6),
    ("Bea Lindqvist", "bea@larkspur.example", "Larkspur", "People", "Programme manager", 5),
    ("Chidi Okafor", "chidi@larkspur.example", "Larkspur", "Engineering", "Principal engineer", 6),
    ("Dana Whitlock", "dana@larkspur.example", "Larkspur", "Finance", "Financial analyst", 3),
    ("Edda Marsh", "edda@tern.example", "Tern & Co", "Operations", "Operations lead", 4),
    ("Farid Nazari", "farid@larkspur.example", "Larkspur", "Sales", "Account executive", 4),
];

/// Founds Larkspur with everybody who works there.
pub(super) async fn founding(app: &App) -> anyhow::Result<Cast> {
    let mut tx = app.db.write().await?;
    let organisation =
        organisation::store::found(&mut tx, &app.seam, "Larkspur", Language::English, ZONE).await?;
    let mut fixed = Vec::new();
    for person in FIXED {
        let id = person::create(&mut tx, &app.seam, &organisation, &known(person)).await?;
        let languages = vec!["English".to_owned()];
        let level = person.5;
        fixed.push(Somebody { id, level, zone: ZONE, languages });
    }
    let amal = &fixed[0].id;
    appoint(&mut tx, &app.seam, &organisation, amal, Part::Administrator, None, None).await?;
    tx.commit().await?;
    let (bea, chidi, dana) = (fixed[1].id.clone(), fixed[2].clone(), fixed[3].clone());
    let crowd = crowd::gather(app, &organisation).await?;
    Ok(Cast { organisation, bea, chidi, dana, crowd })
}

fn known((name, email, company, department, title, level): Fixed) -> NewPerson {
    let morning =
        |day| Hours { day, from: Time::constant(9, 0, 0, 0), to: Time::constant(12, 0, 0, 0) };
    NewPerson {
        name: name.to_owned(),
        email: Some(email.to_owned()),
        company: Some(company.to_owned()),
        department: Some(department.to_owned()),
        job_title: Some(title.to_owned()),
        site: Some("Copenhagen".to_owned()),
        level: Some(level),
        hired_on: Some(Date::constant(2020, 3, 2)),
        languages: vec!["English".to_owned()],
        availability: (1..=5).map(morning).collect(),
        ..NewPerson::default()
    }
}
