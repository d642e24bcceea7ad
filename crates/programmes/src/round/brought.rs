//! What every form of bringing people together gives back: what came out, its proof, and both as
//! files that `cairn verify` reads.

use matching::SCALE;
use serde_json::{Map, Value, json};

use super::{
    answer::Alone,
    outcome::{Group, Outcome},
    proof::{self, Checked, File},
};

/// An answer with its proof.
#[derive(Debug)]
pub struct Brought {
    /// What came out.
    pub outcome: Outcome,
    /// The certificate, as JSON.
    pub certificate: String,
    /// The question as files.
    pub question: Vec<File>,
    /// The answer as files.
    pub answer: Vec<File>,
}

/// What an answer says before it is checked.
pub(super) struct Said {
    pub kind: &'static str,
    pub objective: &'static str,
    pub status: &'static str,
    pub total: i128,
    pub bound: i128,
    /// Whether all possible pairs were before the engine.
    pub whole: bool,
    pub equal: bool,
    pub formed: bool,
    pub proposals: Vec<super::answer::Proposal>,
    pub groups: Vec<Group>,
    pub alone: Vec<Alone>,
    /// Whether the question is small enough to be checked at once.
    pub checkable: bool,
}

impl Said {
    /// The head of the certificate, in parts of a unit.
    pub(super) fn head(&self, parts: i128) -> Map<String, Value> {
        let head = json!({
            "version": 1, "kind": self.kind, "objective": self.objective,
            "scale": parts * i128::from(SCALE), "status": self.status,
            "total": (parts * self.total).to_string(), "bound": (parts * self.bound).to_string(),
            "notes": [],
        });
        match head {
            Value::Object(head) => head,
            _ => Map::new(),
        }
    }

    /// With its files and the independent check of them.
    pub(super) fn checked(
        self,
        certificate: &Map<String, Value>,
        question: Vec<File>,
        tables: Vec<File>,
    ) -> Brought {
        let certificate = Value::Object(certificate.clone()).to_string();
        let summary = format!(
            "{{\"status\": \"{}\", \"objective\": \"{}\", \"total\": {}, \"bound\": {}}}\n",
            self.status,
            self.objective,
            proof::decimal(self.total),
            proof::decimal(self.bound),
        );
        let mut answer = tables;
        answer.push(("certificate.json", certificate.clone()));
        answer.push(("summary.json", summary));
        let kept = self.groups.iter().all(|group| group.sized && group.breaks.is_empty());
        let checked = match (kept, self.checkable) {
            (false, _) => Checked::Overruled,
            (true, false) => Checked::TooLarge,
            (true, true) => proof::verdict(&question, &answer),
        };
        let units = |sum: i128| i64::try_from(sum).unwrap_or(i64::MAX);
        let outcome = Outcome {
            status: self.status.to_owned(),
            total: units(self.total),
            bound: units(self.bound),
            checked,
            whole: self.whole,
            equal: self.equal,
            formed: self.formed,
            proposals: self.proposals,
            groups: self.groups,
            alone: self.alone,
        };
        Brought { outcome, certificate, question, answer }
    }
}
