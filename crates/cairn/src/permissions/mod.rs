//! Every route, by everybody of the world: who may is served, who may not finds nothing there, and
//! nobody ever reads what belongs to others. `policy.txt` says who may.

mod hostile;
mod policy;
mod stage;

use db::{db_test, testing::TestDb};
use people::testing::{Browser, Page};
use web::Route;

use policy::{PERSONS, Policy};
use stage::Scene;

/// Words that only some may ever read, and who they are.
const MARKERS: [(&str, &str); 4] = [
    (stage::MESSAGE, "CD"),
    (stage::ONLY_MINE, "D"),
    ("Whitlock", "ABCD"),
    (stage::PROGRAMME, "ABCDG"),
];

#[db_test]
async fn everybody_gets_what_they_may_and_nobody_else_learns_that_it_exists(test: TestDb) {
    let policy = Policy::read();
    let routes = crate::routes::all();
    let list = routes.list().to_vec();
    policy.covers(&list);
    let scene = Scene::set(test, routes).await;
    let mut found = Findings::default();
    refused(&scene, &policy, &list, &mut found).await;
    served(&scene, &policy, &list, &mut found).await;
    println!(
        "permission matrix: {} routes, {} persons, {} cells, {} answers searched for {} markers",
        list.len(),
        PERSONS.len(),
        found.cells,
        found.answers,
        MARKERS.len()
    );
    assert!(found.wrong.is_empty(), "{} wrong:\n{}", found.wrong.len(), found.wrong.join("\n"));
    assert_eq!(found.cells, list.len() * PERSONS.len());
}

/// The bite: a policy that allows less, or more, than the product does is found out.
#[db_test]
async fn a_wrong_line_of_the_policy_is_found_out(test: TestDb) {
    let routes = crate::routes::all();
    let one =
        |path: &str| routes.list().iter().filter(|r| r.path == path).cloned().collect::<Vec<_>>();
    let (report, account) = (one("/programmes/{programme}/report"), one("/account"));
    let scene = Scene::set(test, routes).await;
    let mut found = Findings::default();
    served(&scene, &Policy::of("GET /programmes/{programme}/report F"), &report[..1], &mut found)
        .await;
    refused(&scene, &Policy::of("GET /account A"), &account[..1], &mut found).await;
    assert!(found.wrong.len() >= 7, "{:?}", found.wrong);
}

#[derive(Default)]
struct Findings {
    cells: usize,
    answers: usize,
    wrong: Vec<String>,
}

/// All who may not, on all routes. Nothing may have happened afterwards.
async fn refused(scene: &Scene, policy: &Policy, list: &[Route], found: &mut Findings) {
    let before = scene.facts().await;
    for (person, letter) in PERSONS {
        let browser = scene.browser(person).await;
        for route in list.iter().filter(|route| !policy.allows(route, letter)) {
            found.cells += 1;
            let real = scene.path(route.path);
            let unknown = scene.unknown(route.path);
            let page = ask(&browser, route, &real).await;
            found.search(letter, route, &page);
            let refused = page.status == 404 || (letter == 'a' && leads_to_sign_in(&page));
            if !refused {
                found.wrong(letter, route, &format!("is served with {}", page.status));
            }
            // Where the path has a place, what is forbidden looks like what does not exist.
            if real != unknown {
                let other = ask(&browser, route, &unknown).await;
                let same =
                    (other.status, bare(&other, &unknown)) == (page.status, bare(&page, &real));
                if !same {
                    found.wrong(letter, route, "tells forbidden from unknown");
                }
            }
        }
    }
    assert_eq!(scene.facts().await, before, "somebody who may not has changed something");
}

/// All who may: pages first, then verbs, those that end something last.
async fn served(scene: &Scene, policy: &Policy, list: &[Route], found: &mut Findings) {
    // What takes the ground away from others comes after them.
    let ends =
        ["undo", "end", "decline", "withdraw", "delete", "restore", "discard", "reopen", "close"];
    let order = |path: &str| ends.iter().rposition(|word| path.contains(word));
    let mut ordered: Vec<&Route> = list.iter().collect();
    ordered.sort_by_key(|route| (route.method != "GET", order(route.path)));
    for route in ordered {
        for (person, letter) in PERSONS {
            if !policy.allows(route, letter) {
                continue;
            }
            found.cells += 1;
            let browser = scene.browser(person).await;
            let page = ask(&browser, route, &scene.path(route.path)).await;
            found.search(letter, route, &page);
            let lost = matches!(page.status, 401 | 403 | 404 | 405) || page.status >= 500;
            if lost || (leads_to_sign_in(&page) && route.path != "/sign-out") {
                found.wrong(letter, route, &format!("is refused with {}", page.status));
            }
        }
    }
}

async fn ask(browser: &Browser, route: &Route, path: &str) -> Page {
    match route.method {
        "GET" => browser.get(path).await,
        _ if path.ends_with("appoint") || path.ends_with("end-appointment") => {
            browser.post(path, &[("to", "administrator")]).await
        }
        _ => browser.post(path, &[]).await,
    }
}

fn leads_to_sign_in(page: &Page) -> bool {
    page.location.as_deref().is_some_and(|location| location.starts_with("/sign-in"))
}

/// The answer without the path that was asked for and without what differs by chance.
fn bare(page: &Page, path: &str) -> String {
    let encoded: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
    let location = page.location.clone().unwrap_or_default();
    format!("{location}\n{}", page.html).replace(path, "").replace(&encoded, "")
}

impl Findings {
    fn wrong(&mut self, letter: char, route: &Route, what: &str) {
        self.wrong.push(format!("{letter} {} {}: {what}", route.method, route.path));
    }

    fn search(&mut self, letter: char, route: &Route, page: &Page) {
        self.answers += 1;
        for (marker, readers) in MARKERS {
            let there = page.html.contains(marker)
                || page.location.as_deref().is_some_and(|l| l.contains(marker));
            if there && !readers.contains(letter) {
                self.wrong(letter, route, &format!("reads {marker:?}"));
            }
        }
    }
}
