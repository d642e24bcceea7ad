//! The named models that ship with the program: files, not code.

use include_dir::{Dir, include_dir};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Design;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/presets");

/// The presets' names, in the order of the gallery.
const NAMES: &str = include_str!("../presets/order.txt");

/// How a design presents itself in the gallery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Gallery {
    /// One or two sentences.
    pub summary: String,
    /// For whom it fits.
    pub good_for: String,
    /// How much work it is for the coordinator.
    pub effort: Effort,
    /// Words to filter by.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Whether everything that it needs works from end to end.
    pub status: Status,
}

/// The coordinator's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Effort {
    /// An hour now and then.
    Light,
    /// An hour or two a week.
    Moderate,
    /// Somebody's real job.
    High,
}

/// Whether a preset works from end to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It does.
    Complete,
    /// It can be read and edited; part of what it needs is still being built.
    Coming,
}

/// A preset: a name and its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The name.
    pub name: &'static str,
    /// The file's text, comments included.
    pub text: &'static str,
}

impl Preset {
    /// The design in the file.
    ///
    /// # Panics
    /// Never in a program whose tests pass: they read every file that ships.
    #[expect(clippy::expect_used, reason = "the files are part of the program and read by tests")]
    pub fn design(&self) -> Design {
        Design::from_toml(self.text).expect("a shipped preset is readable")
    }
}

/// All presets, in the order of the gallery.
pub fn presets() -> Vec<Preset> {
    NAMES.lines().filter_map(preset).collect()
}

/// The preset of this name.
pub fn preset(name: &str) -> Option<Preset> {
    let name = NAMES.lines().find(|known| *known == name)?;
    let file = FILES.get_file(format!("{name}.toml"))?;
    Some(Preset { name, text: file.contents_utf8()? })
}
