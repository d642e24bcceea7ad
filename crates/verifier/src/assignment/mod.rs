//! Checking an assignment: admissible, recounted, and as good as its prices prove.

mod impossible;
pub(crate) mod matching;
pub(crate) mod proof;
pub(crate) mod question;
mod stable;

use std::path::Path;

use crate::certificate::Certificate;
use crate::{Verdict, Wrong};
use matching::Matching;
use question::Question;

pub(crate) fn verify(dir: &Path, out: &Path, certificate: &Certificate) -> Result<Verdict, Wrong> {
    let question = Question::read(dir)?;
    if certificate.status == "impossible" {
        return impossible::verify(&question, out);
    }
    let matching = Matching::read(&question, out)?;
    if certificate.objective != "stable" {
        matching.keeps_lower_bounds(&question)?;
    }
    if matching.total(&question) != certificate.total()? {
        return Err(Wrong::at("certificate.json: total", "is not the sum of the scores"));
    }
    match (certificate.status.as_str(), certificate.objective.as_str()) {
        ("stable", "stable") => stable::verify(&question, &matching),
        ("optimal", objective) => proof::verify(&question, &matching, certificate, objective),
        (other, _) => {
            Err(Wrong::at("certificate.json: status", &format!("“{other}” is not known")))
        }
    }
}
