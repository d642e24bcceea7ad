//! Prices are differences of two optima, and a change that is promised to help does help.

use crate::small::{Dice, admissible, question};
use matching::explain::{cheapest_seat, price_of_ban, price_of_pin};
use matching::{Objective, Side, Status, solve};

#[test]
fn a_pin_or_a_ban_costs_the_difference_of_two_optima() {
    let mut dice = Dice::new(5);
    for _ in 0..1000 {
        let q = question(&mut dice, 8, false);
        let now = solve(&q, Objective::Total);
        for p in q.pairs.clone() {
            let ban = price_of_ban(&q, Objective::Total, &now, (p.left, p.right));
            let mut banned = q.clone();
            banned.forbidden.push((p.left, p.right));
            let best: i64 = admissible(&banned).iter().map(|s| s.iter().sum()).max().unwrap();
            assert_eq!(ban.price.unwrap().cost, now.total - i128::from(best));
            let pin = price_of_pin(&q, Objective::Total, &now, (p.left, p.right));
            assert!(pin.price.is_none() || pin.price.unwrap().cost >= 0);
        }
    }
}

#[test]
fn the_cheapest_seat_places_the_person_it_is_for() {
    let mut dice = Dice::new(6);
    let mut helped = 0;
    for _ in 0..500 {
        let q = question(&mut dice, 12, false);
        let now = solve(&q, Objective::Coverage);
        for &r in &now.unmatched_right {
            if let Some((_, changed)) =
                cheapest_seat(&q, Objective::Coverage, &now, (Side::Right, r), 5)
            {
                assert_eq!(changed.answer.status, Status::Optimal);
                assert!(changed.answer.pairs.iter().any(|p| p.right == r));
                helped += 1;
            }
        }
    }
    assert!(helped > 20);
}
