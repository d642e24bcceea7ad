//! Four hundred broken files: all or nothing, and every bad row named by line and column.

use sheets::{Flaws, people::PeopleFile};

use crate::factory::{DRESSES, Dice, Dress, HEADINGS, Table, address, bytes, read, whole};

/// A broken file, and what must be said about it.
struct Broken {
    kind: &'static str,
    bytes: Vec<u8>,
    line: usize,
    column: usize,
    key: &'static str,
}

/// What to put into which column so that one cell is wrong.
const BAD_CELLS: [(&str, &str, &str); 27] = [
    ("E-mail", "nobody", "sheet-bad-email"),
    ("E-mail", "a b@larkspur.example", "sheet-bad-email"),
    ("E-mail", "a@b@larkspur.example", "sheet-bad-email"),
    ("E-mail", "=HYPERLINK(1)", "sheet-bad-email"),
    ("Role", "sherpa", "sheet-unknown-role"),
    ("Role", "mentor; wizard", "sheet-unknown-role"),
    ("Capacity", "plenty", "sheet-not-a-number"),
    ("Capacity", "1.5", "sheet-not-a-number"),
    ("Capacity", "-2", "sheet-number-out-of-range"),
    ("Capacity", "99999999999999999999", "sheet-number-out-of-range"),
    ("Capacity", "100000", "sheet-number-out-of-range"),
    ("Minimum", "999", "sheet-minimum-above-capacity"),
    ("Level", "guru", "sheet-unknown-level"),
    ("Level", "1-2-3", "sheet-unknown-level"),
    ("Time zone", "Copenhagen", "sheet-unknown-zone"),
    ("Time zone", "Mars/Olympus", "sheet-unknown-zone"),
    ("Availability", "whenever", "sheet-bad-availability"),
    ("Availability", "Mon 09:00-25:00", "sheet-bad-availability"),
    ("Availability", "Mon 12:00-09:00", "sheet-slot-backwards"),
    ("Prefer", "nobody@larkspur.example", "sheet-unknown-person"),
    ("Avoid", "nobody@larkspur.example", "sheet-unknown-person"),
    ("Pinned", "nobody@larkspur.example", "sheet-unknown-person"),
    ("Prefer", "(self)", "sheet-names-itself"),
    ("Pinned", "(self)", "sheet-names-itself"),
    ("Manager", "(twice)", "sheet-ambiguous-person"),
    ("Name", "(contradiction)", "sheet-contradiction"),
    ("Manager", "(loop)", "sheet-reporting-loop"),
];

fn column(heading: &str) -> usize {
    HEADINGS.iter().position(|&known| known == heading).unwrap()
}

/// A file with one bad cell.
fn bad_cell(dice: &mut Dice, case: usize) -> Broken {
    let rows = 3 + dice.roll(40);
    let mut table = whole(dice, rows);
    let (heading, value, key) = BAD_CELLS[case % BAD_CELLS.len()];
    let (mut row, at) = (1 + dice.roll(rows), column(heading));
    match value {
        "(self)" => table[row][at] = address(row - 1),
        "(twice)" => {
            table[1][0] = "Same Name".into();
            table[2][0] = "same  name".into();
            row = 3;
            table[3][at] = "Same Name".into();
        }
        "(contradiction)" => {
            table[2][1] = table[1][1].to_uppercase();
            table[1][0] = "Ann Lee".into();
            table[2] = table[1].clone();
            table[2][0] = "Bob Lee".into();
            for later in &mut table[3..] {
                later[column("Manager")].clear();
            }
            row = 2;
        }
        "(loop)" => {
            row = 1;
            let managers: Vec<_> = (1..=rows).map(|n| address(n % rows)).collect();
            for (person, manager) in table[1..].iter_mut().zip(managers) {
                person[at] = manager;
            }
        }
        "999" => {
            table[row][column("Capacity")] = "1".into();
            table[row][at] = value.into();
        }
        _ => table[row][at] = value.into(),
    }
    if heading == "E-mail" {
        // Nobody else may point at the person whose address is gone.
        for person in &mut table[1..] {
            person[column("Manager")].clear();
        }
    }
    let line = line_of(&table, row);
    let dress = DRESSES[dice.roll(DRESSES.len())];
    let line = if matches!(dress, Dress::Workbook) { row + 1 } else { line };
    Broken {
        kind: value,
        bytes: bytes(&table, dress, *dice.pick(&[',', ';', '\t'])),
        line,
        column: at,
        key,
    }
}

/// The line on which a row of the text begins: cells may hold line ends.
fn line_of(table: &Table, row: usize) -> usize {
    let ends: usize = table[..row].iter().flatten().map(|cell| cell.matches('\n').count()).sum();
    row + 1 + ends
}

