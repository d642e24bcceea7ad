//! Groups keep every rule, never exceed their bound, and on small cases are the best there are.

use matching::groups::{Groups, GroupsAnswer, solve};
use matching::{Pair, Status, Watch};

use crate::small::Dice;

fn question(dice: &mut Dice, people: usize) -> Groups {
    let mut q = Groups {
        people,
        size: (2, 3 + dice.below(2) as u32),
        seed: dice.next(),
        ..Groups::default()
    };
    for left in 0..people as u32 {
        for right in left + 1..people as u32 {
            if dice.chance(70) {
                q.pairs.push(Pair { left, right, score: dice.below(40) as i64 - 5 });
            }
        }
    }
    if dice.chance(40) {
        q.leaders = (0..people).map(|_| dice.chance(50)).collect();
        q.leaders_each = Some((1, 2));
    }
    if dice.chance(40) {
        q.slots = (0..people).map(|_| (0..4).filter(|_| dice.chance(75)).collect()).collect();
        q.common_slots = 1;
    }
    if dice.chance(30) {
        q.organisations = (0..people).map(|_| Some(dice.below(3) as u32)).collect();
        q.most_alike = Some(2);
    }
    if dice.chance(40) && people > 2 {
        q.forbidden = vec![(0, 1)];
    }
    q
}

fn keeps(q: &Groups, group: &[u32]) -> bool {
    let size = group.len() as u32;
    let leaders =
        group.iter().filter(|&&m| q.leaders.get(m as usize) == Some(&true)).count() as u32;
    let common = (0..4u32)
        .filter(|s| group.iter().all(|&m| q.slots.get(m as usize).is_some_and(|l| l.contains(s))));
    let alike =
        |o: u32| group.iter().filter(move |&&m| q.organisations.get(m as usize) == Some(&Some(o)));
    let both = |&(a, b): &(u32, u32)| group.contains(&a) && group.contains(&b);
    (q.size.0..=q.size.1).contains(&size)
        && q.leaders_each.is_none_or(|(low, high)| (low..=high).contains(&leaders))
        && common.count() as u32 >= q.common_slots
        && q.most_alike.is_none_or(|most| (0..3).all(|o| alike(o).count() as u32 <= most))
        && !q.forbidden.iter().any(both)
}

fn total(q: &Groups, groups: &[Vec<u32>]) -> i64 {
    let within = |p: &&Pair| groups.iter().any(|g| g.contains(&p.left) && g.contains(&p.right));
    q.pairs.iter().filter(within).map(|p| p.score).sum()
}

/// (people placed, total) of the best grouping by trying all.
fn best(q: &Groups, next: u32, groups: &mut Vec<Vec<u32>>, placed: i64) -> (i64, i64) {
    if next as usize == q.people {
        let fine = groups.iter().all(|g| keeps(q, g));
        return if fine { (placed, total(q, groups)) } else { (i64::MIN, 0) };
    }
    let mut top = best(q, next + 1, groups, placed);
    for g in 0..groups.len() {
        groups[g].push(next);
        top = top.max(best(q, next + 1, groups, placed + 1));
        groups[g].pop();
    }
    groups.push(vec![next]);
    top = top.max(best(q, next + 1, groups, placed + 1));
    groups.pop();
    top
}

fn sound(q: &Groups, answer: &GroupsAnswer) {
    assert!(answer.groups.iter().all(|g| keeps(q, g)), "{q:?} {answer:?}");
    let mut people: Vec<u32> = answer.groups.concat();
    people.extend(&answer.unplaced);
    people.sort_unstable();
    assert!(people.into_iter().eq(0..q.people as u32));
    assert_eq!(answer.total, i128::from(total(q, &answer.groups)));
    assert!(answer.total <= answer.bound, "{q:?} {answer:?}");
}

#[test]
fn small_groupings_are_nearly_always_the_best_there_are() {
    let mut dice = Dice::new(61);
    let (mut same, mut all) = (0, 0);
    for _ in 0..120 {
        let people = 2 + dice.below(6) as usize;
        let q = question(&mut dice, people);
        let answer = solve(&q, Watch::nobody());
        sound(&q, &answer);
        let placed = (q.people - answer.unplaced.len()) as i64;
        let reached = (placed, answer.total as i64);
        let best = best(&q, 0, &mut Vec::new(), 0);
        assert!(reached <= best);
        same += u32::from(reached == best);
        all += 1;
    }
    assert!(same * 100 >= all * 90, "{same} of {all}");
}

#[test]
fn larger_groupings_keep_all_rules_and_place_everybody() {
    let mut dice = Dice::new(62);
    for people in [0, 1, 40, 101] {
        let mut q = question(&mut dice, people);
        (q.leaders_each, q.common_slots, q.most_alike) = (None, 0, None);
        let answer = solve(&q, Watch::nobody());
        sound(&q, &answer);
        assert_eq!(answer.unplaced.len(), if people == 1 { 1 } else { 0 });
    }
}

#[test]
fn what_contradicts_itself_is_said() {
    let q = Groups { people: 4, size: (3, 2), ..Groups::default() };
    assert_eq!(solve(&q, Watch::nobody()).status, Status::Impossible);
    let both = vec![(0, 1)];
    let q = Groups { people: 4, size: (2, 2), fixed: both.clone(), forbidden: both, ..q };
    assert_eq!(solve(&q, Watch::nobody()).status, Status::Impossible);
    let q = Groups { forbidden: Vec::new(), ..q };
    assert!(solve(&q, Watch::nobody()).groups.contains(&vec![0, 1]));
}
