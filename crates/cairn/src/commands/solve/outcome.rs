//! What a command leaves behind: tables, the certificate and the summary.

use std::fs;
use std::io;
use std::time::Instant;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{Args, number, reasons::Told};

/// A finished question, ready to be written.
pub struct Outcome {
    pub kind: &'static str,
    pub status: &'static str,
    /// How many people took part.
    pub people: usize,
    pub matched: usize,
    /// In units; nothing when there is no answer.
    pub total: Option<i128>,
    pub bound: Option<i128>,
    pub worst: Option<i64>,
    /// File name and content.
    pub tables: Vec<(&'static str, Vec<u8>)>,
    pub certificate: Value,
    pub reasons: Vec<Told>,
    /// Seconds until the question was read, and until it was solved.
    pub read: f64,
    pub solved: f64,
    /// Further facts of this kind of question.
    pub facts: Vec<(&'static str, Value)>,
}

impl Outcome {
    /// Writes everything; the summary comes last, so that its presence says that all is there.
    pub fn write(&self, args: &Args, begun: Instant) -> io::Result<()> {
        fs::create_dir_all(&args.out)?;
        if self.status != "impossible" {
            for (name, content) in &self.tables {
                fs::write(args.out.join(name), content)?;
            }
        }
        let digest = digest(args)?;
        fs::write(args.out.join("certificate.json"), pretty(&self.certificate)?)?;
        let written = begun.elapsed().as_secs_f64() - self.read - self.solved;
        let mut summary = json!({
            "kind": self.kind,
            "status": self.status,
            "objective": args.objective.name(),
            "people": self.people,
            "matched": self.matched,
            "unmatched": self.people - self.matched,
            "total": self.total.map(number::json),
            "bound": self.bound.map(number::json),
            "gap": self.gap(),
            "worst": self.worst.map(|w| number::json(w.into())),
            "seconds": { "read": self.read, "solve": self.solved, "write": written },
            "peak_memory_bytes": peak_memory(),
            "engine": env!("CARGO_PKG_VERSION"),
            "seed": args.seed,
            "input_digest": digest,
            "reasons": self.reasons.iter().map(|r| &r.json).collect::<Vec<_>>(),
        });
        if let Some(fields) = summary.as_object_mut() {
            fields.extend(self.facts.iter().map(|(name, fact)| ((*name).to_owned(), fact.clone())));
        }
        fs::write(args.out.join("summary.json"), pretty(&summary)?)
    }

    /// How far the bound is above the total, in per cent of the bound.
    fn gap(&self) -> Option<f64> {
        let (total, bound) = (self.total?, self.bound?);
        if bound == total {
            return Some(0.0);
        }
        Some(100.0 * (bound - total) as f64 / (bound.abs().max(1)) as f64)
    }
}

pub fn pretty(value: &Value) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// One digest over the names and contents of the question's files.
fn digest(args: &Args) -> io::Result<String> {
    let mut files: Vec<_> = fs::read_dir(&args.dir)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut hash = Sha256::new();
    for file in files.iter().filter(|f| f.path().is_file()) {
        hash.update(file.file_name().as_encoded_bytes());
        hash.update([0]);
        io::copy(&mut fs::File::open(file.path())?, &mut hash)?;
    }
    Ok(hash.finalize().iter().map(|b| format!("{b:02x}")).collect())
}

/// The most memory this process has held, as the system counts it.
pub fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kb| kb * 1024)
}
