//! Assignments through the files.

use super::desk::Desk;

pub const SMALL: &[(&str, &str)] = &[
    ("problem.toml", "kind = \"assignment\"\n"),
    ("left.csv", "id,most,least\nm1,2,1\nm2,1,0\n"),
    ("right.csv", "id,most,least\ne1,1,0\ne2,1,0\ne3,1,0\n"),
    ("scores.csv", "left,right,score\nm1,e1,5\nm1,e2,4.5\nm2,e1,4\nm2,e3,-1\nm1,e3,0.25\n"),
];

fn with(more: &[(&str, &str)]) -> Desk {
    let mut files: Vec<(&str, &str)> = SMALL.to_vec();
    for (name, content) in more {
        files.retain(|(known, _)| known != name);
        files.push((name, content));
    }
    Desk::with(&files)
}

#[test]
fn the_best_total_is_written_and_verified() {
    let desk = with(&[]);
    assert_eq!(desk.solve(&[]), 0);
    assert_eq!(desk.read("matching.csv"), "left,right,score\nm1,e1,5\nm1,e2,4.5\n");
    assert_eq!(desk.summary()["total"], 9.5);
    assert_eq!(desk.verify(), (0, "optimal".to_owned()));
}

#[test]
fn every_objective_is_verified() {
    for objective in ["total", "coverage", "worst-off"] {
        let desk =
            with(&[("fixed.csv", "left,right\nm2,e1\n"), ("forbidden.csv", "left,right\nm1,e2\n")]);
        assert_eq!(desk.solve(&["--objective", objective]), 0);
        assert_eq!(desk.read("matching.csv"), "left,right,score\nm1,e3,0.25\nm2,e1,4\n");
        assert_eq!(desk.verify(), (0, "optimal".to_owned()), "{objective}");
    }
}

#[test]
fn a_stable_answer_is_verified_as_stable() {
    let desk = with(&[("left.csv", "id,most\nm1,1\nm2,1\n")]);
    assert_eq!(desk.solve(&["--objective", "stable"]), 0);
    assert_eq!(desk.verify(), (0, "stable".to_owned()));
}

#[test]
fn what_cannot_be_is_an_answer_with_reasons() {
    let desk = with(&[("left.csv", "id,most,least\nm1,2,0\nm2,3,3\n")]);
    let done = desk.solve_aloud(&[]);
    assert_eq!(done.status.code(), Some(4));
    assert!(String::from_utf8(done.stderr).unwrap().contains("m2 must be in 3 pairs"));
    assert_eq!(desk.summary()["status"], "impossible");
    assert_eq!(desk.verify(), (0, "impossible".to_owned()));
}

#[test]
fn faults_are_named_by_file_line_and_column_and_nothing_is_written() {
    let desk = with(&[("scores.csv", "left,right,score\nm1,e1,5\nm1,e9,1\nm2,e1,1e5\nm1,e1,6\n")]);
    let done = desk.solve_aloud(&[]);
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(3));
    assert!(said.contains("scores.csv:3:right") && said.contains("scores.csv:4:score"), "{said}");
    assert!(said.contains("scores.csv:5"), "{said}");
    assert!(!desk.out().exists());
}

#[test]
fn an_answer_is_never_written_over_another() {
    let desk = with(&[]);
    assert_eq!((desk.solve(&[]), desk.solve(&[])), (0, 2));
}

#[test]
fn spreadsheets_of_other_programs_are_read() {
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain("id;most\r\nÆrø;1\r\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let desk = with(&[("scores.csv", "\u{feff}Left;RIGHT;Score\r\nÆrø;e1;7\r\n")]);
    std::fs::write(desk.question().join("left.csv"), utf16).unwrap();
    assert_eq!(desk.solve(&[]), 0);
    assert!(desk.read("matching.csv").contains("Ærø,e1,7"));
    assert_eq!(desk.verify().0, 0);
}

#[test]
fn the_same_question_has_the_same_bytes_as_its_answer() {
    let (one, other) = (with(&[]), with(&[]));
    one.solve(&["--threads", "1"]);
    other.solve(&["--threads", "4"]);
    for file in ["matching.csv", "certificate.json"] {
        assert_eq!(one.read(file), other.read(file));
    }
}

#[test]
fn empty_sides_and_no_pairs_are_answers() {
    let desk = with(&[("left.csv", "id,most\n"), ("scores.csv", "left,right,score\n")]);
    assert_eq!(desk.solve(&["--objective", "worst-off"]), 0);
    assert_eq!(desk.verify(), (0, "optimal".to_owned()));
}
