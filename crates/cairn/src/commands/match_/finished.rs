//! A finished match: all that the files tell.

use design::Design;
use matching::Side;
use programmes::round::{answer::Round, ask::Asked, told};
use words::Language;

use super::{folder::Content, input::Input, report, summary, tables};
use crate::commands::solve::{
    Goal,
    assignment::Named,
    certificate,
    ids::Ids,
    outcome::pretty,
    reasons::{Names, Told},
};

/// The design, the people, the question and its answer.
pub struct Finished {
    pub design: Design,
    pub input: Input,
    pub asked: Asked,
    pub round: Round,
    pub goal: Goal,
    pub seconds: Seconds,
    pub seed: u64,
    pub language: Language,
}

/// Seconds by phase.
pub struct Seconds {
    pub read: f64,
    pub solve: f64,
    pub explain: f64,
}

impl Finished {
    /// Every file of the answer. Where no answer is admissible there are no tables, only reasons.
    pub fn files(&self) -> anyhow::Result<Vec<Content>> {
        let named = self.named();
        let certificate = certificate::of_assignment(&named, &self.round.answer, self.goal);
        let mut files = vec![
            ("certificate.json", pretty(&certificate)?),
            ("summary.json", pretty(&summary::json(self, &self.reasons_told(&named)))?),
            ("report.html", report::html(self, &self.reasons_told(&named))?.into_bytes()),
        ];
        if self.round.impossible().is_empty() {
            files.push(("relationships.csv", tables::relationships(self)));
            files.push(("unmatched.csv", tables::unmatched(self)));
            files.push(("pairs.csv", tables::pairs(self)));
        }
        Ok(files)
    }

    /// The engine's question with the ids of the file.
    pub fn named(&self) -> Named {
        let ids = |side: Side| {
            let members = if side == Side::Left { &self.asked.left } else { &self.asked.right };
            let mut ids = Ids::default();
            for member in members {
                ids.add(&self.input.people[member.person as usize].id);
            }
            ids
        };
        let mut organisations = Ids::default();
        for name in &self.asked.organisations {
            organisations.add(name);
        }
        Named {
            question: self.round.listed.clone(),
            left: ids(Side::Left),
            right: ids(Side::Right),
            organisations,
        }
    }

    /// Why there is no admissible answer, if so.
    pub fn reasons_told(&self, named: &Named) -> Vec<Told> {
        let names =
            Names { left: &named.left, right: &named.right, organisations: &named.organisations };
        self.round.impossible().iter().map(|reason| names.tell(reason)).collect()
    }

    /// The name that people see for somebody.
    pub fn name(&self, person: usize) -> &str {
        &self.input.people[person].name
    }

    /// A condition in words.
    pub fn rule(&self, at: usize) -> String {
        told::condition(self.language, &self.asked.rules[at].condition, &self.design)
    }

    /// The wishes: positions among the rules.
    pub fn wishes(&self) -> impl Iterator<Item = usize> {
        (0..self.asked.rules.len()).filter(|&at| self.asked.rules[at].condition.weight.is_some())
    }
}
