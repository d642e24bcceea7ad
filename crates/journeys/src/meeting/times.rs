//! Times that suit everybody: computed from the hours that each has said, in each one's zone.
//! Pure; hours of a civil day become instants day by day, so that clock changes come out right.

use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{Date, Time, time},
    tz::TimeZone,
};
use people::person::Hours;

/// One of those who are to meet.
#[derive(Debug, Clone)]
pub struct Party {
    /// Where their clock hangs.
    pub zone: TimeZone,
    /// When they usually have time.
    pub hours: Vec<Hours>,
}

/// A stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// From.
    pub from: Timestamp,
    /// To.
    pub to: Timestamp,
}

/// What the proposed times rest on, said beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The hours that everybody has said.
    Said,
    /// Usual working hours, for those who have said none or where the said ones never meet.
    Usual,
    /// There is no common time.
    Nothing,
}

/// Times to propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Times {
    /// When each begins, in order.
    pub starts: Vec<Timestamp>,
    /// What they rest on.
    pub basis: Basis,
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// How many times.
    pub count: usize,
    /// How long the meeting takes.
    pub minutes: u32,
    /// The earliest day, in the zone of the first party; never before everybody's tomorrow.
    pub from: Date,
}

/// How far ahead is looked, in days: three weeks, from the earliest day on.
const HORIZON: i64 = 21;
/// Meetings begin on the half hour.
const STEP: SignedDuration = SignedDuration::from_mins(30);
const USUAL_FROM: Time = time(9, 0, 0, 0);
const USUAL_TO: Time = time(16, 0, 0, 0);
/// The hours of the day around which the times are sought in turn, so that they differ.
const SOUGHT: [i8; 3] = [10, 14, 11];

/// Times that suit all parties and are not taken. The first party is the one who proposes.
#[must_use]
pub fn common(parties: &[Party], taken: &[Stretch], now: Timestamp, wanted: Wanted) -> Times {
    let all_said = parties.iter().all(|party| !party.hours.is_empty());
    let said = pick(&free(parties, taken, now, wanted, false), parties, wanted);
    if !said.is_empty() {
        return Times { starts: said, basis: if all_said { Basis::Said } else { Basis::Usual } };
    }
    let usual = pick(&free(parties, taken, now, wanted, true), parties, wanted);
    let basis = if usual.is_empty() { Basis::Nothing } else { Basis::Usual };
    Times { starts: usual, basis }
}

/// Everything that could be proposed.
fn free(
    parties: &[Party],
    taken: &[Stretch],
    now: Timestamp,
    wanted: Wanted,
    usual: bool,
) -> Vec<Timestamp> {
    let Some((proposer, others)) = parties.split_first() else { return Vec::new() };
    let mut common = open(proposer, now, wanted.from, usual);
    for party in others {
        common = both(&common, &open(party, now, wanted.from, usual));
    }
    let length = SignedDuration::from_mins(wanted.minutes.into());
    let is_free = |at: &Timestamp| {
        let ends = *at + length;
        !taken.iter().any(|busy| busy.from < ends && *at < busy.to)
    };
    common.iter().flat_map(|stretch| begins(*stretch, length)).filter(is_free).collect()
}

/// The stretches in which somebody has time, in order and apart.
fn open(party: &Party, now: Timestamp, from: Date, usual: bool) -> Vec<Stretch> {
    let tomorrow = now.to_zoned(party.zone.clone()).date().saturating_add(Span::new().days(1));
    // The first party's earliest day may be another's day before or after.
    let first = from.saturating_sub(Span::new().days(1)).max(tomorrow);
    let last = from.saturating_add(Span::new().days(HORIZON));
    let mut stretches: Vec<Stretch> = first
        .series(Span::new().days(1))
        .take_while(|day| *day <= last)
        .flat_map(|day| hours_of(party, day, usual))
        .collect();
    stretches.sort_by_key(|stretch| stretch.from);
    joined(stretches)
}

