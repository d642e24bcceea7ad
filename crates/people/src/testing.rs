//! One small world for all tests: Larkspur, a company, and people with fixed parts. Amal
//! administers, Bea coordinates, Chidi mentors, Dana is mentored, Edda is at Tern, Farid has
//! nothing to do with any of it.

mod forms;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{Router, body::Body};
use db::{Tx, testing::TestDb};
use http::{Request, header};
use jiff::{SignedDuration, Timestamp};
use jobs::{Handler, Seam, Worker};
use tower::ServiceExt as _;
use web::{App, Routes, Settings};

use crate::{
    OrganisationId, PersonId, ProgrammeId,
    identity::open_session,
    organisation,
    permission::{Part, appoint},
    person::{self, NewPerson, Person},
};

pub use forms::Form;

/// The names of the world's people, in lower case, as [`World::person`] takes them.
pub const PEOPLE: [&str; 6] = ["amal", "bea", "chidi", "dana", "edda", "farid"];

/// The world of a test: an application on a throw-away database with a clock of its own.
#[derive(Debug)]
pub struct World {
    /// The application.
    pub app: App,
    /// Larkspur.
    pub organisation: OrganisationId,
    people: BTreeMap<&'static str, PersonId>,
    router: Router,
    worker: Worker<App>,
    /// The database, which goes with the world.
    pub test: TestDb,
}

impl World {
    /// A world with some routes and the handlers of its jobs.
    ///
    /// # Panics
    /// When it cannot be made: the test cannot go on.
    pub async fn new(
        test: TestDb,
        routes: Routes,
        handlers: BTreeMap<&'static str, Handler<App>>,
    ) -> Self {
        let start: Timestamp = "2026-11-02T08:00:00Z".parse().expect("a moment");
        let settings = Settings {
            public_url: "http://cairn.test".parse().expect("an address"),
            demo: false,
            behind_proxy: false,
            setup_code: "let-me-in".to_owned(),
        };
        let app =
            App { db: test.db.clone(), seam: Seam::fixed(start, 7), settings: Arc::new(settings) };
        let (organisation, people) = populate(&app).await.expect("the world's people");
        let router = web::protect(routes.into_router(), app.clone());
        let worker = Worker::new(app.db.clone(), app.seam.clone(), Arc::new(app.clone()), handlers);
        Self { app, organisation, people, router, worker, test }
    }

    /// Somebody of the world, by their first name in lower case.
    ///
    /// # Panics
    /// When there is nobody of that name.
    #[must_use]
    pub fn person(&self, name: &str) -> &PersonId {
        self.people.get(name).expect("somebody of the world")
    }

    /// The same with all that is known of them.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn whole_person(&self, name: &str) -> Person {
        let mut tx = self.app.db.read().await.expect("a connection");
        let found = person::find(&mut tx, &self.organisation, self.person(name)).await;
        found.expect("the database answers").expect("they exist")
    }

    /// Somebody more joins Larkspur, known by this name.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn join(&mut self, name: &'static str, level: i64) {
        let new = NewPerson {
            name: name.to_owned(),
            email: Some(format!("{name}@larkspur.example")),
            level: Some(level),
            languages: vec!["English".to_owned()],
            ..NewPerson::default()
        };
        let mut tx = self.write().await;
        let made = person::create(&mut tx, &self.app.seam, &self.organisation, &new).await;
        tx.commit().await.expect("committed");
        self.people.insert(name, made.expect("somebody new"));
    }

    /// Makes somebody a coordinator of a programme.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn appoint_coordinator(&self, name: &str, programme: &ProgrammeId) {
        let mut tx = self.app.db.write().await.expect("a transaction");
        let (seam, person) = (&self.app.seam, self.person(name));
        let part = Part::Coordinator;
        appoint(&mut tx, seam, &self.organisation, person, part, Some(programme), None)
            .await
            .expect("appointed");
        tx.commit().await.expect("committed");
    }

    /// A browser in which somebody is signed in.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn sign_in(&self, name: &str) -> Browser {
        self.sign_in_as(self.person(name)).await
    }

    /// A browser in which anybody of the organisation is signed in.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn sign_in_as(&self, person: &PersonId) -> Browser {
        let mut tx = self.app.db.write().await.expect("a transaction");
        let cookie = open_session(&mut tx, &self.app, person, "test").await;
        tx.commit().await.expect("committed");
        let browser = self.stranger();
        let response = (cookie.expect("a session"), ());
        browser.keep(&axum::response::IntoResponse::into_response(response));
        browser
    }

    /// A browser that nobody is signed in to.
    #[must_use]
    pub fn stranger(&self) -> Browser {
        Browser { router: self.router.clone(), cookies: Mutex::default() }
    }

    /// Moves the clock.
    pub fn travel(&self, by: SignedDuration) {
        self.app.seam.travel(by);
    }

    /// Moves the clock by whole days.
    pub fn travel_days(&self, days: i64) {
        self.travel(SignedDuration::from_hours(24 * days));
    }

    /// Does all that is due. Gives how many jobs ran.
    ///
    /// # Panics
    /// When the queue cannot be read.
    pub async fn run_jobs(&self) -> usize {
        self.worker.run_due().await.expect("the queue works")
    }

    /// A transaction, for acts that no page offers.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn write(&self) -> Tx {
        self.app.db.write().await.expect("a transaction")
    }

    /// All mails of the outbox, newest first.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn mails(&self) -> Vec<mail::Sent> {
        let mut tx = self.app.db.read().await.expect("a connection");
        mail::list(&mut tx, 1000).await.expect("the outbox")
    }

    /// The newest mail to somebody.
    ///
    /// # Panics
    /// When there is none.
    pub async fn mail_to(&self, name: &str) -> mail::Sent {
        let address = format!("{name}@larkspur.example");
        let mails = self.mails().await;
        mails.into_iter().find(|m| m.to_address == address).expect("a mail to them")
    }
}

