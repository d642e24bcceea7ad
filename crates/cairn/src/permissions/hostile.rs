//! Forms are input from outside, too: every verb, by four persons, with what no page of ours would
//! send. Whatever comes, the answer is one for people, never a fault of ours.

use std::collections::BTreeMap;

use axum::body::Body;
use db::{db_test, testing::TestDb};
use http::{Request, header};
use people::{
    permission::Anyone,
    testing::{Browser, Form, Page},
};
use web::{Answer, Routes};

use super::{leads_to_sign_in, stage::Scene};

/// A stranger, the administrator, a coordinator, a participant.
const SENDERS: [Option<&str>; 4] = [None, Some("amal"), Some("bea"), Some("dana")];

/// What is put into one field while the others stay as the page filled them. Percent-encoded already.
const VALUES: [&str; 22] = [
    "",
    "%00",
    "a%00b",
    "%FF%FE",
    "%C3%28",
    "%",
    "%zz",
    "-1",
    "99999999999999999999999",
    "1e309",
    "NaN",
    "2026-02-30",
    "-009999-01-01",
    "9999-12-31T23%3A59%3A59",
    "24%3A61",
    "%27%3B+drop+table+person%3B--",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "%F0%9F%A6%84%E2%80%AE%E2%80%8B",
    "00000000-0000-7000-8000-000000000000",
    "%7B%22a%22%3A%5B%5D%7D",
    "..%2F..%2Fetc%2Fpasswd",
    "%0D%0ASet-Cookie%3A+a%3Db",
];

