//! Opening and closing registration.

use askama::Template;
use axum::extract::State;
use db::Tx;
use jobs::Trouble;
use people::permission::CoordinatorOf;
use web::{Answer, App, Flash, Problem, Shell};

use super::{
    facts::{RegistrationClosed, RegistrationOpened},
    frame::{Frame, Tab, frame},
    model::Programme,
    store, today,
};

/// Letters of the shared link's code: enough that nobody guesses one, short enough to type.
const CODE: usize = 20;

#[derive(Template)]
#[template(path = "programme/close_registration.html")]
struct ClosePage {
    page: Shell,
    frame: Frame,
}

/// Opens registration.
pub async fn open(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.write().await?;
    let held = store::hold(&mut tx, &viewer.organisation, &permit.programme).await?;
    let old = held.ok_or(Problem::Absent)?;
    let tracks = store::tracks(&mut tx, &viewer.organisation, &permit.programme).await?;
    let flaws = tracks.iter().map(|track| track.design.flaws().len()).sum();
    let opened = old.opened(today(&app, viewer), flaws)?;
    let code = || app.seam.secret().chars().take(CODE).collect();
    let new = Programme { join_code: opened.join_code.clone().or_else(|| Some(code())), ..opened };
    store::update(&mut tx, &new).await?;
    let fact = RegistrationOpened { programme: new.id.clone() };
    let (organisation, actor) = (viewer.organisation.as_str(), Some(viewer.person.as_str()));
    jobs::record(&mut tx, &app.seam, organisation, actor, &fact).await?;
    tx.commit().await?;
    web::see(&format!("/programmes/{}", new.id), Flash::done("programme-opened"))
}

/// Asks whether to close registration, and says what follows.
pub async fn ask_to_close(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let mut tx = app.db.read().await?;
    let frame = frame(&mut tx, &permit.viewer, &permit.programme, Tab::None).await?;
    let page = permit.viewer.page("programme-close-registration-title");
    web::html(&ClosePage { page, frame })
}

/// Closes registration.
pub async fn close(permit: CoordinatorOf, State(app): State<App>) -> Answer {
    let viewer = &permit.viewer;
    let mut tx = app.db.write().await?;
    let held = store::hold(&mut tx, &viewer.organisation, &permit.programme).await?;
    let new = held.ok_or(Problem::Absent)?.registration_closed()?;
    record_closed(&mut tx, &app, &new, Some(viewer.person.as_str())).await?;
    tx.commit().await?;
    let flash = Flash::done("programme-registration-closed")
        .undo(&format!("/programmes/{}/open", permit.programme));
    web::see(&format!("/programmes/{}", permit.programme), flash)
}

async fn record_closed(
    tx: &mut Tx,
    app: &App,
    new: &Programme,
    actor: Option<&str>,
) -> db::Result<()> {
    store::update(tx, new).await?;
    let fact = RegistrationClosed { programme: new.id.clone() };
    jobs::record(tx, &app.seam, new.organisation.as_str(), actor, &fact).await.map(drop)
}

/// Closes registrations whose last day has passed everywhere. Runs every day.
///
/// # Errors
/// When the database refuses it.
pub async fn close_overdue(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    // The westernmost clock decides: nobody's last day ends early.
    let west = jiff::tz::Offset::constant(-12).to_time_zone();
    let today = app.seam.now().to_zoned(west).date();
    for programme in store::overdue(tx, today).await? {
        if let Ok(closed) = programme.registration_closed() {
            record_closed(tx, app, &closed, None).await?;
        }
    }
    Ok(())
}
