//! A table of a question, read row by row: any of the usual encodings and separators.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Cursor, Read};
use std::path::Path;

use super::fault::Faults;

/// One row: the cells of the columns that were asked for.
pub struct Row<'a> {
    pub file: &'a str,
    pub line: u64,
    names: &'a [&'a str],
    cells: Vec<String>,
}

impl Row<'_> {
    /// The cell of the column with this place in what was asked for; empty when it is absent.
    pub fn cell(&self, column: usize) -> &str {
        &self.cells[column]
    }

    pub fn fault(&self, faults: &mut Faults, column: usize, key: &'static str) {
        faults.add(self.file, self.line, self.names[column], key, self.cell(column));
    }
}

/// Reads a table that must be there.
pub fn each(
    dir: &Path,
    file: &str,
    columns: &[&str],
    needed: usize,
    faults: &mut Faults,
    mut take: impl FnMut(&Row, &mut Faults),
) {
    match open(&dir.join(file)) {
        Err(_) => faults.add(file, 0, "", "solve-fault-unreadable", ""),
        Ok(source) => rows(source, file, columns, needed, faults, &mut take),
    }
}

/// Reads a table if it is there.
pub fn each_if_there(
    dir: &Path,
    file: &str,
    columns: &[&str],
    needed: usize,
    faults: &mut Faults,
    take: impl FnMut(&Row, &mut Faults),
) {
    if dir.join(file).exists() {
        each(dir, file, columns, needed, faults, take);
    }
}

/// Opens a file as bytes of UTF-8 or Latin-1; UTF-16 is turned into UTF-8.
fn open(path: &Path) -> std::io::Result<Box<dyn Read>> {
    let mut reader = BufReader::with_capacity(1 << 20, File::open(path)?);
    let start = reader.fill_buf()?;
    let unit: fn([u8; 2]) -> u16 = match start {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        [0xEF, 0xBB, 0xBF, ..] => {
            reader.consume(3);
            return Ok(Box::new(reader));
        }
        _ => return Ok(Box::new(reader)),
    };
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let units: Vec<u16> = bytes[2..].as_chunks().0.iter().map(|&pair| unit(pair)).collect();
    Ok(Box::new(Cursor::new(String::from_utf16_lossy(&units).into_bytes())))
}

fn rows(
    source: Box<dyn Read>,
    file: &str,
    columns: &[&str],
    needed: usize,
    faults: &mut Faults,
    take: &mut impl FnMut(&Row, &mut Faults),
) {
    let mut source = BufReader::with_capacity(1 << 20, source);
    let separator = match source.fill_buf() {
        Ok(start) => separator(start),
        Err(_) => return faults.add(file, 0, "", "solve-fault-unreadable", ""),
    };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(source);
    let header: Vec<String> = match reader.byte_headers() {
        Ok(header) => header.iter().map(|cell| fold(&text(cell))).collect(),
        Err(_) => return faults.add(file, 1, "", "solve-fault-unreadable", ""),
    };
    let places: Vec<Option<usize>> =
        columns.iter().map(|&name| header.iter().position(|h| *h == fold(name))).collect();
    for (&name, _) in columns.iter().zip(&places).take(needed).filter(|(_, p)| p.is_none()) {
        faults.add(file, 1, name, "solve-fault-no-column", name);
    }
    if places.iter().take(needed).any(Option::is_none) {
        return;
    }
    let mut record = csv::ByteRecord::new();
    let cells = vec![String::new(); columns.len()];
    let mut row = Row { file, line: 1, names: columns, cells };
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => return,
            Ok(true) => {}
            Err(_) => return faults.add(file, row.line + 1, "", "solve-fault-unreadable", ""),
        }
        row.line = record.position().map_or(row.line + 1, csv::Position::line);
        for (cell, place) in row.cells.iter_mut().zip(&places) {
            cell.clear();
            if let Some(bytes) = place.and_then(|p| record.get(p)) {
                cell.push_str(text(bytes).trim());
            }
        }
        if record.iter().all(<[u8]>::is_empty) {
            continue;
        }
        take(&row, faults);
    }
}

fn separator(start: &[u8]) -> u8 {
    let line = start.split(|&b| b == b'\n').next().unwrap_or_default();
    let count = |s: u8| line.iter().filter(|&&b| b == s).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|&s| count(s)).unwrap_or(b',')
}

/// Text that is not UTF-8 is Latin-1, whose bytes are characters.
fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(|&b| char::from(b)).collect::<String>().into(),
    }
}

/// Headers are the same without regard to case, spaces, `-` and `_`.
fn fold(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-', '_'], "")
}
