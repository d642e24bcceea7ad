//! Workbooks (XLSX) to rows. Cells are streamed and kept sparse: one cell in the last corner of a
//! sheet must not become seventeen thousand million empty ones.

use std::{
    collections::BTreeMap,
    io::{self, Cursor, Read},
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};

use crate::{Bounds, Flaws, Place, Row, Sheet, Source, What};

/// Reads one sheet of a workbook.
pub(crate) fn parse(bytes: &[u8], bounds: &Bounds, wanted: Option<&str>) -> Result<Sheet, Flaws> {
    unpacks_within(bytes, bounds)?;
    // The readers underneath are other people's code on hostile input: a panic in them is a
    // damaged file, not the end of the program.
    let read = catch_unwind(AssertUnwindSafe(|| open(bytes, bounds, wanted)));
    read.unwrap_or_else(|_| Err(damaged(&"panic")))
}

/// Unpacks the whole archive into nothing first and counts, because the sizes an archive states
/// about itself may be lies and the workbook reader keeps whole parts in memory.
fn unpacks_within(bytes: &[u8], bounds: &Bounds) -> Result<(), Flaws> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let mut left = bounds.unpacked;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|e| damaged(&e))?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|e| damaged(&e))?;
        let Some(rest) = left.checked_sub(size) else {
            let what = What::UnpacksTooLarge { megabytes: bounds.unpacked >> 20 };
            return Err(Flaws::one(Place::file(), what));
        };
        left = rest;
    }
    Ok(())
}

fn damaged(detail: &dyn ToString) -> Flaws {
    Flaws::one(Place::file(), What::DamagedWorkbook { detail: detail.to_string() })
}

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

fn open(bytes: &[u8], bounds: &Bounds, wanted: Option<&str>) -> Result<Sheet, Flaws> {
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Flaws::one(Place::file(), What::OldWorkbook),
        other => damaged(&other),
    })?;
    let name = choose(&workbook, wanted)?;
    let mut cells = cells(&mut workbook, &name, bounds)?;
    let merged = workbook.merge_cells_by_sheet_name(&name).map_err(|e| damaged(&e))?;
    fill_down(&mut cells, &merged);
    let rows = cells.into_iter().map(|(line, cells)| row(line, &cells)).collect();
    Sheet::of_rows(rows, Source::Workbook { sheet: name })
}

fn choose(workbook: &Workbook<'_>, wanted: Option<&str>) -> Result<String, Flaws> {
    let sheets = workbook.sheets_metadata();
    let Some(asked) = wanted else {
        let visible = sheets.iter().find(|sheet| sheet.visible == SheetVisible::Visible);
        let first = visible.or(sheets.first());
        return first.map(|s| s.name.clone()).ok_or(Flaws::one(Place::file(), What::Empty));
    };
    let same = |name: &str| name.trim().to_lowercase() == asked.trim().to_lowercase();
    sheets.iter().find(|sheet| same(&sheet.name)).map(|sheet| sheet.name.clone()).ok_or_else(|| {
        let known = sheets.iter().map(|sheet| sheet.name.clone()).collect();
        Flaws::one(Place::file(), What::NoSuchSheet { asked: asked.to_owned(), known })
    })
}

/// Rows and columns from 0, as the workbook counts.
type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

fn cells(workbook: &mut Workbook<'_>, name: &str, bounds: &Bounds) -> Result<Cells, Flaws> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|e| damaged(&e))?;
    let mut cells = Cells::new();
    let mut flaws = Flaws::default();
    while let Some(cell) = reader.next_cell().map_err(|e| damaged(&e))? {
        let (row, column) = cell.get_position();
        let place = || Place::cell(row as usize + 1, column as usize, "");
        let Some(text) = text(cell.get_value()).unwrap_or_else(|value| {
            flaws.push(place(), What::FormulaError { value });
            None
        }) else {
            continue;
        };
        within(&text, column, &place(), bounds)?;
        cells.entry(row).or_default().insert(column, text);
        if cells.len() > bounds.rows {
            return Err(Flaws::one(place(), What::TooManyRows { limit: bounds.rows }));
        }
    }
    if flaws.is_empty() { Ok(cells) } else { Err(flaws) }
}

fn within(text: &str, column: u32, place: &Place, bounds: &Bounds) -> Result<(), Flaws> {
    if column as usize >= bounds.columns {
        let line = Place { column: None, ..place.clone() };
        return Err(Flaws::one(line, What::TooManyColumns { limit: bounds.columns }));
    }
    if text.len() > bounds.cell {
        return Err(Flaws::one(place.clone(), What::CellTooLong { limit: bounds.cell }));
    }
    Ok(())
}

/// What a person sees in the cell, as text; a formula's error as the error.
fn text(value: &DataRef<'_>) -> Result<Option<String>, String> {
    let text = match value {
        DataRef::Empty => return Ok(None),
        DataRef::Error(error) => return Err(error.to_string()),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(answer) => answer.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(date) => date_text(*date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
    };
    let text = text.replace("\r\n", "\n");
    Ok((!text.is_empty()).then_some(text))
}

fn date_text(date: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    match () {
        () if date.is_duration() || date.as_f64() < 1.0 => format!("{hour:02}:{minute:02}"),
        () if (hour, minute, second) == (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        () => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}

/// A cell merged over several rows ("Finance" beside six people) holds for each of them. Merged
/// columns are titles and stay where they stand.
fn fill_down(cells: &mut Cells, merged: &[Dimensions]) {
    for region in merged.iter().filter(|region| region.end.0 > region.start.0) {
        let (top, column) = region.start;
        let Some(text) = cells.get(&top).and_then(|row| row.get(&column)).cloned() else {
            continue;
        };
        for (_, row) in cells.range_mut(top + 1..=region.end.0) {
            row.entry(column).or_insert_with(|| text.clone());
        }
    }
}

fn row(line: u32, cells: &BTreeMap<u32, String>) -> Row {
    let width = cells.keys().next_back().map_or(0, |last| last + 1);
    let text = |column| cells.get(&column).map_or("", String::as_str);
    Row::new(line as usize + 1, (0..width).map(text))
}
