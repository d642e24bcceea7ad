//! The answer's pairs, and whether they keep the rules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::question::{Couple, Question, Side, couple};
use crate::table::rows;
use crate::{Wrong, number};

pub(crate) struct Matching {
    pub made: BTreeSet<Couple>,
    pub left: Vec<i128>,
    pub right: Vec<i128>,
}

const FILE: &str = "matching.csv";

impl Matching {
    /// Reads the pairs; each is listed, allowed, made once and scored as listed, and nobody and
    /// no organisation has more than the most.
    pub(super) fn read(question: &Question, out: &Path) -> Result<Self, Wrong> {
        let mut made = BTreeSet::new();
        let mut counts =
            (vec![0; question.left.people.len()], vec![0; question.right.people.len()]);
        for row in rows(out, FILE, &["left", "right", "score"], false)? {
            let couple = couple(&row, &question.left, &question.right)?;
            let Some(score) = question.scores.get(&couple) else {
                return Err(Wrong::at(&row.place, "the pair is not listed as possible"));
            };
            if question.forbidden.contains(&couple) {
                return Err(Wrong::at(&row.place, "the pair is forbidden"));
            }
            if number::decimal(&row.cells[2]) != Some(*score) {
                return Err(Wrong::at(&row.place, "the score is not the listed one"));
            }
            if !made.insert(couple) {
                return Err(Wrong::at(&row.place, "the pair stands twice"));
            }
            counts.0[couple.0] += 1;
            counts.1[couple.1] += 1;
        }
        let read = Self { made, left: counts.0, right: counts.1 };
        if let Some(missing) = question.fixed.iter().find(|c| !read.made.contains(c)) {
            return Err(Wrong::at(
                FILE,
                &format!("{} is fixed but missing", question.named(*missing)),
            ));
        }
        for (side, counts) in [(&question.left, &read.left), (&question.right, &read.right)] {
            keeps_most(side, counts)?;
        }
        read.keeps_quotas(question)?;
        Ok(read)
    }

    /// Pairs that are known to keep the rules.
    pub(crate) fn of(question: &Question, made: BTreeSet<Couple>) -> Self {
        let mut left = vec![0; question.left.people.len()];
        let mut right = vec![0; question.right.people.len()];
        for couple in &made {
            left[couple.0] += 1;
            right[couple.1] += 1;
        }
        Self { made, left, right }
    }

    pub(crate) fn total(&self, question: &Question) -> i128 {
        self.made.iter().map(|c| question.scores[c]).sum()
    }

    pub(crate) fn keeps_lower_bounds(&self, question: &Question) -> Result<(), Wrong> {
        for (side, counts) in [(&question.left, &self.left), (&question.right, &self.right)] {
            for (person, &count) in side.people.iter().zip(counts) {
                if count < person.least {
                    return Err(Wrong::at(FILE, &format!("{} has too few pairs", person.id)));
                }
            }
        }
        Ok(())
    }

    /// Pairs of an organisation's people, on the left and on the right.
    pub(super) fn of_organisation(&self, question: &Question, name: &str) -> (i128, i128) {
        let sum = |side: &Side, counts: &[i128]| {
            let with = side.people.iter().zip(counts);
            with.filter(|(p, _)| p.organisation.as_deref() == Some(name)).map(|(_, c)| c).sum()
        };
        (sum(&question.left, &self.left), sum(&question.right, &self.right))
    }

    fn keeps_quotas(&self, question: &Question) -> Result<(), Wrong> {
        let quotas: &BTreeMap<_, _> = &question.quotas;
        for (name, quota) in quotas {
            let (left, right) = self.of_organisation(question, name);
            let over = |count: i128, most: Option<i128>| most.is_some_and(|m| count > m);
            if over(left, quota.most_left)
                || over(right, quota.most_right)
                || over((left - right).abs(), quota.balance)
            {
                return Err(Wrong::at(FILE, &format!("the quota of {name} is broken")));
            }
        }
        Ok(())
    }
}

fn keeps_most(side: &Side, counts: &[i128]) -> Result<(), Wrong> {
    for (person, &count) in side.people.iter().zip(counts) {
        if count > person.most {
            return Err(Wrong::at(FILE, &format!("{} has too many pairs", person.id)));
        }
    }
    Ok(())
}
