//! Hard input: nobody, one person, nothing allowed, no seats, a million people, everything equal, scores
//! at the limits. Nothing panics, and what has an answer gets it with its proof.

use matching::booking::{Booking, BookingObjective};
use matching::groups::Groups;
use matching::pool::{Pool, PoolObjective};
use matching::ranked::Ranked;
use matching::rounds::{PoolRounds, SideRounds, solve_pool, solve_sides};
use matching::supervision::Supervision;
use matching::{Assignment, LIMIT, Objective, Pair, SCALE, Seats, Status, Watch, solve};

const ALL: [Objective; 4] =
    [Objective::Total, Objective::Coverage, Objective::WorstOff, Objective::Stable];

fn everybody(n: u32, m: u32, score: i64) -> Vec<Pair> {
    (0..n).flat_map(|left| (0..m).map(move |right| Pair { left, right, score })).collect()
}

fn among(n: u32, score: i64) -> Vec<Pair> {
    everybody(n, n, score).into_iter().filter(|p| p.left < p.right).collect()
}

fn sides(n: u32, m: u32, seats: u32, score: i64) -> Assignment {
    Assignment {
        left: vec![Seats::up_to(seats); n as usize],
        right: vec![Seats::up_to(seats); m as usize],
        pairs: everybody(n, m, score),
        ..Assignment::default()
    }
}

#[test]
fn empty_sides_and_one_person_are_answered_by_every_kind() {
    for people in [0u32, 1] {
        let n = people as usize;
        for objective in ALL {
            assert!(solve(&sides(people, 0, 1, 1), objective).pairs.is_empty());
        }
        let pool = Pool { people: n, ..Pool::default() };
        for objective in [PoolObjective::Total, PoolObjective::Coverage] {
            assert_eq!(matching::pool::solve(&pool, objective).total, 0);
        }
        let groups = Groups { people: n, size: (2, 4), ..Groups::default() };
        assert!(matching::groups::solve(&groups, Watch::nobody()).groups.is_empty());
        let ranked = Ranked { left: vec![1; n], ..Ranked::default() };
        assert!(matching::ranked::solve(&ranked).pairs.is_empty());
        let booking =
            Booking { left: vec![1; n], left_slots: vec![vec![0]; n], ..Booking::default() };
        for objective in [BookingObjective::Total, BookingObjective::Coverage] {
            assert!(matching::booking::solve(&booking, objective).meetings.is_empty());
        }
        let rounds = SideRounds { left: people, rounds: 3, ..SideRounds::default() };
        assert!(solve_sides(&rounds, Watch::nobody()).answer.pairs.is_empty());
        let coffee = PoolRounds { people, rounds: 3, ..PoolRounds::default() };
        assert_eq!(solve_pool(&coffee, Watch::nobody()).total, 0);
        let layer = Supervision { seats: vec![1; n], ..Supervision::default() };
        assert!(matching::supervision::solve(&layer, Watch::nobody()).pairs.is_empty());
    }
}

#[test]
fn all_forbidden_is_an_answer_with_everybody_unmatched() {
    let mut q = sides(6, 5, 2, SCALE);
    q.forbidden = q.pairs.iter().map(|p| (p.left, p.right)).collect();
    for objective in [Objective::Total, Objective::Coverage, Objective::WorstOff] {
        let answer = solve(&q, objective);
        assert_eq!((answer.status, answer.pairs.len()), (Status::Optimal, 0));
        assert_eq!((answer.unmatched_left.len(), answer.unmatched_right.len()), (6, 5));
    }
    let pairs = among(6, SCALE);
    let forbidden = pairs.iter().map(|p| (p.left, p.right)).collect();
    let pool = Pool { people: 6, pairs, forbidden, ..Pool::default() };
    assert_eq!(matching::pool::solve(&pool, PoolObjective::Coverage).unmatched.len(), 6);
}

#[test]
fn what_is_owed_to_people_without_possible_partners_is_impossible_for_a_reason() {
    let mut q = sides(3, 3, 1, SCALE);
    q.left[1].least = 1;
    q.forbidden = (0..3).map(|right| (1, right)).collect();
    let answer = solve(&q, Objective::Total);
    assert_eq!(answer.status, Status::Impossible);
    assert!(!answer.impossible.is_empty());
}

