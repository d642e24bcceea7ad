//! `cairn design`: the presets, a design file's flaws, and the schema for editors.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use design::{Design, Preset, presets};
use words::{Language, say, say_plain};

/// The arguments of `cairn design`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Name the presets, one a line, with what each is for
    List {
        /// The names alone
        #[arg(long)]
        names: bool,
    },
    /// Print a preset's design file
    Show {
        /// The preset's name
        preset: String,
        /// Print it as the paragraph that a coordinator reads
        #[arg(long)]
        paragraph: bool,
    },
    /// List a design file's flaws; exit 0 without any, 1 with some
    Check {
        /// The design file; - reads it from the standard input
        file: PathBuf,
    },
    /// Print the JSON Schema of design files
    Schema,
}

/// Exit status for a request that names nothing: an unknown preset, a file that is not there.
const USAGE: u8 = 2;

/// Exit status for a design with flaws, or one that cannot be read.
const FLAWED: u8 = 1;

/// Does what was asked for and says how it went.
///
/// # Errors
/// When the answer cannot be written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match &args.act {
        Act::List { names } => print(&listing(&presets(), *names)),
        Act::Show { preset, paragraph } => show(preset, *paragraph),
        Act::Check { file } => check(file),
        Act::Schema => print(&format!("{}\n", serde_json::to_string_pretty(&design::schema())?)),
    }
}

fn listing(presets: &[Preset], names: bool) -> String {
    let mut out = String::new();
    for preset in presets {
        out.push_str(preset.name);
        if !names && let Some(gallery) = preset.design().gallery {
            let width = 22_usize.saturating_sub(preset.name.len());
            out.push_str(&" ".repeat(width));
            out.push_str(&gallery.summary);
            if gallery.status == design::Status::Coming {
                out.push_str(&say_plain(Language::English, "cli-design-coming"));
            }
        }
        out.push('\n');
    }
    out
}

fn show(name: &str, paragraph: bool) -> anyhow::Result<ExitCode> {
    let Some(preset) = design::preset(name) else {
        let known: Vec<&str> = presets().iter().map(|preset| preset.name).collect();
        let args = [("name", name.into()), ("known", known.join(", ").into())];
        eprintln!("{}", say(Language::English, "cli-design-unknown", &args));
        return Ok(ExitCode::from(USAGE));
    };
    if paragraph { print(&format!("{}\n", preset.design())) } else { print(preset.text) }
}

fn check(file: &Path) -> anyhow::Result<ExitCode> {
    let text = match read(file) {
        Ok(text) => text,
        Err(error) => {
            let args =
                [("file", file.display().to_string().into()), ("error", error.to_string().into())];
            eprintln!("{}", say(Language::English, "cli-design-unreadable", &args));
            return Ok(ExitCode::from(USAGE));
        }
    };
    let design = match Design::from_toml(&text) {
        Ok(design) => design,
        Err(error) => {
            print(&format!("{}: {error}\n", file.display()))?;
            return Ok(ExitCode::from(FLAWED));
        }
    };
    let flaws = design.flaws();
    if flaws.is_empty() {
        return print(&format!("{design}\n"));
    }
    let lines: String = flaws.iter().map(|flaw| format!("{flaw}\n")).collect();
    print(&lines)?;
    Ok(ExitCode::from(FLAWED))
}

fn read(file: &Path) -> io::Result<String> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        bytes
    } else {
        std::fs::read(file)?
    };
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Writes to the standard output; a reader that has seen enough is no error.
fn print(text: &str) -> anyhow::Result<ExitCode> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        Ok(()) | Err(_) => Ok(ExitCode::SUCCESS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("design.toml");
        std::fs::write(&file, text).unwrap();
        (folder, file)
    }

    fn checked(text: &str) -> ExitCode {
        let (_folder, file) = written(text);
        check(&file).unwrap()
    }

    #[test]
    fn a_design_without_flaws_leaves_with_0_and_one_with_some_with_1() {
        let good = design::preset("one-to-one").unwrap().text;
        assert_eq!(checked(good), ExitCode::SUCCESS);
        assert_eq!(
            checked(&good.replace("smallest-cell = 5", "smallest-cell = 1")),
            ExitCode::from(1)
        );
        assert_eq!(checked("version = 1\n"), ExitCode::from(1));
        assert_eq!(check(Path::new("/nowhere/design.toml")).unwrap(), ExitCode::from(2));
    }

    #[test]
    fn the_listing_names_every_preset_once() {
        let names = listing(&presets(), true);
        assert_eq!(names.lines().count(), 28);
        assert!(listing(&presets(), false).lines().all(|line| line.len() > 40));
    }

    #[test]
    fn an_unknown_preset_leaves_with_2() {
        assert_eq!(show("one-to-many", false).unwrap(), ExitCode::from(2));
    }
}
