//! Choosing a file.

use askama::Template;
use axum::extract::{Multipart, State};
use people::permission::Viewer;
use sheets::{Bounds, Sheet};
use web::{Answer, App, Errors, Flash, Problem, Refusal, Shell};

use super::{
    mapping::Mapping,
    model::{Import, ImportId, Made, Stage},
    said::{AllWrong, said},
    scope::{Importer, Scope, Surroundings},
    store,
};

#[derive(Template)]
#[template(path = "recruiting/import/upload.html")]
struct Page {
    page: Shell,
    around: Surroundings,
    action: String,
    errors: Errors,
    wrong: AllWrong,
    earlier: Vec<Earlier>,
}

struct Earlier {
    href: String,
    file: String,
    when: String,
    text: String,
    undone: bool,
}

/// The form, and what was imported before.
pub(super) async fn page<P: Importer>(permit: P, State(app): State<App>) -> Answer {
    let scope = permit.scope();
    let errors = Errors::new(scope.viewer.language);
    web::html(&show(&app, &scope, errors, AllWrong::default()).await?)
}

/// Takes the file. It is read as a spreadsheet at once, and kept while somebody looks at it.
pub(super) async fn upload<P: Importer>(
    permit: P,
    State(app): State<App>,
    multipart: Multipart,
) -> Answer {
    let scope = permit.scope();
    let mut errors = Errors::new(scope.viewer.language);
    let (name, bytes) = received(multipart).await?;
    if bytes.is_empty() {
        errors.add("file", "import-choose-file", &[]);
        return web::html_with_errors(&show(&app, &scope, errors, AllWrong::default()).await?);
    }
    let (bytes, sheet) = parse(bytes).await?;
    let sheet = match sheet {
        Ok(sheet) => sheet,
        Err(flaws) => {
            errors.add("file", "import-unreadable", &[]);
            let wrong = said(scope.viewer.language, &flaws);
            return web::html_with_errors(&show(&app, &scope, errors, wrong).await?);
        }
    };
    let import = Import {
        id: ImportId::from(app.seam.id()),
        organisation: scope.viewer.organisation.clone(),
        programme: scope.programme.clone(),
        file_name: file_name(&name),
        stage: Stage::Preview,
        mapping: Mapping::guess(&sheet, scope.programme.is_some()),
        made: Made::default(),
        created_by: scope.viewer.person.clone(),
        created_at: app.seam.now(),
        done_at: None,
    };
    let mut tx = app.db.write().await?;
    store::insert(&mut tx, &import, &bytes).await?;
    tx.commit().await?;
    let path = format!("{}/{}/columns", scope.home, import.id);
    web::see(&path, Flash::done("import-read").with("rows", sheet.rows.len()))
}

/// Reads a file as a spreadsheet, aside: other requests go on meanwhile.
pub(super) async fn parse(bytes: Vec<u8>) -> Answer<(Vec<u8>, Result<Sheet, sheets::Flaws>)> {
    let work = move || {
        let sheet = sheets::parse(&bytes, &Bounds::upload(), None);
        (bytes, sheet)
    };
    tokio::task::spawn_blocking(work).await.map_err(|e| Problem::fault("reading a spreadsheet", e))
}

async fn received(mut multipart: Multipart) -> Answer<(String, Vec<u8>)> {
    let unreadable = |error: axum::extract::multipart::MultipartError| match error.status().as_u16()
    {
        413 => Refusal { status: error.status(), ..Refusal::bad_request("error-too-large") },
        _ => Refusal::bad_request("error-form-unreadable"),
    };
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        if field.name() == Some("file") {
            let name = field.file_name().unwrap_or_default().to_owned();
            return Ok((name, field.bytes().await.map_err(unreadable)?.to_vec()));
        }
    }
    Ok((String::new(), Vec::new()))
}

/// A name to show: no folders, no control characters.
fn file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(120).collect()
}

async fn show(app: &App, scope: &Scope, errors: Errors, wrong: AllWrong) -> Answer<Page> {
    let mut tx = app.db.read().await?;
    let around = scope.surroundings(&mut tx).await?;
    let organisation = &scope.viewer.organisation;
    let imports = store::carried_out(&mut tx, organisation, scope.programme.as_ref()).await?;
    Ok(Page {
        page: scope.viewer.page("import-title"),
        around,
        action: scope.home.clone(),
        errors,
        wrong,
        earlier: imports.iter().map(|import| earlier(&scope.viewer, &scope.home, import)).collect(),
    })
}

fn earlier(viewer: &Viewer, home: &str, import: &Import) -> Earlier {
    let at = import.done_at.unwrap_or(import.created_at).to_zoned(viewer.zone.clone());
    let args =
        [("added", import.made.added.len().into()), ("changed", import.made.changed.len().into())];
    Earlier {
        href: format!("{home}/{}", import.id),
        file: import.file_name.clone(),
        when: words::moment(viewer.language, &at),
        text: viewer.say("import-earlier", &args),
        undone: import.stage == Stage::Undone,
    }
}