#[test]
fn without_seats_nobody_is_placed_and_the_proof_holds() {
    let mut q = sides(8, 8, 0, SCALE);
    for objective in ALL {
        let answer = solve(&q, objective);
        assert!(answer.pairs.is_empty() && answer.unmatched_left.is_empty());
        assert_eq!((answer.total, answer.bound), (0, 0), "{objective:?}");
    }
    q.right = vec![Seats::up_to(u32::MAX); 8];
    assert_eq!(solve(&q, Objective::Total).bound, 0);
    q.left[3].most = u32::MAX;
    assert_eq!(solve(&q, Objective::Total).pairs.len(), 8);
}

#[test]
fn equal_scores_everywhere_place_everybody_and_end_soon() {
    for (n, m) in [(120, 120), (150, 100)] {
        for score in [0, 1, SCALE, LIMIT] {
            let q = sides(n, m, 1, score);
            for objective in [Objective::Total, Objective::Coverage, Objective::WorstOff] {
                let answer = solve(&q, objective);
                assert_eq!(answer.pairs.len(), n.min(m) as usize, "{objective:?} {score}");
                assert_eq!(answer.total, answer.bound);
            }
        }
    }
    let pool = Pool { people: 61, pairs: among(61, SCALE), ..Pool::default() };
    let answer = matching::pool::solve(&pool, PoolObjective::Total);
    assert_eq!((answer.pairs.len(), answer.unmatched.len()), (30, 1));
    let groups = Groups { people: 30, pairs: among(30, 1), size: (3, 3), ..Groups::default() };
    let answer = matching::groups::solve(&groups, Watch::nobody());
    assert_eq!((answer.total, answer.status), (30, Status::Optimal));
}

#[test]
fn scores_at_the_limits_are_counted_without_overflow() {
    for score in [LIMIT, -LIMIT, LIMIT - 1] {
        let q = sides(40, 40, 1, score);
        let answer = solve(&q, Objective::Total);
        assert_eq!(answer.total, i128::from(score.max(0)) * 40);
        assert_eq!(answer.total, answer.bound);
        let pool = Pool { people: 40, pairs: among(40, score), ..Pool::default() };
        let answer = matching::pool::solve(&pool, PoolObjective::Total);
        assert_eq!(answer.total, i128::from(score.max(0)) * 20);
        let size = (2, 4);
        let groups = Groups { people: 12, pairs: among(12, score), size, ..Groups::default() };
        let answer = matching::groups::solve(&groups, Watch::nobody());
        assert!(answer.total <= answer.bound);
    }
    for score in [LIMIT + 1, i64::MIN, i64::MAX] {
        let answer = solve(&sides(2, 2, 1, score), Objective::Total);
        assert_eq!(answer.status, Status::Impossible);
        let pool = Pool { people: 3, pairs: among(3, score), ..Pool::default() };
        let answer = matching::pool::solve(&pool, PoolObjective::Total);
        assert_eq!(answer.status, Status::Impossible);
    }
}

#[test]
fn a_million_people_are_assigned_and_proved() {
    let (mentees, mentors) = (700_000u32, 300_000u32);
    let likes = |right: u32| {
        let step = |k: u32| {
            let left = (right.wrapping_mul(2_654_435_761).wrapping_add(k * 77_777)) % mentors;
            Pair { left, right, score: SCALE * i64::from((right ^ (k * 31)) % 90 + 5) }
        };
        let mut mine: Vec<Pair> = (0..4).map(step).collect();
        mine.sort_unstable();
        mine.dedup_by_key(|p| p.left);
        mine
    };
    let q = Assignment {
        left: vec![Seats::up_to(2); mentors as usize],
        right: vec![Seats::up_to(1); mentees as usize],
        pairs: (0..mentees).flat_map(likes).collect(),
        ..Assignment::default()
    };
    let answer = solve(&q, Objective::Total);
    assert_eq!((answer.status, answer.total), (Status::Optimal, answer.bound));
    assert!(answer.pairs.len() > 500_000);
}
