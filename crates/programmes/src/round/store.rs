//! Every query about rounds.

use db::{Result, Row, Tx, params};
use design::Design;
use jiff::Timestamp;
use jobs::Seam;
use people::{OrganisationId, PersonId, ProgrammeId};

use super::{
    input::Input,
    model::{Decisions, Round, State, UNDO_WINDOW},
    outcome::Outcome,
};
use crate::{RoundId, TrackId};

/// A track as a round needs it.
#[derive(Debug, Clone)]
pub struct Track {
    /// Its id.
    pub id: TrackId,
    /// Its design.
    pub design: Design,
}

/// The oldest track of a programme.
///
/// # Errors
/// When the database refuses it, or the stored design cannot be read.
pub async fn track(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Option<Track>> {
    let row = tx
        .find(
            "select id, design from track where organisation_id = $1 and programme_id = $2 \
             order by created_at, id limit 1",
            params![organisation, programme],
        )
        .await?;
    row.map(|row| Ok(Track { id: row.get("id")?, design: json(&row, "design")? })).transpose()
}

/// A programme's name.
///
/// # Errors
/// When the database refuses it.
pub async fn programme_name(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<String> {
    let row = tx
        .find(
            "select name from programme where organisation_id = $1 and id = $2",
            params![organisation, programme],
        )
        .await?;
    row.map_or(Ok(String::new()), |row| row.get("name"))
}

/// What opening a round stores.
#[derive(Debug)]
pub struct NewRound<'a> {
    /// Whose it is.
    pub organisation: &'a OrganisationId,
    /// The programme.
    pub programme: &'a ProgrammeId,
    /// The track.
    pub track: &'a TrackId,
    /// The people and answers as they are.
    pub input: &'a Input,
    /// Who opens it.
    pub by: &'a PersonId,
}

/// Opens a round. It is not solved yet.
///
/// # Errors
/// When the database refuses it.
pub async fn create(tx: &mut Tx, seam: &Seam, new: &NewRound<'_>) -> Result<RoundId> {
    let id = seam.id();
    let input = new.input.to_text();
    // Seeds are kept as signed numbers of 63 bits: both databases and JSON can hold them.
    let seed = i64::try_from(seam.seed() >> 1).unwrap_or(0);
    tx.run(
        "insert into round (id, organisation_id, programme_id, track_id, state, objective, settings, \
         input, input_digest, answer, certificate, engine_version, seed, created_by, created_at) \
         values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, '', '', '', $9, $10, $11)",
        params![
            &id,
            new.organisation,
            new.programme,
            new.track,
            new.input.objective_name(&Decisions::default().now),
            text_of(&Decisions::default()),
            &input,
            super::input::digest(&input),
            seed,
            new.by,
            seam.now_ms()
        ],
    )
    .await?;
    Ok(RoundId::from(id))
}

const COLUMNS: &str = "id, organisation_id, programme_id, track_id, state, settings, input_digest, \
    engine_version, seed, created_by, created_at, solved_at, published_at, undo_until, undone_at";

/// A round of a programme.
///
/// # Errors
/// When the database refuses it.
pub async fn find(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
    round: &str,
) -> Result<Option<Round>> {
    let sql = format!(
        "select {COLUMNS} from round where id = $1 and programme_id = $2 and organisation_id = $3"
    );
    tx.find(&sql, params![round, programme, organisation]).await?.as_ref().map(read).transpose()
}

/// The rounds of a programme, newest first.
///
/// # Errors
/// When the database refuses it.
pub async fn list(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<Round>> {
    let sql = format!(
        "select {COLUMNS} from round where programme_id = $1 and organisation_id = $2 \
         order by created_at desc, id desc"
    );
    tx.all(&sql, params![programme, organisation]).await?.iter().map(read).collect()
}

/// The people and answers of a round as they were.
///
/// # Errors
/// When the database refuses it or what it holds cannot be read.
pub async fn input(tx: &mut Tx, round: &Round) -> Result<Input> {
    let row = tx
        .one(
            "select input from round where id = $1 and organisation_id = $2",
            params![&round.id, &round.organisation],
        )
        .await?;
    json(&row, "input")
}

/// What came out, when it is solved.
///
/// # Errors
/// When the database refuses it or what it holds cannot be read.
pub async fn outcome(tx: &mut Tx, round: &Round) -> Result<Option<Outcome>> {
    if round.solved_at.is_none() {
        return Ok(None);
    }
    let row = tx
        .one(
            "select answer from round where id = $1 and organisation_id = $2",
            params![&round.id, &round.organisation],
        )
        .await?;
    json(&row, "answer").map(Some)
}

/// The certificate as it is handed out.
///
/// # Errors
/// When the database refuses it.
pub async fn certificate(tx: &mut Tx, round: &Round) -> Result<String> {
    let row = tx
        .one(
            "select certificate from round where id = $1 and organisation_id = $2",
            params![&round.id, &round.organisation],
        )
        .await?;
    row.get("certificate")
}

/// What solving a round stores.
#[derive(Debug)]
pub struct Solved<'a> {
    /// What the coordinator decided.
    pub decisions: &'a Decisions,
    /// What the round aims at.
    pub objective: &'a str,
    /// What came out.
    pub outcome: &'a Outcome,
    /// The proof, as JSON.
    pub certificate: &'a str,
}

/// Keeps what came out, unless somebody has decided something else, or taken in other people,
/// since `before` was read.
/// Tells whether it was kept.
///
/// # Errors
/// When the database refuses it.
pub async fn keep(tx: &mut Tx, seam: &Seam, before: &Round, solved: &Solved<'_>) -> Result<bool> {
    let kept = tx
        .run(
            "update round set settings = $3, objective = $4, answer = $5, certificate = $6, \
             engine_version = $7, solved_at = $8 \
             where id = $1 and organisation_id = $2 and state = 'draft' and settings = $9 \
             and input_digest = $10",
            params![
                &before.id,
                &before.organisation,
                text_of(solved.decisions),
                solved.objective,
                solved.outcome.to_text(),
                solved.certificate,
                super::solve::ENGINE,
                seam.now_ms(),
                &before.settings_text,
                &before.input_digest
            ],
        )
        .await?;
    Ok(kept == 1)
}

/// Marks a round as published and says until when that can be taken back. Nothing when it is not
/// the solved draft that the coordinator looked at.
///
/// # Errors
/// When the database refuses it.
pub async fn publish(
    tx: &mut Tx,
    seam: &Seam,
    round: &Round,
    by: &PersonId,
) -> Result<Option<Timestamp>> {
    let now = seam.now();
    let undo_until = now + UNDO_WINDOW;
    let published = tx
        .run(
            "update round set state = 'published', published_at = $3, published_by = $4, undo_until = $5 \
             where id = $1 and organisation_id = $2 and state = 'draft' and solved_at = $6 and settings = $7",
            params![
                &round.id,
                &round.organisation,
                now.as_millisecond(),
                by,
                undo_until.as_millisecond(),
                round.solved_at.map(Timestamp::as_millisecond),
                &round.settings_text
            ],
        )
        .await?;
    Ok((published == 1).then_some(undo_until))
}

/// Marks a publication as taken back, inside its window. Tells whether it was.
///
/// # Errors
/// When the database refuses it.
pub async fn undo(tx: &mut Tx, seam: &Seam, round: &Round) -> Result<bool> {
    let undone = tx
        .run(
            "update round set state = 'undone', undone_at = $3 \
             where id = $1 and organisation_id = $2 and state = 'published' and undo_until > $3",
            params![&round.id, &round.organisation, seam.now_ms()],
        )
        .await?;
    Ok(undone == 1)
}

/// Throws a draft away. Tells whether there was one.
///
/// # Errors
/// When the database refuses it.
pub async fn discard(tx: &mut Tx, round: &Round) -> Result<bool> {
    let gone = tx
        .run(
            "delete from round where id = $1 and organisation_id = $2 and state = 'draft'",
            params![&round.id, &round.organisation],
        )
        .await?;
    Ok(gone == 1)
}

/// Lets only one publication of a track go on at a time.
///
/// # Errors
/// When the database refuses it.
pub async fn lock_track(tx: &mut Tx, round: &Round) -> Result<()> {
    let sql = format!(
        "select id from track where id = $1 and organisation_id = $2{}",
        tx.dialect().lock()
    );
    tx.one(&sql, params![&round.track, &round.organisation]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<Round> {
    let settings_text: String = row.get("settings")?;
    let seed: i64 = row.get("seed")?;
    Ok(Round {
        id: row.get("id")?,
        organisation: row.get("organisation_id")?,
        programme: row.get("programme_id")?,
        track: row.get("track_id")?,
        state: state(row)?,
        decisions: json(row, "settings")?,
        settings_text,
        input_digest: row.get("input_digest")?,
        engine_version: row.get("engine_version")?,
        seed: u64::try_from(seed).unwrap_or(0),
        created_by: row.get("created_by")?,
        created_at: at(row.get("created_at")?),
        solved_at: row.get::<Option<i64>>("solved_at")?.map(at),
    })
}

fn state(row: &Row) -> Result<State> {
    let name: String = row.get("state")?;
    let instant = |column: &str| Ok::<_, db::Error>(row.get::<Option<i64>>(column)?.map(at));
    let missing = || wrong("state", format!("«{name}» without its instants"));
    match name.as_str() {
        "draft" => Ok(State::Draft),
        "published" => Ok(State::Published {
            at: instant("published_at")?.ok_or_else(missing)?,
            undo_until: instant("undo_until")?.ok_or_else(missing)?,
        }),
        "undone" => Ok(State::Undone { at: instant("undone_at")?.ok_or_else(missing)? }),
        other => Err(wrong("state", format!("«{other}» is no state of a round"))),
    }
}

fn json<T: serde::de::DeserializeOwned>(row: &Row, column: &str) -> Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|e| wrong(column, e.to_string()))
}

fn wrong(column: &str, reason: String) -> db::Error {
    db::Error::Column { column: column.to_owned(), reason }
}

fn at(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}

fn text_of(decisions: &Decisions) -> String {
    // Maps with text keys and plain values: there is nothing in it that JSON cannot hold.
    serde_json::to_string(decisions).unwrap_or_default()
}

/// Gives the places that a round added to those who give, or takes them back.
///
/// # Errors
/// When the database refuses it.
pub async fn add_places(tx: &mut Tx, desk: &super::desk::Desk, sign: i64) -> Result<()> {
    let giver = &desk.asking.asked.giver;
    for (person, places) in &desk.settings().places {
        let entrant = desk.input.entrant(person.as_str());
        let Some(enrolment) = entrant.and_then(|e| e.roles.get(&giver.name)) else { continue };
        tx.run(
            "update enrolment set capacity = coalesce(capacity, $3) + $4 \
             where organisation_id = $1 and id = $2",
            params![
                &desk.round.organisation,
                enrolment,
                i64::from(giver.load.usual),
                sign * i64::from(*places)
            ],
        )
        .await?;
    }
    Ok(())
}

/// Those without a partner come first in the next round; taken back with the publication.
///
/// # Errors
/// When the database refuses it.
pub async fn put_first(tx: &mut Tx, desk: &super::desk::Desk, by: i64) -> Result<()> {
    let role = &desk.asking.asked.receiver.name;
    for alone in desk.unplaced() {
        let entrant = desk.input.entrant(desk.id(alone.person));
        let Some(enrolment) = entrant.and_then(|e| e.roles.get(role)) else { continue };
        tx.run(
            "update enrolment set priority = priority + $3 where organisation_id = $1 and id = $2",
            params![&desk.round.organisation, enrolment, by],
        )
        .await?;
    }
    Ok(())
}

/// Takes other people into a draft: it has to be solved again. Tells whether it was still the same.
///
/// # Errors
/// When the database refuses it.
pub async fn renew(tx: &mut Tx, round: &Round, input: &Input) -> Result<bool> {
    let text = input.to_text();
    let renewed = tx
        .run(
            "update round set input = $3, input_digest = $4, solved_at = null \
             where id = $1 and organisation_id = $2 and state = 'draft' and settings = $5",
            params![
                &round.id,
                &round.organisation,
                &text,
                super::input::digest(&text),
                &round.settings_text
            ],
        )
        .await?;
    Ok(renewed == 1)
}
