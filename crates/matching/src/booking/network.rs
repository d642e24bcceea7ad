//! The flow: hub → left person → left person in a slot → right person in it → right person → hub.

use std::collections::BTreeMap;

use super::{Booking, BookingStage, Meeting};
use crate::flow::{Network, cheapest};
use crate::watch::Watch;

/// The best flow over these meetings, which may let one pair meet twice, and its prices.
pub(super) fn relaxed(
    booking: &Booking,
    meetings: &[Meeting],
    bonus: i128,
    watch: Watch,
) -> Option<(Vec<Meeting>, BookingStage, i128)> {
    let mut net = Network::default();
    let hub = net.node();
    let first_left = net.nodes as u32;
    net.nodes += booking.left.len();
    let first_right = net.nodes as u32;
    net.nodes += booking.right.len();
    let mut rooms = [BTreeMap::new(), BTreeMap::new()];
    for m in meetings {
        for (side, person) in [m.pair.left, m.pair.right].into_iter().enumerate() {
            rooms[side].entry((person, m.slot)).or_insert_with(|| net.node());
        }
    }
    for m in meetings {
        let (from, to) = (rooms[0][&(m.pair.left, m.slot)], rooms[1][&(m.pair.right, m.slot)]);
        net.arc(from, to, (0, 1), -(i128::from(m.pair.score) + bonus));
    }
    for (&(person, _), &room) in &rooms[0] {
        net.arc(first_left + person, room, (0, 1), 0);
    }
    for (&(person, _), &room) in &rooms[1] {
        net.arc(room, first_right + person, (0, 1), 0);
    }
    for (i, &most) in booking.left.iter().enumerate() {
        net.arc(hub, first_left + i as u32, (0, most.into()), 0);
    }
    for (i, &most) in booking.right.iter().enumerate() {
        net.arc(first_right + i as u32, hub, (0, most.into()), 0);
    }
    let flow = cheapest(&net, hub, 0, watch)?;
    let made: Vec<Meeting> =
        (0..meetings.len()).filter(|&i| flow.units[i] == 1).map(|i| meetings[i]).collect();
    let at = |node: u32| flow.potentials[node as usize];
    let left = (0..booking.left.len() as u32).map(|i| (-at(first_left + i)).max(0)).collect();
    let right = (0..booking.right.len() as u32).map(|i| at(first_right + i).max(0)).collect();
    let left_slots = rooms[0]
        .iter()
        .map(|(&(person, slot), &room)| (person, slot, at(first_left + person) - at(room)))
        .filter(|priced| priced.2 > 0);
    let right_slots = rooms[1]
        .iter()
        .map(|(&(person, slot), &room)| (person, slot, at(room) - at(first_right + person)))
        .filter(|priced| priced.2 > 0);
    let stage = BookingStage {
        left,
        right,
        left_slots: left_slots.collect(),
        right_slots: right_slots.collect(),
        bonus,
    };
    let worth = made.iter().map(|m| i128::from(m.pair.score) + bonus).sum();
    Some((made, stage, worth))
}
