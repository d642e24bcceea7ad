//! Pictures of every page: phone and desktop, light and dark, in `screenshots/`.

use std::{path::Path, process::Command};

use anyhow::{Context as _, ensure};

/// Builds the binary and lets the script in `stories/` walk through the demo with a browser.
pub fn take() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the workspace's folder")?;
    run(Command::new("cargo").args(["build", "--quiet"]).current_dir(root))?;
    let stories = root.join("stories");
    run(Command::new("npm").args(["ci", "--silent", "--ignore-scripts"]).current_dir(&stories))?;
    run(Command::new("node").arg("screenshots.mjs").current_dir(&stories))
}

fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("{command:?} could not be started"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
