//! The pairs as lists by person, the best first, in flat arrays.

use std::cell::OnceCell;
use std::ops::Range;

use super::Task;
use super::unit::Unit;

/// One entry of a list in as few bytes as it needs: keys in rising order are scores in falling
/// order, equal ones by the person at the other end.
pub(super) trait Entry: Copy + Ord + Default {
    fn new(score: i64, other: u32) -> Self;
    fn score(self) -> i64;
    fn other(self) -> u32;
}

impl Entry for u64 {
    fn new(score: i64, other: u32) -> Self {
        ((i64::from(i32::MAX) - score) as Self) << 32 | Self::from(other)
    }
    fn score(self) -> i64 {
        i64::from(i32::MAX) - (self >> 32) as i64
    }
    fn other(self) -> u32 {
        self as u32
    }
}

impl Entry for u128 {
    fn new(score: i64, other: u32) -> Self {
        ((i64::MAX - score) as Self) << 32 | Self::from(other)
    }
    fn score(self) -> i64 {
        i64::MAX - (self >> 32) as i64
    }
    fn other(self) -> u32 {
        self as u32
    }
}

/// The lists of one side.
struct Side<E> {
    begin: Vec<usize>,
    entries: Vec<E>,
}

/// Side 0 bids, side 1 holds seats. An edge's number is its place among the lists of side 0.
pub(super) struct Lists<E> {
    pub seats: [Vec<i64>; 2],
    /// By side and person: where the places for their partners begin; as many as they can use.
    pub places: [Vec<usize>; 2],
    bidders: Side<E>,
    /// The lists of side 1, made when they are first asked for.
    holders: OnceCell<Side<E>>,
}

/// Longer lists are in order only as far as this.
const ORDERED: usize = 128;

/// What is to be known of all pairs before they are put into lists.
pub(super) struct Survey {
    pub unit: Unit,
    pub most: i64,
    /// How many count more than nothing.
    useful: usize,
    /// Whether the pairs stand together by the person on the left, or on the right.
    grouped: [bool; 2],
}

pub(super) fn survey<F: Fn(usize) -> i64>(task: &Task<F>) -> Survey {
    let mut unit: Option<Unit> = None;
    let (mut most, mut useful) = (0, 0);
    let mut grouped = [true; 2];
    let (mut left, mut right) = (0, 0);
    for (n, pair) in task.pairs.iter().enumerate() {
        grouped[0] &= left <= pair.left;
        grouped[1] &= right <= pair.right;
        (left, right) = (pair.left, pair.right);
        let worth = (task.worth)(n);
        if worth > 0 {
            most = most.max(worth);
            useful += 1;
            match unit {
                Some(known) if known.divides(worth) => {}
                Some(known) => unit = Some(known.with(worth)),
                None => unit = Some(Unit::new(worth)),
            }
        }
    }
    Survey { unit: unit.unwrap_or_else(|| Unit::new(1)), most, useful, grouped }
}

impl<E: Entry> Lists<E> {
    pub(super) fn new<F: Fn(usize) -> i64>(task: &Task<F>, survey: &Survey, flip: bool) -> Self {
        let (left, right) = (task.left.to_vec(), task.right.to_vec());
        let seats = if flip { [right, left] } else { [left, right] };
        let found = |n: usize| {
            let p = &task.pairs[n];
            let (a, b) = if flip { (p.right, p.left) } else { (p.left, p.right) };
            // A pair that counts nothing is never made, nor one without a seat.
            let worth = (task.worth)(n);
            let useful = worth > 0 && seats[0][a as usize] > 0 && seats[1][b as usize] > 0;
            useful.then(|| (a as usize, E::new(survey.unit.count(worth), b)))
        };
        let count = task.pairs.len();
        let mut bidders = if survey.grouped[usize::from(flip)] {
            in_order(seats[0].len(), survey.useful, (0..count).filter_map(found))
        } else {
            scattered(seats[0].len(), || (0..count).filter_map(found))
        };
        for who in bidders.begin.windows(2) {
            best_first(&mut bidders.entries[who[0]..who[1]]);
        }
        let places = [places(&seats[0], |a| bidders.begin[a + 1] - bidders.begin[a]), Vec::new()];
        let mut lists = Self { seats, places, bidders, holders: OnceCell::new() };
        lists.places[1] = lists.holder_places();
        lists
    }

    fn holder_places(&self) -> Vec<usize> {
        let bidders = self.seats[0].len();
        let all: i128 = self.seats[1].iter().map(|&s| i128::from(s.min(bidders as i64))).sum();
        // Seats without number are no more than possible partners.
        if all > 2 * (self.edges() + bidders) as i128 {
            let mut degrees = vec![0usize; self.seats[1].len()];
            self.bidders.entries.iter().for_each(|e| degrees[e.other() as usize] += 1);
            places(&self.seats[1], |b| degrees[b])
        } else {
            places(&self.seats[1], |_| bidders)
        }
    }

