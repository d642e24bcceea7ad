//! The pairs as lists by person: each side's partners, the best first on the bidding side.

use super::Task;

/// Lists in flat arrays. Side 0 bids, side 1 holds seats.
pub(super) struct Lists {
    pub seats: [Vec<i64>; 2],
    begin: [Vec<usize>; 2],
    /// By edge of side 0, the best first for each person: partner and score in `unit`s.
    pub partner: Vec<u32>,
    pub score: Vec<i64>,
    /// By edge of side 0: who bids.
    pub bidder: Vec<u32>,
    /// Edges by person of side 1.
    back: Vec<u32>,
    /// By edge: the position in the task.
    pub origin: Vec<u32>,
    /// What all scores are multiples of.
    pub unit: i64,
}

impl Lists {
    pub(super) fn new(task: &Task, flip: bool) -> Self {
        let seats = if flip {
            [task.right.to_vec(), task.left.to_vec()]
        } else {
            [task.left.to_vec(), task.right.to_vec()]
        };
        let worth = |n: usize| (task.worth)(n);
        let unit = (0..task.pairs.len()).fold(0, |unit, n| gcd(unit, worth(n).abs())).max(1);
        let ends = |n: usize| {
            let p = &task.pairs[n];
            if flip {
                (p.right as usize, p.left as usize)
            } else {
                (p.left as usize, p.right as usize)
            }
        };
        // A pair of negative worth is never made, nor one without a seat.
        let useful = |n: &usize| {
            let (a, b) = ends(*n);
            worth(*n) >= 0 && seats[0][a] > 0 && seats[1][b] > 0
        };
        let mut begin = [vec![0usize; seats[0].len() + 1], vec![0usize; seats[1].len() + 1]];
        for n in (0..task.pairs.len()).filter(useful) {
            let (a, b) = ends(n);
            begin[0][a + 1] += 1;
            begin[1][b + 1] += 1;
        }
        for side in &mut begin {
            for i in 1..side.len() {
                side[i] += side[i - 1];
            }
        }
        let edges = begin[0].last().copied().unwrap_or(0);
        let mut origin = vec![0u32; edges];
        let mut at = begin[0].clone();
        for n in (0..task.pairs.len()).filter(useful) {
            let a = ends(n).0;
            origin[at[a]] = n as u32;
            at[a] += 1;
        }
        for a in 0..seats[0].len() {
            origin[begin[0][a]..begin[0][a + 1]].sort_unstable_by_key(|&n| (-worth(n as usize), n));
        }
        let partner: Vec<u32> = origin.iter().map(|&n| ends(n as usize).1 as u32).collect();
        let score = origin.iter().map(|&n| worth(n as usize) / unit).collect();
        let mut back = vec![0u32; edges];
        let mut bidder = vec![0u32; edges];
        let mut at = begin[1].clone();
        for a in 0..seats[0].len() {
            for edge in begin[0][a]..begin[0][a + 1] {
                bidder[edge] = a as u32;
                let b = partner[edge] as usize;
                back[at[b]] = edge as u32;
                at[b] += 1;
            }
        }
        Self { seats, begin, partner, score, bidder, back, origin, unit }
    }

    /// The edges of a bidder.
    pub(super) fn of_bidder(&self, a: usize) -> std::ops::Range<usize> {
        self.begin[0][a]..self.begin[0][a + 1]
    }

    /// How many edges a person has, and the n-th of them.
    pub(super) fn degree(&self, side: usize, who: usize) -> usize {
        self.begin[side][who + 1] - self.begin[side][who]
    }

    pub(super) fn edge(&self, side: usize, who: usize, n: usize) -> usize {
        let at = self.begin[side][who] + n;
        if side == 0 { at } else { self.back[at] as usize }
    }

    /// The other end of an edge, seen from a side.
    pub(super) fn other(&self, side: usize, edge: usize) -> usize {
        (if side == 0 { self.partner[edge] } else { self.bidder[edge] }) as usize
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
