//! The design as a file: to read, keep, exchange and bring back.

use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::response::IntoResponse as _;
use design::Design;
use people::permission::CoordinatorOf;
use web::{Answer, App, Errors, Refusal, Shell};

use super::{
    Fields, address, deeper, load,
    save::{self, Change},
};
use crate::programme::{Frame, Track, said};

/// A design file is some pages of text.
const MOST_BYTES: usize = 1 << 20;

#[derive(Template)]
#[template(path = "designing/file.html")]
struct Page {
    page: Shell,
    frame: Frame,
    address: String,
    text: String,
    version: i64,
    errors: Errors,
    uploaded: String,
}

/// The page.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
) -> Answer {
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    let errors = Errors::new(permit.viewer.language);
    web::html(&show(&permit, frame, &track, errors, String::new()))
}

/// The file itself.
pub async fn download(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
) -> Answer {
    let (_, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    let text = track.design.to_toml().into_bytes();
    Ok(web::download("design.toml", "application/toml", text).into_response())
}

/// Reads a file or a text that was typed, checks it, and changes the design.
pub async fn upload(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track)): Path<(String, String)>,
    form: Multipart,
) -> Answer {
    let fields = read(form).await?;
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    save::same_version(&track, &fields)?;
    let mut errors = Errors::new(permit.viewer.language);
    let text = fields.one("text").to_owned();
    let design = match Design::from_toml(&text) {
        Ok(design) => design,
        Err(error) => {
            let place = [
                ("line", error.line.into()),
                ("column", error.column.into()),
                ("setting", error.key.as_str().into()),
                ("problem", error.problem.as_str().into()),
            ];
            errors.add("text", "designing-file-error", &place);
            return web::html_with_errors(&show(&permit, frame, &track, errors, text));
        }
    };
    for flaw in design.flaws() {
        errors.add(
            "text",
            "designing-file-flaw",
            &[("flaw", said(permit.viewer.language, &flaw.sentence).into())],
        );
    }
    if !errors.is_empty() {
        return web::html_with_errors(&show(&permit, frame, &track, errors, text));
    }
    let back = address(&track);
    let change = Change { frame, track: &track, design, fields: &fields, back };
    save::change(&app, &permit, change).await
}

fn show(
    permit: &CoordinatorOf,
    frame: Frame,
    track: &Track,
    errors: Errors,
    uploaded: String,
) -> Page {
    Page {
        page: permit.viewer.page("designing-file-title"),
        frame,
        address: address(track),
        text: track.design.to_toml(),
        version: track.design_version,
        errors,
        uploaded,
    }
}

/// The fields of the form; a chosen file stands for the text. The page that shows the effect posts
/// the text again as an ordinary field.
async fn read(mut form: Multipart) -> Answer<Fields> {
    let unreadable = |_| Refusal::bad_request("error-form-unreadable");
    let mut fields = Fields::default();
    let mut chosen = String::new();
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(unreadable)?;
        if bytes.len() > MOST_BYTES {
            return Err(Refusal::bad_request("error-too-large").into());
        }
        let Ok(text) = String::from_utf8(bytes.to_vec()) else {
            return Err(Refusal::unprocessable("designing-file-not-text").into());
        };
        if name == "file" {
            chosen = text;
        } else {
            fields.put(&name, text);
        }
    }
    if !chosen.trim().is_empty() {
        fields.0.retain(|(name, _)| name != "text");
        fields.put("text", chosen);
    }
    Ok(fields)
}
