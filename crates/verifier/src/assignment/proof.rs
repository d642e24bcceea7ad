//! The proof: prices, stage by stage, over the answers that the earlier stages leave.

use std::collections::BTreeMap;

use super::matching::Matching;
use super::question::{Couple, Question, Side};
use crate::certificate::{ById, Certificate, Prices, Stage, whole};
use crate::number::Sum;
use crate::{Verdict, Wrong};

type Span = (i128, i128);

/// What answers are still in question: bounds on every count.
struct Room {
    left: Vec<Span>,
    right: Vec<Span>,
    pairs: BTreeMap<Couple, Span>,
    organisations: BTreeMap<String, [Span; 3]>,
}

/// Signed prices by person and organisation (left, right, balance).
struct Signed {
    left: Vec<i128>,
    right: Vec<i128>,
    organisations: BTreeMap<String, [i128; 3]>,
    fixed: BTreeMap<Couple, i128>,
}

#[derive(Clone, Copy, PartialEq)]
enum Goal {
    Places,
    Total,
    FewAtMost(i128),
}

impl Goal {
    fn worth(self, score: i128) -> i128 {
        match self {
            Self::Places => 1,
            Self::Total => score,
            Self::FewAtMost(level) => -i128::from(score <= level),
        }
    }
}

/// A single stage that counts pairs: the most that there can be.
pub(crate) fn most_pairs(question: &Question, stage: &Stage, place: &str) -> Result<i128, Wrong> {
    let signed = Signed::of(question, &stage.prices, place)?;
    let bound = whole(&stage.bound, place)?;
    Room::of(question).proves(question, &signed, Goal::Places, bound, place)?;
    Ok(bound)
}

pub(crate) fn verify(
    question: &Question,
    matching: &Matching,
    certificate: &Certificate,
    objective: &str,
) -> Result<Verdict, Wrong> {
    let mut room = Room::of(question);
    if objective == "total" {
        let (total, bound) = (certificate.total()?, certificate.bound()?);
        let stage = "certificate.json";
        let signed = Signed::of(question, &certificate.prices, stage)?;
        room.proves(question, &signed, Goal::Total, bound, stage)?;
        return equal(total, bound, stage).map(|()| Verdict::Optimal);
    }
    let mut goals = Vec::new();
    for (n, stage) in certificate.stages.iter().enumerate() {
        let place = format!("certificate.json: stages[{n}]");
        let goal = goal(&stage.goal, stage.level.as_deref(), &place)?;
        room.drop_between(question, goals.last(), goal);
        room.holds(question, matching, &place)?;
        let signed = Signed::of(question, &stage.prices, &place)?;
        let reached = matching.made.iter().map(|c| goal.worth(question.scores[c])).sum();
        let (total, bound) = (whole(&stage.total, &place)?, whole(&stage.bound, &place)?);
        equal(total, reached, &place)?;
        room.proves(question, &signed, goal, bound, &place)?;
        equal(total, bound, &place)?;
        room.narrow(question, &signed, goal);
        goals.push(goal);
    }
    let place = "certificate.json: stages";
    match (objective, goals.as_slice()) {
        ("coverage", [Goal::Places, Goal::Total]) => {}
        ("worst-off", [Goal::Places, levels @ ..]) => {
            room.ends(question, matching, levels, place)?;
        }
        _ => return Err(Wrong::at(place, "are not those of the objective")),
    }
    let last = if objective == "coverage" { certificate.total()? } else { certificate.bound()? };
    equal(last, certificate.bound()?, "certificate.json: bound")?;
    equal(certificate.total()?, certificate.bound()?, "certificate.json: bound")?;
    Ok(Verdict::Optimal)
}

fn goal(name: &str, level: Option<&str>, place: &str) -> Result<Goal, Wrong> {
    match (name, level) {
        ("places", None) => Ok(Goal::Places),
        ("total", None) => Ok(Goal::Total),
        ("few_at_most", Some(level)) => Ok(Goal::FewAtMost(whole(level, place)?)),
        _ => Err(Wrong::at(place, "has a goal that is not known")),
    }
}

