//! `cairn match` from the outside: the program, its files, its exit statuses.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn cairn(args: &[&str], dir: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cairn")).args(args).current_dir(dir).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Three hundred people as they come: a title, odd spellings, lists in both ways, people twice.
fn messy() -> Vec<Vec<String>> {
    let topics = ["Leading people", "Technical depth", "Presenting", "Finance", "Networks"];
    let level = ["junior", "Senior", "L3", "4", "Head of", "director"];
    let heading = "Full name;E-MAIL;Role;Max mentees;Department;Manager e-mail;Seniority;timezone;\
                   Skills;Goals;Favourite tea";
    let mut rows = vec![vec!["Sign-ups, autumn".to_owned()]];
    rows.push(heading.split(';').map(str::to_owned).collect());
    for n in 0..300usize {
        let mentor = n % 5 < 2;
        let pick = |step: usize| topics[(n * 7 + step * 3) % topics.len()];
        let list = if n % 2 == 0 { "; " } else { ", " };
        let topics = [pick(0), pick(1)].join(list);
        let email = format!("Person.{n}@Larkspur.Example");
        let manager =
            if n > 10 { format!("person.{}@larkspur.example", n % 10) } else { String::new() };
        let row = vec![
            format!("Søren \"{n}\" Ærø"),
            if n % 3 == 0 { email.to_uppercase() } else { email },
            if mentor { "Mentor" } else { "mentee" }.to_owned(),
            if mentor { ["1", "2 mentees", "up to 3"][n % 3] } else { "" }.to_owned(),
            ["Research", "Sales", "Operations"][n % 3].to_owned(),
            manager,
            level[(n / 3) % level.len()].to_owned(),
            ["europe/copenhagen", "America/New York", ""][n % 3].to_owned(),
            if mentor { topics.clone() } else { String::new() },
            if mentor { String::new() } else { topics },
            ["green", "black\nor none", "n/a"][n % 3].to_owned(),
        ];
        if n % 50 == 0 {
            rows.push(row.clone());
        }
        rows.push(row);
    }
    rows
}

fn latin1_with_semicolons(rows: &[Vec<String>]) -> Vec<u8> {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(";") + "\r\n";
    let text: String = rows.iter().map(line).collect();
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

#[test]
fn a_messy_csv_and_its_workbook_give_the_same_proved_matching() {
    let dir = tempfile::tempdir().unwrap();
    let rows = messy();
    fs::write(dir.path().join("people.csv"), latin1_with_semicolons(&rows)).unwrap();
    fs::write(dir.path().join("people.xlsx"), sheets::write::xlsx("People", &rows).unwrap())
        .unwrap();
    for (file, out) in [("people.csv", "a"), ("people.csv", "b"), ("people.xlsx", "c")] {
        let done = cairn(&["match", file, "--out", out], dir.path());
        assert!(done.status.success(), "{}", text(&done.stderr));
        assert!(text(&done.stdout).contains("that is proved"));
    }
    let read = |out: &str, file: &str| fs::read(dir.path().join(out).join(file)).unwrap();
    for file in ["relationships.csv", "unmatched.csv", "pairs.csv", "certificate.json"] {
        assert_eq!(read("a", file), read("b", file), "{file}");
        assert_eq!(read("a", file), read("c", file), "{file}");
    }
    assert_eq!(read("a", "report.html"), read("b", "report.html"));
    let summary: serde_json::Value = serde_json::from_slice(&read("a", "summary.json")).unwrap();
    assert_eq!(summary["status"], "optimal");
    assert_eq!(summary["people"], 300);
    assert_eq!(summary["total"], summary["bound"]);
    let report = text(&read("a", "report.html"));
    for outside in ["http://", "https://", "<script", "<link", "@import", "url("] {
        assert!(!report.contains(outside), "{outside}");
    }
}

#[test]
fn the_question_that_was_asked_can_be_checked_without_the_solver() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("people.csv"), latin1_with_semicolons(&messy())).unwrap();
    let run = |args: &[&str]| {
        let done = cairn(args, dir.path());
        assert!(done.status.success(), "{args:?}: {}", text(&done.stderr));
        text(&done.stdout)
    };
    run(&["match", "people.csv", "--out", "out", "--question", "question"]);
    run(&["solve", "question", "--out", "again", "--objective", "coverage"]);
    assert_eq!(run(&["verify", "question", "again"]).trim(), "optimal");
}