/// Files that are broken as text.
fn bad_text(dice: &mut Dice, case: usize) -> Broken {
    let rows = 3 + dice.roll(20);
    let mut table = whole(dice, rows);
    for person in &mut table[1..] {
        person[15] = "blue".into();
    }
    let row = 1 + dice.roll(rows);
    let (line, dress) = (row + 1, DRESSES[dice.roll(5)]);
    let separator = *dice.pick(&[',', ';', '\t']);
    match case % 4 {
        0 => {
            table[row][5] = "Fin\u{0}ance".into();
            let bytes = bytes(&table, dress, separator);
            Broken { kind: "NUL", bytes, line, column: 5, key: "sheet-control-character" }
        }
        1 => {
            table[row].push("one too many".into());
            let bytes = bytes(&table, dress, separator);
            Broken { kind: "extra cell", bytes, line, column: 16, key: "sheet-extra-cells" }
        }
        2 => {
            table[row][15] = "MARK".into();
            let text = crate::factory::text(&table, separator, "\n").replace("MARK", "\"blue");
            let text = text
                .lines()
                .enumerate()
                .map(|(n, l)| if n >= line { l.replace('"', "'") } else { l.to_owned() })
                .collect::<Vec<_>>()
                .join("\n");
            let bytes = crate::factory::dressed(&text, dress);
            Broken { kind: "unclosed quote", bytes, line, column: 15, key: "sheet-unclosed-quote" }
        }
        _ => {
            let mut bytes = bytes(&table, Dress::Utf8, separator);
            let at = line_start(&bytes, rows + 1);
            bytes.insert(at, 0xF8);
            bytes.splice(0..0, "Åå".bytes());
            Broken {
                kind: "two encodings",
                bytes,
                line: rows + 1,
                column: usize::MAX,
                key: "sheet-mixed-encoding",
            }
        }
    }
}

fn line_start(bytes: &[u8], line: usize) -> usize {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    ends.map(|(at, _)| at + 1).nth(line - 2).unwrap()
}

fn all() -> impl Iterator<Item = Broken> {
    let mut dice = Dice::new(2026);
    (0..440).map(move |case| {
        if case % 5 == 4 { bad_text(&mut dice, case / 5) } else { bad_cell(&mut dice, case) }
    })
}

/// The promise: refused, and the flaw is named with its line and its column.
fn check(broken: &Broken, answer: Result<PeopleFile, Flaws>) -> Result<(), String> {
    let Err(flaws) = answer else { return Err(format!("{}: accepted", broken.kind)) };
    let named = flaws.listed.iter().any(|flaw| {
        let column = flaw.place.column.as_ref().map_or(usize::MAX, |c| c.number);
        (flaw.place.line, column, flaw.key().as_str())
            == (Some(broken.line), broken.column, broken.key)
    });
    let said: Vec<_> = flaws.listed.iter().map(ToString::to_string).collect();
    let want = (broken.line, broken.column, broken.key);
    match (named, flaws.count()) {
        (true, 1) => Ok(()),
        _ => Err(format!("{}: wanted {want:?}, got {said:?}", broken.kind)),
    }
}

#[test]
fn every_broken_file_is_refused_whole_with_line_and_column() {
    let wrong: Vec<_> =
        all().filter_map(|broken| check(&broken, read(&broken.bytes)).err()).collect();
    assert!(wrong.is_empty(), "{} of 440: {wrong:#?}", wrong.len());
}

/// The bite: a reader that drops what it does not understand must be caught on every file.
#[test]
fn a_reader_that_skips_bad_rows_would_be_caught() {
    for broken in all() {
        let lenient = read(&broken.bytes).or_else(|_| Ok(PeopleFile::default()));
        assert!(check(&broken, lenient).is_err(), "{}", broken.kind);
        let lost = read(&broken.bytes).map_err(|mut flaws| {
            flaws
                .listed
                .iter_mut()
                .for_each(|flaw| flaw.place.line = flaw.place.line.map(|l| l + 1));
            flaws
        });
        assert!(check(&broken, lost).is_err(), "{}", broken.kind);
    }
}

#[test]
fn one_bad_row_among_fifty_thousand_is_found() {
    let mut table = whole(&mut Dice::new(5), 50_000);
    for person in &mut table[1..] {
        person[15].clear();
    }
    table[31_415][8] = "Europe/Copenhagn".into();
    let flaws = read(&bytes(&table, Dress::Utf8, ';')).unwrap_err();
    assert_eq!(flaws.listed[0].to_string(), "31416:I sheet-unknown-zone");
    assert!(flaws.listed[0].values().contains(&("suggestion", "Europe/Copenhagen".into())));
    assert_eq!(flaws.count(), 1);
}

#[test]
fn all_errors_are_listed_and_the_list_is_bounded() {
    let mut table = whole(&mut Dice::new(6), 3_000);
    for person in &mut table[1..] {
        person[7] = "guru".into();
    }
    let flaws = read(&bytes(&table, Dress::Utf8, ',')).unwrap_err();
    assert_eq!((flaws.listed.len(), flaws.count()), (Flaws::MOST, 3_000));
}
