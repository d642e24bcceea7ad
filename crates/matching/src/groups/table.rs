//! Who sits where, and what each person would gain anywhere: kept up with every move.

use super::Groups;
use super::rules::Rules;

/// Seating of everybody in groups; the last group is the bench of the unplaced.
pub(super) struct Table<'a> {
    rules: &'a Rules<'a>,
    /// By person: partners and worth.
    near: &'a [Vec<(u32, i64)>],
    pub members: Vec<Vec<u32>>,
    pub seat: Vec<u32>,
    /// By person and group: the sum of worths with its members.
    gain: Vec<i64>,
    broken: Vec<i64>,
    width: usize,
    /// What a broken rule and a person on the bench cost.
    pub breach: i64,
    pub absence: i64,
}

/// The worths of pairs for the search, and what a breach costs. Fixed and forbidden pairs count as
/// much as breaches; large scores are shrunk so that no sum overflows.
pub(super) fn worths(question: &Groups) -> (Vec<Vec<(u32, i64)>>, i64, i64) {
    let reach = question.pairs.iter().map(|p| p.score.unsigned_abs()).max().unwrap_or(0) as i64;
    let most = i64::from(question.size.1.min(question.people as u32)).max(1);
    let people = question.people as i64 + 1;
    // absence > all scores, breach > all absences; n breaches fit.
    let room = (i64::MAX / 8) / (people * people * people).saturating_mul(2 * most).max(1);
    let shrink = 1 + reach / room.max(1);
    let absence = (reach / shrink + 1) * people * most;
    let breach = absence * people;
    let mut near = vec![Vec::new(); question.people];
    let mut note = |a: u32, b: u32, worth: i64| {
        near[a as usize].push((b, worth));
        near[b as usize].push((a, worth));
    };
    super::listed(question).iter().for_each(|p| note(p.left, p.right, p.score / shrink));
    question.forbidden.iter().for_each(|&(a, b)| note(a, b, -breach));
    question.fixed.iter().for_each(|&(a, b)| note(a, b, breach));
    for list in &mut near {
        list.sort_unstable();
        list.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
    }
    (near, breach, absence)
}

impl<'a> Table<'a> {
    /// Everybody on the bench beside `groups` empty groups.
    pub(super) fn new(
        rules: &'a Rules<'a>,
        near: &'a [Vec<(u32, i64)>],
        groups: usize,
        (breach, absence): (i64, i64),
    ) -> Self {
        let (people, width) = (near.len(), groups + 1);
        let mut members = vec![Vec::new(); width];
        members[groups] = (0..people as u32).collect();
        Self {
            rules,
            near,
            members,
            seat: vec![groups as u32; people],
            gain: vec![0; people * width],
            broken: vec![0; width],
            width,
            breach,
            absence,
        }
    }

    pub(super) fn bench(&self) -> u32 {
        self.width as u32 - 1
    }

    fn gain(&self, person: u32, group: u32) -> i64 {
        if group == self.bench() {
            -self.absence
        } else {
            self.gain[person as usize * self.width + group as usize]
        }
    }

    fn worth(&self, a: u32, b: u32) -> i64 {
        let list = &self.near[a as usize];
        list.binary_search_by_key(&b, |n| n.0).map_or(0, |at| list[at].1)
    }

    fn broken_with(&self, group: u32, out: Option<u32>, into: Option<u32>) -> i64 {
        if group == self.bench() {
            return 0;
        }
        let stay = self.members[group as usize].iter().copied().filter(|&m| Some(m) != out);
        let members: Vec<u32> = stay.chain(into).collect();
        self.rules.broken(&members)
    }

    /// What changes for the better when a person moves to another group.
    pub(super) fn move_gain(&self, person: u32, to: u32) -> i64 {
        let from = self.seat[person as usize];
        let rules = self.broken[from as usize] + self.broken[to as usize]
            - self.broken_with(from, Some(person), None)
            - self.broken_with(to, None, Some(person));
        self.gain(person, to) - self.gain(person, from) + self.breach * rules
    }

    /// What changes for the better when two people of different groups exchange seats.
    pub(super) fn swap_gain(&self, a: u32, b: u32) -> i64 {
        let (at_a, at_b) = (self.seat[a as usize], self.seat[b as usize]);
        let to_b = self.gain(a, at_b) - self.gain(a, at_a);
        let to_a = self.gain(b, at_a) - self.gain(b, at_b);
        let mut gain = to_a + to_b;
        // Each counted the other among those it comes to.
        let pair = self.worth(a, b);
        gain -= pair * (i64::from(at_a != self.bench()) + i64::from(at_b != self.bench()));
        let rules = self.broken[at_a as usize] + self.broken[at_b as usize]
            - self.broken_with(at_a, Some(a), Some(b))
            - self.broken_with(at_b, Some(b), Some(a));
        gain + self.breach * rules
    }

    pub(super) fn sit(&mut self, person: u32, to: u32) {
        let from = self.seat[person as usize];
        self.members[from as usize].retain(|&m| m != person);
        self.members[to as usize].push(person);
        self.seat[person as usize] = to;
        for &(other, worth) in &self.near[person as usize] {
            self.gain[other as usize * self.width + from as usize] -= worth;
            self.gain[other as usize * self.width + to as usize] += worth;
        }
        for group in [from, to] {
            self.broken[group as usize] = self.broken_with(group, None, None);
        }
    }

    pub(super) fn swap(&mut self, a: u32, b: u32) {
        let (at_a, at_b) = (self.seat[a as usize], self.seat[b as usize]);
        self.sit(a, at_b);
        self.sit(b, at_a);
    }

    pub(super) fn is_broken(&self, group: usize) -> bool {
        self.broken[group] > 0
    }

    /// A partner whom a person would rather sit with, by chance.
    pub(super) fn wanted(&self, person: u32, chance: u64) -> Option<u32> {
        let list = &self.near[person as usize];
        (!list.is_empty()).then(|| list[(chance % list.len() as u64) as usize].0)
    }

    /// The worth of the whole, less what is broken and who is absent.
    pub(super) fn value(&self) -> i64 {
        let seated = (0..self.seat.len() as u32).filter(|&p| self.seat[p as usize] != self.bench());
        let halves: i64 = seated.map(|p| self.gain(p, self.seat[p as usize])).sum();
        let absent = self.members[self.width - 1].len() as i64;
        halves / 2 - absent * self.absence - self.broken.iter().sum::<i64>() * self.breach
    }
}