fn equal(a: i128, b: i128, place: &str) -> Result<(), Wrong> {
    if a == b {
        return Ok(());
    }
    Err(Wrong::at(place, &format!("{a} is claimed where {b} is true")))
}

impl Room {
    fn of(question: &Question) -> Self {
        let spans = |side: &Side| side.people.iter().map(|p| (p.least, p.most)).collect();
        let all: i128 = question.scores.len() as i128;
        let pairs = question.scores.keys().map(|c| {
            let (fixed, banned) = (question.fixed.contains(c), question.forbidden.contains(c));
            (*c, (i128::from(fixed), i128::from(!banned)))
        });
        let organisations = question.quotas.iter().map(|(name, q)| {
            let most = |m: Option<i128>| m.unwrap_or(all).min(all);
            let apart = most(q.balance);
            let spans = [(0, most(q.most_left)), (0, most(q.most_right)), (-apart, apart)];
            (name.clone(), spans)
        });
        Self {
            left: spans(&question.left),
            right: spans(&question.right),
            pairs: pairs.collect(),
            organisations: organisations.collect(),
        }
    }

    /// Whether the prices prove exactly this bound: for every count, the dearest it can be.
    fn proves(
        &self,
        question: &Question,
        prices: &Signed,
        goal: Goal,
        bound: i128,
        place: &str,
    ) -> Result<(), Wrong> {
        let mut sum = Sum::default();
        let mut dearest = |span: Span, price: i128| {
            sum.add(if price > 0 { span.1 } else { span.0 }, price);
        };
        for (spans, prices) in [(&self.left, &prices.left), (&self.right, &prices.right)] {
            spans.iter().zip(prices).for_each(|(&span, &price)| dearest(span, price));
        }
        for (name, spans) in &self.organisations {
            let prices = prices.organisations.get(name).copied().unwrap_or_default();
            spans.iter().zip(prices).for_each(|(&span, price)| dearest(span, price));
        }
        for (couple, &span) in &self.pairs {
            let beyond = goal.worth(question.scores[couple]) - prices.charge(question, *couple);
            match prices.fixed.get(couple) {
                Some(&price) if price < beyond => {
                    let what = format!("the price of {} is too low", question.named(*couple));
                    return Err(Wrong::at(place, &what));
                }
                Some(&price) => dearest((1, 1), price),
                None => dearest(span, beyond),
            }
        }
        let proved = sum.value(place)?;
        if proved > bound {
            return Err(Wrong::at(place, &format!("claims the bound {bound} but proves {proved}")));
        }
        equal(bound, proved, place)
    }

    /// The answer is among those that the earlier stages leave.
    fn holds(&self, question: &Question, matching: &Matching, place: &str) -> Result<(), Wrong> {
        let within = |span: Span, count: i128| (span.0..=span.1).contains(&count);
        for (spans, counts) in [(&self.left, &matching.left), (&self.right, &matching.right)] {
            if !spans.iter().zip(counts).all(|(&s, &c)| within(s, c)) {
                return Err(Wrong::at(
                    place,
                    "a person's count is not as the stages before need it",
                ));
            }
        }
        for (couple, &span) in &self.pairs {
            if !within(span, i128::from(matching.made.contains(couple))) {
                let what =
                    format!("{} is not as the stages before need it", question.named(*couple));
                return Err(Wrong::at(place, &what));
            }
        }
        for (name, [left, right, balance]) in &self.organisations {
            let (l, r) = matching.of_organisation(question, name);
            if !(within(*left, l) && within(*right, r) && within(*balance, l - r)) {
                return Err(Wrong::at(
                    place,
                    &format!("{name} is not as the stages before need it"),
                ));
            }
        }
        Ok(())
    }

    /// Leaves only the answers that reach the bound which these prices prove.
    fn narrow(&mut self, question: &Question, prices: &Signed, goal: Goal) {
        let tighten = |span: &mut Span, price: i128| match price.signum() {
            1 => span.0 = span.1,
            -1 => span.1 = span.0,
            _ => {}
        };
        for (couple, span) in &mut self.pairs {
            let beyond = goal.worth(question.scores[couple]) - prices.charge(question, *couple);
            tighten(span, beyond);
        }
        self.left.iter_mut().zip(&prices.left).for_each(|(s, &p)| tighten(s, p));
        self.right.iter_mut().zip(&prices.right).for_each(|(s, &p)| tighten(s, p));
        for (name, spans) in &mut self.organisations {
            let prices = prices.organisations.get(name).copied().unwrap_or_default();
            spans.iter_mut().zip(prices).for_each(|(s, p)| tighten(s, p));
        }
    }

