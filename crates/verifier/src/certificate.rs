//! certificate.json as it is written down; nothing in it is believed before it is recomputed.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::{Wrong, number, table};

/// Prices by id, as text.
pub(crate) type ById = BTreeMap<String, String>;

#[derive(serde::Deserialize)]
pub(crate) struct Certificate {
    version: u32,
    pub kind: String,
    pub objective: String,
    scale: i64,
    pub status: String,
    total: String,
    bound: String,
    #[serde(default)]
    pub stages: Vec<Stage>,
    #[serde(flatten)]
    pub prices: Prices,
    #[serde(skip)]
    all: Value,
}

/// The prices of one stage, or of the whole when there is only one.
#[derive(serde::Deserialize, Default)]
pub(crate) struct Prices {
    #[serde(default)]
    pub left: ById,
    #[serde(default)]
    pub right: ById,
    #[serde(default)]
    pub lower: Lower,
    #[serde(default)]
    pub fixed: Vec<FixedPrice>,
    #[serde(default)]
    pub organisations: Vec<OrganisationPrice>,
}

#[derive(serde::Deserialize, Default)]
pub(crate) struct Lower {
    #[serde(default)]
    pub left: ById,
    #[serde(default)]
    pub right: ById,
}

#[derive(serde::Deserialize)]
pub(crate) struct FixedPrice {
    pub left: String,
    pub right: String,
    pub price: String,
}

#[derive(serde::Deserialize)]
pub(crate) struct OrganisationPrice {
    pub organisation: String,
    pub left: String,
    pub right: String,
    pub balance: String,
}

#[derive(serde::Deserialize)]
pub(crate) struct Stage {
    pub goal: String,
    #[serde(default)]
    pub level: Option<String>,
    pub total: String,
    pub bound: String,
    #[serde(flatten)]
    pub prices: Prices,
}

const FILE: &str = "certificate.json";

impl Certificate {
    pub(crate) fn read(out: &Path) -> Result<Self, Wrong> {
        let text = table::text(&out.join(FILE))?;
        let wrong = |e: serde_json::Error| Wrong::at(FILE, &e.to_string());
        let all: Value = serde_json::from_str(&text).map_err(wrong)?;
        let read: Self = serde_json::from_value(all.clone()).map_err(wrong)?;
        let read = Self { all, ..read };
        // Prices of a pool are halves of a unit.
        let scale = if read.kind == "pool" { 2_000_000 } else { 1_000_000 };
        if read.version != 1 || read.scale != scale {
            return Err(Wrong::at(FILE, "has another version or scale than this verifier knows"));
        }
        Ok(read)
    }

    /// What only one kind of certificate has.
    pub(crate) fn more<T: serde::de::DeserializeOwned>(&self) -> Result<T, Wrong> {
        serde_json::from_value(self.all.clone()).map_err(|e| Wrong::at(FILE, &e.to_string()))
    }

    pub(crate) fn total(&self) -> Result<i128, Wrong> {
        whole(&self.total, "total")
    }

    pub(crate) fn bound(&self) -> Result<i128, Wrong> {
        whole(&self.bound, "bound")
    }

    fn per_unit(&self) -> i128 {
        i128::from(self.scale / 1_000_000)
    }

    /// The summary that people read says the same as the proof.
    pub(crate) fn agrees_with_summary(&self, out: &Path) -> Result<(), Wrong> {
        let file = "summary.json";
        let text = table::text(&out.join(file))?;
        let summary: Value =
            serde_json::from_str(&text).map_err(|e| Wrong::at(file, &e.to_string()))?;
        let says = |field: &str, value: &str| {
            if summary[field] == value {
                return Ok(());
            }
            Err(Wrong::at(&format!("{file}: {field}"), &format!("is not {value} as proved")))
        };
        says("status", &self.status)?;
        says("objective", &self.objective)?;
        for (field, proved) in [("total", self.total()?), ("bound", self.bound()?)] {
            let said = summary[field].to_string();
            let same = summary[field].is_null() && self.status == "impossible"
                || number::decimal(&said).is_some_and(|d| d * self.per_unit() == proved)
                || summary[field].as_f64().is_some_and(|f| close(f, proved, self.scale));
            if !same {
                return Err(Wrong::at(&format!("{file}: {field}"), "is not what is proved"));
            }
        }
        Ok(())
    }
}

/// Large sums are shown rounded in the summary.
fn close(shown: f64, units: i128, scale: i64) -> bool {
    let exact = units as f64 / scale as f64;
    (shown - exact).abs() <= exact.abs() * 1e-12
}

/// An integer of the certificate, with its place.
pub(crate) fn whole(text: &str, place: &str) -> Result<i128, Wrong> {
    number::integer(text)
        .ok_or_else(|| Wrong::at(&format!("{FILE}: {place}"), "is not an integer in range"))
}
