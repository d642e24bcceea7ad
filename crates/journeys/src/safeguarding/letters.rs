//! The mails about concerns: that there is one, never what stands in it.

use db::Tx;
use mail::{Button, Letter};
use people::{PersonId, person, post};
use web::App;

use super::model::Concern;

/// Writes to somebody: `kind` is the stem of the sentences' keys.
///
/// # Errors
/// When the database refuses it.
pub(super) async fn write(
    tx: &mut Tx,
    app: &App,
    concern: &Concern,
    to: &PersonId,
    kind: &str,
) -> db::Result<()> {
    let organisation = &concern.organisation;
    let Some(to) = person::find(tx, organisation, to).await? else { return Ok(()) };
    let name = people::organisation::store::only(tx).await?.map_or(String::new(), |o| o.name);
    let say = |part: &str| words::say_plain(to.language, &format!("{kind}-{part}"));
    let href = app.settings.link(&format!("/concerns/{}", concern.id));
    let letter = Letter {
        subject: say("subject"),
        paragraphs: vec![say("body")],
        buttons: vec![Button { label: say("button"), href }],
        ..post::letter_to(&to, &name)
    };
    let subject = Some(("concern", concern.id.as_str()));
    post::send(tx, app, &to, "concern", subject, &letter).await
}
