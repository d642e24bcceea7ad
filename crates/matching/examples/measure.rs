//! Makes an instance, solves it, prints what it cost; with a folder, writes it for other solvers.
//!
//! `measure KIND SIZE [FOLDER]`; kinds: s (best-50 lists of realistic people), u (uniform sparse),
//! d (dense), g (one pool), c (people to a matching certified over all pairs), t (groups of four),
//! w (changes to a solved question), f (read from the folder). Arrays in the folder are little-endian: `ends.u32` (pairs of indices),
//! `scores.i64` (whole points), `left.u32` and `right.u32` (seats).

use std::fs;
use std::path::Path;
use std::time::Instant;

use matching::crowd::{Column, Criterion, Crowd, CrowdQuestion, Judge, Member, Program, Rule};
use matching::groups::Groups;
use matching::pool::{Pool, PoolObjective};
use matching::{Assignment, Objective, Pair, SCALE, Seats, Side, Watch};

struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// The first topics are far more popular than the last.
    fn topic(&mut self) -> u32 {
        let u = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        (300f64.powf(u) - 1.0) as u32
    }

    fn topics(&mut self) -> Vec<u32> {
        let mut all: Vec<u32> = Vec::new();
        while all.len() < 5 {
            let t = self.topic();
            if !all.contains(&t) {
                all.push(t);
            }
        }
        all
    }
}

/// Realistic people: topics by popularity, seniority, languages, zone, department.
fn people(n: usize) -> Crowd {
    let mut dice = Dice(n as u64);
    let mut topics = || (0..n).map(|_| dice.topics()).collect::<Vec<_>>();
    let (wants, offers) = (topics(), topics());
    let mut numbers =
        |n: usize, m: u64| (0..n).map(|_| Some(dice.below(m) as i64)).collect::<Vec<_>>();
    let (levels, zones) = (numbers(n, 8), numbers(n, 12));
    // Most speak the common language; one in five speaks the second one instead.
    let language = |dice: &mut Dice| {
        let common = if dice.below(5) == 0 { 2 } else { 1 };
        common | (4 << dice.below(5))
    };
    let languages = (0..n).map(|_| language(&mut dice)).collect();
    let department = (0..n).map(|_| Some(dice.below(40) as u32)).collect();
    Crowd {
        columns: vec![
            Column::Topics(wants),
            Column::Topics(offers),
            Column::Number(levels),
            Column::Number(zones),
            Column::Mask(languages),
            Column::Label(department),
        ],
    }
}

fn program() -> Program {
    Program::new(vec![
        Criterion::must(Rule::Within { column: 2, least: 1, most: 5, fade: 0 }),
        Criterion::must(Rule::Within { column: 3, least: -4, most: 4, fade: 0 }),
        Criterion::must(Rule::Common { column: 4 }),
        Criterion::wish(Rule::Overlap { wants: 0, offers: 1, by: Side::Right, enough: 3 }, 60),
        Criterion::wish(Rule::Within { column: 2, least: 2, most: 3, fade: 2 }, 20),
        Criterion::wish(Rule::Different { column: 5 }, 10),
        Criterion::wish(Rule::Within { column: 3, least: -1, most: 1, fade: 3 }, 10),
    ])
}

/// Among more than this many mentors, each mentee looks at as many drawn by chance.
const WINDOW: u32 = 5000;

/// The best `keep` mentors of each mentee, in whole points.
fn lists(mentees: usize, keep: usize) -> Assignment {
    let mentors = mentees / 2;
    let crowd = people(mentees + mentors);
    let program = program();
    let judge = Judge::new(&crowd, &program);
    let mut dice = Dice(7);
    let mut pairs = Vec::new();
    for right in 0..mentees as u32 {
        let begin = dice.below(mentors as u64) as u32;
        let mut mine: Vec<Pair> = (0..WINDOW.min(mentors as u32))
            .filter_map(|step| {
                let left = (begin + step) % mentors as u32;
                let score = judge.score(left, mentors as u32 + right)?;
                Some(Pair { left, right, score: score / SCALE * SCALE })
            })
            .collect();
        if mine.len() > keep {
            mine.select_nth_unstable_by_key(keep, |p| (-p.score, p.left));
            mine.truncate(keep);
        }
        pairs.extend(mine);
    }
    Assignment {
        left: (0..mentors).map(|_| Seats::up_to(1 + dice.below(3) as u32)).collect(),
        right: vec![Seats::up_to(1); mentees],
        pairs,
        ..Assignment::default()
    }
}

