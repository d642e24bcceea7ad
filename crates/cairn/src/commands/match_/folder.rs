//! A folder of results, there whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use words::{Arg, Language, say};

use super::stop::Stop;

/// Name and content of a file.
pub type Content = (&'static str, Vec<u8>);

/// Whether the folder may be written: new, or there and empty.
pub fn check(dir: &Path, language: Language) -> Result<(), Stop> {
    let key = match fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            Some(_) => "match-out-not-empty",
            None => return Ok(()),
        },
        Err(_) if !dir.exists() => return Ok(()),
        Err(_) => "match-out-not-a-directory",
    };
    let path = dir.display().to_string();
    Err(Stop::usage(say(language, key, &[("path", Arg::from(path))])))
}

/// Writes the files beside the folder and puts them in its place in one step, so that nobody ever
/// meets half a result.
pub fn write(dir: &Path, files: &[Content]) -> io::Result<()> {
    let dir = std::path::absolute(dir)?;
    let parent = dir.parent().unwrap_or(Path::new("/"));
    fs::create_dir_all(parent)?;
    let beside = beside(&dir, parent);
    let written = fill(&beside, files).and_then(|()| fs::rename(&beside, &dir));
    if written.is_err() {
        // What is left over is ours alone; that it cannot be removed changes nothing.
        let _ = fs::remove_dir_all(&beside);
        return written;
    }
    File::open(parent)?.sync_all()
}

fn beside(dir: &Path, parent: &Path) -> PathBuf {
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    parent.join(format!(".{name}.{}.part", std::process::id()))
}

fn fill(dir: &Path, files: &[Content]) -> io::Result<()> {
    fs::create_dir(dir)?;
    for (name, content) in files {
        let mut file = File::create_new(dir.join(name))?;
        file.write_all(content)?;
        file.sync_all()?;
    }
    Ok(())
}
