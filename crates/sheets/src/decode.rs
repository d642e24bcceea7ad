//! Bytes to text: which encoding this is, found from the bytes alone.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{Flaws, Place, What};

/// Text and the usual name of the encoding it was in.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, &'static str), Flaws> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return strict(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), UTF_8.name())),
        Err(error) if mostly_utf8(bytes) => {
            let line = lines_before(&bytes[..error.valid_up_to()]);
            Err(Flaws::one(Place::line(line), What::MixedEncoding))
        }
        Err(_) => {
            let encoding = legacy(bytes);
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            Ok((text.into_owned(), encoding.name()))
        }
    }
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<(String, &'static str), Flaws> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if !broken {
        return Ok((text.into_owned(), encoding.name()));
    }
    let before = text.split('\u{FFFD}').next().unwrap_or_default();
    Err(Flaws::one(Place::line(lines_before(before.as_bytes())), What::MixedEncoding))
}

/// Text of Latin letters in UTF-16 has a NUL in every second byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    match () {
        () if odd * 10 >= pairs * 7 && even * 10 < pairs => Some(UTF_16LE),
        () if even * 10 >= pairs * 7 && odd * 10 < pairs => Some(UTF_16BE),
        () => None,
    }
}

/// Whether this was UTF-8 until something else was pasted in: guessing would garble names.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// Western European unless the letters clearly say otherwise.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    const OTHERS: [&str; 10] = [
        "windows-1250",
        "windows-1251",
        "windows-1253",
        "windows-1255",
        "windows-1256",
        "Shift_JIS",
        "EUC-JP",
        "EUC-KR",
        "GBK",
        "Big5",
    ];
    if OTHERS.contains(&guess.name()) { guess } else { WINDOWS_1252 }
}

fn lines_before(bytes: &[u8]) -> usize {
    let ends = bytes.iter().enumerate().filter(|&(at, &byte)| {
        byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
    });
    ends.count() + 1
}

#[cfg(test)]
mod tests {
    use super::{What, decode};

    fn check(bytes: &[u8], text: &str, encoding: &str) {
        assert_eq!(
            decode(bytes),
            Ok((text.to_owned(), super::Encoding::for_label(encoding.as_bytes()).unwrap().name()))
        );
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn the_encodings_of_real_offices_are_recognised() {
        let text = "name;e-mail\nSøren Ærø;soren@larkspur.example\n";
        check(text.as_bytes(), text, "utf-8");
        check(&[b"\xEF\xBB\xBF", text.as_bytes()].concat(), text, "utf-8");
        check(&utf16(&format!("\u{FEFF}{text}"), u16::to_le_bytes), text, "utf-16le");
        check(&utf16(&format!("\u{FEFF}{text}"), u16::to_be_bytes), text, "utf-16be");
        check(&utf16(text, u16::to_le_bytes), text, "utf-16le");
        check(&utf16(text, u16::to_be_bytes), text, "utf-16be");
        for western in [
            text,
            "name\nJosé Nuñez\nRené Müller\nFrançoise Lefèvre\nÅsa Öberg\n",
            "Name\nJörg Weiß\n",
        ] {
            check(&super::WINDOWS_1252.encode(western).0, western, "windows-1252");
        }
    }

    #[test]
    fn two_encodings_in_one_file_are_refused_with_the_line() {
        let flaws = decode(b"name\nS\xC3\xB8ren\n\xC3\x85se\nJ\xF8rgen\n").unwrap_err();
        assert_eq!(flaws.listed[0].what, What::MixedEncoding);
        assert_eq!(flaws.listed[0].place.line, Some(4));
    }
}
