//! The search: greedy seats, then exchanges that may lose less and less, then only those that gain.

use super::Groups;
use super::rules::Rules;
use super::table::{Table, worths};
use crate::watch::Watch;

/// Random exchanges tried, by person and in all.
const EACH: u64 = 3_000;
const ALL: u64 = 1_500_000;

/// The best groups found; every group keeps all rules.
pub(super) fn best(question: &Groups, watch: Watch) -> Option<Vec<Vec<u32>>> {
    let rules = Rules::new(question);
    let (near, breach, absence) = worths(question);
    let counts = counts(question);
    let mut best: Option<(i64, Vec<Vec<u32>>)> = None;
    for &groups in &counts {
        let mut table = Table::new(&rules, &near, groups, (breach, absence));
        seat(&mut table, question);
        let steps = (EACH * question.people as u64).min(ALL) / counts.len() as u64;
        cool(&mut table, question, steps, watch)?;
        climb(&mut table, watch)?;
        dissolve_broken(&mut table, question);
        climb(&mut table, watch)?;
        dissolve_broken(&mut table, question);
        let value = table.value();
        if best.as_ref().is_none_or(|(known, _)| value > *known) {
            table.members.pop();
            best = Some((value, table.members));
        }
    }
    let mut groups = best.map(|(_, groups)| groups).unwrap_or_default();
    groups.retain(|g| !g.is_empty());
    groups.iter_mut().for_each(|g| g.sort_unstable());
    groups.sort_unstable();
    Some(groups)
}

/// How many groups are worth trying: the fewest, the most, and one between, when everybody fits.
fn counts(question: &Groups) -> Vec<usize> {
    let n = question.people;
    let (low, high) = (question.size.0 as usize, question.size.1 as usize);
    let (mut fewest, mut most) = (n.div_ceil(high), n / low);
    if let Some((each, limit)) = question.leaders_each {
        let leaders = question.leaders.iter().filter(|l| **l).count();
        if each > 0 {
            most = most.min(leaders / each as usize);
        }
        if limit > 0 {
            fewest = fewest.max(leaders.div_ceil(limit as usize));
        }
    }
    let fewest = fewest.min(most);
    let mut counts = vec![fewest, usize::midpoint(fewest, most), most];
    counts.dedup();
    counts
}

/// One after the other where they gain most; leaders first, so that every group gets one.
fn seat(table: &mut Table, question: &Groups) {
    let leads = |p: u32| question.leaders.get(p as usize).copied().unwrap_or(false);
    let mut order: Vec<u32> = (0..question.people as u32).collect();
    order.sort_by_key(|&p| !leads(p));
    let groups = table.bench();
    let share = question.people.div_ceil(groups.max(1) as usize);
    let mut turn = 0;
    for person in order {
        if question.leaders_each.is_some() && leads(person) && groups > 0 {
            table.sit(person, turn % groups);
            turn += 1;
            continue;
        }
        let room = |g: &u32| table.members[*g as usize].len() < share;
        let fits = (0..groups).filter(room);
        if let Some(group) =
            fits.max_by_key(|&g| (table.move_gain(person, g), std::cmp::Reverse(g)))
        {
            table.sit(person, group);
        }
    }
}

/// Exchanges by chance; what may be lost at once falls to nought.
fn cool(table: &mut Table, question: &Groups, steps: u64, watch: Watch) -> Option<()> {
    let people = question.people as u64;
    if people < 2 || table.bench() == 0 {
        return Some(());
    }
    let mut chance = Chance(question.seed ^ 0x5DEE_CE66_D1CE_5EED);
    let begin = table.absence / (people as i64 + 1) / 8;
    for step in 0..steps {
        let threshold = (i128::from(begin) * i128::from(steps - step) / i128::from(steps)) as i64;
        let a = chance.below(people) as u32;
        if chance.below(8) == 0 {
            let to = chance.below(u64::from(table.bench()) + 1) as u32;
            if to != table.seat[a as usize] && table.move_gain(a, to) > -threshold {
                table.sit(a, to);
            }
            continue;
        }
        // Half the time into the group of somebody wanted.
        let aim = if chance.below(2) == 0 { table.wanted(a, chance.next()) } else { None };
        let group = aim.map_or_else(
            || chance.below(u64::from(table.bench()) + 1) as u32,
            |w| table.seat[w as usize],
        );
        let members = &table.members[group as usize];
        if members.is_empty() || group == table.seat[a as usize] {
            continue;
        }
        let b = members[chance.below(members.len() as u64) as usize];
        if Some(b) != aim && table.swap_gain(a, b) > -threshold {
            table.swap(a, b);
        }
        if step.is_multiple_of(8192) && !watch.see(0, step, Some(steps)) {
            return None;
        }
    }
    Some(())
}

/// Every move and exchange that gains, until none does or the work has grown out of proportion.
fn climb(table: &mut Table, watch: Watch) -> Option<()> {
    let people = table.seat.len() as u32;
    for round in 0..50 {
        let mut better = false;
        for a in 0..people {
            for group in 0..=table.bench() {
                if group != table.seat[a as usize] && table.move_gain(a, group) > 0 {
                    table.sit(a, group);
                    better = true;
                }
            }
            for b in a + 1..people {
                if table.seat[a as usize] != table.seat[b as usize] && table.swap_gain(a, b) > 0 {
                    table.swap(a, b);
                    better = true;
                }
            }
        }
        if !watch.see(1, round, None) {
            return None;
        }
        if !better || people > 3000 {
            break;
        }
    }
    Some(())
}

/// A group that still breaks a rule goes to the bench, as do those whose fixed partner is elsewhere
/// and one of two who must not meet.
fn dissolve_broken(table: &mut Table, question: &Groups) {
    let bench = table.bench();
    for &(a, b) in &question.forbidden {
        if table.seat[a as usize] == table.seat[b as usize] && table.seat[a as usize] != bench {
            table.sit(b, bench);
        }
    }
    for group in 0..bench as usize {
        if table.is_broken(group) {
            for person in table.members[group].clone() {
                table.sit(person, bench);
            }
        }
    }
}

/// A small generator: the same seed, the same numbers.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }
}
