//! The circle method: everybody in one pool meets everybody once, in the fewest rounds.

/// The rounds of a pool: one person sits still, the others move round. In an odd pool the empty
/// seat goes round too, so that everybody rests equally often.
pub(super) fn circle(people: u32, rounds: u32) -> Vec<Vec<(u32, u32)>> {
    let seats = people + people % 2;
    let most = seats.saturating_sub(1);
    (0..rounds.min(most)).map(|round| seating(people, seats, round)).collect()
}

fn seating(people: u32, seats: u32, round: u32) -> Vec<(u32, u32)> {
    let around = seats - 1;
    let mut pairs = vec![(round, around)];
    pairs.extend((1..seats / 2).map(|k| ((round + k) % around, (round + around - k) % around)));
    let mut pairs: Vec<_> = pairs
        .into_iter()
        .filter(|&(a, b)| a < people && b < people)
        .map(|(a, b)| (a.min(b), a.max(b)))
        .collect();
    pairs.sort_unstable();
    pairs
}
