//! `cairn import` and `cairn export`: what is taken along comes in elsewhere as it was.

use std::{fs::File, io::Read as _, path::Path};

use db::{db_test, testing, testing::TestDb};
use programmes::testing::Stage;

use crate::server;

const LIST: &str = "id,Name,E-mail,Role,Department,Manager,Capacity,I can help with,Favourite tea\r\n\
    k7,Greta Holm,greta@tern.example,mentor,Sales,,2,Leading people; Presenting,Green\r\n\
    k8,Hugo Berg,hugo@tern.example,mentee,\"=HYPERLINK(\"\"x\"\")\",k7,,,Mint; no sugar\r\n\
    k9,S\u{f8}ren \u{c5}gaard,soren@tern.example,mentor; mentee,Legal,greta@tern.example,1,Rust,\r\n";
const PROGRAMME: &str = "Larkspur mentoring";

#[db_test]
async fn what_is_exported_comes_in_elsewhere_as_it_was(test: TestDb) {
    let (here, dialect) = (test.address.clone(), test.db.dialect());
    let _stage = Stage::new(test, web::Routes::new()).await;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("list.csv"), LIST).unwrap();
    let before = server::told(&here, &["user", "list"]);
    let import = ["import", &path("list.csv"), "--programme", PROGRAMME];
    let would = server::told(&here, &[&import[..], &["--dry-run"]].concat());
    assert!(would.contains("3 new, 0 changed, 0 known already, 4 new parts"), "{would}");
    assert!(would.contains("new\tGreta Holm\tgreta@tern.example"), "{would}");
    assert_eq!(server::told(&here, &["user", "list"]), before, "looking changes nothing");
    let done = server::told(&here, &import);
    assert!(done.contains("3 new, 0 changed, 0 known already, 4 new parts"), "{done}");
    let again = server::told(&here, &import);
    assert!(again.contains("0 new, 0 changed, 3 known already, 0 new parts"), "{again}");
    server::told(&here, &["export", &path("here.zip"), "--programme", PROGRAMME]);
    let taken = files(&folder.path().join("here.zip"));
    let people = text(&taken, "people.csv");
    assert!(people.contains("\"'=HYPERLINK"), "no cell computes: {people}");
    assert!(!people.contains("Amal"), "who has no part in the programme stays out");
    assert!(text(&taken, "export.json").contains("cairn-export"));
    assert!(text(&taken, "designs/").contains("[["), "the design is a file");

    let Some(other) = testing::fresh(dialect).await else { return };
    let there = other.address.clone();
    let _other = Stage::new(other, web::Routes::new()).await;
    let participants = text(&taken, "participants/");
    std::fs::write(path("participants.csv"), &participants).unwrap();
    server::told(&there, &["import", &path("participants.csv"), "--programme", PROGRAMME]);
    server::told(&there, &["export", &path("there.zip"), "--programme", PROGRAMME]);
    let back = files(&folder.path().join("there.zip"));
    assert_eq!(text(&back, "people.csv"), people);
    assert_eq!(text(&back, "participants/"), participants);
    let refused = server::run(&there, &["export", &path("there.zip")]);
    assert!(!refused.status.success(), "never over a file that is there");
}

#[db_test]
async fn a_coordinator_is_appointed_from_the_console_by_the_programmes_name(test: TestDb) {
    let address = test.address.clone();
    let _stage = Stage::new(test, web::Routes::new()).await;
    let person = ["--name", "Nina", "--email", "nina@larkspur.example"];
    server::told(&address, &[&["user", "add"][..], &person].concat());
    let appoint = ["user", "appoint", "nina@larkspur.example", "--coordinator-of"];
    let wrong = server::run(&address, &[&appoint[..], &["Gardening"]].concat());
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert!(!wrong.status.success() && said.contains(PROGRAMME), "names those there are: {said}");
    let done = server::told(&address, &[&appoint[..], &[PROGRAMME]].concat());
    assert!(done.contains("Nina now coordinates"), "{done}");
    let list = server::told(&address, &["user", "list"]);
    let nina = list.lines().find(|line| line.starts_with("Nina")).unwrap();
    assert!(nina.contains("\tcoordinator\t"), "{nina}");
}

#[db_test]
async fn a_list_with_one_bad_row_is_named_by_line_and_column_and_nothing_comes_in(test: TestDb) {
    let address = test.address.clone();
    let _stage = Stage::new(test, web::Routes::new()).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv").display().to_string();
    std::fs::write(&file, format!("{LIST}k10,Bad,\"=nonsense\",wizard,,,,,\r\n")).unwrap();
    let before = server::told(&address, &["user", "list"]);
    for more in [&["--programme", PROGRAMME][..], &["--programme", PROGRAMME, "--dry-run"]] {
        let output = server::run(&address, &[&["import", file.as_str()], more].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(said.contains("Line 5, column C (E-mail)"), "{said}");
        assert!(said.contains("Line 5, column D (Role)"), "{said}");
        assert!(said.contains("Nothing was imported"), "{said}");
    }
    assert_eq!(server::told(&address, &["user", "list"]), before);
    let column = ["import", &file, "--column", "Colour=department"];
    let said = String::from_utf8(server::run(&address, &column).stderr).unwrap();
    assert!(said.contains("has no column"), "{said}");
    let programme = ["import", &file, "--programme", "Nowhere"];
    let said = String::from_utf8(server::run(&address, &programme).stderr).unwrap();
    assert!(said.contains("no programme") && said.contains(PROGRAMME), "{said}");
}

fn files(zip: &Path) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(File::open(zip).unwrap()).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().to_owned(), text)
        })
        .collect()
}

/// The file whose name begins so.
fn text(files: &[(String, String)], name: &str) -> String {
    let found = files.iter().find(|(known, _)| known.starts_with(name));
    found.unwrap_or_else(|| panic!("{name} is missing")).1.clone()
}
