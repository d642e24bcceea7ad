//! The form of a person, as administrators fill it in.

use db::Tx;
use jiff::{civil::Date, tz::TimeZone};
use serde::Deserialize;
use web::{Answer, Choice, Errors, Shell, blank};
use words::Language;

use super::Details;
use crate::{
    OrganisationId, PersonId,
    organisation::Organisation,
    person::{self, parse_email, zones},
};

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct PersonForm {
    pub name: String,
    pub email: String,
    pub language: String,
    pub time_zone: String,
    pub department: String,
    pub site: String,
    pub company: String,
    pub job_title: String,
    pub level: String,
    pub manager: String,
    pub hired_on: String,
    pub languages: String,
}

/// The form on its page.
#[derive(askama::Template)]
#[template(path = "directory/form.html")]
pub(super) struct Page {
    pub page: Shell,
    pub form: PersonForm,
    pub errors: Errors,
    pub action: String,
    pub back: String,
    pub submit: String,
    pub languages: Vec<Choice>,
    pub zones: Vec<Choice>,
}

impl Page {
    pub fn new(page: Shell, form: PersonForm, errors: Errors, action: String, back: &str) -> Self {
        let language = |l: Language| Choice::new(l.tag(), l.name()).chosen_among(&[&form.language]);
        let zone = |zone: String| Choice::new(zone.clone(), zone).chosen_among(&[&form.time_zone]);
        Self {
            languages: Language::ALL.into_iter().map(language).collect(),
            zones: zones().into_iter().map(zone).collect(),
            submit: page.t("directory-save"),
            page,
            form,
            errors,
            action,
            back: back.to_owned(),
        }
    }
}

impl PersonForm {
    /// The form before anything is typed.
    pub fn empty(home: &Organisation) -> Self {
        Self {
            language: home.language.tag().to_owned(),
            time_zone: home.zone.iana_name().unwrap_or("UTC").to_owned(),
            ..Self::default()
        }
    }

    /// The form of somebody who is known.
    pub fn of(details: &Details, manager: Option<&str>) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            name: details.name.clone(),
            email: text(&details.email),
            language: details.language.clone(),
            time_zone: details.time_zone.clone(),
            department: text(&details.department),
            site: text(&details.site),
            company: text(&details.company),
            job_title: text(&details.job_title),
            level: details.level.map(|level| level.to_string()).unwrap_or_default(),
            manager: manager.unwrap_or_default().to_owned(),
            hired_on: details.hired_on.map(|day| day.to_string()).unwrap_or_default(),
            languages: details.languages.join(", "),
        }
    }

    /// What the form says, on top of what it does not ask for; whom it is about, when they exist.
    pub async fn read(
        &self,
        tx: &mut Tx,
        organisation: &OrganisationId,
        about: Option<&PersonId>,
        known: Details,
        errors: &mut Errors,
    ) -> Answer<Details> {
        let email = self.email(errors);
        if let Some(email) = &email {
            let holder = person::by_email(tx, organisation, email).await?;
            if holder.is_some_and(|holder| about != Some(&holder.id)) {
                errors.add("email", "directory-email-taken", &[]);
            }
        }
        let manager = self.manager(tx, organisation, about, errors).await?;
        let mut line = |field: &str, text: &str| {
            let text = errors.optional_text(field, &text.replace(['\n', '\r', '\t'], " "), 120);
            blank(&text).map(str::to_owned)
        };
        let (name, department) = (line("name", &self.name), line("department", &self.department));
        let (site, company) = (line("site", &self.site), line("company", &self.company));
        let job_title = line("job_title", &self.job_title);
        let spoken = line("languages", &self.languages).unwrap_or_default();
        if name.is_none() {
            errors.add("name", "error-required", &[]);
        }
        let level = blank(&self.level).and_then(|text| errors.number("level", text, -100, 1000));
        Ok(Details {
            name: name.unwrap_or_default(),
            email,
            language: Language::of_tag(&self.language).unwrap_or_default().tag().to_owned(),
            time_zone: self.zone(errors),
            department,
            site,
            company,
            job_title,
            level,
            manager,
            hired_on: self.hired_on(errors),
            languages: spoken.split([',', ';']).filter_map(blank).map(str::to_owned).collect(),
            ..known
        })
    }

    fn email(&self, errors: &mut Errors) -> Option<String> {
        let text = blank(&self.email)?;
        let email = parse_email(text);
        if email.is_none() {
            errors.add("email", "error-email", &[]);
        }
        email
    }

    fn zone(&self, errors: &mut Errors) -> String {
        if TimeZone::get(&self.time_zone).is_err() {
            errors.add("time_zone", "error-time-zone", &[]);
        }
        self.time_zone.clone()
    }

    fn hired_on(&self, errors: &mut Errors) -> Option<Date> {
        let text = blank(&self.hired_on)?;
        let day = text.parse().ok();
        if day.is_none() {
            errors.add("hired_on", "error-date", &[]);
        }
        day
    }

    async fn manager(
        &self,
        tx: &mut Tx,
        organisation: &OrganisationId,
        about: Option<&PersonId>,
        errors: &mut Errors,
    ) -> Answer<Option<PersonId>> {
        let Some(text) = blank(&self.manager) else { return Ok(None) };
        let found = match parse_email(text) {
            Some(email) => person::by_email(tx, organisation, &email).await?,
            None => None,
        };
        let found = found.map(|person| person.id);
        if found.is_none() {
            errors.add("manager", "directory-manager-unknown", &[]);
        } else if found.as_ref() == about {
            errors.add("manager", "directory-manager-self", &[]);
        }
        Ok(found)
    }
}
