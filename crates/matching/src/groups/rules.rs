//! How many rules a set of people breaks.

use super::Groups;

/// The rules about whole groups, made ready.
pub(super) struct Rules<'a> {
    question: &'a Groups,
    /// By person: slots as bits.
    slots: Vec<Vec<u64>>,
    words: usize,
}

impl<'a> Rules<'a> {
    pub(super) fn new(question: &'a Groups) -> Self {
        let mut numbers: Vec<u32> = question.slots.iter().flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let words = numbers.len().div_ceil(64);
        let bits = |list: &Vec<u32>| {
            let mut bits = vec![0u64; words];
            for at in list.iter().filter_map(|s| numbers.binary_search(s).ok()) {
                bits[at / 64] |= 1 << (at % 64);
            }
            bits
        };
        let mut slots: Vec<Vec<u64>> = question.slots.iter().map(bits).collect();
        slots.resize(question.people, vec![0; words]);
        Self { question, slots, words }
    }

    /// The size of the breach, 0 when the group is admissible; an empty group is.
    pub(super) fn broken(&self, members: &[u32]) -> i64 {
        if members.is_empty() {
            return 0;
        }
        let q = self.question;
        let beyond = |count: i64, (low, high): (u32, u32)| {
            (i64::from(low) - count).max(count - i64::from(high)).max(0)
        };
        let mut broken = beyond(members.len() as i64, q.size);
        if let Some(each) = q.leaders_each {
            broken += beyond(self.leading(members), each);
        }
        if let Some(each) = q.members_each {
            broken += beyond(members.len() as i64 - self.leading(members), each);
        }
        if q.common_slots > 0 {
            broken += (i64::from(q.common_slots) - self.common(members)).max(0);
        }
        if let Some(most) = q.most_alike {
            broken += self.alike_beyond(members, most);
        }
        broken
    }

    fn leading(&self, members: &[u32]) -> i64 {
        let leads = |m: &&u32| self.question.leaders.get(**m as usize).copied().unwrap_or(false);
        members.iter().filter(leads).count() as i64
    }

    fn common(&self, members: &[u32]) -> i64 {
        let all = |word: usize| {
            members.iter().fold(u64::MAX, |bits, &m| bits & self.slots[m as usize][word])
        };
        (0..self.words).map(|word| i64::from(all(word).count_ones())).sum()
    }

    fn alike_beyond(&self, members: &[u32], most: u32) -> i64 {
        let home = |m: u32| self.question.organisations.get(m as usize).copied().flatten();
        let same = |m: u32| members.iter().filter(|&&o| home(o) == home(m)).count() as i64;
        let over = |&m: &u32| home(m).is_some() && same(m) > i64::from(most);
        members.iter().filter(|m| over(m)).count() as i64
    }
}
