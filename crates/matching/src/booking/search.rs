//! A pair meets once: where the flow lets it meet twice, the two ways out are both tried.

use std::collections::BTreeSet;

use super::network::relaxed;
use super::{Booking, BookingAnswer, BookingStage, Meeting, common};
use crate::answer::Status;
use crate::question::Pair;
use crate::watch::Watch;

/// Flows solved before the bound has to do.
const TRIES: u32 = 300;

pub(super) fn best(booking: &Booking, pairs: &[Pair], bonus: i128, watch: Watch) -> BookingAnswer {
    let worthy = pairs.iter().filter(|p| i128::from(p.score) + bonus > 0);
    let all: Vec<Meeting> = worthy
        .flat_map(|&pair| {
            common(booking, &pair).into_iter().map(move |slot| Meeting { pair, slot })
        })
        .collect();
    let Some((made, stage, bound)) = relaxed(booking, &all, bonus, watch) else {
        return answer(Vec::new(), Status::Cancelled, 0, BookingStage::default());
    };
    let mut search = Search { booking, bonus, watch, tries: TRIES, best: once(&made) };
    if search.best.len() < made.len() {
        search.best = fill(booking, search.best, &all);
    }
    search.split(&all, made, bound);
    let proved = bound == worth(&search.best, bonus);
    let status = if proved { Status::Optimal } else { Status::Feasible };
    answer(search.best, status, bound, stage)
}

fn answer(
    mut meetings: Vec<Meeting>,
    status: Status,
    bound: i128,
    stage: BookingStage,
) -> BookingAnswer {
    meetings.sort_unstable();
    let total = meetings.iter().map(|m| i128::from(m.pair.score)).sum();
    let bound = bound - stage.bonus * meetings.len() as i128;
    BookingAnswer { meetings, status, total, bound, stage }
}

struct Search<'a> {
    booking: &'a Booking,
    bonus: i128,
    watch: Watch<'a>,
    tries: u32,
    best: Vec<Meeting>,
}

impl Search<'_> {
    fn split(&mut self, allowed: &[Meeting], made: Vec<Meeting>, bound: i128) {
        if bound <= worth(&self.best, self.bonus) {
            return;
        }
        let Some((pair, slot)) = twice(&made) else {
            self.best = made;
            return;
        };
        let same = |m: &Meeting| (m.pair.left, m.pair.right) == (pair.left, pair.right);
        let ways: [&dyn Fn(&Meeting) -> bool; 2] =
            [&|m| !same(m) || m.slot == slot, &|m| !same(m) || m.slot != slot];
        for keep in ways {
            if self.tries == 0 {
                return;
            }
            self.tries -= 1;
            let fewer: Vec<Meeting> = allowed.iter().filter(|m| keep(m)).copied().collect();
            let way = relaxed(self.booking, &fewer, self.bonus, self.watch);
            if let Some((made, _, bound)) = way {
                self.split(&fewer, made, bound);
            }
        }
    }
}

fn worth(meetings: &[Meeting], bonus: i128) -> i128 {
    meetings.iter().map(|m| i128::from(m.pair.score) + bonus).sum()
}

/// A pair that meets twice, and one of its slots.
fn twice(made: &[Meeting]) -> Option<(Pair, u32)> {
    let mut seen = BTreeSet::new();
    made.iter().find(|m| !seen.insert((m.pair.left, m.pair.right))).map(|m| (m.pair, m.slot))
}

fn once(made: &[Meeting]) -> Vec<Meeting> {
    let mut seen = BTreeSet::new();
    made.iter().filter(|m| seen.insert((m.pair.left, m.pair.right))).copied().collect()
}

/// Adds what still fits, the best first.
fn fill(booking: &Booking, mut made: Vec<Meeting>, all: &[Meeting]) -> Vec<Meeting> {
    let mut left = booking.left.clone();
    let mut right = booking.right.clone();
    let mut busy = BTreeSet::new();
    let mut met = BTreeSet::new();
    let mut order: Vec<Meeting> = all.to_vec();
    order.sort_by_key(|m| (-m.pair.score, *m));
    let kept = std::mem::take(&mut made);
    for m in kept.into_iter().chain(order) {
        let (l, r) = (m.pair.left, m.pair.right);
        let places = [(false, l, m.slot), (true, r, m.slot)];
        let fits = left[l as usize] > 0
            && right[r as usize] > 0
            && places.iter().all(|p| !busy.contains(p))
            && !met.contains(&(l, r));
        if fits {
            left[l as usize] -= 1;
            right[r as usize] -= 1;
            busy.extend(places);
            met.insert((l, r));
            made.push(m);
        }
    }
    made
}
