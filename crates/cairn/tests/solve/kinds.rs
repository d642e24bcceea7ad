//! Every kind of question through the files, each answer verified.

use std::fmt::Write as _;

use super::desk::Desk;
use super::tampering::tampered;

/// A number that looks like chance and is the same in every run.
fn some(n: u64, below: u64) -> u64 {
    (n + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29).wrapping_mul(0xBF58_476D_1CE4_E5B9)
        % below
}

fn ids(prefix: &str, n: u64, more: &str) -> String {
    (0..n).fold(String::new(), |mut all, i| {
        let _ = writeln!(all, "{prefix}{i}{more}");
        all
    })
}

fn scores(columns: &str, a: (&str, u64), b: (&str, u64), percent: u64) -> String {
    let mut all = format!("{columns},score\n");
    for i in 0..a.1 {
        for k in 0..b.1 {
            let distinct = a.0 != b.0 || i < k;
            if distinct && some(i * 1000 + k, 100) < percent {
                let _ =
                    writeln!(all, "{}{i},{}{k},{}", a.0, b.0, some(i * 77 + k, 900) as f64 / 8.0);
            }
        }
    }
    all
}

fn solved(files: &[(&str, &str)], objective: &str, line: &str) -> Desk {
    let desk = Desk::with(files);
    let done = desk.solve_aloud(&["--objective", objective]);
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let (status, said) = desk.verify();
    assert!(status == 0 && said.contains(line), "{said}");
    desk
}

/// A row of the table that is taken out, stands twice or belongs to somebody else is noticed; and so
/// is every number of the certificate that is changed, unless it proves the same claim.
fn bites(desk: &Desk, table: &str) {
    let whole = desk.read(table);
    let rows: Vec<&str> = whole.lines().collect();
    let without = [&rows[..1], &rows[2..]].concat();
    let twice = [&rows[..2], &rows[1..]].concat();
    for changed in [without, twice] {
        desk.write(table, &(changed.join("\n") + "\n"));
        assert_eq!(desk.verify().0, 1, "{table}");
    }
    desk.write(table, &whole);
    let proof = desk.read("certificate.json");
    let claim = |text: &str| {
        let json: serde_json::Value = serde_json::from_str(text).unwrap();
        ["status", "total", "bound"].map(|key| json[key].clone())
    };
    let mut refused = 0;
    let changes: Vec<String> =
        [1, -1, 1_000_000_000].iter().flat_map(|&by| tampered(&proof, by)).collect();
    // Of long proofs a number here and there.
    for changed in changes.iter().step_by(1 + changes.len() / 60) {
        desk.write("certificate.json", changed);
        let accepted = desk.verify().0 == 0;
        assert!(!accepted || claim(changed) == claim(&proof), "{changed}");
        refused += usize::from(!accepted);
    }
    assert!(refused > 2, "{refused} of {proof}");
    desk.write("certificate.json", &proof);
}

#[test]
fn a_pool_is_paired_and_verified() {
    for (people, triad) in [(20, ""), (21, ""), (21, "triad = true\n")] {
        for objective in ["total", "coverage"] {
            let problem = format!("kind = \"pool\"\n{triad}");
            let files = [
                ("problem.toml", problem.as_str()),
                ("people.csv", &format!("id\n{}", ids("p", people, ""))),
                ("scores.csv", &scores("a,b", ("p", people), ("p", people), 60)),
            ];
            let desk = solved(&files, objective, if triad.is_empty() { "optimal" } else { "" });
            bites(&desk, "matching.csv");
        }
    }
}

