//! Every query about invitations.

use db::{Result, Row, Tx, params};
use jiff::Timestamp;
use people::{OrganisationId, ProgrammeId};
use words::Language;

use super::model::{Invitation, InvitationId, Reminding};

const COLUMNS: &str = "i.id, i.organisation_id, i.programme_id, i.track_id, i.email, i.name, i.role, \
    i.language, i.note, i.batch, i.invited_by, i.created_at, i.reminders, i.reminded_at, i.accepted_at, \
    i.declined_at, i.withdrawn_at, i.expires_at, i.person_id";

/// The invitations of a programme, the newest first.
pub(super) async fn of_programme(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<Invitation>> {
    let sql = format!(
        "select {COLUMNS} from invitation i where i.organisation_id = $1 and i.programme_id = $2 \
         order by i.created_at desc, i.email"
    );
    tx.all(&sql, params![organisation, programme]).await?.iter().map(read).collect()
}

/// One, held until the transaction ends.
pub(super) async fn hold(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    id: &InvitationId,
) -> Result<Option<Invitation>> {
    let lock = tx.dialect().lock();
    let sql = format!(
        "select {COLUMNS} from invitation i \
         where i.organisation_id = $1 and i.programme_id = $2 and i.id = $3{lock}"
    );
    tx.find(&sql, params![organisation, programme, id]).await?.as_ref().map(read).transpose()
}

/// Those that were sent together, held until the transaction ends.
pub(super) async fn hold_batch(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    batch: &str,
) -> Result<Vec<Invitation>> {
    let lock = tx.dialect().lock();
    let sql = format!(
        "select {COLUMNS} from invitation i \
         where i.organisation_id = $1 and i.programme_id = $2 and i.batch = $3 order by i.id{lock}"
    );
    tx.all(&sql, params![organisation, programme, batch]).await?.iter().map(read).collect()
}

/// The invitation of a mailed secret. The secret is the owner here.
pub(super) async fn of_secret(tx: &mut Tx, secret: &str) -> Result<Option<Invitation>> {
    let sql = format!(
        "select {COLUMNS} from invitation_link l join invitation i on i.id = l.invitation_id \
         where l.digest = $1"
    );
    tx.find(&sql, params![mail::link::digest(secret)]).await?.as_ref().map(read).transpose()
}

/// Stores a new invitation. Gives false when the address was invited to this track before.
pub(super) async fn insert(tx: &mut Tx, new: &Invitation) -> Result<bool> {
    let added = tx
        .run(
            "insert into invitation (id, organisation_id, programme_id, track_id, email, name, role, \
             language, note, batch, invited_by, created_at, reminders, expires_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13) on conflict do nothing",
            params![
                &new.id,
                &new.organisation,
                &new.programme,
                &new.track,
                &new.email,
                &new.name,
                new.role.clone(),
                new.language.tag(),
                &new.note,
                &new.batch,
                &new.invited_by,
                new.created_at.as_millisecond(),
                new.expires_at.as_millisecond()
            ],
        )
        .await?;
    Ok(added == 1)
}

/// Stores all that can change about an invitation.
pub(super) async fn update(tx: &mut Tx, invitation: &Invitation) -> Result<()> {
    let ms = |at: Option<Timestamp>| at.map(Timestamp::as_millisecond);
    tx.run(
        "update invitation set name = $3, role = $4, language = $5, note = $6, batch = $7, \
         invited_by = $8, created_at = $9, reminders = $10, reminded_at = $11, accepted_at = $12, \
         declined_at = $13, withdrawn_at = $14, expires_at = $15, person_id = $16 \
         where organisation_id = $1 and id = $2",
        params![
            &invitation.organisation,
            &invitation.id,
            &invitation.name,
            invitation.role.clone(),
            invitation.language.tag(),
            &invitation.note,
            &invitation.batch,
            &invitation.invited_by,
            invitation.created_at.as_millisecond(),
            invitation.reminders,
            ms(invitation.reminded_at),
            ms(invitation.accepted_at),
            ms(invitation.declined_at),
            ms(invitation.withdrawn_at),
            invitation.expires_at.as_millisecond(),
            invitation.person.as_ref()
        ],
    )
    .await?;
    Ok(())
}

/// Keeps the digest of a secret that one of the invitation's mails carries.
pub(super) async fn add_link(tx: &mut Tx, id: &InvitationId, secret: &str, now: i64) -> Result<()> {
    tx.run(
        "insert into invitation_link (digest, invitation_id, created_at) values ($1, $2, $3)",
        params![mail::link::digest(secret), id, now],
    )
    .await?;
    Ok(())
}

/// Invitations without an answer in open programmes, of all organisations: for the job that reminds.
pub(super) async fn unanswered(tx: &mut Tx, now: Timestamp) -> Result<Vec<Invitation>> {
    let sql = format!(
        "select {COLUMNS} from invitation i \
         join programme g on g.id = i.programme_id and g.state = 'open' \
         where i.accepted_at is null and i.declined_at is null and i.withdrawn_at is null \
         and i.expires_at > $1 order by i.created_at, i.id"
    );
    tx.all(&sql, params![now.as_millisecond()]).await?.iter().map(read).collect()
}

/// How a programme reminds.
pub(super) async fn reminding(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Reminding> {
    let row = tx
        .find(
            "select after_days, most from invitation_reminder \
             where organisation_id = $1 and programme_id = $2",
            params![organisation, programme],
        )
        .await?;
    let Some(row) = row else { return Ok(Reminding::default()) };
    Ok(Reminding { after_days: row.get("after_days")?, most: row.get("most")? })
}

/// Sets how a programme reminds.
pub(super) async fn set_reminding(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    reminding: Reminding,
) -> Result<()> {
    tx.run(
        "insert into invitation_reminder (programme_id, organisation_id, after_days, most) \
         values ($1, $2, $3, $4) on conflict (programme_id) do update \
         set after_days = excluded.after_days, most = excluded.most",
        params![programme, organisation, reminding.after_days, reminding.most],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Invitation> {
    let at = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
    let maybe = |column: &str| Ok::<_, db::Error>(row.get::<Option<i64>>(column)?.map(at));
    Ok(Invitation {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        programme: row.get("programme_id")?,
        track: row.get("track_id")?,
        email: row.get("email")?,
        name: row.get("name")?,
        role: row.get("role")?,
        language: Language::of_tag(&row.get::<String>("language")?).unwrap_or_default(),
        note: row.get("note")?,
        batch: row.get("batch")?,
        invited_by: row.get("invited_by")?,
        created_at: at(row.get("created_at")?),
        reminders: row.get("reminders")?,
        reminded_at: maybe("reminded_at")?,
        accepted_at: maybe("accepted_at")?,
        declined_at: maybe("declined_at")?,
        withdrawn_at: maybe("withdrawn_at")?,
        expires_at: at(row.get("expires_at")?),
        person: row.get("person_id")?,
    })
}