#[test]
fn every_mistake_is_listed_with_line_and_column_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let people = "name,email,role,time zone\nAnn,ann@x.example,mentor,Copenhagen\nBo,bo,sherpa,\n";
    fs::write(dir.path().join("people.csv"), people).unwrap();
    let done = cairn(&["match", "people.csv", "--out", "out"], dir.path());
    assert_eq!(done.status.code(), Some(3));
    let said = text(&done.stderr);
    assert!(
        said.contains("Line 2, column D (time zone)") && said.contains("Europe/Copenhagen"),
        "{said}"
    );
    assert!(said.contains("Line 3, column B (email)"), "{said}");
    assert!(said.contains("Line 3, column C (role)"), "{said}");
    assert!(!dir.path().join("out").exists());
    let danish = cairn(&["match", "people.csv", "--out", "out", "--language", "da"], dir.path());
    assert!(text(&danish.stderr).contains("Linje 2, kolonne D"));
}

#[test]
fn exit_statuses_tell_a_wrong_call_from_wrong_input_and_from_no_answer() {
    let dir = tempfile::tempdir().unwrap();
    let check = |people: &str, args: &[&str], status: i32| {
        fs::write(dir.path().join("people.csv"), people).unwrap();
        let out = tempfile::tempdir().unwrap();
        let out = out.path().join("out");
        let all = [&["match", "people.csv", "--out", out.to_str().unwrap()], args].concat();
        let done = cairn(&all, dir.path());
        assert_eq!(done.status.code(), Some(status), "{args:?}: {}", text(&done.stderr));
        assert_eq!(out.exists(), matches!(status, 0 | 4), "{args:?}");
    };
    let fine = "name,role\nAnn,mentor\nBo,mentee\n";
    check(fine, &[], 0);
    check(fine, &["--design", "no-such-design"], 2);
    check(fine, &["--objective", "luck"], 2);
    check(fine, &["--sheet", "any"], 0);
    check("role,level\nmentor,3\n", &[], 3);
    check("name,level\nAnn,3\n", &[], 3);
    check("name,role\nAnn,mentor\n", &[], 3);
    check("name,role,minimum,capacity\nAnn,mentor,2,2\nBo,mentee,,\n", &[], 4);
    let full = cairn(&["match", "people.csv", "--out", "."], dir.path());
    assert_eq!(full.status.code(), Some(2), "a folder with files in it is never written to");
    let missing = cairn(&["match", "nobody.csv", "--out", "out"], dir.path());
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn the_example_of_the_guide_works() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let dir = tempfile::tempdir().unwrap();
    let people = root.join("examples/people.csv");
    let done = cairn(&["match", people.to_str().unwrap(), "--out", "out"], dir.path());
    assert!(done.status.success(), "{}", text(&done.stderr));
    assert!(text(&done.stderr).is_empty(), "{}", text(&done.stderr));
}

/// Twelve people who could meet on Tuesday mornings: two who lead and ten who want to learn.
fn twelve(roles: [&str; 2]) -> String {
    let mut text =
        "name,email,role,department,languages,level,wants,offers,availability\n".to_owned();
    for n in 0..12usize {
        let (role, topic) = if n < 2 { (roles[0], "offers") } else { (roles[1], "wants") };
        let (wants, offers) = match topic {
            "offers" if roles[0] != roles[1] => ("", "Presenting; Networks"),
            _ => (["Presenting", "Networks"][n % 2], ["Networks", "Presenting"][n % 2]),
        };
        text.push_str(&format!(
            "Person {n},p{n}@larkspur.example,{role},Department {n},English,3,{wants},{offers},Tue 09:00-12:00\n"
        ));
    }
    text
}

fn together(people: &str, fits: impl Fn(&design::Question) -> bool) -> serde_json::Value {
    let preset = design::presets().into_iter().find(|preset| fits(&preset.design().question()));
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("people.csv"), people).unwrap();
    let name = preset.unwrap().name;
    let args = ["match", "people.csv", "--design", name, "--out", "out", "--question", "question"];
    let done = cairn(&args, dir.path());
    assert!(done.status.success(), "{}{}", text(&done.stdout), text(&done.stderr));
    let checked = cairn(&["verify", "question", "out"], dir.path());
    assert!(checked.status.success(), "{}{}", text(&checked.stdout), text(&checked.stderr));
    let report = fs::read_to_string(dir.path().join("out/report.html")).unwrap();
    assert!(report.contains("Person 11"));
    serde_json::from_slice(&fs::read(dir.path().join("out/summary.json")).unwrap()).unwrap()
}

#[test]
fn groups_and_pairs_of_equals_are_matched_offline_and_checked_without_the_solver() {
    let groups = together(&twelve(["mentor", "mentee"]), |question| {
        matches!(question, design::Question::Groups { leaders: Some(_), .. })
    });
    assert_eq!((&groups["relationships"], &groups["unmatched"]), (&2.into(), &0.into()));
    let pairs = together(&twelve(["peer", "peer"]), |question| {
        matches!(question, design::Question::Pool { .. })
    });
    assert_eq!((&pairs["relationships"], &pairs["unmatched"]), (&6.into(), &0.into()));
}
