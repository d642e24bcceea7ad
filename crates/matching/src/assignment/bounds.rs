//! The question as bounds on counts: how often a person, a pair and an organisation may occur.
//!
//! Every objective is solved over such bounds. A stage that is decided narrows them to the
//! answers that are as good (complementary slackness), so that the next stage is a question of the
//! same kind.

use std::collections::BTreeMap;

use crate::answer::OrganisationPrice;
use crate::question::{Assignment, Pair, Seats};

/// At least the first, at most the second.
pub(crate) type Span = (i64, i64);

/// Bounds of an organisation: pairs on the left, on the right, and left minus right.
#[derive(Clone, Debug)]
pub(crate) struct OrganisationBounds {
    pub number: u32,
    pub left: Span,
    pub right: Span,
    pub balance: Span,
}

/// All bounds of a question. The pairs are sorted and listed once.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    pub pairs: Vec<Pair>,
    pub may: Vec<(u8, u8)>,
    pub left: Vec<Span>,
    pub right: Vec<Span>,
    pub organisations: Vec<OrganisationBounds>,
    /// By person: which of `organisations`, if any.
    pub left_home: Vec<Option<u32>>,
    pub right_home: Vec<Option<u32>>,
}

/// Signed prices of all bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Prices {
    pub left: Vec<i128>,
    pub right: Vec<i128>,
    pub organisations: Vec<OrganisationPrice>,
}

impl Bounds {
    pub(crate) fn of(question: &Assignment) -> Self {
        let mut pairs = question.pairs.clone();
        let place = |p: &Pair| (u64::from(p.left) << 32) | u64::from(p.right);
        if !pairs.is_sorted_by(|a, b| place(a) < place(b)) {
            pairs.sort_unstable_by(|a, b| place(a).cmp(&place(b)).then(b.score.cmp(&a.score)));
        }
        pairs.dedup_by_key(|p| (p.left, p.right));
        let mut may = vec![(0, 1); pairs.len()];
        let at = |pair: &(u32, u32)| pairs.binary_search_by_key(pair, |p| (p.left, p.right)).ok();
        for found in question.forbidden.iter().filter_map(at) {
            may[found] = (0, 0);
        }
        for found in question.fixed.iter().filter_map(at) {
            may[found] = (1, 1);
        }
        let organisations = organisations(question);
        let span = |s: &Seats| (i64::from(s.least), i64::from(s.most));
        let home = |s: &Seats| {
            let number = s.organisation?;
            organisations.binary_search_by_key(&number, |o| o.number).ok().map(|o| o as u32)
        };
        Self {
            left: question.left.iter().map(span).collect(),
            right: question.right.iter().map(span).collect(),
            left_home: question.left.iter().map(home).collect(),
            right_home: question.right.iter().map(home).collect(),
            pairs,
            may,
            organisations,
        }
    }

    /// What the prices charge for a pair.
    pub(crate) fn charge(&self, prices: &Prices, pair: usize) -> i128 {
        let (l, r) = (self.pairs[pair].left as usize, self.pairs[pair].right as usize);
        let mut sum = prices.left[l] + prices.right[r];
        if let Some(o) = self.left_home[l] {
            let o = &prices.organisations[o as usize];
            sum += o.left + o.balance;
        }
        if let Some(o) = self.right_home[r] {
            let o = &prices.organisations[o as usize];
            sum += o.right - o.balance;
        }
        sum
    }

    /// The bound that the prices prove for the sum of `worth` over all admissible answers.
    pub(crate) fn proved(&self, prices: &Prices, worth: impl Fn(i64) -> i128) -> i128 {
        let people = self.left.iter().zip(&prices.left).chain(self.right.iter().zip(&prices.right));
        let mut bound: i128 = people.map(|(&span, &price)| dearest(span, price)).sum();
        for (o, p) in self.organisations.iter().zip(&prices.organisations) {
            bound += dearest(o.left, p.left) + dearest(o.right, p.right);
            bound += dearest(o.balance, p.balance);
        }
        for (pair, &span) in self.may.iter().enumerate() {
            let beyond = worth(self.pairs[pair].score) - self.charge(prices, pair);
            bound += dearest((span.0.into(), span.1.into()), beyond);
        }
        bound
    }

    /// Keeps only the answers that reach the bound which the prices prove.
    pub(crate) fn narrow(&mut self, prices: &Prices, worth: impl Fn(i64) -> i128) {
        for pair in 0..self.pairs.len() {
            let slack = worth(self.pairs[pair].score) - self.charge(prices, pair);
            tighten(&mut self.may[pair], slack);
        }
        for (span, &price) in self.left.iter_mut().zip(&prices.left) {
            tighten(span, price);
        }
        for (span, &price) in self.right.iter_mut().zip(&prices.right) {
            tighten(span, price);
        }
        for (o, p) in self.organisations.iter_mut().zip(&prices.organisations) {
            tighten(&mut o.left, p.left);
            tighten(&mut o.right, p.right);
            tighten(&mut o.balance, p.balance);
        }
    }
}

fn dearest((low, high): Span, price: i128) -> i128 {
    if price == 0 { 0 } else { price * i128::from(if price > 0 { high } else { low }) }
}

fn tighten<T: Copy>(span: &mut (T, T), price: i128) {
    if price > 0 {
        span.0 = span.1;
    } else if price < 0 {
        span.1 = span.0;
    }
}

fn organisations(question: &Assignment) -> Vec<OrganisationBounds> {
    let lefts: i64 = question.left.iter().map(|s| i64::from(s.most)).sum();
    let rights: i64 = question.right.iter().map(|s| i64::from(s.most)).sum();
    let mut by_number: BTreeMap<u32, OrganisationBounds> = BTreeMap::new();
    for q in &question.quotas {
        let o = by_number.entry(q.organisation).or_insert(OrganisationBounds {
            number: q.organisation,
            left: (0, lefts),
            right: (0, rights),
            balance: (-rights, lefts),
        });
        let cap = |span: &mut Span, most: Option<u32>| {
            span.1 = span.1.min(most.map_or(i64::MAX, i64::from));
        };
        cap(&mut o.left, q.most_left);
        cap(&mut o.right, q.most_right);
        if let Some(apart) = q.balance.map(i64::from) {
            o.balance = (o.balance.0.max(-apart), o.balance.1.min(apart));
        }
    }
    by_number.into_values().collect()
}