/// Whole bodies with the kind that they claim to be.
const BODIES: [(&str, &[u8]); 12] = [
    ("", b""),
    ("application/x-www-form-urlencoded", b"\xff\xfe\x00=\x80&&&===&%&a"),
    ("application/x-www-form-urlencoded", b"a[]=1&a[b][c]=2&__proto__=3"),
    ("application/x-www-form-urlencoded; charset=utf-16", b"\xfe\xff\x00a\x00=\x00b"),
    ("application/json", b"{\"words\": [[[[[[{}]]]]]]}"),
    ("text/plain", b"hello"),
    ("text/html; charset=\"", b"<html>"),
    ("multipart/form-data", b"--x\r\n\r\n--x--"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"file\"\r\n"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n\x00\r\n--x--\r\n"),
    (
        "multipart/form-data; boundary=x",
        b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../\x01.csv\"\r\n\r\nPK\x03\x04\r\n--x--\r\n",
    ),
    (
        "multipart/form-data; boundary=x",
        b"--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\xff\xff\r\n--x--\r\n",
    ),
];

#[db_test]
async fn no_form_however_hostile_meets_a_fault_of_ours(test: TestDb) {
    let routes = crate::routes::all();
    let mut verbs: Vec<_> = routes.list().iter().filter(|r| r.method == "POST").cloned().collect();
    let pages: Vec<_> = routes.list().iter().filter(|r| r.method == "GET").cloned().collect();
    // What takes the ground away from others comes last.
    let ends = ["undo", "end", "decline", "withdraw", "delete", "discard", "close", "sign-out"];
    verbs.sort_by_key(|route| ends.iter().any(|word| route.path.contains(word)));
    let scene = Scene::set(test, routes).await;
    let mut hurled = Hurled::default();
    for sender in SENDERS {
        let forms = forms(&scene, sender, &pages).await;
        hurled.forms += forms.len();
        for route in &verbs {
            let path = scene.path(route.path);
            let browser = scene.browser(sender).await;
            hurled.bodies(&browser, &path).await;
            if let Some(form) = forms.get(&path) {
                hurled.fields(&browser, form).await;
            }
        }
    }
    println!(
        "hostile forms: {} cases, {} verbs, {} persons, {} forms, {} faults",
        hurled.cases,
        verbs.len(),
        SENDERS.len(),
        hurled.forms,
        hurled.wrong.len()
    );
    assert!(hurled.wrong.is_empty(), "{}", hurled.wrong.join("\n"));
    assert!(hurled.cases > 5000 && hurled.forms > 50, "{} {}", hurled.cases, hurled.forms);
}

/// The bite: a verb that trusts what it is sent is found out.
#[db_test]
async fn a_verb_that_trusts_its_form_is_found_out(test: TestDb) {
    let scene =
        Scene::set(test, crate::routes::all().merge(Routes::new().post("/trusts", trusts))).await;
    let browser = scene.browser(None).await;
    let fields =
        vec![("day".to_owned(), "2026-11-22".to_owned()), ("to".to_owned(), String::new())];
    let mut hurled = Hurled::default();
    hurled.fields(&browser, &Form { action: "/trusts".to_owned(), fields }).await;
    assert!(hurled.wrong.len() >= 5, "{:?}", hurled.wrong);
}

async fn trusts(_: Anyone, web::Form(form): web::Form<BTreeMap<String, String>>) -> Answer {
    let day: jiff::civil::Date = form["day"].parse().expect("a browser sends a date");
    web::go(&format!("/?{day}"))
}

/// The forms of all pages that somebody sees, by where they post to.
async fn forms(
    scene: &Scene,
    sender: Option<&str>,
    pages: &[web::Route],
) -> BTreeMap<String, Form> {
    let browser = scene.browser(sender).await;
    let mut forms = BTreeMap::new();
    for route in pages {
        let path = scene.path(route.path);
        let page = browser.get(&path).await;
        if page.status != 200 || leads_to_sign_in(&page) {
            continue;
        }
        for form in page.forms(&path) {
            let action = form.action.split(['?', '#']).next().unwrap_or_default().to_owned();
            let known: &mut Form = forms.entry(action).or_insert_with(|| form.clone());
            // The one that asks more is the better target.
            if form.fields.len() > known.fields.len() {
                *known = form;
            }
        }
    }
    forms
}

#[derive(Default)]
struct Hurled {
    cases: usize,
    forms: usize,
    wrong: Vec<String>,
}

impl Hurled {
    async fn bodies(&mut self, browser: &Browser, path: &str) {
        for (kind, body) in BODIES {
            self.send(browser, path, kind, body.to_vec()).await;
        }
    }

    async fn fields(&mut self, browser: &Browser, form: &Form) {
        let kind = "application/x-www-form-urlencoded";
        let action = form.action.split('#').next().unwrap_or_default();
        let pairs: Vec<String> = form
            .fields
            .iter()
            .map(|(n, v)| {
                url::form_urlencoded::Serializer::new(String::new()).append_pair(n, v).finish()
            })
            .collect();
        for (at, (name, _)) in form.fields.iter().enumerate() {
            let with = |pair: Option<String>| {
                let others = pairs
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != at)
                    .map(|(_, p)| p.clone());
                others.chain(pair).collect::<Vec<_>>().join("&").into_bytes()
            };
            for n in 0..5 {
                // Every value meets many fields, no field all of them.
                let value = VALUES[(self.cases + n * 5) % VALUES.len()];
                self.send(browser, action, kind, with(Some(format!("{name}={value}")))).await;
            }
            let again = [pairs[at].as_str(), pairs[at].as_str()].join("&");
            self.send(browser, action, kind, with(Some(again))).await;
            self.send(browser, action, kind, with(None)).await;
        }
        let name = form.fields.last().map_or("a", |(name, _)| name);
        for length in [20_000, 2 << 20] {
            let body = format!("{}&{name}={}", pairs.join("&"), "x".repeat(length));
            self.send(browser, action, kind, body.into_bytes()).await;
        }
    }

    async fn send(&mut self, browser: &Browser, path: &str, kind: &str, body: Vec<u8>) {
        self.cases += 1;
        let shown = String::from_utf8_lossy(&body[..body.len().min(200)]).into_owned();
        let mut request = Request::post(path);
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let page = browser.send(request, Body::from(body)).await;
        if let Some(what) = fault(&page) {
            self.wrong.push(format!("POST {path} ({kind}) {shown}: {what}"));
        }
    }
}

/// What is wrong with an answer: a fault, or a sentence that the catalogue does not have.
fn fault(page: &Page) -> Option<String> {
    if page.status >= 500 {
        return Some(format!("{} {}", page.status, page.text()));
    }
    page.html.contains('⟦').then(|| "a sentence is missing".to_owned())
}
