//! The pairs as lists by person, the best first, in flat arrays.

use std::cell::OnceCell;
use std::ops::Range;

use super::Task;

/// A score in as few bytes as it needs.
pub(super) trait Score: Copy + Ord {
    fn of(value: i64) -> Self;
    fn get(self) -> i64;
}

impl Score for i32 {
    fn of(value: i64) -> Self {
        value as Self
    }
    fn get(self) -> i64 {
        self.into()
    }
}

impl Score for i64 {
    fn of(value: i64) -> Self {
        value
    }
    fn get(self) -> i64 {
        self
    }
}

/// One entry of a list: the person at the other end and the score.
#[derive(Clone, Copy)]
pub(super) struct Edge<S> {
    pub other: u32,
    pub score: S,
}

/// The lists of one side.
struct Side<S> {
    begin: Vec<usize>,
    edges: Vec<Edge<S>>,
}

/// Side 0 bids, side 1 holds seats. An edge's number is its place among the lists of side 0.
pub(super) struct Lists<S> {
    pub seats: [Vec<i64>; 2],
    bidders: Side<S>,
    /// The lists of side 1, made when they are first asked for, with the numbers of the edges.
    holders: OnceCell<(Side<S>, Vec<u32>)>,
    degrees: Vec<u32>,
    /// By edge: the position in the task.
    pub origin: Vec<u32>,
}

/// Longer lists are in order only as far as this.
const ORDERED: usize = 128;

/// What all scores are multiples of, and the greatest score.
pub(super) fn unit_of<F: Fn(usize) -> i64>(task: &Task<F>) -> (i64, i64) {
    let (mut unit, mut most) = (0, 0);
    for n in 0..task.pairs.len() {
        let worth = (task.worth)(n);
        if worth > 0 {
            most = most.max(worth);
            if unit == 0 || worth % unit != 0 {
                unit = gcd(unit, worth);
            }
        }
    }
    (unit.max(1), most)
}

impl<S: Score> Lists<S> {
    pub(super) fn new<F: Fn(usize) -> i64>(task: &Task<F>, unit: i64, flip: bool) -> Self {
        let (left, right) = (task.left.to_vec(), task.right.to_vec());
        let seats = if flip { [right, left] } else { [left, right] };
        let ends = |n: usize| {
            let p = &task.pairs[n];
            if flip { (p.right, p.left) } else { (p.left, p.right) }
        };
        // A pair of negative worth is never made, nor one without a seat.
        let useful = |n: &usize| {
            let (a, b) = ends(*n);
            (task.worth)(*n) >= 0 && seats[0][a as usize] > 0 && seats[1][b as usize] > 0
        };
        let mut begin = vec![0usize; seats[0].len() + 1];
        let mut degrees = vec![0u32; seats[1].len()];
        for n in (0..task.pairs.len()).filter(useful) {
            let (a, b) = ends(n);
            begin[a as usize + 1] += 1;
            degrees[b as usize] += 1;
        }
        for a in 1..begin.len() {
            begin[a] += begin[a - 1];
        }
        let all = begin.last().copied().unwrap_or(0);
        let mut keyed = vec![(S::of(0), 0u32); all];
        let mut at = begin.clone();
        for n in (0..task.pairs.len()).filter(useful) {
            let a = ends(n).0 as usize;
            keyed[at[a]] = (S::of((task.worth)(n) / unit), n as u32);
            at[a] += 1;
        }
        for a in 0..seats[0].len() {
            best_first(&mut keyed[begin[a]..begin[a + 1]]);
        }
        let edge = |&(score, n): &(S, u32)| Edge { other: ends(n as usize).1, score };
        let edges = keyed.iter().map(edge).collect();
        let origin = keyed.iter().map(|k| k.1).collect();
        let bidders = Side { begin, edges };
        Self { seats, bidders, holders: OnceCell::new(), degrees, origin }
    }

    /// How many possible partners a holder has.
    pub(super) fn degree(&self, holder: usize) -> usize {
        self.degrees[holder] as usize
    }

    /// The list of a person, and how far it is in order.
    pub(super) fn list(&self, side: usize, who: usize) -> (&[Edge<S>], usize) {
        let lists = if side == 0 { &self.bidders } else { &self.holders().0 };
        let list = &lists.edges[lists.begin[who]..lists.begin[who + 1]];
        (list, if list.len() > 4 * ORDERED { ORDERED } else { list.len() })
    }

    pub(super) fn of_bidder(&self, who: usize) -> Range<usize> {
        self.bidders.begin[who]..self.bidders.begin[who + 1]
    }

    /// The number of the n-th entry of a person's list.
    pub(super) fn number(&self, side: usize, who: usize, n: usize) -> u32 {
        if side == 0 {
            return (self.bidders.begin[who] + n) as u32;
        }
        let (lists, numbers) = self.holders();
        numbers[lists.begin[who] + n]
    }

    pub(super) fn partner(&self, edge: u32) -> u32 {
        self.bidders.edges[edge as usize].other
    }

    pub(super) fn score(&self, edge: u32) -> i64 {
        self.bidders.edges[edge as usize].score.get()
    }

    pub(super) fn edges(&self) -> usize {
        self.bidders.edges.len()
    }

    fn holders(&self) -> &(Side<S>, Vec<u32>) {
        self.holders.get_or_init(|| {
            let mut begin = vec![0usize; self.seats[1].len() + 1];
            for (b, &degree) in self.degrees.iter().enumerate() {
                begin[b + 1] = begin[b] + degree as usize;
            }
            let mut keyed = vec![(S::of(0), 0u32); self.edges()];
            let mut at = begin.clone();
            for (n, edge) in self.bidders.edges.iter().enumerate() {
                let b = edge.other as usize;
                keyed[at[b]] = (edge.score, n as u32);
                at[b] += 1;
            }
            for b in 0..self.seats[1].len() {
                best_first(&mut keyed[begin[b]..begin[b + 1]]);
            }
            let mut owner = vec![0u32; self.edges()];
            for a in 0..self.seats[0].len() {
                owner[self.of_bidder(a)].fill(a as u32);
            }
            let edges =
                keyed.iter().map(|k| Edge { other: owner[k.1 as usize], score: k.0 }).collect();
            (Side { begin, edges }, keyed.iter().map(|k| k.1).collect())
        })
    }
}

/// Orders a list, or only the foremost part of a long one.
fn best_first<S: Score>(list: &mut [(S, u32)]) {
    let key = |k: &(S, u32)| (std::cmp::Reverse(k.0), k.1);
    if list.len() > 4 * ORDERED {
        list.select_nth_unstable_by_key(ORDERED, key);
        list[..ORDERED].sort_unstable_by_key(key);
    } else {
        list.sort_unstable_by_key(key);
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
