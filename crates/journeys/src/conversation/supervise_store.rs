//! The texts that were written for a supervisor to read along.

use db::{Result, Tx, params};
use jiff::Timestamp;
use people::OrganisationId;
use programmes::RelationshipId;

/// A text with its writer's name.
#[derive(Debug)]
pub struct Text {
    /// Who wrote it.
    pub author: String,
    /// When.
    pub at: Timestamp,
    /// What.
    pub words: String,
}

/// All texts of a relationship, each kind with the newest first.
#[derive(Debug, Default)]
pub struct Texts {
    /// Messages.
    pub messages: Vec<Text>,
    /// Notes.
    pub notes: Vec<Text>,
    /// Goals.
    pub goals: Vec<Text>,
}

/// What was written under supervision, in one statement. The audience of each text decides, which
/// was fixed when it was written; what the design says today opens nothing.
///
/// # Errors
/// When the database refuses it.
pub async fn texts(
    tx: &mut Tx,
    organisation: &OrganisationId,
    relationship: &RelationshipId,
) -> Result<Texts> {
    let sql = "select 'message' as kind, m.words, m.sent_at as at, p.name from message m \
         join person p on p.id = m.person_id where m.organisation_id = $1 \
         and m.relationship_id = $2 and m.audience = 'supervised' \
         union all select 'note' as kind, n.words, n.written_at as at, p.name from note n \
         join person p on p.id = n.person_id where n.organisation_id = $1 \
         and n.relationship_id = $2 and n.audience = 'supervised' and n.deleted_at is null \
         union all select 'goal' as kind, g.title as words, g.created_at as at, p.name from goal g \
         join person p on p.id = g.created_by where g.organisation_id = $1 \
         and g.relationship_id = $2 and g.audience = 'supervised' and g.deleted_at is null \
         order by 3 desc limit 500";
    let mut texts = Texts::default();
    for row in &tx.all(sql, params![organisation, relationship]).await? {
        let text = Text {
            author: row.get("name")?,
            at: Timestamp::from_millisecond(row.get("at")?).unwrap_or_default(),
            words: row.get("words")?,
        };
        match row.get::<String>("kind")?.as_str() {
            "message" => texts.messages.push(text),
            "note" => texts.notes.push(text),
            _ => texts.goals.push(text),
        }
    }
    Ok(texts)
}
