//! Four hundred people, the same at every start: who they are, whom they report to, when they have
//! time.

use std::collections::BTreeSet;

use ::people::{
    OrganisationId, PersonId,
    person::{self, Hours, NewPerson},
};
use jiff::civil::{Date, Time};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use web::App;

use super::names::{DEPARTMENTS, GROUPS, NAMES, SITES};

/// Somebody of the example, with what the makers of its history need to know.
#[derive(Debug, Clone)]
pub(super) struct Somebody {
    pub id: PersonId,
    pub level: i64,
    pub zone: &'static str,
    pub languages: Vec<String>,
}

/// The heads of departments report to whoever leads the company; leads to heads; all others to a
/// lead. A level is a step of the ladder: 1 to 8.
pub(super) async fn gather(
    app: &App,
    organisation: &OrganisationId,
) -> anyhow::Result<Vec<Somebody>> {
    let year = app.seam.now().to_zoned(jiff::tz::TimeZone::UTC).year();
    let mut maker = Maker { chance: StdRng::seed_from_u64(400), taken: BTreeSet::new(), year };
    let mut all = Vec::new();
    let mut tx = app.db.write().await?;
    let top = maker.person("People", "Managing director", 8, None);
    let top = add(&mut tx, app, organisation, top, &mut all).await?;
    for (department, number, titles) in DEPARTMENTS {
        let head = maker.person(department, titles[3], 7, Some(&top));
        let head = add(&mut tx, app, organisation, head, &mut all).await?;
        let mut leads = Vec::new();
        for at in 1..number {
            // Every eighth leads those who come after.
            if at % 8 == 1 {
                let level = maker.chance.random_range(5..=6);
                let lead = maker.person(department, titles[2], level, Some(&head));
                leads.push(add(&mut tx, app, organisation, lead, &mut all).await?);
                continue;
            }
            let level = *[1, 2, 2, 3, 3, 3, 4, 4, 5].choose(&mut maker.chance).unwrap_or(&2);
            let title = titles[usize::from(level >= 3)];
            let lead = leads.last().unwrap_or(&head).clone();
            let new = maker.person(department, title, level, Some(&lead));
            add(&mut tx, app, organisation, new, &mut all).await?;
        }
    }
    tx.commit().await?;
    Ok(all)
}

async fn add(
    tx: &mut db::Tx,
    app: &App,
    organisation: &OrganisationId,
    (new, zone): (NewPerson, &'static str),
    all: &mut Vec<Somebody>,
) -> anyhow::Result<PersonId> {
    let id = person::create(tx, &app.seam, organisation, &new).await?;
    let level = new.level.unwrap_or(1);
    all.push(Somebody { id: id.clone(), level, zone, languages: new.languages });
    Ok(id)
}

struct Maker {
    chance: StdRng,
    taken: BTreeSet<String>,
    year: i16,
}

impl Maker {
    fn person(
        &mut self,
        department: &'static str,
        title: &str,
        level: i64,
        manager: Option<&PersonId>,
    ) -> (NewPerson, &'static str) {
        let name = self.name();
        let (site, zone, tongue) = self.site();
        let mut languages = vec!["English".to_owned()];
        if tongue != "English" && self.chance.random_bool(0.7) {
            languages.push(tongue.to_owned());
        }
        let affinities = match self.chance.random_bool(0.15) {
            true => GROUPS.choose(&mut self.chance).map(|g| (*g).to_owned()).into_iter().collect(),
            false => Vec::new(),
        };
        let new = NewPerson {
            email: Some(format!("{}@larkspur.example", address(&name))),
            name,
            time_zone: Some(zone.to_owned()),
            department: Some(department.to_owned()),
            site: Some(site.to_owned()),
            company: Some("Larkspur".to_owned()),
            job_title: Some(title.to_owned()),
            level: Some(level),
            manager: manager.cloned(),
            hired_on: Some(self.hired(level)),
            languages,
            affinities,
            availability: self.hours(),
            ..NewPerson::default()
        };
        (new, zone)
    }

    fn name(&mut self) -> String {
        loop {
            let (given, family) = NAMES.choose(&mut self.chance).unwrap_or(&NAMES[0]);
            let given = given.choose(&mut self.chance).unwrap_or(&"Kim");
            let family = family.choose(&mut self.chance).unwrap_or(&"Holm");
            let name = format!("{given} {family}");
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }

    fn site(&mut self) -> (&'static str, &'static str, &'static str) {
        let mut at = self.chance.random_range(0..10);
        for (site, zone, tongue, share) in SITES {
            if at < share {
                return (site, zone, tongue);
            }
            at -= share;
        }
        (SITES[0].0, SITES[0].1, SITES[0].2)
    }

    /// The higher on the ladder, the longer here; nobody came in the last two months.
    fn hired(&mut self, level: i64) -> Date {
        let year = i64::from(self.year) - 2 - self.chance.random_range(0..=level);
        let (month, day) = (self.chance.random_range(1..=12), self.chance.random_range(1..=28));
        Date::new(i16::try_from(year).unwrap_or(2020), month, day).unwrap_or_default()
    }

    /// Three or four days of the week, a morning or an afternoon.
    fn hours(&mut self) -> Vec<Hours> {
        let mut hours = Vec::new();
        for day in 1..=5 {
            if self.chance.random_bool(0.7) {
                let (from, to) = if self.chance.random_bool(0.5) { (9, 12) } else { (13, 16) };
                hours.push(Hours {
                    day,
                    from: Time::constant(from, 0, 0, 0),
                    to: Time::constant(to, 0, 0, 0),
                });
            }
        }
        hours
    }
}

/// A name as the local part of an address: plain letters and dots.
fn address(name: &str) -> String {
    let plain = |c: char| -> String {
        match c {
            'á' | 'ã' | 'â' | 'å' => "a".to_owned(),
            'æ' => "ae".to_owned(),
            'ç' | 'č' => "c".to_owned(),
            'é' | 'è' | 'ê' => "e".to_owned(),
            'í' => "i".to_owned(),
            'ñ' => "n".to_owned(),
            'ó' | 'õ' | 'ø' => "o".to_owned(),
            'ś' => "s".to_owned(),
            ' ' => ".".to_owned(),
            _ => c.to_string(),
        }
    };
    name.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_four_hundred_come_at_every_start_with_addresses_that_a_form_takes() {
        let year = 2026;
        let make = || {
            let mut maker =
                Maker { chance: StdRng::seed_from_u64(400), taken: BTreeSet::new(), year };
            (0..400).map(|_| maker.person("Sales", "Seller", 2, None).0).collect::<Vec<_>>()
        };
        let (some, others) = (make(), make());
        let names =
            |people: &[NewPerson]| people.iter().map(|p| p.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&some), names(&others));
        for person in some {
            let email = person.email.unwrap();
            assert_eq!(person::parse_email(&email).as_deref(), Some(email.as_str()));
            assert!(email.is_ascii(), "{email}");
        }
    }
}