#[test]
fn meetings_are_booked_and_verified() {
    let mut slots = "id,slot\n".to_owned();
    for (prefix, n) in [("m", 6u64), ("e", 9)] {
        for i in 0..n {
            for slot in (0..5).filter(|s| some(i * 31 + s + n, 10) < 6) {
                let _ = writeln!(slots, "{prefix}{i},Tue {slot}");
            }
        }
    }
    for objective in ["total", "coverage"] {
        let files = [
            ("problem.toml", "kind = \"booking\"\n"),
            ("left.csv", &format!("id,most\n{}", ids("m", 6, ",3"))),
            ("right.csv", &format!("id,most\n{}", ids("e", 9, ",1"))),
            ("slots.csv", slots.as_str()),
            ("scores.csv", &scores("left,right", ("m", 6), ("e", 9), 70)),
        ];
        let desk = solved(&files, objective, "optimal");
        bites(&desk, "bookings.csv");
    }
}

#[test]
fn rankings_are_matched_and_verified_as_stable() {
    let ranks = |a: (&str, u64), b: (&str, u64)| {
        let mut all = "who,whom,rank\n".to_owned();
        for i in 0..a.1 {
            for k in 0..b.1 {
                let _ =
                    writeln!(all, "{}{i},{}{k},{}", a.0, b.0, 1 + some(i * 13 + k * 7 + a.1, 5));
            }
        }
        all
    };
    let files = [
        ("problem.toml", "kind = \"stable\"\n"),
        ("left.csv", &format!("id,most\n{}", ids("m", 4, ",2"))),
        ("right.csv", &format!("id,most\n{}", ids("e", 9, ",1"))),
        ("left_ranks.csv", &ranks(("m", 4), ("e", 9))),
        ("right_ranks.csv", &ranks(("e", 9), ("m", 4))),
    ];
    let desk = solved(&files, "stable", "stable");
    bites(&desk, "matching.csv");
}

#[test]
fn speed_rounds_and_coffee_are_verified() {
    let (six, nine) = (format!("id\n{}", ids("m", 6, "")), format!("id\n{}", ids("e", 9, "")));
    let sides = [
        ("problem.toml", "kind = \"rounds\"\nrounds = 4\n"),
        ("left.csv", six.as_str()),
        ("right.csv", nine.as_str()),
        ("met.csv", "a,b\nm0,e0\nm1,e1\n"),
    ];
    let desk = solved(&sides, "total", "optimal");
    bites(&desk, "rounds.csv");
    let pool = [("problem.toml", "kind = \"rounds\"\nrounds = 5\n"), ("people.csv", six.as_str())];
    let desk = solved(&pool, "total", "optimal");
    assert_eq!(desk.summary()["meetings"], 15);
    let coffee = [pool[0], ("people.csv", nine.as_str()), ("met.csv", "a,b\ne0,e1\ne3,e2\n")];
    solved(&coffee, "coverage", "");
}

#[test]
fn circles_keep_their_rules_and_state_their_gap() {
    let mut list = "id,role,slots,organisation\n".to_owned();
    for i in 0..24u64 {
        let role = if i % 4 == 0 { "leader" } else { "" };
        let _ = writeln!(list, "p{i},{role},Mon;Tue {};Wed {},o{}", i % 2, i % 3, i % 5);
    }
    let problem = "kind = \"groups\"\nsize = [4, 6]\nleaders = [1, 2]\ncommon_slots = 1\n\
                   most_same_organisation = 2\n";
    let files = [
        ("problem.toml", problem),
        ("people.csv", list.as_str()),
        ("scores.csv", &scores("a,b", ("p", 24), ("p", 24), 60)),
        ("forbidden.csv", "a,b\np1,p2\n"),
        ("fixed.csv", "a,b\np3,p5\n"),
    ];
    let desk = solved(&files, "total", " of the bound");
    assert_eq!(desk.summary()["unmatched"], 0);
    let proof = desk.read("certificate.json");
    let bound = desk.summary()["bound"].as_f64().unwrap();
    let lower =
        proof.replace(&format!("{:.0}", bound * 1e6), &format!("{:.0}", (bound - 1.0) * 1e6));
    assert_ne!(proof, lower);
    desk.write("certificate.json", &lower);
    assert_eq!(desk.verify().0, 1);
    desk.write("certificate.json", &proof);
    bites(&desk, "groups.csv");
}