    /// Between one level and the next the answer has no pair, and none is the fewest there can be;
    /// that it has none is checked by [`Room::holds`].
    fn drop_between(&mut self, question: &Question, before: Option<&Goal>, goal: Goal) {
        let Goal::FewAtMost(level) = goal else { return };
        let floor = if let Some(Goal::FewAtMost(floor)) = before { *floor } else { i128::MIN };
        for (couple, span) in &mut self.pairs {
            let score = question.scores[couple];
            if span.0 == 0 && score > floor && score < level {
                *span = (0, 0);
            }
        }
    }

    /// Above the last level every pair of the answer is forced, so that nothing is left to improve.
    fn ends(
        &self,
        question: &Question,
        matching: &Matching,
        levels: &[Goal],
        place: &str,
    ) -> Result<(), Wrong> {
        let mut floor = i128::MIN;
        for level in levels {
            match level {
                Goal::FewAtMost(level) if *level > floor => floor = *level,
                _ => return Err(Wrong::at(place, "do not rise from level to level")),
            }
        }
        let open = |c: &&Couple| question.scores[c] > floor && self.pairs[c].0 != self.pairs[c].1;
        match matching.made.iter().find(open) {
            None => Ok(()),
            Some(c) => {
                Err(Wrong::at(place, &format!("end before {} is settled", question.named(*c))))
            }
        }
    }
}

impl Signed {
    fn of(question: &Question, prices: &Prices, place: &str) -> Result<Self, Wrong> {
        let lower = &prices.lower;
        let organisations = prices.organisations.iter().map(|o| {
            let three =
                [whole(&o.left, place)?, whole(&o.right, place)?, whole(&o.balance, place)?];
            Ok((o.organisation.clone(), three))
        });
        let fixed = prices.fixed.iter().map(|f| {
            let left = question.left.by_id.get(&f.left);
            let found = left.copied().zip(question.right.by_id.get(&f.right).copied());
            match found.filter(|c| question.fixed.contains(c)) {
                Some(couple) => Ok((couple, whole(&f.price, place)?)),
                None => Err(Wrong::at(place, "prices a pair as fixed that is not")),
            }
        });
        Ok(Self {
            left: signed(&question.left, &prices.left, &lower.left, place)?,
            right: signed(&question.right, &prices.right, &lower.right, place)?,
            organisations: organisations.collect::<Result<_, _>>()?,
            fixed: fixed.collect::<Result<_, _>>()?,
        })
    }

    fn charge(&self, question: &Question, (left, right): Couple) -> i128 {
        let of = |person: &super::question::Person| {
            let quota = question.quota(person);
            quota.and_then(|(name, _)| self.organisations.get(name)).copied().unwrap_or_default()
        };
        let [gives, _, apart] = of(&question.left.people[left]);
        let [_, takes, back] = of(&question.right.people[right]);
        self.left[left] + self.right[right] + gives + apart + takes - back
    }
}

/// A person's price: not negative under their side, and not positive under `lower`.
fn signed(side: &Side, upper: &ById, lower: &ById, place: &str) -> Result<Vec<i128>, Wrong> {
    let mut signed = vec![0; side.people.len()];
    for (prices, sign) in [(upper, 1), (lower, -1)] {
        for (id, text) in prices {
            let price = whole(text, place)?;
            let Some(&person) = side.by_id.get(id) else {
                return Err(Wrong::at(place, &format!("prices “{id}”, whom nobody knows")));
            };
            if price * sign < 0 || (price != 0 && signed[person] != 0) {
                return Err(Wrong::at(place, &format!("the price of {id} has the wrong sign")));
            }
            signed[person] += price;
        }
    }
    Ok(signed)
}
