//! Small random questions and their answers by trying everything.

use matching::{Assignment, Pair, Quota, Seats};

/// A small generator with a fixed seed, so that every run tries the same cases.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// A question of at most `most_pairs` listed pairs.
pub fn question(dice: &mut Dice, most_pairs: usize, rules: bool) -> Assignment {
    let sizes = (dice.below(5) as usize, dice.below(5) as usize);
    let side = |n: usize, dice: &mut Dice| -> Vec<Seats> {
        (0..n)
            .map(|_| {
                let most = dice.below(4) as u32;
                let owes = rules && dice.chance(20);
                let least = if owes { dice.below(u64::from(most) + 1) as u32 } else { 0 };
                let organisation = (rules && dice.chance(60)).then(|| dice.below(2) as u32);
                Seats { most, least, organisation }
            })
            .collect()
    };
    let left = side(sizes.0, dice);
    let right = side(sizes.1, dice);
    let mut pairs = Vec::new();
    let spread = [3, 20, 2_000_000][dice.below(3) as usize];
    for l in 0..sizes.0 {
        for r in 0..sizes.1 {
            if pairs.len() < most_pairs && dice.chance(70) {
                let score = dice.below(spread) as i64 - (spread / 5) as i64;
                pairs.push(Pair { left: l as u32, right: r as u32, score });
            }
        }
    }
    let mut q = Assignment { left, right, pairs, ..Assignment::default() };
    if rules {
        rule(dice, &mut q);
    }
    q
}

fn rule(dice: &mut Dice, q: &mut Assignment) {
    for p in &q.pairs {
        if dice.chance(8) {
            q.fixed.push((p.left, p.right));
        } else if dice.chance(8) {
            q.forbidden.push((p.left, p.right));
        }
    }
    for organisation in 0..2 {
        if dice.chance(40) {
            let some = |dice: &mut Dice| dice.chance(50).then(|| dice.below(4) as u32);
            let (most_left, most_right, balance) = (some(dice), some(dice), some(dice));
            q.quotas.push(Quota { organisation, most_left, most_right, balance });
        }
    }
}

/// Every admissible set of pairs, as scores sorted upwards.
pub fn admissible(q: &Assignment) -> Vec<Vec<i64>> {
    (0u32..1 << q.pairs.len()).filter_map(|set| scores(q, set)).collect()
}

fn scores(q: &Assignment, set: u32) -> Option<Vec<i64>> {
    let made: Vec<Pair> =
        (0..q.pairs.len()).filter(|i| set & (1 << i) != 0).map(|i| q.pairs[i]).collect();
    is_admissible(q, &made).then(|| {
        let mut scores: Vec<i64> = made.iter().map(|p| p.score).collect();
        scores.sort_unstable();
        scores
    })
}

/// Whether the pairs keep every bound of the question.
pub fn is_admissible(q: &Assignment, made: &[Pair]) -> bool {
    let has = |l: u32, r: u32| made.iter().any(|p| (p.left, p.right) == (l, r));
    let keeps = |seats: &[Seats], of: fn(&Pair) -> u32| {
        seats.iter().enumerate().all(|(i, s)| {
            let n = made.iter().filter(|p| of(p) == i as u32).count() as u32;
            n >= s.least && n <= s.most
        })
    };
    let listed = made.iter().all(|p| q.pairs.contains(p));
    listed
        && keeps(&q.left, |p| p.left)
        && keeps(&q.right, |p| p.right)
        && q.fixed.iter().all(|&(l, r)| has(l, r))
        && !q.forbidden.iter().any(|&(l, r)| has(l, r))
        && q.quotas.iter().all(|quota| within(q, made, quota))
}

fn within(q: &Assignment, made: &[Pair], quota: &Quota) -> bool {
    let home = |s: &Seats| s.organisation == Some(quota.organisation);
    let left = made.iter().filter(|p| home(&q.left[p.left as usize])).count() as u32;
    let right = made.iter().filter(|p| home(&q.right[p.right as usize])).count() as u32;
    quota.most_left.is_none_or(|m| left <= m)
        && quota.most_right.is_none_or(|m| right <= m)
        && quota.balance.is_none_or(|b| left.abs_diff(right) <= b)
}
