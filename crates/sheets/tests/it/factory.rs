//! Makes people files, whole ones and broken ones, always the same for the same seed.

use sheets::{Bounds, Flaws, people};

/// A small source of chance whose numbers are the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len())]
    }
}

/// A table: headings first. Row `n` stands on line `n + 1`.
pub type Table = Vec<Vec<String>>;

pub const HEADINGS: [&str; 16] = [
    "Name",
    "E-mail",
    "Role",
    "Capacity",
    "Minimum",
    "Department",
    "Manager",
    "Level",
    "Time zone",
    "Offers",
    "Wants",
    "Availability",
    "Prefer",
    "Avoid",
    "Pinned",
    "Favourite colour",
];

const GIVEN: [&str; 8] = ["Søren", "Åse", "Zoë", "Jürgen", "Ana", "Chidi", "Mei", "Bo"];
const FAMILY: [&str; 6] = ["Ærø", "Müller", "O'Neill", "García", "Okafor", "Lindqvist"];
const TOPICS: [&str; 6] = ["Leadership", "C++", "Public speaking", "Finance", "Data", "Design"];

/// A file of `rows` people in which nothing is wrong.
pub fn whole(dice: &mut Dice, rows: usize) -> Table {
    let mut table = vec![HEADINGS.map(str::to_owned).to_vec()];
    for n in 0..rows {
        let mentor = n % 3 == 0;
        let manager = if n == 0 { String::new() } else { address(dice.roll(n)) };
        table.push(vec![
            format!("{} {}", dice.pick(&GIVEN), dice.pick(&FAMILY)),
            address(n),
            if mentor { "mentor" } else { "Mentee" }.to_owned(),
            if mentor { dice.pick(&["2", "3 mentees", "up to 2"]) } else { "" }.to_owned(),
            String::new(),
            (*dice.pick(&["Finance", "Research and development", "Sales; North"])).to_owned(),
            manager,
            (*dice.pick(&["junior", "Senior", "4", "L3", "director"])).to_owned(),
            (*dice.pick(&["Europe/Copenhagen", "America/New York", "utc", ""])).to_owned(),
            topics(dice),
            topics(dice),
            (*dice.pick(&["Mon 09:00-12:00; Wed 13:00-15:00", "tue-thu 9-11", ""])).to_owned(),
            String::new(),
            String::new(),
            String::new(),
            (*dice.pick(&["blue", "said \"green\"", "red\nor black", ""])).to_owned(),
        ]);
    }
    table
}

pub fn address(n: usize) -> String {
    format!("Person{n}@Larkspur.Example")
}

fn topics(dice: &mut Dice) -> String {
    let separator = *dice.pick(&["; ", ", "]);
    let all: Vec<_> = (0..dice.roll(4)).map(|_| *dice.pick(&TOPICS)).collect();
    all.join(separator)
}

/// How a table becomes bytes.
#[derive(Debug, Clone, Copy)]
pub enum Dress {
    Utf8,
    Utf8Mark,
    Utf16Le,
    Utf16Be,
    Latin1,
    Workbook,
}

pub const DRESSES: [Dress; 6] =
    [Dress::Utf8, Dress::Utf8Mark, Dress::Utf16Le, Dress::Utf16Be, Dress::Latin1, Dress::Workbook];

/// Separated text of a table; line ends and quotes as this program or that one writes them.
pub fn text(table: &Table, separator: char, line_end: &str) -> String {
    let cell = |cell: &String| {
        let plain = !cell.contains([separator, '"', '\n', '\r']);
        if plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    };
    let line = |row: &Vec<String>| {
        row.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string()) + line_end
    };
    table.iter().map(line).collect()
}

pub fn dressed(text: &str, dress: Dress) -> Vec<u8> {
    let wide = |order: fn(u16) -> [u8; 2]| {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(order).collect()
    };
    match dress {
        Dress::Utf8 | Dress::Workbook => text.as_bytes().to_vec(),
        Dress::Utf8Mark => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        Dress::Utf16Le => wide(u16::to_le_bytes),
        Dress::Utf16Be => wide(u16::to_be_bytes),
        Dress::Latin1 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
    }
}

pub fn bytes(table: &Table, dress: Dress, separator: char) -> Vec<u8> {
    match dress {
        Dress::Workbook => sheets::write::xlsx("People", table).unwrap(),
        _ => dressed(&text(table, separator, "\r\n"), dress),
    }
}

pub fn read(bytes: &[u8]) -> Result<people::PeopleFile, Flaws> {
    let sheet = sheets::parse(bytes, &Bounds::upload(), None)?;
    people::read(&sheet, &people::Expect::default())
}
