//! report.html: one page that a manager can read, print and mail. It carries its own look and asks
//! nothing of a network.

use std::borrow::Borrow;

use askama::Template;
use matching::SCALE;
use programmes::round::{answer::Proposal, told};
use words::{Arg, say, say_plain};

use super::{
    finished::Finished,
    stop,
    summary::{percent, proof_key},
    tables,
};
use crate::commands::solve::{number, reasons::Told};

/// Rows of one table in the report; the files beside it hold all.
const ROWS: usize = 2_000;
const WORST: usize = 5;

#[derive(Template)]
#[template(path = "commands/match_/report.html")]
struct Report<'a> {
    finished: &'a Finished,
    reasons: Vec<&'a str>,
    style: &'static str,
    cards: Vec<Card>,
    bars: Vec<Bar>,
    pairs: Vec<PairRow>,
    worst: Vec<PairRow>,
    alone: Vec<AloneRow>,
    musts: Vec<RuleRow>,
    wishes: Vec<RuleRow>,
    unusable: Vec<[String; 2]>,
    notes: Vec<String>,
    proof: String,
}

/// A headline figure.
struct Card {
    figure: String,
    of: String,
    label: String,
}

/// One bar of the histogram of scores, in the drawing's own units.
struct Bar {
    x: usize,
    y: usize,
    height: usize,
    count: usize,
    label: String,
}

struct PairRow {
    receiver: String,
    giver: String,
    score: String,
    /// Of a hundred.
    width: i64,
    reason: String,
    parts: String,
}

struct AloneRow {
    name: String,
    role: String,
    why: String,
    change: String,
}

struct RuleRow {
    rule: String,
    weight: String,
    worth: String,
    unknown: usize,
}

/// The page.
pub fn html(finished: &Finished, reasons: &[Told]) -> askama::Result<String> {
    let language = finished.language;
    let mut worst: Vec<&Proposal> = finished.round.proposals.iter().collect();
    worst.sort_by_key(|proposal| (proposal.score, proposal.receiver));
    let rows = |weighted: bool| {
        let all = (0..finished.asked.rules.len())
            .filter(|&at| finished.asked.rules[at].condition.weight.is_some() == weighted);
        all.map(|at| rule_row(finished, at)).collect()
    };
    let unusable = finished.asked.unusable.iter().map(|(condition, why)| {
        let rule = told::condition(language, condition, &finished.design);
        [rule, told::unusable(language, why)]
    });
    let report = Report {
        reasons: reasons.iter().map(|reason| reason.sentence.as_str()).collect(),
        style: include_str!("report.css"),
        cards: cards(finished),
        bars: bars(finished),
        pairs: finished.round.proposals.iter().take(ROWS).map(|p| pair_row(finished, p)).collect(),
        worst: worst.into_iter().take(WORST).map(|p| pair_row(finished, p)).collect(),
        alone: finished.round.alone.iter().take(ROWS).map(|a| alone_row(finished, a)).collect(),
        musts: rows(false),
        wishes: rows(true),
        unusable: unusable.collect(),
        notes: finished.input.notes().iter().map(|note| stop::told(note, language)).collect(),
        proof: say(language, proof_key(finished), &[("gap", Arg::from(percent(finished)))]),
        finished,
    };
    report.render()
}

fn cards(finished: &Finished) -> Vec<Card> {
    let language = finished.language;
    let proposals = &finished.round.proposals;
    let card = |figure: String, of: String, key: &str| Card {
        figure,
        of,
        label: say_plain(language, key),
    };
    let of = |part: usize, all: usize| {
        let share = if all == 0 { 0.0 } else { 100.0 * part as f64 / all as f64 };
        let args = [("all", Arg::from(all)), ("share", Arg::from(format!("{share:.0}")))];
        say(language, "match-card-of", &args)
    };
    let (people, matched) = (finished.input.people.len(), finished.round.matched().len());
    let mut received: Vec<_> = proposals.iter().map(|proposal| proposal.receiver).collect();
    received.dedup();
    let receivers = finished.asked.right.len();
    let role = &finished.asked.receiver.label.many;
    let helped = say(language, "match-card-receivers", &[("role", Arg::from(role))]);
    let mut cards = vec![
        card(proposals.len().to_string(), String::new(), "match-card-pairs"),
        card(matched.to_string(), of(matched, people), "match-card-people"),
        Card {
            figure: received.len().to_string(),
            of: of(received.len(), receivers),
            label: helped,
        },
    ];
    if let Some(worst) = finished.round.answer.worst() {
        let count = i128::try_from(proposals.len()).unwrap_or(1).max(1);
        let mean = i64::try_from(finished.round.answer.total / count).unwrap_or(0);
        let least = say(language, "match-card-least", &[("score", Arg::from(told::points(worst)))]);
        cards.push(card(told::points(mean), least, "match-card-score"));
    }
    cards
}

