//! Out and in again is the same, byte for byte and person for person.

use proptest::prelude::*;
use sheets::{Bounds, people, write};

use crate::factory::{Dice, Dress, bytes, read, whole};

#[test]
fn export_and_import_again_is_identical() {
    for seed in 0..20 {
        let table = whole(&mut Dice::new(seed), 40);
        let mut first = read(&bytes(&table, Dress::Utf8, ';')).unwrap();
        let exported = people::table(&first);
        for again in [write::csv(&exported).into_bytes(), write::xlsx("People", &exported).unwrap()]
        {
            let mut second = read(&again).unwrap();
            assert_eq!(people::table(&second), exported);
            for person in first.people.iter_mut().chain(&mut second.people) {
                person.line = 0;
            }
            assert_eq!(second.people, first.people);
        }
    }
}

#[test]
fn the_same_rows_give_the_same_workbook_bytes() {
    let table = whole(&mut Dice::new(9), 10);
    assert_eq!(bytes(&table, Dress::Workbook, ','), bytes(&table, Dress::Workbook, ','));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_cells_survive_csv(cells in proptest::collection::vec("[ -~æøå€\n\t]{0,12}", 3..4)) {
        let table = vec![vec!["a".to_owned(), "b".into(), "c".into()], cells.clone()];
        let text = write::csv(&table);
        let read = sheets::parse(text.as_bytes(), &Bounds::upload(), None);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            prop_assert!(read.is_err());
        } else {
            let sheet = read.unwrap();
            let back: Vec<_> = (0..3).map(|c| sheet.rows[0].cell(c).to_owned()).collect();
            prop_assert_eq!(back, cells);
        }
    }
}
