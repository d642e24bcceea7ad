//! Appointments: administrator of the organisation, coordinator of a programme.

use db::{Result, Tx, params};
use jobs::Seam;
use serde::{Deserialize, Serialize};

use crate::{
    OrganisationId, PersonId, ProgrammeId,
    person::{self, Person},
};

/// What a person is appointed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Runs the organisation: people, appointments, settings.
    Administrator,
    /// Runs one programme.
    Coordinator,
}

impl Part {
    /// As it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Coordinator => "coordinator",
        }
    }

    pub(crate) fn of_name(name: &str) -> Option<Self> {
        [Self::Administrator, Self::Coordinator].into_iter().find(|p| p.name() == name)
    }
}

/// A current appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// To what.
    pub part: Part,
    /// For which programme; none for administrators.
    pub programme: Option<ProgrammeId>,
}

/// Somebody was appointed.
#[derive(Debug, Serialize, Deserialize)]
pub struct Appointed {
    /// Who.
    pub person: PersonId,
    /// To what.
    pub part: Part,
    /// For which programme.
    pub programme: Option<ProgrammeId>,
}

impl jobs::Fact for Appointed {
    const NAME: &'static str = "appointed";
    fn subject(&self) -> (&'static str, &str) {
        ("person", self.person.as_str())
    }
    fn programme(&self) -> Option<&str> {
        self.programme.as_ref().map(ProgrammeId::as_str)
    }
}

/// An appointment ended.
#[derive(Debug, Serialize, Deserialize)]
pub struct AppointmentEnded {
    /// Whose.
    pub person: PersonId,
    /// To what.
    pub part: Part,
    /// For which programme.
    pub programme: Option<ProgrammeId>,
}

impl jobs::Fact for AppointmentEnded {
    const NAME: &'static str = "appointment_ended";
    fn subject(&self) -> (&'static str, &str) {
        ("person", self.person.as_str())
    }
    fn programme(&self) -> Option<&str> {
        self.programme.as_ref().map(ProgrammeId::as_str)
    }
}

/// Appoints somebody; nothing happens when they are already.
///
/// # Errors
/// When the database refuses it.
pub async fn appoint(
    tx: &mut Tx,
    seam: &Seam,
    organisation: &OrganisationId,
    person: &PersonId,
    part: Part,
    programme: Option<&ProgrammeId>,
    by: Option<&PersonId>,
) -> Result<()> {
    let there = tx
        .find(
            "select id from appointment where organisation_id = $1 and person_id = $2 and part = $3 \
             and coalesce(programme_id, '') = coalesce($4, '') and ended_at is null",
            params![organisation, person, part.name(), programme],
        )
        .await?;
    if there.is_some() {
        return Ok(());
    }
    tx.run(
        "insert into appointment (id, organisation_id, person_id, part, programme_id, appointed_at, appointed_by) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![seam.id(), organisation, person, part.name(), programme, seam.now_ms(), by],
    )
    .await?;
    let fact = Appointed { person: person.clone(), part, programme: programme.cloned() };
    jobs::record(tx, seam, organisation.as_str(), by.map(PersonId::as_str), &fact).await?;
    Ok(())
}

/// Ends an appointment. Gives false when there is none, or when it is the last administrator's:
/// an organisation without one could not be mended from inside.
///
/// # Errors
/// When the database refuses it.
pub async fn end_appointment(
    tx: &mut Tx,
    seam: &Seam,
    organisation: &OrganisationId,
    person: &PersonId,
    part: Part,
    programme: Option<&ProgrammeId>,
    by: &PersonId,
) -> Result<bool> {
    if part == Part::Administrator {
        let lock = tx.dialect().lock();
        let sql = format!(
            "select id from appointment where organisation_id = $1 and part = $2 and ended_at is null{lock}"
        );
        if tx.all(&sql, params![organisation, part.name()]).await?.len() < 2 {
            return Ok(false);
        }
    }
    let ended = tx
        .run(
            "update appointment set ended_at = $5 where organisation_id = $1 and person_id = $2 \
             and part = $3 and coalesce(programme_id, '') = coalesce($4, '') and ended_at is null",
            params![organisation, person, part.name(), programme, seam.now_ms()],
        )
        .await?;
    if ended > 0 {
        let fact = AppointmentEnded { person: person.clone(), part, programme: programme.cloned() };
        jobs::record(tx, seam, organisation.as_str(), Some(by.as_str()), &fact).await?;
    }
    Ok(ended > 0)
}

/// What a person is appointed to now.
///
/// # Errors
/// When the database refuses it.
pub async fn appointments_of(
    tx: &mut Tx,
    organisation: &OrganisationId,
    person: &PersonId,
) -> Result<Vec<Appointment>> {
    let rows = tx
        .all(
            "select part, programme_id from appointment where organisation_id = $1 and person_id = $2 \
             and ended_at is null order by appointed_at, id",
            params![organisation, person],
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        if let Some(part) = Part::of_name(&row.get::<String>("part")?) {
            all.push(Appointment { part, programme: row.get("programme_id")? });
        }
    }
    Ok(all)
}

/// The coordinators of a programme, by name.
///
/// # Errors
/// When the database refuses it.
pub async fn coordinators_of(
    tx: &mut Tx,
    organisation: &OrganisationId,
    programme: &ProgrammeId,
) -> Result<Vec<Person>> {
    let sql = format!(
        "select {} from person p join appointment a on a.person_id = p.id \
         where a.organisation_id = $1 and a.programme_id = $2 and a.part = $3 and a.ended_at is null \
         and p.erased_at is null order by p.name, p.id",
        person::store::COLUMNS
    );
    let rows = tx.all(&sql, params![organisation, programme, Part::Coordinator.name()]).await?;
    rows.iter().map(person::store::read).collect()
}