fn uniform(n: usize, each: usize) -> Assignment {
    let mut dice = Dice(n as u64);
    let mut pairs = Vec::new();
    for left in 0..n as u32 {
        let mut mine: Vec<u32> = (0..each).map(|_| dice.below(n as u64) as u32).collect();
        mine.sort_unstable();
        mine.dedup();
        let score = |dice: &mut Dice| dice.below(1_000_000) as i64 * SCALE;
        pairs.extend(mine.into_iter().map(|right| Pair { left, right, score: score(&mut dice) }));
    }
    let seats = vec![Seats::up_to(1); n];
    Assignment { left: seats.clone(), right: seats, pairs, ..Assignment::default() }
}

fn dense(n: usize) -> Assignment {
    let crowd = people(2 * n);
    let program = program();
    let judge = Judge::new(&crowd, &program);
    let all = (0..n as u32).flat_map(|l| (0..n as u32).map(move |r| (l, r)));
    let score = |l: u32, r: u32| judge.score(l, n as u32 + r).unwrap_or(0) / SCALE * SCALE;
    let pairs = all.map(|(left, right)| Pair { left, right, score: score(left, right) });
    let seats = vec![Seats::up_to(1); n];
    Assignment {
        left: seats.clone(),
        right: seats,
        pairs: pairs.collect(),
        ..Assignment::default()
    }
}

