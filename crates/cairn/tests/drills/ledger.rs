//! What was acknowledged, kept outside of the program, and the check against what is stored.

use std::collections::{BTreeMap, BTreeSet};

use db::{Db, Tx};

/// What writers were told.
#[derive(Debug, Default, Clone)]
pub struct Ledger {
    /// Addresses that were sent to be added.
    pub sent: BTreeSet<String>,
    /// Those among them that were answered «done».
    pub added: BTreeSet<String>,
    /// By address: the number of the last edit that was sent, and the last that was acknowledged.
    pub edits: BTreeMap<String, (i64, i64)>,
}

/// What is wrong with the store.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Acknowledged and not there.
    pub lost: usize,
    /// There and never sent.
    pub phantom: usize,
    /// There without all that belongs to it.
    pub half: usize,
}

impl Ledger {
    pub fn acknowledged(&self) -> usize {
        let edits = self.edits.values().map(|(_, acked)| usize::try_from(*acked).unwrap());
        self.added.len() + edits.sum::<usize>()
    }

    /// Compares the ledger with the store: each person that was added has one fact, and the fact
    /// its one job; each edit has left one fact, and its number stands.
    pub async fn check(&self, address: &str) -> Verdict {
        let db = Db::open(address).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let mut verdict = Verdict::default();
        let people = tx
            .all(
                "select p.email, p.job_title, \
                 cast((select count(*) from fact f where f.subject_id = p.id and f.name = 'person_added') as bigint) as added, \
                 cast((select count(*) from fact f where f.subject_id = p.id and f.name = 'person_changed') as bigint) as changed \
                 from person p where p.email like '%@drill.example'",
                &[],
            )
            .await
            .unwrap();
        let mut there = BTreeSet::new();
        for row in &people {
            let email: String = row.get("email").unwrap();
            verdict.phantom += usize::from(!self.sent.contains(&email));
            verdict.half += usize::from(row.get::<i64>("added").unwrap() != 1);
            let edit = number(row.get::<Option<String>>("job_title").unwrap().as_deref());
            let (sent, acked) = self.edits.get(&email).copied().unwrap_or_default();
            verdict.lost += usize::from(edit < acked);
            verdict.phantom += usize::from(edit > sent);
            // Edits follow each other, so as many facts stand as the number says.
            verdict.half += usize::from(row.get::<i64>("changed").unwrap() != edit);
            there.insert(email);
        }
        verdict.lost += self.added.difference(&there).count();
        verdict.half += without_job(&mut tx).await;
        // Closing waits for every connection, this one too.
        drop(tx);
        db.close().await;
        verdict
    }
}

/// Facts whose reaction was never queued.
pub async fn without_job(tx: &mut Tx) -> usize {
    let facts = tx.all("select id from fact", &[]).await.unwrap();
    let jobs = tx.all("select data from job where kind = 'react'", &[]).await.unwrap();
    let told: String = jobs.iter().map(|row| row.get::<String>("data").unwrap()).collect();
    facts.iter().filter(|row| !told.contains(&row.get::<String>("id").unwrap())).count()
}

/// The number at the end of a text.
fn number(text: Option<&str>) -> i64 {
    text.and_then(|text| text.rsplit(' ').next()?.parse().ok()).unwrap_or(0)
}
