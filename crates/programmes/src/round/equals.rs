//! Pairs in one pool: everybody may be with everybody, and an odd pool may have one group of three.

use std::collections::BTreeMap;

use matching::{
    Objective, Pair,
    crowd::Judge,
    explain,
    pool::{Pool, PoolAnswer, PoolObjective, solve as best},
};
use serde_json::{Value, json};

use super::{
    answer::{Alone, Change, Why, propose},
    ask::{Asked, Shape},
    brought::{Brought, Said},
    certificate::{objective_name, status_name},
    outcome::{Group, Seat},
    participant::Participant,
    proof::{self, File},
};

/// Up to so many people all pairs are put before the engine; beyond, each person's best.
const ALL: usize = 1_000;
const BEST: usize = 60;
/// Questions of more pairs are not checked as they are solved, nor asked a second time.
const MOST_PAIRS: usize = 500_000;

/// Solves a pool. Among answers of the same worth the one with the most pairs of `near` is taken.
#[must_use]
pub fn solve(
    asked: &Asked,
    people: &[Participant],
    aim: Objective,
    near: &[(u32, u32)],
) -> Brought {
    let judge = Judge::new(&asked.crowd, &asked.program);
    let pool = pool(asked, &judge);
    // The engine knows no other order among pairs of equals.
    let aim = if aim == Objective::Total { Objective::Total } else { Objective::Coverage };
    let goal = match aim {
        Objective::Total => PoolObjective::Total,
        Objective::Coverage | Objective::WorstOff | Objective::Stable => PoolObjective::Coverage,
    };
    let answer = nearest(&pool, goal, best(&pool, goal), near);
    let pair = |pair: &Pair| propose(asked, &judge, pair.left, pair.right, pair.score);
    let mut proposals: Vec<_> = answer.pairs.iter().map(pair).collect();
    proposals.sort_by_key(|proposal| (proposal.giver, proposal.receiver));
    let said = Said {
        kind: "pool",
        objective: objective_name(aim),
        status: status_name(answer.status),
        total: answer.total,
        bound: answer.bound,
        whole: asked.right.len() <= ALL,
        equal: true,
        formed: false,
        proposals,
        groups: answer.triad.iter().map(|triad| three(asked, triad)).collect(),
        alone: if answer.impossible.is_empty() { alone(asked, &judge, &answer) } else { vec![] },
        checkable: pool.pairs.len() <= MOST_PAIRS,
    };
    let ids: Vec<&str> =
        asked.right.iter().map(|member| people[member.person as usize].id.as_str()).collect();
    let mut certificate = said.head(2);
    certificate.extend(prices(&ids, &answer));
    said.checked(&certificate, question(&ids, &pool), tables(&ids, &answer))
}

/// The pairs of an answer, as [`solve`] takes them for `near`: sorted positions.
#[must_use]
pub fn couples(asked: &Asked, aim: Objective) -> Vec<(u32, u32)> {
    let judge = Judge::new(&asked.crowd, &asked.program);
    let goal = match aim {
        Objective::Total => PoolObjective::Total,
        Objective::Coverage | Objective::WorstOff | Objective::Stable => PoolObjective::Coverage,
    };
    let answer = best(&pool(asked, &judge), goal);
    let triad = answer.triad.iter().flat_map(|triad| {
        let [a, b, c] = triad.members;
        [(a, b), (a, c), (b, c)]
    });
    let mut couples: Vec<_> = answer.pairs.iter().map(|p| (p.left, p.right)).chain(triad).collect();
    couples.sort_unstable();
    couples
}