fn pool(n: usize) -> Pool {
    let lists = {
        let crowd = people(n);
        let program = Program::new(vec![
            Criterion::must(Rule::Within { column: 3, least: -4, most: 4, fade: 0 }),
            Criterion::wish(Rule::Overlap { wants: 0, offers: 1, by: Side::Right, enough: 3 }, 50),
            Criterion::wish(Rule::Overlap { wants: 0, offers: 1, by: Side::Left, enough: 3 }, 50),
            Criterion::wish(Rule::Within { column: 2, least: -1, most: 1, fade: 3 }, 20),
        ]);
        let judge = Judge::new(&crowd, &program);
        let mut pairs = Vec::new();
        for a in 0..n as u32 {
            let others = (0..n as u32).filter(|&b| b != a);
            let mut mine: Vec<Pair> = others
                .filter_map(|b| {
                    let score = judge.score(a.min(b), a.max(b))?;
                    Some(Pair { left: a.min(b), right: a.max(b), score: score / SCALE * SCALE })
                })
                .collect();
            if mine.len() > 20 {
                mine.select_nth_unstable_by_key(20, |p| (-p.score, p.left, p.right));
                mine.truncate(20);
            }
            pairs.extend(mine);
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    };
    Pool { people: n, pairs: lists, ..Pool::default() }
}

/// From people to a matching that is certified over all pairs, scoring included.
fn from_people(n: usize) {
    let crowd = people(2 * n);
    let program = program();
    let member = |person: usize, most| Member { person: person as u32, seats: Seats::up_to(most) };
    let question = CrowdQuestion {
        crowd: &crowd,
        program: &program,
        left: (0..n).map(|p| member(p, 1)).collect(),
        right: (n..2 * n).map(|p| member(p, 1)).collect(),
        fixed: Vec::new(),
        forbidden: Vec::new(),
        quotas: Vec::new(),
    };
    let before = cpu();
    let done = matching::crowd::solve(&question, Objective::Total);
    println!(
        "c{n} pairs={} total={} bound={} rounds={} listed={} cpu={:.4} peak_kb={}",
        done.answer.pairs.len(),
        done.answer.total / i128::from(SCALE),
        done.answer.bound / i128::from(SCALE),
        done.rounds,
        done.listed.pairs.len(),
        cpu() - before,
        peak()
    );
}

/// Small changes to a solved question: from its prices beside from nothing.
fn changes(n: usize) {
    let question = lists(n, 50);
    let earlier = matching::solve(&question, Objective::Total);
    let mut left = question.clone();
    left.right[n / 3].most = 0;
    let mut seats = question.clone();
    seats.left[n / 5].most += 1;
    let mut late = question.clone();
    late.right.push(Seats::up_to(1));
    let twin = question.pairs.iter().filter(|p| p.right as usize == n / 7);
    late.pairs.extend(twin.map(|p| Pair { right: n as u32, ..*p }));
    for (what, changed) in [("leaver", left), ("one more seat", seats), ("late joiner", late)] {
        let tell = |a: &matching::Answer| (a.pairs.len(), a.total, a.bound);
        let edges = changed.pairs.len();
        let cold = repeated(|| matching::solve(&changed, Objective::Total), tell, edges);
        let again = || matching::solve_again(&changed, Objective::Total, &earlier, Watch::nobody());
        println!("{what}: from nothing {cold}");
        println!("{what}: from prices  {}", repeated(again, tell, edges));
    }
}

/// Groups of four, everybody with everybody, beside what simple methods reach.
fn teams(n: usize) {
    let crowd = people(n);
    let program = program();
    let judge = Judge::new(&crowd, &program);
    let couples = (0..n as u32).flat_map(|a| (a + 1..n as u32).map(move |b| (a, b)));
    let pairs: Vec<Pair> = couples
        .map(|(left, right)| Pair { left, right, score: judge.score(left, right).unwrap_or(0) })
        .collect();
    let question = Groups { people: n, pairs: pairs.clone(), size: (4, 4), ..Groups::default() };
    let before = cpu();
    let answer = matching::groups::solve(&question, Watch::nobody());
    let seconds = cpu() - before;
    let gap = 100.0 * (answer.bound - answer.total) as f64 / answer.bound.max(1) as f64;
    println!(
        "t{n} groups={} total={} bound={} gap={gap:.1} cpu={seconds:.3} peak_kb={}",
        answer.groups.len(),
        answer.total / i128::from(SCALE),
        answer.bound / i128::from(SCALE),
        peak()
    );
    println!("greedy={} restarts={}", greedy_teams(n, &pairs), random_teams(n, &pairs, seconds));
}

fn team_total(seat: &[usize], pairs: &[Pair]) -> i64 {
    let same = |p: &&Pair| seat[p.left as usize] == seat[p.right as usize];
    pairs.iter().filter(same).map(|p| p.score).sum::<i64>() / SCALE
}

/// The best pair first, joined as long as the groups fit together.
fn greedy_teams(n: usize, pairs: &[Pair]) -> i64 {
    let mut order: Vec<&Pair> = pairs.iter().collect();
    order.sort_by_key(|p| -p.score);
    let mut seat: Vec<usize> = (0..n).collect();
    for p in order {
        let (a, b) = (seat[p.left as usize], seat[p.right as usize]);
        let size = |g: usize| seat.iter().filter(|s| **s == g).count();
        if a != b && size(a) + size(b) <= 4 && (size(a) + size(b)) != 3 {
            seat.iter_mut().filter(|s| **s == b).for_each(|s| *s = a);
        }
    }
    team_total(&seat, pairs)
}

/// The best of random groupings within the same time.
fn random_teams(n: usize, pairs: &[Pair], seconds: f64) -> i64 {
    let begun = Instant::now();
    let mut dice = Dice(1);
    let mut best = 0;
    while begun.elapsed().as_secs_f64() < seconds {
        let mut order: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            order.swap(i, dice.below(i as u64 + 1) as usize);
        }
        let mut seat = vec![0; n];
        order.iter().enumerate().for_each(|(at, &p)| seat[p] = at / 4);
        best = best.max(team_total(&seat, pairs));
    }
    best
}

fn write(folder: &str, pairs: &[Pair], left: &[Seats], right: &[Seats]) -> std::io::Result<()> {
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    let ends: Vec<u8> =
        pairs.iter().flat_map(|p| [p.left.to_le_bytes(), p.right.to_le_bytes()].concat()).collect();
    let scores: Vec<u8> = pairs.iter().flat_map(|p| (p.score / SCALE).to_le_bytes()).collect();
    let seats =
        |side: &[Seats]| side.iter().flat_map(|s| s.most.to_le_bytes()).collect::<Vec<u8>>();
    fs::write(folder.join("ends.u32"), ends)?;
    fs::write(folder.join("scores.i64"), scores)?;
    fs::write(folder.join("left.u32"), seats(left))?;
    fs::write(folder.join("right.u32"), seats(right))
}

