//! The seal: the archive's comment, whose end is the digest of everything before it.

use std::io::{self, Read, Seek, SeekFrom, Write};

use sha2::{Digest as _, Sha256};

/// The seal without its digest, as it is written first.
pub const BLANK: &str = concat!(
    "cairn backup, sealed sha256 ",
    "0000000000000000000000000000000000000000000000000000000000000000"
);
const DIGEST: u64 = 64;

/// Writes the digest over the blank at the end.
pub fn seal(file: &mut (impl Read + Write + Seek)) -> io::Result<()> {
    let (digest, _) = read(file)?;
    file.seek(SeekFrom::End(-(i64::try_from(DIGEST).unwrap_or(64))))?;
    file.write_all(digest.as_bytes())
}

/// Whether the end says the digest of everything before it.
pub fn is_whole(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    let length = file.seek(SeekFrom::End(0))?;
    if length < DIGEST {
        return Ok(false);
    }
    let (digest, said) = read(file)?;
    Ok(digest.as_bytes() == said)
}

/// The digest of all but the end, and the end.
fn read(file: &mut (impl Read + Seek)) -> io::Result<(String, Vec<u8>)> {
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    let mut digest = Sha256::new();
    let mut left = length.saturating_sub(DIGEST);
    let mut part = vec![0; 1 << 16];
    while left > 0 {
        let most = usize::try_from(left.min(part.len() as u64)).unwrap_or(part.len());
        let read = file.read(&mut part[..most])?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        digest.update(&part[..read]);
        left -= read as u64;
    }
    let mut end = Vec::new();
    file.take(DIGEST).read_to_end(&mut end)?;
    Ok((hex(&digest.finalize()), end))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
