//! Files made to break the reader: bounded in memory and time, refused with the limit.

use std::io::{Read, Write};

use proptest::prelude::*;
use sheets::{Bounds, What, parse, people, take};

use crate::factory::{Dice, Dress, bytes, read, whole};

fn refusal(bytes: &[u8]) -> What {
    parse(bytes, &Bounds::upload(), None).unwrap_err().listed.remove(0).what
}

#[test]
fn a_gigabyte_line_is_refused_after_the_first_megabytes() {
    let bounds = Bounds::upload();
    let bytes = take(std::io::repeat(b'a').take(1 << 30), &bounds).unwrap();
    assert_eq!(bytes.len(), bounds.bytes + 1);
    assert_eq!(refusal(&bytes), What::FileTooLarge { megabytes: 16 });
    assert_eq!(refusal(&bytes[..10 << 20]), What::CellTooLong { limit: bounds.cell });
    let quoted = [b"name\n\"", &bytes[..10 << 20]].concat();
    assert_eq!(refusal(&quoted), What::CellTooLong { limit: bounds.cell });
}

#[test]
fn a_million_columns_and_too_many_rows_are_refused_with_the_limit() {
    assert_eq!(refusal("name,".repeat(1_000_000).as_bytes()), What::TooManyColumns { limit: 500 });
    assert_eq!(refusal("a,b\n".repeat(100_001).as_bytes()), What::TooManyRows { limit: 100_000 });
}

#[test]
fn a_file_of_another_kind_says_what_to_do() {
    assert_eq!(refusal(b"%PDF-1.7 ..."), What::NotASheet);
    assert_eq!(refusal(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..."), What::OldWorkbook);
    assert_eq!(refusal(b""), What::Empty);
    assert_eq!(refusal(b" \n\n , , \n"), What::Empty);
    assert_eq!(refusal(b"name;email\n"), What::NoRows);
    let missing = read(b"role,level\nmentor,3\n").unwrap_err();
    assert_eq!(missing.listed[0].what, What::MissingColumn);
    let twice = read(b"name,E-mail,email address\nAnn,a@x.example,b@x.example\n").unwrap_err();
    assert_eq!(twice.listed[0].what, What::DuplicateColumn { other: 1 });
}

#[test]
fn a_zip_bomb_is_refused_without_being_unpacked_into_memory() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    let packed = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/sharedStrings.xml", packed).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..200 {
        archive.write_all(&zeros).unwrap();
    }
    let bomb = archive.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refusal(&bomb), What::UnpacksTooLarge { megabytes: 128 });
}

#[test]
fn a_damaged_workbook_never_panics_and_is_never_half_read() {
    let table = whole(&mut Dice::new(3), 30);
    let sound = bytes(&table, Dress::Workbook, ',');
    let people = read(&sound).unwrap().people;
    let mut dice = Dice::new(4);
    for _ in 0..60 {
        let mut damaged = sound.clone();
        match dice.roll(2) {
            0 => damaged.truncate(dice.roll(sound.len())),
            _ => {
                let at = dice.roll(sound.len());
                damaged[at] ^= 1 << dice.roll(8);
            }
        }
        // A flipped bit in a time stamp of the archive hurts nobody.
        if let Ok(file) = read(&damaged) {
            assert_eq!(file.people, people);
        }
    }
}

#[test]
fn a_cell_in_the_last_corner_of_a_sheet_costs_nothing() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "name").unwrap().write_string(0, 1, "email").unwrap();
    sheet.write_string(1_048_575, 0, "Ann").unwrap();
    let file = read(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!((file.people[0].line, file.people[0].name.as_str()), (1_048_576, "Ann"));
}

#[test]
fn a_formula_that_failed_is_named() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "name").unwrap().write_string(0, 1, "level").unwrap();
    sheet.write_string(1, 0, "Ann").unwrap();
    let formula = rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!");
    sheet.write_formula(1, 1, formula).unwrap();
    let flaws = read(&workbook.save_to_buffer().unwrap()).unwrap_err();
    assert_eq!(flaws.listed[0].to_string(), "2:B sheet-formula-error");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(name|email|role|manager)([;,\t](level|prefer|availability|time zone)){0,4}(\r|\n|\r\n)([\"',;\t\r\n=@ a-zA-Zæø0-9:-]{0,60})") {
        let _ = read(text.as_bytes());
    }

    #[test]
    fn no_cell_makes_the_people_reader_panic(cells in proptest::collection::vec("\\PC{0,20}", 22)) {
        let headings: Vec<_> = people::Field::ALL.iter().map(|f| f.header().to_owned()).collect();
        let _ = read(sheets::write::csv([headings, cells]).as_bytes());
    }
}
