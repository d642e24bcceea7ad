//! Odd sets of people that act as one: made, turned and taken apart.

pub(super) const NONE: u32 = u32::MAX;

/// An odd cycle of people or smaller sets, matched inside but for its base.
#[derive(Clone, Debug, Default)]
pub(super) struct Flower {
    /// Round the cycle, the one that holds the base first.
    pub children: Vec<u32>,
    /// `edges[i]` leads from `children[i]` to the next one round the cycle.
    pub edges: Vec<(u32, u32)>,
    pub base: u32,
}

/// Who is matched with whom, and which odd sets there are. Numbers below `people` are people.
pub(super) struct Meadow {
    pub people: usize,
    pub mate: Vec<u32>,
    pub flowers: Vec<Flower>,
    /// By person and flower: the flower around it.
    pub around: Vec<u32>,
    /// By person: the outermost flower, or the person.
    pub top: Vec<u32>,
    unused: Vec<u32>,
}

impl Meadow {
    pub(super) fn new(people: usize) -> Self {
        Self {
            people,
            mate: vec![NONE; people],
            flowers: Vec::new(),
            around: vec![NONE; people],
            top: (0..people as u32).collect(),
            unused: Vec::new(),
        }
    }

    pub(super) fn is_flower(&self, b: u32) -> bool {
        b as usize >= self.people
    }

    pub(super) fn flower(&self, b: u32) -> &Flower {
        &self.flowers[b as usize - self.people]
    }

    pub(super) fn base(&self, b: u32) -> u32 {
        if self.is_flower(b) { self.flower(b).base } else { b }
    }

    /// The people inside.
    pub(super) fn leaves(&self, b: u32, out: &mut Vec<u32>) {
        out.clear();
        let mut open = vec![b];
        while let Some(b) = open.pop() {
            if self.is_flower(b) {
                open.extend(self.flower(b).children.iter().rev());
            } else {
                out.push(b);
            }
        }
    }

    /// Makes a flower of a cycle; it becomes the top of all its people.
    pub(super) fn plant(&mut self, children: Vec<u32>, edges: Vec<(u32, u32)>) -> u32 {
        let base = self.base(children[0]);
        let flower = Flower { children, edges, base };
        let b = match self.unused.pop() {
            Some(b) => {
                self.flowers[b as usize - self.people] = flower;
                b
            }
            None => {
                self.flowers.push(flower);
                self.around.push(NONE);
                (self.people + self.flowers.len() - 1) as u32
            }
        };
        self.around[b as usize] = NONE;
        for i in 0..self.flower(b).children.len() {
            let child = self.flower(b).children[i];
            self.around[child as usize] = b;
        }
        self.crown(b, b);
        b
    }

    /// Takes a top flower apart: its children become tops.
    pub(super) fn unpack(&mut self, b: u32) -> Flower {
        let flower = std::mem::take(&mut self.flowers[b as usize - self.people]);
        for &child in &flower.children {
            self.around[child as usize] = NONE;
            self.crown(child, child);
        }
        self.unused.push(b);
        flower
    }

    fn crown(&mut self, b: u32, top: u32) {
        let mut open = vec![b];
        while let Some(b) = open.pop() {
            if self.is_flower(b) {
                open.extend(&self.flowers[b as usize - self.people].children);
            } else {
                self.top[b as usize] = top;
            }
        }
    }

    /// The child of a flower that holds the person.
    pub(super) fn child_with(&self, b: u32, person: u32) -> u32 {
        let mut v = person;
        while self.around[v as usize] != b {
            v = self.around[v as usize];
        }
        v
    }

    /// Makes the person the base of a set by exchanging matched and unmatched edges inside.
    pub(super) fn turn(&mut self, b: u32, person: u32) {
        let mut open = vec![(b, person)];
        while let Some((b, v)) = open.pop() {
            if !self.is_flower(b) || self.flower(b).base == v {
                continue;
            }
            let child = self.child_with(b, v);
            open.push((child, v));
            let n = b as usize - self.people;
            let mut flower = std::mem::take(&mut self.flowers[n]);
            let size = flower.children.len();
            let start = flower.children.iter().position(|&c| c == child).unwrap_or(0);
            // The way to the old base that has an even number of edges.
            let forward = start % 2 == 1;
            let mut at = start;
            while at != 0 && at != size {
                let (near, far) = if forward { (at + 1, at + 2) } else { (at - 1, at - 2) };
                let (w, x) = if forward {
                    flower.edges[near]
                } else {
                    let (x, w) = flower.edges[far];
                    (w, x)
                };
                open.push((flower.children[near], w));
                open.push((flower.children[far % size], x));
                self.mate[w as usize] = x;
                self.mate[x as usize] = w;
                at = far;
            }
            flower.children.rotate_left(start);
            flower.edges.rotate_left(start);
            flower.base = v;
            self.flowers[n] = flower;
        }
    }
}
