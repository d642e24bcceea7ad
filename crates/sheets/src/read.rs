//! From bytes to a sheet, whatever kind of file they are.

use std::io::{self, Read};

use crate::{Bounds, Flaws, Place, Sheet, Source, What, decode, separated, separator, workbook};

/// Reads a file as far as the bounds allow, and one byte more, by which [`parse`] knows that it
/// was too large.
///
/// # Errors
/// When the source cannot be read at all.
pub fn take(source: impl Read, bounds: &Bounds) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(bounds.bytes as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Makes a sheet of a file's bytes. `wanted` names a workbook's sheet; without it the first
/// visible one is read.
///
/// # Errors
/// All that is wrong with the file as a spreadsheet, with places. Nothing is half read.
pub fn parse(bytes: &[u8], bounds: &Bounds, wanted: Option<&str>) -> Result<Sheet, Flaws> {
    if bytes.len() > bounds.bytes {
        let what = What::FileTooLarge { megabytes: bounds.bytes >> 20 };
        return Err(Flaws::one(Place::file(), what));
    }
    match kind(bytes) {
        Kind::Workbook => workbook::parse(bytes, bounds, wanted),
        Kind::Other(what) => Err(Flaws::one(Place::file(), what)),
        Kind::Text => text(bytes, bounds),
    }
}

fn text(bytes: &[u8], bounds: &Bounds) -> Result<Sheet, Flaws> {
    let (text, encoding) = decode::decode(bytes)?;
    let (separator, begin) = separator::find(&text);
    let rows = separated::rows(&text[begin..], separator, bounds)?;
    Sheet::of_rows(rows, Source::Text { encoding, separator })
}

enum Kind {
    Text,
    Workbook,
    Other(What),
}

/// Files say what they are in their first bytes; their names lie.
fn kind(bytes: &[u8]) -> Kind {
    let contains = |needle: &[u8]| {
        bytes[..bytes.len().min(200)].windows(needle.len()).any(|window| window == needle)
    };
    match bytes {
        [b'P', b'K', 3, 4, ..] if contains(b"opendocument") => Kind::Other(What::OpenDocument),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Kind::Workbook,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Kind::Other(What::OldWorkbook),
        [b'%', b'P', b'D', b'F', ..] | [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => {
            Kind::Other(What::NotASheet)
        }
        [0x1F, 0x8B, ..] | [0x7F, b'E', b'L', b'F', ..] => Kind::Other(What::NotASheet),
        _ => Kind::Text,
    }
}