fn hours_of(party: &Party, day: Date, usual: bool) -> Vec<Stretch> {
    let weekday = day.weekday().to_monday_one_offset();
    let stretch = |from: Time, to: Time| {
        let instant = |time: Time| {
            let zoned = day.to_datetime(time).to_zoned(party.zone.clone());
            zoned.map(|at| at.timestamp()).ok()
        };
        let (from, to) = (instant(from)?, instant(to)?);
        // Hours that fall into the gap of a clock change do not exist.
        (from < to).then_some(Stretch { from, to })
    };
    if usual || party.hours.is_empty() {
        let works = weekday <= 5;
        return works.then(|| stretch(USUAL_FROM, USUAL_TO)).flatten().into_iter().collect();
    }
    let said = party.hours.iter().filter(|hours| hours.day == weekday);
    said.filter_map(|hours| stretch(hours.from, hours.to)).collect()
}

fn joined(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut apart: Vec<Stretch> = Vec::new();
    for next in stretches {
        match apart.last_mut() {
            Some(last) if next.from <= last.to => last.to = last.to.max(next.to),
            _ => apart.push(next),
        }
    }
    apart
}

fn both(ones: &[Stretch], others: &[Stretch]) -> Vec<Stretch> {
    let (mut common, mut a, mut b) = (Vec::new(), 0, 0);
    while let (Some(one), Some(other)) = (ones.get(a), others.get(b)) {
        let (from, to) = (one.from.max(other.from), one.to.min(other.to));
        if from < to {
            common.push(Stretch { from, to });
        }
        if one.to < other.to {
            a += 1;
        } else {
            b += 1;
        }
    }
    common
}

/// The half hours at which something of a length can begin within a stretch.
fn begins(stretch: Stretch, length: SignedDuration) -> impl Iterator<Item = Timestamp> {
    let step = STEP.as_secs();
    let first = stretch.from.as_second().div_euclid(step) * step;
    let first = if first < stretch.from.as_second() { first + step } else { first };
    (first..=stretch.to.as_second())
        .step_by(usize::try_from(step).unwrap_or(1800))
        .filter_map(|second| Timestamp::from_second(second).ok())
        .take_while(move |at| *at + length <= stretch.to)
}

/// Some of what is free: on different days, spread, at different hours.
fn pick(free: &[Timestamp], parties: &[Party], wanted: Wanted) -> Vec<Timestamp> {
    let Some(proposer) = parties.first() else { return Vec::new() };
    let local = |at: Timestamp| at.to_zoned(proposer.zone.clone());
    let free: Vec<Timestamp> =
        free.iter().copied().filter(|at| local(*at).date() >= wanted.from).collect();
    let mut days: Vec<Date> = free.iter().map(|at| local(*at).date()).collect();
    days.dedup();
    let mut picked: Vec<Timestamp> = spread(days.len(), wanted.count)
        .zip(SOUGHT.iter().cycle())
        .filter_map(|(index, hour)| {
            let day = days.get(index)?;
            let of_day = free.iter().copied().filter(|at| local(*at).date() == *day);
            of_day.min_by_key(|at| (far_from(*hour, local(*at).time()), *at))
        })
        .collect();
    // Few days: more than one time a day then.
    for at in &free {
        let apart = |p: &Timestamp| p.duration_since(*at).abs() >= SignedDuration::from_hours(2);
        if picked.len() < wanted.count && picked.iter().all(apart) {
            picked.push(*at);
        }
    }
    picked.sort();
    picked
}

/// Which of so many days: the first, then every second, so that a week offers choice.
fn spread(days: usize, count: usize) -> impl Iterator<Item = usize> {
    let gap = if days > count.saturating_sub(1) * 2 { 2 } else { 1 };
    (0..count.min(days)).map(move |n| n * gap)
}

/// Half hours count as further, so that whole ones come first.
fn far_from(hour: i8, at: Time) -> i32 {
    let minutes = i32::from(at.hour()) * 60 + i32::from(at.minute());
    (minutes - i32::from(hour) * 60).abs() * 2 + i32::from(at.minute() != 0)
}

#[cfg(test)]
#[path = "times_tests.rs"]
mod tests;