fn pool(asked: &Asked, judge: &Judge<'_>) -> Pool {
    let fits = |at: u32| asked.right[at as usize].seats.most > 0;
    let count = u32::try_from(asked.right.len()).unwrap_or(u32::MAX);
    let person = |at: u32| asked.right[at as usize].person;
    let mut pairs: Vec<Pair> = Vec::new();
    for left in (0..count).filter(|&at| fits(at)) {
        let others = (left + 1..count).filter(|&at| fits(at));
        let scored = others.filter_map(|right| {
            let score = judge.score(person(left), person(right))?;
            Some(Pair { left, right, score })
        });
        pairs.extend(scored);
    }
    if asked.right.len() > ALL {
        pairs = each_best(pairs, asked.right.len());
    }
    // What the coordinator decided counts, whatever rule it breaks.
    for &(left, right) in &asked.fixed {
        if !pairs.iter().any(|pair| (pair.left, pair.right) == (left, right)) {
            let parts = judge.judge(person(left), person(right)).parts;
            pairs.push(Pair { left, right, score: parts.iter().map(|part| part.units).sum() });
        }
    }
    Pool {
        people: asked.right.len(),
        pairs,
        fixed: asked.fixed.clone(),
        forbidden: asked.forbidden.clone(),
        triad: asked.shape == Shape::Pool { triad: true },
    }
}

/// Pairs that are among the best of one of their two people.
fn each_best(mut pairs: Vec<Pair>, people: usize) -> Vec<Pair> {
    pairs.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.score), pair.left, pair.right));
    let mut held = vec![0usize; people];
    pairs.retain(|pair| {
        let ends = [pair.left as usize, pair.right as usize];
        let wanted = ends.iter().any(|&end| held[end] < BEST);
        ends.iter().for_each(|&end| held[end] += usize::from(wanted));
        wanted
    });
    pairs
}

fn nearest(
    pool: &Pool,
    goal: PoolObjective,
    answer: PoolAnswer,
    near: &[(u32, u32)],
) -> PoolAnswer {
    if near.is_empty() || pool.pairs.len() > MOST_PAIRS || !answer.impossible.is_empty() {
        return answer;
    }
    // More than all ties together can add, the three pairs of a group of three included.
    let step = i64::try_from(near.len()).unwrap_or(i64::MAX).saturating_add(4);
    let finer = |pair: &Pair| {
        let kept = near.binary_search(&(pair.left, pair.right)).is_ok();
        let score = pair.score.checked_mul(step)?.checked_add(i64::from(kept))?;
        (score.abs() <= matching::LIMIT).then_some(Pair { score, ..*pair })
    };
    let Some(pairs) = pool.pairs.iter().map(finer).collect::<Option<Vec<_>>>() else {
        return answer;
    };
    let mut moved = best(&Pool { pairs, ..pool.clone() }, goal);
    for pair in &mut moved.pairs {
        pair.score = pair.score.div_euclid(step);
    }
    if let Some(triad) = &mut moved.triad {
        triad.score = triad.score.div_euclid(step);
    }
    let triads = moved.triad.iter().map(|triad| i128::from(triad.score));
    let total: i128 = moved.pairs.iter().map(|p| i128::from(p.score)).chain(triads).sum();
    let same = total == answer.total
        && moved.pairs.len() == answer.pairs.len()
        && moved.triad.is_some() == answer.triad.is_some();
    if same {
        PoolAnswer { pairs: moved.pairs, triad: moved.triad, unmatched: moved.unmatched, ..answer }
    } else {
        answer
    }
}

fn three(asked: &Asked, triad: &matching::pool::Triad) -> Group {
    let seat = |at: &u32| Seat {
        person: asked.right[*at as usize].person as usize,
        role: asked.receiver.name.clone(),
        leads: false,
    };
    Group {
        members: triad.members.iter().map(seat).collect(),
        score: triad.score,
        value: triad.score / 3,
        starts: vec![],
        breaks: vec![],
        sized: true,
    }
}

/// Those without a partner: by the rules that exclude all others, or because the number is odd.
fn alone(asked: &Asked, judge: &Judge<'_>, answer: &PoolAnswer) -> Vec<Alone> {
    let barred = asked.excluded.iter().map(|excluded| Alone {
        person: excluded.person,
        role: excluded.role.clone(),
        why: Why::Barred(excluded.rule.clone()),
        change: None,
    });
    let left_over = answer.unmatched.iter().map(|&at| {
        let me = asked.right[at as usize];
        let (why, change) =
            if me.seats.most == 0 { (Why::NoPlace, None) } else { reason(asked, judge, at) };
        Alone { person: me.person as usize, role: asked.receiver.name.clone(), why, change }
    });
    let mut all: Vec<_> = barred.chain(left_over).collect();
    all.sort_by_key(|alone| alone.person);
    all
}

