//! Which rules leave a person without any partner.

/// Why a person has no partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is nobody on the other side.
    Nobody,
    /// Rules exclude everybody.
    Rules {
        /// The fewest rules that together exclude everybody: bit = number of the rule.
        blocking: u64,
        /// The fewest rules that must be lifted together so that somebody becomes possible.
        lift: u64,
        /// The positions of those who become possible then.
        opens: Vec<usize>,
    },
    /// Some partners are possible, but others have taken their seats.
    Crowd {
        /// The positions of the possible partners.
        possible: Vec<usize>,
    },
}

/// Decides from the rules that each possible partner violates (bit = number of the rule).
#[must_use]
pub fn why_unmatched(violated: &[u64]) -> Why {
    if violated.is_empty() {
        return Why::Nobody;
    }
    let at = |mask: u64| (0..violated.len()).filter(|&i| violated[i] & !mask == 0).collect();
    if violated.contains(&0) {
        return Why::Crowd { possible: at(0) };
    }
    let lift = violated.iter().copied().min_by_key(|m| (m.count_ones(), *m)).unwrap_or(0);
    Why::Rules { blocking: smallest_hitting(violated), lift, opens: at(lift) }
}

/// The smallest set of rules of which everybody violates at least one; the first in numerical
/// order among equals of the search.
fn smallest_hitting(violated: &[u64]) -> u64 {
    // Only minimal masks matter: whoever violates more is hit as well.
    let mut masks = violated.to_vec();
    masks.sort_unstable_by_key(|m| (m.count_ones(), *m));
    masks.dedup();
    let mut minimal: Vec<u64> = Vec::new();
    for m in masks {
        if minimal.iter().all(|k| k & !m != 0) {
            minimal.push(m);
        }
    }
    let mut search = Search { best: greedy(&minimal), steps: 200_000 };
    search.deepen(&minimal, 0);
    search.best
}

fn greedy(masks: &[u64]) -> u64 {
    let mut chosen = 0u64;
    while let Some(open) = masks.iter().find(|m| *m & chosen == 0) {
        let hits =
            |bit: u32| masks.iter().filter(|m| *m & chosen == 0 && *m >> bit & 1 == 1).count();
        let of = (0..64).filter(|b| open >> b & 1 == 1);
        let bit = of.max_by_key(|&b| (hits(b), std::cmp::Reverse(b))).unwrap_or(0);
        chosen |= 1 << bit;
    }
    chosen
}

/// Branch on the rules of the smallest mask that is not hit yet.
struct Search {
    best: u64,
    steps: u32,
}

impl Search {
    fn deepen(&mut self, masks: &[u64], chosen: u64) {
        let Some(&open) = masks.iter().find(|m| *m & chosen == 0) else {
            let better = (chosen.count_ones(), chosen) < (self.best.count_ones(), self.best);
            if better {
                self.best = chosen;
            }
            return;
        };
        self.steps = self.steps.saturating_sub(1);
        if chosen.count_ones() + 1 > self.best.count_ones() || self.steps == 0 {
            return;
        }
        for bit in (0..64).filter(|b| open >> b & 1 == 1) {
            self.deepen(masks, chosen | 1 << bit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_rule_that_everybody_breaks_is_named_alone() {
        let why = why_unmatched(&[0b011, 0b110, 0b010]);
        assert_eq!(why, Why::Rules { blocking: 0b010, lift: 0b010, opens: vec![2] });
    }

    #[test]
    fn two_rules_are_named_when_neither_blocks_everybody() {
        let Why::Rules { blocking, lift, .. } = why_unmatched(&[0b001, 0b100, 0b101]) else {
            panic!("blocked by rules")
        };
        assert_eq!((blocking, lift), (0b101, 0b001));
    }

    #[test]
    fn a_possible_partner_means_a_crowd() {
        assert_eq!(why_unmatched(&[0, 5]), Why::Crowd { possible: vec![0] });
        assert_eq!(why_unmatched(&[]), Why::Nobody);
    }

    #[test]
    fn the_blocking_set_is_the_smallest_of_all_sets() {
        let mut seed = 7u64;
        for _ in 0..500 {
            let masks: Vec<u64> = (0..6)
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(99);
                    (seed >> 40) % 63 + 1
                })
                .collect();
            let hits = |s: u64| masks.iter().all(|m| m & s != 0);
            let least = (0..64u64).filter(|&s| hits(s)).map(u64::count_ones).min();
            let found = smallest_hitting(&masks);
            assert!(hits(found));
            assert_eq!(Some(found.count_ones()), least);
        }
    }
}
