//! What comes in: the design and the people.

use std::fs;
use std::path::Path;

use design::Design;
use programmes::round::participant::{self, Participant};
use sha2::{Digest as _, Sha256};
use sheets::{
    Bounds, Flaw, Place,
    people::{self, Expect, Field, PeopleFile},
};
use words::{Arg, Language, say};

use super::{Args, stop, stop::Stop};

/// The people as they came, and as the round sees them.
pub struct Input {
    /// The file's name, for the report.
    pub name: String,
    /// SHA-256 of the people file and the design.
    pub digest: String,
    /// The rows.
    pub file: PeopleFile,
    /// The same people, in the same order.
    pub people: Vec<Participant>,
    /// Where each field stands in the file.
    headers: Vec<(Field, usize, String)>,
}

impl Input {
    /// The cell of a person.
    pub fn place(&self, person: usize, field: Field) -> Place {
        let line = self.file.people[person].line;
        match self.headers.iter().find(|(known, ..)| *known == field) {
            Some((_, column, header)) => Place::cell(line, *column, header),
            None => Place::line(line),
        }
    }

    /// What is worth knowing about the file.
    pub fn notes(&self) -> &[Flaw] {
        &self.file.notes.listed
    }
}

/// The design that was asked for, if it may be used.
pub fn design(args: &Args) -> Result<Design, Stop> {
    let language = args.language;
    let Some(wanted) = &args.design else {
        let first = design::presets().into_iter().next();
        return first.map(|preset| preset.design()).ok_or_else(|| unknown("", language));
    };
    let design = match design::preset(wanted) {
        Some(preset) => preset.design(),
        None if Path::new(wanted).is_file() => of_file(Path::new(wanted))?,
        None => return Err(unknown(wanted, language)),
    };
    let flaws = design.flaws();
    if flaws.is_empty() {
        return Ok(design);
    }
    let catalogue = |key: &str, values: &[(&str, String)]| {
        let values: Vec<_> = values.iter().map(|(name, text)| (*name, Arg::from(text))).collect();
        say(language, key, &values)
    };
    let line = |flaw: &design::Flaw| {
        format!("{wanted}: {}: {}", flaw.settings.join(", "), flaw.sentence.say(&catalogue))
    };
    Err(Stop::faulty(flaws.iter().map(line).collect()))
}

fn unknown(wanted: &str, language: Language) -> Stop {
    let names: Vec<_> = design::presets().iter().map(|preset| preset.name).collect();
    let args = [("design", Arg::from(wanted)), ("known", Arg::from(names.join(", ")))];
    Stop::usage(say(language, "match-unknown-design", &args))
}

fn of_file(path: &Path) -> Result<Design, Stop> {
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Stop::faulty(vec![format!("{shown}: {error}")]))?;
    Design::from_toml(&text).map_err(|error| Stop::faulty(vec![format!("{shown}: {error}")]))
}

/// The people of the file, all of them or none.
pub fn people(args: &Args, design: &Design) -> Result<Input, Stop> {
    let language = args.language;
    let bounds = Bounds::local();
    let unreadable = |error: std::io::Error| {
        let path = args.people.display().to_string();
        let args = [("path", Arg::from(path)), ("error", Arg::from(error.to_string()))];
        Stop::usage(say(language, "match-unreadable", &args))
    };
    let file = fs::File::open(&args.people).map_err(unreadable)?;
    let bytes = sheets::take(file, &bounds).map_err(unreadable)?;
    let flawed = |flaws: sheets::Flaws| stop::flawed(&flaws, language);
    let sheet = sheets::parse(&bytes, &bounds, args.sheet.as_deref()).map_err(flawed)?;
    let expect = Expect {
        roles: participant::role_words(design),
        role_needed: participant::asks_for_roles(design),
        ..Expect::default()
    };
    let file = people::read(&sheet, &expect).map_err(flawed)?;
    let known =
        |(at, header): (usize, &String)| Some((Field::of_header(header)?, at, header.clone()));
    let name = args.people.file_name().unwrap_or(args.people.as_os_str());
    Ok(Input {
        name: name.to_string_lossy().into_owned(),
        digest: digest(&bytes, design),
        people: participant::of_file(&file, design),
        headers: sheet.headers.iter().enumerate().filter_map(known).collect(),
        file,
    })
}

fn digest(people: &[u8], design: &Design) -> String {
    let mut hash = Sha256::new();
    hash.update(people);
    hash.update([0]);
    hash.update(design.to_toml());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
