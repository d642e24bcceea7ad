//! The months inside of relationships: meetings, goals, messages and check-ins. Nobody could click
//! all that at every start, so it is written down as it would have been.

use ::people::{OrganisationId, PersonId, ProgrammeId};
use anyhow::Context as _;
use db::{Tx, params};
use web::App;

use super::{
    people::Cast,
    texts::{AGENDAS, GOALS, MESSAGES, PLACES},
};

const DAY: i64 = 24 * 60 * 60 * 1000;
const HOUR: i64 = DAY / 24;

/// A seat of a relationship.
pub(super) struct Seat {
    pub relationship: String,
    pub person: PersonId,
    pub role: String,
}

/// The time that is lived, in days before today.
pub(super) struct Months {
    /// Today's moment, in milliseconds.
    pub today: i64,
    pub begun: i64,
    pub ended: i64,
    /// All go well: what remains in memory of a year that is over.
    pub lively: bool,
}

/// How it goes between two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Well,
    Quiet,
    Stuck,
    Unhappy,
}

/// The seats of a programme's relationships that are asked or running, relationship by relationship.
pub(super) async fn seats(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> db::Result<Vec<Seat>> {
    let rows = tx
        .all(
            "select s.relationship_id, s.person_id, s.role from seat s \
             join relationship r on r.id = s.relationship_id \
             where r.organisation_id = $1 and r.programme_id = $2 \
             and r.state in ('offered', 'active', 'paused') order by s.relationship_id, s.role",
            params![organisation, programme],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Seat {
                relationship: row.get("relationship_id")?,
                person: row.get("person_id")?,
                role: row.get("role")?,
            })
        })
        .collect()
}

/// Two people and what is known of them.
struct Pair<'a> {
    app: &'a App,
    organisation: &'a OrganisationId,
    id: String,
    mentor: PersonId,
    mentee: PersonId,
    /// Which of the example's texts are theirs.
    at: usize,
}

