//! Who is looking: a signed-in person with their appointments, read in one statement.

use db::{Result, Row, Tx, params};
use jiff::tz::TimeZone;
use web::{NavItem, Shell, ViewerShown, Visit};
use words::{Arg, Language};

use super::{Appointment, Part};
use crate::{OrganisationId, PersonId, ProgrammeId, person::initials};

/// A signed-in person.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// What the request said.
    pub visit: Visit,
    /// Who.
    pub person: PersonId,
    /// As shown.
    pub name: String,
    /// Their address.
    pub email: Option<String>,
    /// Their organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// The zone of its dates.
    pub organisation_zone: TimeZone,
    /// The language they read.
    pub language: Language,
    /// Where their clock hangs.
    pub zone: TimeZone,
    /// What they are appointed to.
    pub appointments: Vec<Appointment>,
    /// The session's id.
    pub session: String,
    /// When the session was last noted as seen (milliseconds).
    pub(crate) seen_at: i64,
}

impl Viewer {
    /// The viewer of a session, if it is good at `now`.
    pub(crate) async fn of_session(
        tx: &mut Tx,
        visit: &Visit,
        digest: &str,
        now: i64,
    ) -> Result<Option<Self>> {
        let rows = tx
            .all(
                "select s.id as session_id, s.seen_at, p.id, p.name, p.email, p.language, p.time_zone, \
                 o.id as organisation_id, o.name as organisation_name, o.time_zone as organisation_zone, \
                 a.part, a.programme_id \
                 from session s \
                 join person p on p.id = s.person_id and p.erased_at is null \
                 join organisation o on o.id = p.organisation_id \
                 left join appointment a on a.person_id = p.id and a.organisation_id = o.id and a.ended_at is null \
                 where s.digest = $1 and s.revoked_at is null and s.expires_at > $2",
                params![digest, now],
            )
            .await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let mut viewer = read(visit, first)?;
        for row in &rows {
            let part: Option<String> = row.get("part")?;
            if let Some(part) = part.as_deref().and_then(Part::of_name) {
                viewer.appointments.push(Appointment { part, programme: row.get("programme_id")? });
            }
        }
        Ok(Some(viewer))
    }

    /// Whether they run the organisation.
    #[must_use]
    pub fn is_administrator(&self) -> bool {
        self.appointments.iter().any(|a| a.part == Part::Administrator)
    }

    /// Whether they run a programme.
    #[must_use]
    pub fn coordinates(&self, programme: &ProgrammeId) -> bool {
        self.appointments
            .iter()
            .any(|a| a.part == Part::Coordinator && a.programme.as_ref() == Some(programme))
    }

    /// Whether they run any programme.
    #[must_use]
    pub fn coordinates_any(&self) -> bool {
        self.appointments.iter().any(|a| a.part == Part::Coordinator)
    }

    /// The frame of a page for them, titled by a key.
    #[must_use]
    pub fn page(&self, title_key: &str) -> Shell {
        self.page_titled(self.t(title_key))
    }

    /// The frame of a page for them.
    #[must_use]
    pub fn page_titled(&self, title: String) -> Shell {
        let mut shell = Shell::new(&self.visit, title);
        shell.viewer = Some(ViewerShown {
            name: self.name.clone(),
            initials: initials(&self.name),
            is_administrator: self.is_administrator(),
        });
        shell.organisation.clone_from(&self.organisation_name);
        shell.nav = self.nav();
        shell
    }

    /// A sentence in their language.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        words::say_plain(self.language, key)
    }

    /// A sentence in their language, filled in.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        words::say(self.language, key, args)
    }

    fn nav(&self) -> Vec<NavItem> {
        let runs = self.is_administrator() || self.coordinates_any();
        let all = [
            ("/", "nav-home", "home", true),
            ("/monday", "nav-monday", "list", self.coordinates_any()),
            ("/programmes", "nav-programmes", "programme", runs),
            ("/people", "nav-people", "people", self.is_administrator()),
        ];
        let path = self.visit.path.split('?').next().unwrap_or("/");
        all.into_iter()
            .filter(|(.., shown)| *shown)
            .map(|(href, key, icon, _)| NavItem {
                href: href.to_owned(),
                label: self.t(key),
                icon,
                current: path == href
                    || (href != "/" && path.strip_prefix(href).is_some_and(|r| r.starts_with('/'))),
                badge: None,
            })
            .collect()
    }
}

fn read(visit: &Visit, row: &Row) -> Result<Viewer> {
    let zone = |name: String| TimeZone::get(&name).unwrap_or(TimeZone::UTC);
    let own = Language::of_tag(&row.get::<String>("language")?).unwrap_or_default();
    let language = if visit.language_chosen { visit.language } else { own };
    let visit = Visit { language, ..visit.clone() };
    Ok(Viewer {
        language,
        visit,
        person: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        organisation: row.get("organisation_id")?,
        organisation_name: row.get("organisation_name")?,
        organisation_zone: zone(row.get("organisation_zone")?),
        zone: zone(row.get("time_zone")?),
        appointments: Vec::new(),
        session: row.get("session_id")?,
        seen_at: row.get("seen_at")?,
    })
}
