//! Booked meetings, through files.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use matching::booking::{Booking, BookingAnswer, BookingObjective, solve as best};
use serde_json::{Value, json};

use super::answer::csv;
use super::assignment::count;
use super::fault::Faults;
use super::ids::Ids;
use super::outcome::Outcome;
use super::pairs::{Ends, people};
use super::pool::no_such;
use super::table::each;
use super::{Args, Goal, certificate, number};

struct Named {
    booking: Booking,
    left: Ids,
    right: Ids,
    slots: Ids,
}

pub fn solve(dir: &Path, args: &Args) -> Result<Outcome, Faults> {
    let begun = Instant::now();
    let objective = match args.objective {
        Goal::Total => BookingObjective::Total,
        Goal::Coverage => BookingObjective::Coverage,
        other => return Err(no_such(other)),
    };
    let named = read(dir)?;
    let read = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let answer = best(&named.booking, objective);
    let solved = begun.elapsed().as_secs_f64();
    Ok(Outcome { read, solved, ..outcome(&named, &answer, args.objective) })
}

fn read(dir: &Path) -> Result<Named, Faults> {
    let mut faults = Faults::default();
    let mut side = |file: &str| {
        let mut seats = Vec::new();
        let ids = people(dir, file, &["id", "most"], &mut faults, |row, faults| {
            seats.push(count(row, 1, 1, faults));
        });
        (ids, seats)
    };
    let ((left, lefts), (right, rights)) = (side("left.csv"), side("right.csv"));
    let mut slots = Ids::default();
    let mut free = (vec![Vec::new(); left.len()], vec![Vec::new(); right.len()]);
    each(dir, "slots.csv", &["id", "slot"], 2, &mut faults, |row, faults| {
        let (l, r) = (left.get(row.cell(0)), right.get(row.cell(0)));
        if l.is_none() && r.is_none() {
            row.fault(faults, 0, "solve-fault-unknown-id");
        }
        let slot = slots.of(row.cell(1));
        if let Some(l) = l {
            free.0[l as usize].push(slot);
        }
        if let Some(r) = r {
            free.1[r as usize].push(slot);
        }
    });
    let ends = Ends { columns: ["left", "right"], left: &left, right: &right, one: false };
    let pairs = ends.scored(dir, true, &mut faults);
    let booking =
        Booking { left: lefts, right: rights, left_slots: free.0, right_slots: free.1, pairs };
    faults.or(Named { booking, left, right, slots })
}

fn outcome(named: &Named, answer: &BookingAnswer, goal: Goal) -> Outcome {
    let (left, right) = (|p| named.left.name(p).to_owned(), |p| named.right.name(p).to_owned());
    let rows = answer.meetings.iter().map(|m| {
        let slot = named.slots.name(m.slot).to_owned();
        [left(m.pair.left), right(m.pair.right), slot, number::text(m.pair.score.into())]
    });
    let lefts: BTreeSet<u32> = answer.meetings.iter().map(|m| m.pair.left).collect();
    let rights: BTreeSet<u32> = answer.meetings.iter().map(|m| m.pair.right).collect();
    Outcome {
        kind: "booking",
        status: certificate::status(answer.status),
        people: named.left.len() + named.right.len(),
        matched: lefts.len() + rights.len(),
        total: Some(answer.total),
        bound: Some(answer.bound),
        worst: answer.meetings.iter().map(|m| m.pair.score).min(),
        tables: vec![("bookings.csv", csv(["left", "right", "slot", "score"], rows))],
        certificate: proof(named, answer, goal),
        reasons: Vec::new(),
        read: 0.0,
        solved: 0.0,
        facts: vec![("meetings", answer.meetings.len().into())],
    }
}

fn proof(named: &Named, answer: &BookingAnswer, goal: Goal) -> Value {
    let status = certificate::status(answer.status);
    let mut all = certificate::head("booking", goal, status, answer.total, answer.bound);
    let by_id = |ids: &Ids, prices: &[i128]| {
        let priced = ids.names().iter().zip(prices);
        Value::Object(priced.map(|(id, p)| (id.clone(), p.to_string().into())).collect())
    };
    let in_slots = |ids: &Ids, prices: &[(u32, u32, i128)]| -> Value {
        let priced = prices.iter().map(|&(person, slot, price)| {
            let slot = named.slots.name(slot);
            json!({ "id": ids.name(person), "slot": slot, "price": price.to_string() })
        });
        priced.collect()
    };
    all.insert("left".into(), by_id(&named.left, &answer.stage.left));
    all.insert("right".into(), by_id(&named.right, &answer.stage.right));
    all.insert("left_slots".into(), in_slots(&named.left, &answer.stage.left_slots));
    all.insert("right_slots".into(), in_slots(&named.right, &answer.stage.right_slots));
    all.insert("bonus".into(), answer.stage.bonus.to_string().into());
    Value::Object(all)
}