/// Fills the months of all of a programme's relationships.
pub(super) async fn live(
    app: &App,
    cast: &Cast,
    programme: &ProgrammeId,
    months: &Months,
) -> anyhow::Result<()> {
    let mut tx = app.db.write().await?;
    for pair in pairs(&mut tx, app, cast, programme).await? {
        let fixed = pair.mentor == cast.chidi.id;
        let mood = match pair.at % 10 {
            _ if months.lively || fixed => Mood::Well,
            5 | 6 => Mood::Quiet,
            7 => Mood::Stuck,
            8 => Mood::Unhappy,
            _ => Mood::Well,
        };
        pair.meet(&mut tx, months, mood, !fixed).await?;
        pair.check_in(&mut tx, months, mood).await?;
        pair.plan(&mut tx, months, mood).await?;
        pair.write(&mut tx, months, mood).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Something to do today: Chidi says whether yesterday's meeting took place, Dana picks the next.
pub(super) async fn today(
    app: &App,
    cast: &Cast,
    programme: &ProgrammeId,
    now: i64,
) -> anyhow::Result<()> {
    let mut tx = app.db.write().await?;
    let all = pairs(&mut tx, app, cast, programme).await?;
    let pair = all.into_iter().find(|p| p.mentor == cast.chidi.id && p.mentee == cast.dana.id);
    let pair = pair.context("Chidi mentors Dana")?;
    pair.meeting(&mut tx, "booked", now - now % DAY - 14 * HOUR, 2).await?;
    let next = pair.meeting(&mut tx, "proposed", 0, 3).await?;
    for days in [2, 3, 5] {
        let at = now - now % DAY + days * DAY + 9 * HOUR;
        tx.run(
            "insert into slot (id, meeting_id, starts_at) values ($1, $2, $3)",
            params![app.seam.id(), &next, at],
        )
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn pairs<'a>(
    tx: &mut Tx,
    app: &'a App,
    cast: &'a Cast,
    programme: &ProgrammeId,
) -> db::Result<Vec<Pair<'a>>> {
    let seats = seats(tx, &cast.organisation, programme).await?;
    let pairs = seats.chunk_by(|a, b| a.relationship == b.relationship).enumerate();
    let of = |seats: &[Seat], role: &str| {
        seats.iter().find(|s| s.role == role).map(|s| s.person.clone())
    };
    Ok(pairs
        .filter_map(|(at, seats)| {
            Some(Pair {
                app,
                organisation: &cast.organisation,
                id: seats[0].relationship.clone(),
                mentor: of(seats, "mentor")?,
                mentee: of(seats, "mentee")?,
                at,
            })
        })
        .collect())
}

impl Pair<'_> {
    /// Fortnightly for two months, then monthly; who is quiet stopped after that, who is stuck
    /// never began.
    async fn meet(&self, tx: &mut Tx, months: &Months, mood: Mood, ahead: bool) -> db::Result<()> {
        let mut day = 5 + i64::try_from(self.at % 6).unwrap_or(0);
        let length = months.begun - months.ended;
        let last = match mood {
            Mood::Well => length - 2,
            Mood::Quiet => 50,
            Mood::Unhappy => 60,
            Mood::Stuck => 0,
        };
        let mut number = 0;
        while day < last {
            self.meeting(tx, "held", months.moment(months.begun - day), number).await?;
            number += 1;
            day += if day < 60 { 14 } else { 30 };
        }
        if ahead && months.ended == 0 && mood == Mood::Well {
            let days = 1 + i64::try_from(self.at % 12).unwrap_or(0);
            self.meeting(tx, "booked", months.moment(-days), number).await?;
        }
        Ok(())
    }

    async fn meeting(
        &self,
        tx: &mut Tx,
        state: &str,
        starts: i64,
        at: usize,
    ) -> db::Result<String> {
        let id = self.app.seam.id();
        let now = self.app.seam.now_ms();
        let (held, proposed) = (state == "held", state == "proposed");
        let created = if starts == 0 { now - 5 * HOUR } else { (starts - 9 * DAY).min(now - DAY) };
        tx.run(
            "insert into meeting (id, organisation_id, relationship_id, state, proposed_by, starts_at, \
             minutes, place, agenda, uid, sequence, created_at, held_at, logged_by) \
             values ($1, $2, $3, $4, $5, $6, 60, $7, $8, $9, 0, $10, $11, $12)",
            params![
                &id,
                self.organisation,
                &self.id,
                state,
                &self.mentor,
                (!proposed).then_some(starts),
                PLACES[(self.at + at) % PLACES.len()],
                AGENDAS[at.min(AGENDAS.len() - 1)],
                format!("{id}@larkspur.example"),
                created,
                held.then_some(starts + 2 * HOUR),
                held.then_some(&self.mentee)
            ],
        )
        .await?;
        Ok(id)
    }

    async fn check_in(&self, tx: &mut Tx, months: &Months, mood: Mood) -> db::Result<()> {
        for day in [30, 90, 150, 210].into_iter().filter(|d| *d < months.begun - months.ended) {
            for person in [&self.mentor, &self.mentee] {
                // One in five forgets.
                let answers = (self.at + usize::try_from(day).unwrap_or(0) / 30) % 5 != 4;
                let unhappy = mood == Mood::Unhappy && day > 30 && person == &self.mentee;
                let going = match mood {
                    _ if unhappy => 2,
                    Mood::Well => 4 + i64::from(self.at.is_multiple_of(3)),
                    Mood::Quiet | Mood::Stuck | Mood::Unhappy => 3,
                };
                let asked = months.moment(months.begun - day);
                let answers = unhappy || answers;
                tx.run(
                    "insert into check_in (id, organisation_id, relationship_id, person_id, day, asked_at, \
                     answered_at, going, wants_help, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                    params![
                        self.app.seam.id(),
                        self.organisation,
                        &self.id,
                        person,
                        day,
                        asked,
                        answers.then_some(asked + 20 * HOUR),
                        answers.then_some(going),
                        answers.then_some(unhappy),
                        unhappy.then_some("We keep missing each other, and I do not like to nag.")
                    ],
                )
                .await?;
            }
        }
        Ok(())
    }

    async fn plan(&self, tx: &mut Tx, months: &Months, mood: Mood) -> db::Result<()> {
        if mood == Mood::Stuck {
            return Ok(());
        }
        let (title, steps) = GOALS[self.at % GOALS.len()];
        let (id, made) = (self.app.seam.id(), months.moment(months.begun - 35));
        let over = months.ended > 0;
        let due =
            jiff::Timestamp::from_millisecond(months.moment(months.ended - 60)).unwrap_or_default();
        tx.run(
            "insert into goal (id, organisation_id, relationship_id, title, why, due_on, audience, \
             created_by, created_at, reached_at) values ($1, $2, $3, $4, '', $5, 'partners', $6, $7, $8)",
            params![
                &id,
                self.organisation,
                &self.id,
                title,
                due.to_zoned(jiff::tz::TimeZone::UTC).date().to_string(),
                &self.mentee,
                made,
                over.then_some(months.moment(months.ended + 20))
            ],
        )
        .await?;
        for (position, words) in (0_i64..).zip(steps) {
            let done = over || (position == 0 && mood == Mood::Well);
            tx.run(
                "insert into goal_step (id, goal_id, position, words, done_at) values ($1, $2, $3, $4, $5)",
                params![
                    self.app.seam.id(),
                    &id,
                    position,
                    words,
                    done.then_some(made + (position + 2) * 9 * DAY)
                ],
            )
            .await?;
        }
        Ok(())
    }

    async fn write(&self, tx: &mut Tx, months: &Months, mood: Mood) -> db::Result<()> {
        let number = if mood == Mood::Well { MESSAGES.len() } else { 2 };
        for (at, words) in MESSAGES.into_iter().take(number).enumerate() {
            let person = if at % 2 == 0 { &self.mentor } else { &self.mentee };
            let days = i64::try_from(at).unwrap_or(0) * 4;
            tx.run(
                "insert into message (id, organisation_id, relationship_id, person_id, words, audience, \
                 sent_at) values ($1, $2, $3, $4, $5, 'partners', $6)",
                params![
                    self.app.seam.id(),
                    self.organisation,
                    &self.id,
                    person,
                    words,
                    months.moment(months.begun - 1 - days)
                ],
            )
            .await?;
        }
        Ok(())
    }
}

impl Months {
    /// Mid-morning, so many days before today.
    fn moment(&self, days: i64) -> i64 {
        self.today - self.today % DAY + 9 * HOUR - days * DAY
    }
}
