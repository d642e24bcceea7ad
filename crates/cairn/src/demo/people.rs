//! Larkspur and its people.

use ::people::{
    organisation,
    permission::{Part, appoint},
    person::{self, NewPerson},
};
use web::App;
use words::Language;

/// Founds Larkspur with the people whose parts are fixed.
pub(super) async fn founding(app: &App) -> anyhow::Result<()> {
    let mut tx = app.db.write().await?;
    let zone = "Europe/Copenhagen";
    let id =
        organisation::store::found(&mut tx, &app.seam, "Larkspur", Language::English, zone).await?;
    let fixed = [
        ("Amal Haddad", "amal", "People", 6),
        ("Bea Lindqvist", "bea", "People", 5),
        ("Chidi Okafor", "chidi", "Engineering", 6),
        ("Dana Whitlock", "dana", "Finance", 3),
    ];
    for (name, key, department, level) in fixed {
        let new = NewPerson {
            name: name.to_owned(),
            email: Some(format!("{key}@larkspur.example")),
            department: Some(department.to_owned()),
            level: Some(level),
            languages: vec!["English".to_owned()],
            ..NewPerson::default()
        };
        let person = person::create(&mut tx, &app.seam, &id, &new).await?;
        if key == "amal" {
            appoint(&mut tx, &app.seam, &id, &person, Part::Administrator, None, None).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
