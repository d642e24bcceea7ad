//! Saying what the columns mean.

use askama::Template;
use axum::extract::State;
use people::permission::Viewer;
use serde::Deserialize;
use sheets::Sheet;
use web::{Answer, App, Choice, Errors, Form, Refusal, Shell};

use super::{
    load::{self, Places},
    mapping::fields,
    model::{Import, Stage},
    scope::{Importer, Scope, Surroundings},
    store,
};
use crate::programme::Track;

#[derive(Template)]
#[template(path = "recruiting/import/columns.html")]
struct Page {
    page: Shell,
    around: Surroundings,
    errors: Errors,
    file: String,
    action: String,
    back: String,
    columns: Vec<Column>,
    tracks: Vec<Choice>,
    roles: Vec<Choice>,
    becomes: Vec<Choice>,
}

struct Column {
    letters: String,
    heading: String,
    samples: String,
    meanings: Vec<Choice>,
}

/// What was chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    /// One for each column, in their order.
    column: Vec<String>,
    /// Track and role, as `track:role`.
    track: String,
    role: String,
    become_: String,
}

/// The table of columns with what they seem to mean.
pub(super) async fn page<P: Importer>(permit: P, State(app): State<App>, places: Places) -> Answer {
    let scope = permit.scope();
    let mut tx = app.db.read().await?;
    let import = load::found(&mut tx, &scope, &places).await?;
    drop(tx);
    if import.stage != Stage::Preview {
        return web::go(&format!("{}/{}", scope.home, import.id));
    }
    let sheet = load::sheet(&app, &import).await?;
    let errors = Errors::new(scope.viewer.language);
    web::html(&show(&app, &scope, &import, &sheet, errors).await?)
}

/// Keeps what was chosen, and goes on to look at the outcome.
pub(super) async fn save<P: Importer>(
    permit: P,
    State(app): State<App>,
    places: Places,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let scope = permit.scope();
    let mut tx = app.db.write().await?;
    let mut import = load::held(&mut tx, &scope, &places).await?;
    if import.stage != Stage::Preview {
        return Err(Refusal::conflict("import-is-over").into());
    }
    let allowed: Vec<&str> = fields(scope.programme.is_some()).iter().map(|f| f.header()).collect();
    let good = |meaning: &String| {
        matches!(meaning.as_str(), "skip")
            || allowed.contains(&meaning.as_str())
            || (meaning == "answer" && scope.programme.is_some())
    };
    if chosen.column.len() != import.mapping.headings.len() || !chosen.column.iter().all(good) {
        return Err(Refusal::bad_request("error-form-unreadable").into());
    }
    import.mapping.columns = chosen.column;
    import.mapping.track = chosen.track;
    import.mapping.role = chosen.role;
    if scope.programme.is_some() {
        import.mapping.become_ = match chosen.become_.as_str() {
            "applied" => "applied",
            "nothing" => "nothing",
            _ => "approved",
        }
        .to_owned();
    }
    let mut errors = Errors::new(scope.viewer.language);
    if let Some((field, at)) = import.mapping.claimed_twice() {
        let name = scope.viewer.t(&format!("import-field-{field}"));
        errors.add(&format!("column-{at}"), "import-claimed-twice", &[("field", name.into())]);
    } else if !import.mapping.has_key() {
        errors.add("column-0", "import-no-key", &[]);
    }
    if !errors.is_empty() {
        drop(tx);
        let sheet = load::sheet(&app, &import).await?;
        return web::html_with_errors(&show(&app, &scope, &import, &sheet, errors).await?);
    }
    store::set_mapping(&mut tx, &import).await?;
    tx.commit().await?;
    web::go(&format!("{}/{}", scope.home, import.id))
}

async fn show(
    app: &App,
    scope: &Scope,
    import: &Import,
    sheet: &Sheet,
    errors: Errors,
) -> Answer<Page> {
    let mut tx = app.db.read().await?;
    let around = scope.surroundings(&mut tx).await?;
    let tracks = around.frame.as_ref().map(|frame| frame.tracks.clone()).unwrap_or_default();
    let viewer = &scope.viewer;
    let becomes = ["approved", "applied", "nothing"].map(|value| {
        Choice::new(value, viewer.t(&format!("import-become-{value}")))
            .hint(viewer.t(&format!("import-become-{value}-hint")))
            .chosen_among(&[&import.mapping.become_])
    });
    Ok(Page {
        page: viewer.page("import-columns-title"),
        errors,
        file: import.file_name.clone(),
        action: format!("{}/{}/columns", scope.home, import.id),
        back: scope.home.clone(),
        columns: columns(viewer, import, sheet, scope.programme.is_some()),
        tracks: if tracks.len() > 1 {
            track_choices(&tracks, &import.mapping.track)
        } else {
            vec![]
        },
        roles: roles(viewer, &tracks, &import.mapping.role),
        becomes: if scope.programme.is_some() { becomes.to_vec() } else { vec![] },
        around,
    })
}

fn columns(viewer: &Viewer, import: &Import, sheet: &Sheet, in_programme: bool) -> Vec<Column> {
    let known = fields(in_programme);
    let meanings = |meaning: &str| {
        let mut choices = vec![Choice::new("skip", viewer.t("import-field-skip"))];
        if in_programme {
            choices.push(Choice::new("answer", viewer.t("import-field-answer")));
        }
        choices.extend(known.iter().map(|field| {
            let name = field.header();
            Choice::new(name, viewer.t(&format!("import-field-{name}")))
        }));
        choices.into_iter().map(|choice| choice.chosen_among(&[meaning])).collect()
    };
    let column = |(at, heading): (usize, &String)| Column {
        letters: sheets::letters(at),
        heading: heading.clone(),
        samples: samples(sheet, at),
        meanings: meanings(import.mapping.columns.get(at).map_or("skip", String::as_str)),
    };
    sheet.headers.iter().enumerate().map(column).collect()
}

/// The first few different values of a column.
fn samples(sheet: &Sheet, column: usize) -> String {
    let mut samples: Vec<String> = Vec::new();
    for row in sheet.rows.iter().take(200) {
        let text: String = row.cell(column).trim().chars().take(40).collect();
        if !text.is_empty() && !samples.contains(&text) {
            samples.push(text);
        }
        if samples.len() == 3 {
            break;
        }
    }
    samples.join(" · ")
}

fn track_choices(tracks: &[Track], chosen: &str) -> Vec<Choice> {
    let choice =
        |track: &Track| Choice::new(track.id.as_str(), &*track.name).chosen_among(&[chosen]);
    tracks.iter().map(choice).collect()
}

fn roles(viewer: &Viewer, tracks: &[Track], chosen: &str) -> Vec<Choice> {
    let mut roles: Vec<Choice> = Vec::new();
    for role in tracks.iter().flat_map(|track| &track.design.roles) {
        if !roles.iter().any(|known| known.value == role.name) {
            roles.push(Choice::new(&*role.name, &*role.label.one).chosen_among(&[chosen]));
        }
    }
    if roles.len() < 2 {
        return Vec::new();
    }
    roles.insert(0, Choice::new("", viewer.t("import-role-by-row")).chosen_among(&[chosen]));
    roles
}