async fn populate(app: &App) -> db::Result<(OrganisationId, BTreeMap<&'static str, PersonId>)> {
    let mut tx = app.db.write().await?;
    let language = words::Language::English;
    let zone = "Europe/Copenhagen";
    let id = organisation::store::found(&mut tx, &app.seam, "Larkspur", language, zone).await?;
    let mut people = BTreeMap::new();
    let named = PEOPLE.into_iter().zip([
        ("Amal Haddad", "People", 6),
        ("Bea Lindqvist", "People", 5),
        ("Chidi Okafor", "Engineering", 6),
        ("Dana Whitlock", "Finance", 3),
        ("Edda Marsh", "Operations", 4),
        ("Farid Nazari", "Sales", 4),
    ]);
    for (key, (name, department, level)) in named {
        let new = NewPerson {
            name: name.to_owned(),
            email: Some(format!("{key}@larkspur.example")),
            department: Some(department.to_owned()),
            company: Some(if key == "edda" { "Tern & Co" } else { "Larkspur" }.to_owned()),
            level: Some(level),
            languages: vec!["English".to_owned()],
            ..NewPerson::default()
        };
        people.insert(key, person::create(&mut tx, &app.seam, &id, &new).await?);
    }
    appoint(&mut tx, &app.seam, &id, &people["amal"], Part::Administrator, None, None).await?;
    tx.commit().await?;
    Ok((id, people))
}

/// A browser: keeps cookies, follows nothing by itself.
#[derive(Debug)]
pub struct Browser {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Page {
    /// The status, as 200.
    pub status: u16,
    /// Where it leads, for a redirect.
    pub location: Option<String>,
    /// The headers.
    pub headers: http::HeaderMap,
    /// The body.
    pub html: String,
}

impl Browser {
    /// Opens a page.
    pub async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Page {
        let body = form
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect::<Vec<_>>()
            .join("&");
        let kind = "application/x-www-form-urlencoded";
        self.send(Request::post(path).header(header::CONTENT_TYPE, kind), Body::from(body)).await
    }

    /// Sends a form with one file.
    pub async fn upload(&self, path: &str, field: &str, name: &str, content: &[u8]) -> Page {
        let mut body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let kind = "multipart/form-data; boundary=edge";
        self.send(Request::post(path).header(header::CONTENT_TYPE, kind), Body::from(body)).await
    }

    /// Sends any request.
    ///
    /// # Panics
    /// When the request cannot be built or the router fails.
    pub async fn send(&self, request: http::request::Builder, body: Body) -> Page {
        let cookies = {
            let kept = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
            kept.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ")
        };
        let request = request
            .header(header::COOKIE, cookies)
            .header("sec-fetch-site", "same-origin")
            .body(body)
            .expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        self.keep(&response);
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let location = headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).map(Into::into);
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        Page { status, location, headers, html: String::from_utf8_lossy(&bytes).into_owned() }
    }

    fn keep(&self, response: &axum::response::Response) {
        let mut kept = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for value in response.headers().get_all(header::SET_COOKIE) {
            let pair = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                if value.is_empty() {
                    kept.remove(name);
                } else {
                    kept.insert(name.to_owned(), value.to_owned());
                }
            }
        }
    }
}

impl Page {
    /// The text that a reader meets in the main part of the page, in one line.
    ///
    /// # Panics
    /// Never: the selectors are fixed.
    #[must_use]
    pub fn text(&self) -> String {
        let document = scraper::Html::parse_document(&self.html);
        let main = scraper::Selector::parse("main").expect("a selector");
        let node = document.select(&main).next().unwrap_or_else(|| document.root_element());
        node.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    }

    /// Whether the reader meets this text.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// An attribute of all elements that a CSS selector finds.
    ///
    /// # Panics
    /// When the selector is none.
    #[must_use]
    pub fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        let document = scraper::Html::parse_document(&self.html);
        let selector = scraper::Selector::parse(selector).expect("a selector");
        document.select(&selector).filter_map(|e| e.attr(attribute)).map(Into::into).collect()
    }
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                char::from(b).to_string()
            }
            _ => format!("%{b:02X}"),
        })
        .collect()
}
