//! Sheets out: CSV that no spreadsheet program computes, and XLSX.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// CSV text: commas, CRLF after each row as RFC 4180 has it, quotes where needed. Cells that a
/// spreadsheet program would compute get an apostrophe in front, which [`crate::parse`] takes back.
#[must_use]
pub fn csv<C: AsRef<str>>(rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>) -> String {
    let mut text = String::new();
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            push_cell(&mut text, cell.as_ref());
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(text: &mut String, cell: &str) {
    let guard = if looks_like_formula(cell.trim_start_matches('\'')) { "'" } else { "" };
    let plain = !cell.contains(['"', ',', ';', '\n', '\r', '\t', '|'])
        && !cell.starts_with(' ')
        && !cell.ends_with(' ');
    if plain {
        text.push_str(guard);
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(guard);
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// Whether a spreadsheet program would compute the text instead of showing it. Plain numbers may
/// begin with a sign.
pub(crate) fn looks_like_formula(cell: &str) -> bool {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%']);
    begins && cell.len() > 1 && !is_number(cell)
}

fn is_number(cell: &str) -> bool {
    cell.starts_with(['+', '-'])
        && cell[1..].starts_with(|c: char| c.is_ascii_digit())
        && cell[1..].chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// A workbook of one sheet, all cells as text, headings bold and frozen. The same rows give the
/// same bytes: no clock is asked.
///
/// # Errors
/// When the rows do not fit into a sheet (1,048,576 rows, 16,384 columns, 32,767 characters).
pub fn xlsx<C: AsRef<str>>(
    name: &str,
    rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (line, row) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row) {
            match line {
                0 => sheet.write_string_with_format(line, column, cell.as_ref(), &bold)?,
                _ => sheet.write_string(line, column, cell.as_ref())?,
            };
        }
    }
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn what_a_spreadsheet_would_compute_is_written_as_text() {
        for cell in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=1"] {
            let line = csv([[cell]]);
            assert!(line.trim_start_matches('"').starts_with('\''), "{line}");
        }
    }

    #[test]
    fn plain_numbers_and_words_are_left_alone() {
        assert_eq!(csv([["-3.5", "+4", "Søren", "-", ""]]), "-3.5,+4,Søren,-,\r\n");
    }
}
