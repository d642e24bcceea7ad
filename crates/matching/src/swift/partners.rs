//! Who is paired with whom, in one flat array a side.

/// The partners of everybody on one side, with the edges.
pub(super) struct Partners {
    count: Vec<u32>,
    slots: Vec<(u32, u32)>,
}

impl Partners {
    /// Nobody has a partner; `places` tells where each one's slots begin.
    pub(super) fn none(places: &[usize]) -> Self {
        let all = places.last().copied().unwrap_or(0);
        Self { count: vec![0; places.len().saturating_sub(1)], slots: vec![(0, 0); all] }
    }

    pub(super) fn count(&self, who: usize) -> u32 {
        self.count[who]
    }

    pub(super) fn of(&self, begin: usize, who: u32) -> &[(u32, u32)] {
        &self.slots[begin..begin + self.count[who as usize] as usize]
    }

    pub(super) fn add(&mut self, begin: usize, who: u32, partner: (u32, u32)) {
        let count = &mut self.count[who as usize];
        self.slots[begin + *count as usize] = partner;
        *count += 1;
    }

    pub(super) fn remove(&mut self, begin: usize, who: u32, edge: u32) {
        let count = self.count[who as usize] as usize;
        let mine = &mut self.slots[begin..begin + count];
        if let Some(at) = mine.iter().position(|p| p.1 == edge) {
            mine.swap(at, count - 1);
            self.count[who as usize] -= 1;
        }
    }
}
