//! Looking at what an import would do; and, once it is carried out, at what it did.

use askama::Template;
use axum::extract::State;
use people::permission::Viewer;
use web::{Answer, App, Shell};

use super::{
    load::{self, Places},
    model::{Import, Stage},
    plan::{Plan, Planned},
    said::AllWrong,
    scope::{Importer, Scope, Surroundings},
};

/// How many people the page shows as examples.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "recruiting/import/preview.html")]
struct PreviewPage {
    page: Shell,
    around: Surroundings,
    file: String,
    home: String,
    here: String,
    back: String,
    figures: Vec<(String, usize)>,
    wrong: AllWrong,
    notes: AllWrong,
    lines: Vec<Line>,
    more: usize,
    nothing: bool,
}

struct Line {
    name: String,
    email: String,
    what: String,
    kind: &'static str,
    detail: String,
}

#[derive(Template)]
#[template(path = "recruiting/import/result.html")]
struct ResultPage {
    page: Shell,
    around: Surroundings,
    file: String,
    here: String,
    back: String,
    onward: String,
    figures: Vec<(String, usize)>,
    undone: bool,
}

/// The page.
pub(super) async fn page<P: Importer>(permit: P, State(app): State<App>, places: Places) -> Answer {
    let scope = permit.scope();
    let mut tx = app.db.read().await?;
    let import = load::found(&mut tx, &scope, &places).await?;
    let around = scope.surroundings(&mut tx).await?;
    if import.stage != Stage::Preview {
        return web::html(&result(&scope, &import, around));
    }
    drop(tx);
    let sheet = load::sheet(&app, &import).await?;
    let plan = load::plan(&mut app.db.read().await?, scope.viewer.language, &import, sheet).await?;
    web::html(&preview(&scope, &import, around, &plan))
}

/// Everything that is wrong, as a file to work through.
pub(super) async fn errors<P: Importer>(
    permit: P,
    State(app): State<App>,
    places: Places,
) -> Answer {
    let scope = permit.scope();
    let import = load::found(&mut app.db.read().await?, &scope, &places).await?;
    let sheet = load::sheet(&app, &import).await?;
    let plan = load::plan(&mut app.db.read().await?, scope.viewer.language, &import, sheet).await?;
    let viewer = &scope.viewer;
    let heading = ["import-line", "import-column", "import-what"].map(|key| viewer.t(key));
    let mut rows = vec![heading.to_vec()];
    rows.extend(plan.wrong.listed.into_iter().map(|one| vec![one.line, one.column, one.what]));
    let text = sheets::write::csv(rows);
    Ok(web::download("errors.csv", "text/csv; charset=utf-8", text.into_bytes()))
}

fn preview(scope: &Scope, import: &Import, around: Surroundings, plan: &Plan) -> PreviewPage {
    let viewer = &scope.viewer;
    let shown = plan.people.iter().filter(|person| !person.is_unchanged());
    let lines: Vec<Line> = shown.clone().take(SHOWN).map(|person| line(viewer, person)).collect();
    PreviewPage {
        page: viewer.page("import-preview-title"),
        around,
        file: import.file_name.clone(),
        home: scope.home.clone(),
        here: format!("{}/{}", scope.home, import.id),
        back: format!("{}/{}/columns", scope.home, import.id),
        figures: figures(viewer, plan),
        nothing: lines.is_empty(),
        more: shown.count().saturating_sub(lines.len()),
        lines,
        wrong: plan.wrong.clone(),
        notes: plan.notes.clone(),
    }
}

fn figures(viewer: &Viewer, plan: &Plan) -> Vec<(String, usize)> {
    let count = |fits: fn(&&Planned) -> bool| plan.people.iter().filter(fits).count();
    let parts = plan.people.iter().flat_map(|person| &person.parts);
    let enrolled = parts.filter(|part| part.existing.is_none()).count();
    let mut figures = vec![
        (viewer.t("import-new"), count(|person| person.known.is_none())),
        (
            viewer.t("import-changed"),
            count(|person| person.known.is_some() && !person.is_unchanged()),
        ),
        (viewer.t("import-unchanged"), count(|person| person.is_unchanged())),
    ];
    if enrolled > 0 {
        figures.push((viewer.t("import-enrolled"), enrolled));
    }
    figures
}

fn line(viewer: &Viewer, person: &Planned) -> Line {
    let fields = person.changes();
    let fields = fields.iter().map(|field| viewer.t(&format!("import-detail-{field}")));
    let mut detail: Vec<String> = fields.collect();
    detail.extend(
        person
            .parts
            .iter()
            .filter(|part| part.existing.is_none())
            .map(|part| viewer.say("import-detail-part", &[("role", part.role.as_str().into())])),
    );
    if person.parts.iter().any(|part| part.existing.is_some() && !part.answers.is_empty()) {
        detail.push(viewer.t("import-detail-answers"));
    }
    let (what, kind) = match person.known {
        None => ("import-is-new", "ok"),
        Some(_) => ("import-is-changed", "info"),
    };
    Line {
        name: person.after.name.clone(),
        email: person.after.email.clone().unwrap_or_default(),
        what: viewer.t(what),
        kind,
        detail: detail.join(", "),
    }
}

fn result(scope: &Scope, import: &Import, around: Surroundings) -> ResultPage {
    let (viewer, made) = (&scope.viewer, &import.made);
    let mut figures = vec![
        (viewer.t("import-new"), made.added.len()),
        (viewer.t("import-changed"), made.changed.len()),
        (viewer.t("import-unchanged"), made.unchanged),
    ];
    if !made.enrolled.is_empty() {
        figures.push((viewer.t("import-enrolled"), made.enrolled.len()));
    }
    ResultPage {
        page: viewer.page("import-result-title"),
        around,
        file: import.file_name.clone(),
        here: format!("{}/{}", scope.home, import.id),
        back: scope.home.clone(),
        onward: match &scope.programme {
            Some(programme) => format!("/programmes/{programme}/applications?state="),
            None => "/people".to_owned(),
        },
        figures,
        undone: import.stage == Stage::Undone,
    }
}