/// CPU seconds of this process, as the system counts them.
fn cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let [_, kind, size, folder @ ..] = args.as_slice() else {
        println!("measure KIND SIZE [FOLDER]");
        return Ok(());
    };
    let size: usize = size.parse().unwrap_or(1000);
    if kind == "c" {
        from_people(size);
        return Ok(());
    }
    if kind == "w" {
        changes(size);
        return Ok(());
    }
    if kind == "t" {
        teams(size);
        return Ok(());
    }
    let begun = Instant::now();
    let report = if kind == "g" {
        let pool = pool(size);
        if let [folder, ..] = folder {
            let one = vec![Seats::up_to(1); size];
            write(folder, &pool.pairs, &one, &one)?;
        }
        println!("made in {:.1} s", begun.elapsed().as_secs_f64());
        let solve = || matching::pool::solve(&pool, PoolObjective::Total);
        repeated(solve, |a| (a.pairs.len(), a.total, a.bound), pool.pairs.len())
    } else {
        let question = match (kind.as_str(), folder) {
            ("f", [folder, ..]) => read(folder)?,
            ("s", _) => lists(size, 50),
            ("d", _) => dense(size),
            _ => uniform(size, 50),
        };
        if let ([folder, ..], true) = (folder, kind != "f") {
            write(folder, &question.pairs, &question.left, &question.right)?;
        }
        println!("made in {:.1} s", begun.elapsed().as_secs_f64());
        let solve = || matching::solve(&question, Objective::Total);
        repeated(solve, |a| (a.pairs.len(), a.total, a.bound), question.pairs.len())
    };
    println!("{kind}{size} {report}");
    Ok(())
}

/// Solves once, then several times more when it is quick; the median of the CPU seconds counts.
fn repeated<A>(
    solve: impl Fn() -> A,
    tell: impl Fn(&A) -> (usize, i128, i128),
    edges: usize,
) -> String {
    // The system counts in steps of a few milliseconds: quick ones are timed by the batch.
    let first = Instant::now();
    let answer = solve();
    let (pairs, total, bound) = tell(&answer);
    let once = first.elapsed().as_secs_f64();
    let (runs, batch) = if once > 3.0 { (1, 1) } else { (5, (0.2 / once).ceil() as usize) };
    let mut seconds = Vec::new();
    for _ in 0..runs {
        let before = cpu();
        for _ in 0..batch {
            solve();
        }
        seconds.push((cpu() - before) / batch as f64);
    }
    seconds.sort_by(f64::total_cmp);
    let points = |units: i128| units / i128::from(SCALE);
    format!(
        "edges={edges} pairs={pairs} total={} bound={} cpu={:.5} runs={} peak_kb={}",
        points(total),
        points(bound),
        seconds[seconds.len() / 2],
        runs * batch,
        peak()
    )
}

/// What [`write`] wrote.
fn read(folder: &str) -> std::io::Result<Assignment> {
    let folder = Path::new(folder);
    let words = |name: &str| -> std::io::Result<Vec<u32>> {
        let bytes = fs::read(folder.join(name))?;
        Ok(bytes.as_chunks().0.iter().map(|b| u32::from_le_bytes(*b)).collect())
    };
    let scores = fs::read(folder.join("scores.i64"))?;
    let scores = scores.as_chunks().0.iter().map(|b| i64::from_le_bytes(*b) * SCALE);
    let pair = |(ends, score): (&[u32; 2], i64)| Pair { left: ends[0], right: ends[1], score };
    let seats = |words: Vec<u32>| words.into_iter().map(Seats::up_to).collect();
    Ok(Assignment {
        pairs: words("ends.u32")?.as_chunks().0.iter().zip(scores).map(pair).collect(),
        left: seats(words("left.u32")?),
        right: seats(words("right.u32")?),
        ..Assignment::default()
    })
}
