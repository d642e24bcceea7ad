//! A backup that was checked: every byte of it is as it was written.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Read},
    path::Path,
};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use super::{
    Manifest,
    manifest::{self, Entry, FORMAT, VERSION},
    seal,
};
use crate::refused::Refused;

/// A checked backup, open for reading.
#[derive(Debug)]
pub struct Sealed {
    /// What it says of itself.
    pub manifest: Manifest,
    archive: ZipArchive<BufReader<File>>,
}

impl Sealed {
    /// Opens a file and checks all of it: the seal, the manifest, and each table's rows and digest.
    ///
    /// # Errors
    /// When it cannot be read, is damaged, is no backup, or is of a form that this program does not know.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let file =
            File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let mut file = BufReader::new(file);
        let damaged = || Refused::new("backup-damaged").with("file", path.display());
        if !seal::is_whole(&mut file)? {
            return Err(damaged().into());
        }
        let mut archive = ZipArchive::new(file).map_err(|_| damaged())?;
        let mut text = String::new();
        archive
            .by_name(manifest::NAME)
            .map_err(|_| damaged())?
            .read_to_string(&mut text)
            .map_err(|_| damaged())?;
        let manifest: Manifest = serde_json::from_str(&text).map_err(|_| damaged())?;
        if manifest.format != FORMAT || manifest.version != VERSION {
            return Err(Refused::new("backup-unknown-form")
                .with("file", path.display())
                .with("version", manifest.version)
                .into());
        }
        let mut sealed = Self { manifest, archive };
        for entry in sealed.manifest.tables.clone() {
            if !sealed.holds(&entry).unwrap_or(false) {
                return Err(damaged().into());
            }
        }
        Ok(sealed)
    }

    /// Gives each line of a table's file to a function, in batches.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lines(
        &mut self,
        entry: &Entry,
    ) -> anyhow::Result<impl Iterator<Item = io::Result<String>>> {
        let file = self.archive.by_name(&entry.file())?;
        Ok(BufReader::new(file).lines())
    }

    fn holds(&mut self, entry: &Entry) -> anyhow::Result<bool> {
        let mut file = BufReader::new(self.archive.by_name(&entry.file())?);
        let (mut digest, mut rows, mut line) = (Sha256::new(), 0, Vec::new());
        loop {
            line.clear();
            if file.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            digest.update(&line);
            rows += 1;
        }
        Ok(rows == entry.rows && seal::hex(&digest.finalize()) == entry.sha256)
    }
}
