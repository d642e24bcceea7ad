//! Founding: the organisation and its first administrator, from the first run's form or the console.

use db::{Result, Tx};
use jobs::Seam;
use words::Language;

use super::{OrganisationFounded, store};
use crate::{
    OrganisationId, PersonId,
    permission::{Part, appoint},
    person::{self, NewPerson},
};

/// What is known at the founding. All of it is checked already.
#[derive(Debug, Clone)]
pub struct Founding {
    /// The organisation's name.
    pub organisation: String,
    /// Its language, and its administrator's.
    pub language: Language,
    /// An IANA name.
    pub time_zone: String,
    /// The administrator's name.
    pub name: String,
    /// The administrator's address, from [`person::parse_email`].
    pub email: String,
}

/// Founds. The caller has made sure that there is no organisation yet, in the same transaction.
///
/// # Errors
/// When the database refuses it.
pub async fn found(tx: &mut Tx, seam: &Seam, new: &Founding) -> Result<(OrganisationId, PersonId)> {
    let (language, zone) = (new.language, &new.time_zone);
    let id = store::found(tx, seam, &new.organisation, language, zone).await?;
    let administrator = NewPerson {
        name: new.name.clone(),
        email: Some(new.email.clone()),
        language: Some(language),
        time_zone: Some(zone.clone()),
        ..NewPerson::default()
    };
    let person = person::create(tx, seam, &id, &administrator).await?;
    appoint(tx, seam, &id, &person, Part::Administrator, None, None).await?;
    let fact = OrganisationFounded { organisation: id.clone() };
    jobs::record(tx, seam, id.as_str(), Some(person.as_str()), &fact).await?;
    Ok((id, person))
}
