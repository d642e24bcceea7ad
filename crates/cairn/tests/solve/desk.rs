//! A directory with a question, and the two commands over it.

use std::path::PathBuf;
use std::process::{Command, Output};

/// A question and its answer on disk, gone when dropped.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(desk.question()).unwrap();
        for (name, content) in files {
            std::fs::write(desk.question().join(name), content).unwrap();
        }
        desk
    }

    pub fn question(&self) -> PathBuf {
        self.folder.path().join("question")
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// Solves and gives the exit status.
    pub fn solve(&self, more: &[&str]) -> i32 {
        self.solve_aloud(more).status.code().unwrap()
    }

    pub fn solve_aloud(&self, more: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_cairn"))
            .arg("solve")
            .arg(self.question())
            .arg("--out")
            .arg(self.out())
            .args(more)
            .output()
            .unwrap()
    }

    /// Verifies: the exit status and the line.
    pub fn verify(&self) -> (i32, String) {
        let done = Command::new(env!("CARGO_BIN_EXE_cairn"))
            .arg("verify")
            .arg(self.question())
            .arg(self.out())
            .output()
            .unwrap();
        let line = String::from_utf8(done.stdout).unwrap().trim().to_owned();
        (done.status.code().unwrap(), line)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.out().join(name)).unwrap()
    }

    pub fn write(&self, name: &str, content: &str) {
        std::fs::write(self.out().join(name), content).unwrap();
    }

    pub fn summary(&self) -> serde_json::Value {
        serde_json::from_str(&self.read("summary.json")).unwrap()
    }
}
