//! Writing a message. The others are told by a mail without its words, at most once an hour.

use axum::extract::State;
use db::Tx;
use mail::{About, Button, Letter};
use people::post;
use programmes::relationship::{SeatHolder, store::Member};
use serde::Deserialize;
use web::{Answer, App, Errors, Form, Problem};

use super::{
    MessageId,
    facts::MessageSent,
    message_store::{self, Message, Seen},
    notice, read,
};
use crate::{audience::Audience, together::Together};

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct New {
    #[serde(default)]
    words: String,
}

/// Sends it.
pub async fn act(holder: SeatHolder, State(app): State<App>, Form(new): Form<New>) -> Answer {
    let of = &holder.viewer;
    let mut errors = Errors::new(of.language);
    let words = errors.text("words", &new.words, 5000);
    let mut tx = app.db.write().await?;
    let together =
        Together::load(&mut tx, &of.organisation, &holder.relationship, app.seam.now()).await?;
    together.ask_open_to(&of.person)?;
    if !errors.is_empty() {
        let seen = Some(app.seam.now());
        let (page, _) = read::shown(&mut tx, of, &together, None, seen, new.words, errors).await?;
        return web::html_with_errors(&page);
    }
    let message = Message {
        id: MessageId::from(app.seam.id()),
        person: of.person.clone(),
        name: of.name.clone(),
        words,
        sent_at: app.seam.now(),
    };
    let audience = Audience::shared(&together.frame.design);
    message_store::insert(&mut tx, &of.organisation, &holder.relationship, &message, audience)
        .await?;
    let fact = MessageSent {
        relationship: holder.relationship.as_str().to_owned(),
        programme: together.relationship.programme.as_str().to_owned(),
    };
    // Not by whom: nobody's messages are counted.
    jobs::record(&mut tx, &app.seam, of.organisation.as_str(), None, &fact).await?;
    for reader in together.others(&of.person) {
        tell(&mut tx, &app, &together, reader, &of.name).await?;
    }
    tx.commit().await?;
    web::go(&format!("{}/messages#write", together.path()))
}

/// Tells one of the others that there is something to read, unless a mail waits that will do.
async fn tell(
    tx: &mut Tx,
    app: &App,
    together: &Together,
    reader: &Member,
    by: &str,
) -> Result<(), Problem> {
    let Some(to) = post::addressee(&reader.person) else { return Ok(()) };
    let (relationship, person) = (&together.relationship.id, &reader.person.id);
    let was = message_store::seen(tx, relationship, person).await?;
    let Some(send_after) = notice::next(app.seam.now(), was.told_at, &reader.person.zone) else {
        return Ok(());
    };
    let is = Seen { told_at: Some(send_after), ..was };
    message_store::note_seen(tx, relationship, person, is).await?;
    let subject = format!("{relationship}:{person}");
    let about = About {
        organisation_id: reader.person.organisation.as_str(),
        kind: "message",
        subject: Some(("conversation", &subject)),
        send_after,
    };
    mail::write(tx, &app.seam, &to, about, &letter(app, together, reader, by), None).await?;
    Ok(())
}

fn letter(app: &App, together: &Together, reader: &Member, by: &str) -> Letter {
    let language = reader.person.language;
    let say = |key: &str| words::say(language, key, &[("by", by.into())]);
    let href = app.settings.link(&format!("{}/messages", together.path()));
    Letter {
        subject: say("message-mail-subject"),
        paragraphs: vec![say("message-mail-body")],
        buttons: vec![Button { label: say("message-mail-button"), href }],
        after: vec![say("message-mail-after")],
        ..post::letter_to(&reader.person, &together.frame.organisation)
    }
}
