//! The best candidates of each person, without holding the table of all pairs.

use super::rows::Rows;
use super::solve::CrowdQuestion;
use crate::question::Pair;

/// The `keep` best pairs of each person on either side, ties to the smaller numbers.
pub(super) fn best(question: &CrowdQuestion, rows: &mut Rows, keep: usize) -> Vec<Pair> {
    let people: Vec<u32> = question.right.iter().map(|m| m.person).collect();
    let mut right_best: Vec<Shortlist> = vec![Shortlist::default(); question.right.len()];
    // Of a full list, what a newcomer must exceed.
    let mut right_least = vec![-1i64; question.right.len()];
    let mut pairs = Vec::new();
    for (l, a) in question.left.iter().enumerate() {
        let (mut mine, mut least) = (Shortlist::default(), -1);
        for (r, &score) in rows.of(a.person).iter().enumerate() {
            if (score <= least && score <= right_least[r]) || score < 0 || people[r] == a.person {
                continue;
            }
            let pair = Pair { left: l as u32, right: r as u32, score };
            if score > least {
                least = mine.offer(pair, keep);
            }
            if score > right_least[r] {
                right_least[r] = right_best[r].offer(pair, keep);
            }
        }
        pairs.append(&mut mine.pairs);
    }
    for mut list in right_best {
        pairs.append(&mut list.pairs);
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The best few pairs seen so far; the first is the worst of them.
#[derive(Clone, Default)]
pub(super) struct Shortlist {
    pub pairs: Vec<Pair>,
}

impl Shortlist {
    /// What the next one must exceed to be kept; -1 while there is room.
    pub(super) fn offer(&mut self, pair: Pair, keep: usize) -> i64 {
        self.offer_at(pair, pair.score, keep, |p| p.score);
        let full = self.pairs.len() >= keep;
        if full { self.pairs.first().map_or(-1, |p| p.score) } else { -1 }
    }

    /// A heap by hand: the worst stands first and falls out when a better one comes.
    pub(super) fn offer_at(
        &mut self,
        pair: Pair,
        value: i64,
        keep: usize,
        value_of: impl Fn(&Pair) -> i64,
    ) {
        let key = |p: &Pair| (value_of(p), std::cmp::Reverse((p.left, p.right)));
        if self.pairs.len() < keep {
            self.pairs.push(pair);
            let mut at = self.pairs.len() - 1;
            while at > 0 && key(&self.pairs[at]) < key(&self.pairs[(at - 1) / 2]) {
                self.pairs.swap(at, (at - 1) / 2);
                at = (at - 1) / 2;
            }
            return;
        }
        let Some(worst) = self.pairs.first() else { return };
        if (value, std::cmp::Reverse((pair.left, pair.right))) <= key(worst) {
            return;
        }
        self.pairs[0] = pair;
        let mut at = 0;
        loop {
            let below = [2 * at + 1, 2 * at + 2].into_iter().filter(|&c| c < self.pairs.len());
            match below.min_by_key(|&c| key(&self.pairs[c])) {
                Some(c) if key(&self.pairs[c]) < key(&self.pairs[at]) => {
                    self.pairs.swap(c, at);
                    at = c;
                }
                _ => return,
            }
        }
    }
}
