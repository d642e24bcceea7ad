//! Tables as lists of rows, in the few forms that the formats allow.

use std::path::Path;

use crate::Wrong;

/// One row of a table: its line and the cells of the columns asked for, empty when absent.
pub(crate) struct Row {
    pub place: String,
    pub cells: Vec<String>,
}

/// A file as text: UTF-8, UTF-16 by its mark, or else Latin-1.
pub(crate) fn text(path: &Path) -> Result<String, Wrong> {
    let bytes = std::fs::read(path).map_err(|e| Wrong::at(&name(path), &e.to_string()))?;
    let wide = |order: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|c| order([c[0], c[1]])).collect::<Vec<_>>();
        String::from_utf16_lossy(&units)
    };
    Ok(match bytes.as_slice() {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        all => match std::str::from_utf8(all) {
            Ok(text) => text.to_owned(),
            Err(_) => all.iter().copied().map(char::from).collect(),
        },
    })
}

/// The rows of a table; an absent file has none when it `may_lack`.
pub(crate) fn rows(
    dir: &Path,
    file: &str,
    columns: &[&str],
    may_lack: bool,
) -> Result<Vec<Row>, Wrong> {
    let path = dir.join(file);
    if may_lack && !path.exists() {
        return Ok(Vec::new());
    }
    let text = text(&path)?;
    let heading = text.lines().next().unwrap_or_default();
    let separator = ['\t', ';', ','].into_iter().max_by_key(|&s| heading.matches(s).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.unwrap_or(',') as u8)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let wrong = |e: csv::Error| Wrong::at(file, &e.to_string());
    let heading: Vec<String> = reader.headers().map_err(wrong)?.iter().map(plain).collect();
    let places: Vec<_> =
        columns.iter().map(|c| heading.iter().position(|h| *h == plain(c))).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(wrong)?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |p: &Option<usize>| p.and_then(|p| record.get(p)).unwrap_or_default().to_owned();
        let cells = places.iter().map(cell).collect();
        rows.push(Row { place: format!("{file}:{line}"), cells });
    }
    Ok(rows)
}

fn plain(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|c| !matches!(c, ' ' | '-' | '_')).collect()
}

fn name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}