/// Ten classes of scores. A drawing of 240 by 80, its ground line at 64.
fn bars(finished: &Finished) -> Vec<Bar> {
    let mut counts = [0usize; 10];
    for proposal in &finished.round.proposals {
        let class = usize::try_from(proposal.score / (10 * SCALE)).unwrap_or(0).min(9);
        counts[class] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let bar = |(class, count): (usize, usize)| {
        let height = (56 * count).div_ceil(most);
        let label = format!("{}–{}", class * 10, class * 10 + 10);
        Bar { x: class * 24 + 2, y: 64 - height, height, count, label }
    };
    counts.into_iter().enumerate().map(bar).collect()
}

fn pair_row(finished: &Finished, proposal: &Proposal) -> PairRow {
    let (language, design, asked) = (finished.language, &finished.design, &finished.asked);
    PairRow {
        receiver: finished.name(proposal.receiver).to_owned(),
        giver: finished.name(proposal.giver).to_owned(),
        score: told::points(proposal.score),
        width: (proposal.score / SCALE).clamp(0, 100),
        reason: tables::reason(finished, proposal, false),
        parts: told::pair_for_coordinator(language, design, asked, proposal),
    }
}

fn alone_row(finished: &Finished, alone: &programmes::round::answer::Alone) -> AloneRow {
    let (language, design, asked) = (finished.language, &finished.design, &finished.asked);
    let label = design.role(&alone.role).map_or(&alone.role, |role| &role.label.one);
    AloneRow {
        name: finished.name(alone.person).to_owned(),
        role: label.clone(),
        why: told::why_alone(language, design, asked, alone),
        change: told::change(language, design, asked, alone, &finished.input.people),
    }
}

fn rule_row(finished: &Finished, at: usize) -> RuleRow {
    let rule = &finished.asked.rules[at];
    let weight = rule.condition.weight.map(|weight| match weight {
        design::Weight::High => "match-weight-high",
        design::Weight::Medium => "match-weight-medium",
        design::Weight::Low => "match-weight-low",
    });
    RuleRow {
        rule: finished.rule(at),
        weight: weight.map(|key| say_plain(finished.language, key)).unwrap_or_default(),
        worth: told::points(finished.asked.worth(rule)),
        unknown: rule.unknown,
    }
}

/// What the template asks for.
impl Report<'_> {
    fn t(&self, key: &str) -> String {
        say_plain(self.finished.language, key)
    }

    fn n(&self, key: &str, count: impl Borrow<usize>) -> String {
        say(self.finished.language, key, &[("count", Arg::from(*count.borrow()))])
    }

    fn label(&self, gives: bool) -> &str {
        let asked = &self.finished.asked;
        if gives { &asked.giver.label.one } else { &asked.receiver.label.one }
    }

    fn total(&self) -> String {
        number::text(self.finished.round.answer.total)
    }

    fn bound(&self) -> String {
        number::text(self.finished.round.answer.bound)
    }

    fn more(&self, shown: impl Borrow<usize>, all: impl Borrow<usize>) -> Option<String> {
        let rest = all.borrow().saturating_sub(*shown.borrow());
        (rest > 0).then(|| self.n("match-more-rows", rest))
    }

    fn pair_count(&self) -> usize {
        self.finished.round.proposals.len()
    }

    fn alone_count(&self) -> usize {
        self.finished.round.alone.len()
    }

    fn objective(&self) -> String {
        self.t(&format!("match-objective-{}", self.finished.goal.name()))
    }
}