    /// The list of a person, and how far it is in order.
    #[inline]
    pub(super) fn list(&self, side: usize, who: usize) -> (&[E], usize) {
        let lists = if side == 0 { &self.bidders } else { self.holders() };
        let list = &lists.entries[lists.begin[who]..lists.begin[who + 1]];
        (list, ordered(list.len()))
    }

    pub(super) fn of_bidder(&self, who: usize) -> Range<usize> {
        self.bidders.begin[who]..self.bidders.begin[who + 1]
    }

    /// The number of the n-th entry of a person's list.
    pub(super) fn number(&self, side: usize, who: usize, n: usize) -> u32 {
        if side == 0 {
            return (self.bidders.begin[who] + n) as u32;
        }
        let lists = self.holders();
        let entry = lists.entries[lists.begin[who] + n];
        let bidder = entry.other() as usize;
        let (list, ordered) = self.list(0, bidder);
        let wanted = E::new(entry.score(), who as u32);
        let place = match list[..ordered].binary_search(&wanted) {
            Ok(place) => place,
            Err(_) => {
                let rest = list[ordered..].iter().position(|&e| e == wanted);
                ordered + rest.unwrap_or(0)
            }
        };
        (self.bidders.begin[bidder] + place) as u32
    }

    pub(super) fn partner(&self, edge: u32) -> u32 {
        self.bidders.entries[edge as usize].other()
    }

    pub(super) fn score(&self, edge: u32) -> i64 {
        self.bidders.entries[edge as usize].score()
    }

    pub(super) fn edges(&self) -> usize {
        self.bidders.entries.len()
    }

    /// What the prices prove: all seats at their price, and what pairs count beyond both.
    pub(super) fn bound(&self, prices: &[Vec<i64>; 2]) -> i128 {
        let seats = |side: usize| self.seats[side].iter().zip(&prices[side]);
        let all = seats(0).chain(seats(1));
        let mut bound: i128 = all.map(|(&s, &p)| i128::from(s) * i128::from(p)).sum();
        for (who, &price) in prices[0].iter().enumerate() {
            let (list, ordered) = self.list(0, who);
            for (n, entry) in list.iter().enumerate() {
                let beyond = entry.score() - price;
                if beyond <= 0 && n < ordered {
                    break;
                }
                bound += i128::from((beyond - prices[1][entry.other() as usize]).max(0));
            }
        }
        bound
    }

    fn holders(&self) -> &Side<E> {
        self.holders.get_or_init(|| {
            let turned = |a: usize| {
                let list = &self.bidders.entries[self.of_bidder(a)];
                list.iter().map(move |e| (e.other() as usize, E::new(e.score(), a as u32)))
            };
            let mut side =
                scattered(self.seats[1].len(), || (0..self.seats[0].len()).flat_map(turned));
            for who in side.begin.windows(2) {
                best_first(&mut side.entries[who[0]..who[1]]);
            }
            side
        })
    }
}

fn places(seats: &[i64], possible: impl Fn(usize) -> usize) -> Vec<usize> {
    let mut begin = Vec::with_capacity(seats.len() + 1);
    begin.push(0);
    for (who, &seats) in seats.iter().enumerate() {
        let room = usize::try_from(seats).unwrap_or(0).min(possible(who));
        begin.push(begin[who] + room);
    }
    begin
}

fn in_order<E>(people: usize, room: usize, all: impl Iterator<Item = (usize, E)>) -> Side<E> {
    let mut begin = Vec::with_capacity(people + 1);
    let mut entries = Vec::with_capacity(room);
    for (who, entry) in all {
        while begin.len() <= who {
            begin.push(entries.len());
        }
        entries.push(entry);
    }
    begin.resize(people + 1, entries.len());
    Side { begin, entries }
}

fn scattered<E: Entry, I: Iterator<Item = (usize, E)>>(
    people: usize,
    all: impl Fn() -> I,
) -> Side<E> {
    let mut begin = vec![0usize; people + 1];
    all().for_each(|(who, _)| begin[who + 1] += 1);
    for who in 1..begin.len() {
        begin[who] += begin[who - 1];
    }
    let mut at = begin.clone();
    let mut entries = vec![E::default(); begin.last().copied().unwrap_or(0)];
    all().for_each(|(who, entry)| {
        entries[at[who]] = entry;
        at[who] += 1;
    });
    Side { begin, entries }
}

fn ordered(length: usize) -> usize {
    if length > 4 * ORDERED { ORDERED } else { length }
}

/// Orders a list, or only the foremost part of a long one.
fn best_first<E: Entry>(list: &mut [E]) {
    let ordered = ordered(list.len());
    if ordered < list.len() {
        list.select_nth_unstable(ordered);
    }
    list[..ordered].sort_unstable();
}