fn reason(asked: &Asked, judge: &Judge<'_>, at: u32) -> (Why, Option<Change>) {
    let others = (0u32..).zip(&asked.right).filter(|(other, member)| {
        let couple = (at.min(*other), at.max(*other));
        *other != at && member.seats.most > 0 && !asked.forbidden.contains(&couple)
    });
    let me = asked.right[at as usize].person;
    let violated: Vec<u64> = others
        .map(|(other, member)| {
            // The same order in which the pair was scored.
            if other < at { judge.judge(member.person, me) } else { judge.judge(me, member.person) }
                .violated
        })
        .collect();
    match explain::why_unmatched(&violated) {
        explain::Why::Nobody => (Why::Crowd { possible: 0, holders: 0 }, None),
        explain::Why::Rules { blocking, lift, opens } => {
            let rules = asked.rules_of(lift);
            let change = Change::Lift { rules, partner: None, opens: opens.len() };
            (Why::Rules { blocking: asked.rules_of(blocking) }, Some(change))
        }
        explain::Why::Crowd { possible } => (Why::Odd { possible: possible.len() }, None),
    }
}

/// Prices of a pool come in halves of a unit.
fn prices(ids: &[&str], answer: &PoolAnswer) -> BTreeMap<String, Value> {
    let priced = ids.iter().zip(&answer.stage.people);
    let people = priced.map(|(id, price)| ((*id).to_owned(), Value::from(price.to_string())));
    let sets = answer.stage.odd_sets.iter().map(|set| {
        let members: Vec<&str> = set.members.iter().map(|&at| ids[at as usize]).collect();
        json!({ "members": members, "value": set.value.to_string() })
    });
    [
        ("people".to_owned(), Value::Object(people.collect())),
        ("odd_sets".to_owned(), sets.collect()),
        ("bonus".to_owned(), (2 * answer.stage.bonus).to_string().into()),
    ]
    .into()
}

fn question(ids: &[&str], pool: &Pool) -> Vec<File> {
    let mut people = "id\n".to_owned();
    ids.iter().for_each(|id| proof::put(&mut people, &[id]));
    vec![
        ("problem.toml", format!("kind = \"pool\"\ntriad = {}\n", pool.triad)),
        ("people.csv", people),
        ("scores.csv", pairs(ids, &pool.pairs)),
        ("fixed.csv", couples_of(ids, &pool.fixed)),
        ("forbidden.csv", couples_of(ids, &pool.forbidden)),
    ]
}

fn tables(ids: &[&str], answer: &PoolAnswer) -> Vec<File> {
    let mut triads = "a,b,c,score\n".to_owned();
    if let Some(triad) = &answer.triad {
        let [a, b, c] = triad.members.map(|at| ids[at as usize]);
        proof::put(&mut triads, &[a, b, c, &proof::decimal(triad.score.into())]);
    }
    vec![("matching.csv", pairs(ids, &answer.pairs)), ("triads.csv", triads)]
}

pub(super) fn pairs(ids: &[&str], pairs: &[Pair]) -> String {
    let mut text = "a,b,score\n".to_owned();
    for pair in pairs {
        let (a, b) = (ids[pair.left as usize], ids[pair.right as usize]);
        proof::put(&mut text, &[a, b, &proof::decimal(pair.score.into())]);
    }
    text
}

pub(super) fn couples_of(ids: &[&str], couples: &[(u32, u32)]) -> String {
    let mut text = "a,b\n".to_owned();
    for &(a, b) in couples {
        proof::put(&mut text, &[ids[a as usize], ids[b as usize]]);
    }
    text
}
