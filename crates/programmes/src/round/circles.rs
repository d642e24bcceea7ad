//! Groups: those who lead and those who are led, or a circle of equals, within sizes, with a time
//! that suits all. What the coordinator moves by hand stays where it was put.

use std::collections::BTreeMap;

use matching::{
    Pair, Watch,
    crowd::{Column, Judge, PERFECT, Rule, SLOTS},
    explain,
    groups::{Groups, GroupsAnswer, degrees, solve as best},
};
use serde_json::Value;

use super::{
    answer::{Alone, Change, Why},
    ask::{Asked, Scope, Sizes},
    brought::{Brought, Said},
    certificate::status_name,
    equals::{couples_of, pairs as pairs_file},
    outcome::{Group, Seat},
    participant::Participant,
    proof::{self, File},
};

/// Questions of more pairs are not checked as they are solved.
const MOST_PAIRS: usize = 300_000;

/// What a coordinator decided about people in groups, by their positions among the participants.
#[derive(Debug, Clone, Default)]
pub struct Hand {
    /// Two who must not be in one group.
    pub apart: Vec<(usize, usize)>,
    /// Somebody, and one in whose group they are put; nobody for out of all groups.
    pub moves: Vec<(usize, Option<usize>)>,
}

/// One part of one person: who leads two groups stands here twice.
#[derive(Debug, Clone, Copy)]
struct Node {
    person: u32,
    leads: bool,
    copy: usize,
}

/// Forms the groups of a question.
#[must_use]
pub fn solve(
    asked: &Asked,
    sizes: Sizes,
    people: &[Participant],
    hand: &Hand,
    seed: u64,
) -> Brought {
    let hall = Hall::new(asked, sizes);
    let question = hall.question(people, hand, seed);
    let answer = even(&hall, &question);
    // The proof is about all sizes that the design allows, not only the even ones.
    let most = question.size.1.saturating_sub(1);
    let (prices, halves) = degrees(question.people, &question.pairs, most, Watch::nobody());
    let bound = halves.div_euclid(2);
    let mut groups: Vec<Vec<u32>> = answer.groups.clone();
    hall.moved(&mut groups, &hand.moves);
    let formed: Vec<Group> = groups.iter().map(|members| hall.group(members)).collect();
    let total: i128 = formed.iter().map(|group| i128::from(group.score)).sum();
    let possible = answer.impossible.is_empty();
    let status = match (possible, total == bound) {
        (false, _) => status_name(answer.status),
        (true, true) => "optimal",
        (true, false) => "feasible",
    };
    let said = Said {
        kind: "groups",
        objective: "coverage",
        status,
        total,
        bound,
        whole: true,
        equal: sizes.leaders.is_none(),
        formed: true,
        proposals: vec![],
        alone: if possible { hall.alone(&groups) } else { vec![] },
        groups: formed,
        checkable: question.pairs.len() <= MOST_PAIRS,
    };
    let ids: Vec<String> = hall.nodes.iter().map(|node| id(node, people)).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut certificate = said.head(1);
    certificate.extend(proof_of(&ids, &prices));
    said.checked(&certificate, hall.files(&ids, &question), tables(&ids, &groups))
}

/// Groups of about one size, none of leftovers; where that leaves somebody out, of any size that
/// the design allows.
fn even(hall: &Hall<'_>, question: &Groups) -> GroupsAnswer {
    let led = question.leaders_each;
    let (least, most) = question.members_each.unwrap_or(question.size);
    let members = u32::try_from(hall.nodes.iter().filter(|node| !node.leads).count()).unwrap_or(0);
    let leaders = u32::try_from(hall.nodes.len()).unwrap_or(0).saturating_sub(members);
    let (fewest, largest) = (members.div_ceil(most.max(1)), members / least.max(1));
    let count = match led {
        Some((each, _)) => largest.min(leaders / each.max(1)),
        None => fewest.midpoint(largest),
    };
    let count = count.max(fewest).max(1);
    let near = (
        (members / count).saturating_sub(1).clamp(least, most),
        (members.div_ceil(count) + 1).clamp(least, most),
    );
    let (low, high) = led.unwrap_or((0, 0));
    let narrow = Groups {
        size: (near.0 + low, near.1 + high),
        members_each: led.map(|_| near),
        ..question.clone()
    };
    let placed = |answer: &GroupsAnswer| answer.groups.iter().map(Vec::len).sum::<usize>();
    let first = best(&narrow, Watch::nobody());
    let everybody = |answer: &GroupsAnswer| {
        let mut left = answer.unplaced.iter().map(|&at| hall.nodes[at as usize]);
        answer.impossible.is_empty() && left.all(|node| node.leads)
    };
    if everybody(&first) {
        return first;
    }
    let second = best(question, Watch::nobody());
    if placed(&second) > placed(&first) || !first.impossible.is_empty() { second } else { first }
}

fn id(node: &Node, people: &[Participant]) -> String {
    let id = &people[node.person as usize].id;
    if node.copy == 0 { id.clone() } else { format!("{id}#{}", node.copy + 1) }
}

/// Everybody who may sit in a group, and what is thought of any two of them.
struct Hall<'a> {
    asked: &'a Asked,
    sizes: Sizes,
    judge: Judge<'a>,
    nodes: Vec<Node>,
    /// The criteria that count between a leader and a member, two leaders, and two members.
    masks: [u64; 3],
}

impl<'a> Hall<'a> {
    fn new(asked: &'a Asked, sizes: Sizes) -> Self {
        let judge = Judge::new(&asked.crowd, &asked.program);
        let nodes = nodes(asked, sizes);
        let mask = |counts: &dyn Fn(&Scope) -> bool| {
            let rules = asked.rules.iter().filter(|rule| counts(&rule.scope));
            rules.flat_map(|rule| rule.criteria.clone()).fold(0u64, |bits, bit| bits | 1 << bit)
        };
        let masks = [
            mask(&|scope| *scope != Scope::Leaders),
            mask(&|scope| *scope != Scope::Across),
            mask(&|scope| *scope == Scope::Any),
        ];
        Self { asked, sizes, judge, nodes, masks }
    }

    /// What two are worth to each other, at most how much, and the musts that they break.
    fn two(&self, a: u32, b: u32) -> (i64, i64, u64) {
        let (a, b) = (self.nodes[a as usize], self.nodes[b as usize]);
        let mask = match (a.leads, b.leads) {
            (true, true) => self.masks[1],
            (false, false) => self.masks[2],
            (true, false) | (false, true) => self.masks[0],
        };
        let (left, right) = match (a.leads, b.leads) {
            (true, false) => (a.person, b.person),
            (false, true) => (b.person, a.person),
            (true, true) | (false, false) => (a.person.min(b.person), a.person.max(b.person)),
        };
        let judged = self.judge.judge(left, right);
        let counted = |criterion: usize| mask >> criterion & 1 == 1;
        if self.asked.program.wishes_nothing() {
            return (PERFECT, PERFECT, judged.violated & mask);
        }
        let parts = judged.parts.iter().filter(|part| counted(part.criterion));
        let worth = (0..self.asked.program.criteria().len()).filter(|&at| counted(at));
        let most = worth.map(|at| self.asked.program.worth(at)).sum();
        (parts.map(|part| part.units).sum(), most, judged.violated & mask)
    }

    fn question(&self, people: &[Participant], hand: &Hand, seed: u64) -> Groups {
        let count = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let (mut pairs, mut forbidden) = (vec![], vec![]);
        for left in 0..count {
            for right in left + 1..count {
                let same = self.nodes[left as usize].person == self.nodes[right as usize].person;
                let (score, _, broken) = if same { (0, 0, 1) } else { self.two(left, right) };
                if broken == 0 {
                    pairs.push(Pair { left, right, score });
                } else {
                    forbidden.push((left, right));
                }
            }
        }
        for &(one, other) in &hand.apart {
            for a in self.places(one) {
                forbidden.extend(self.places(other).map(|b| (a.min(b), a.max(b))));
            }
        }
        forbidden.sort_unstable();
        forbidden.dedup();
        let together = people
            .iter()
            .enumerate()
            .flat_map(|(at, person)| person.pinned.iter().map(move |&other| (at, other)));
        let mut fixed: Vec<(u32, u32)> = together
            .filter_map(|(a, b)| {
                let (a, b) = (self.places(a).last()?, self.places(b).last()?);
                Some((a.min(b), a.max(b)))
            })
            .collect();
        fixed.sort_unstable();
        fixed.dedup();
        forbidden.retain(|couple| fixed.binary_search(couple).is_err());
        // What the coordinator decided counts, whatever rule it breaks.
        for &(left, right) in &fixed {
            if !pairs.iter().any(|pair| (pair.left, pair.right) == (left, right)) {
                pairs.push(Pair { left, right, score: self.two(left, right).0 });
            }
        }
        pairs.retain(|pair| forbidden.binary_search(&(pair.left, pair.right)).is_err());
        let each = |span: design::Span| (u32::from(span.least), u32::from(span.most));
        let (members, leaders) = (each(self.sizes.members), self.sizes.leaders.map(each));
        let (least, most) = leaders.unwrap_or((0, 0));
        let slots = self.starts_must();
        Groups {
            people: self.nodes.len(),
            pairs,
            size: (members.0 + least, members.1 + most),
            leaders: self.nodes.iter().map(|node| node.leads).collect(),
            leaders_each: leaders,
            members_each: leaders.map(|_| members),
            common_slots: u32::from(slots.is_some()),
            slots: slots.unwrap_or_default(),
            fixed,
            forbidden,
            seed,
            ..Groups::default()
        }
    }

    /// The positions of a person, the one who leads first.
    fn places(&self, person: usize) -> impl Iterator<Item = u32> + '_ {
        let is = move |(_, node): &(u32, &Node)| node.person as usize == person;
        (0u32..).zip(&self.nodes).filter(is).map(|(at, _)| at)
    }

    /// By node the half-hours of the week at which a meeting can begin, where one that suits all is
    /// a must. Who has told no hours has time at any.
    fn starts_must(&self) -> Option<Vec<Vec<u32>>> {
        let rule = self.asked.rules.iter().find(|rule| {
            rule.condition.weight.is_none() && rule.condition.tie == design::Tie::CommonSlot
        })?;
        let criterion = self.asked.program.criteria().get(rule.criteria.start)?;
        let Rule::SharedHours { column, enough } = criterion.rule else { return None };
        Some(self.nodes.iter().map(|node| self.starts(node, column, enough)).collect())
    }

    fn starts(&self, node: &Node, column: usize, enough: u32) -> Vec<u32> {
        let all = || (0..u32::try_from(SLOTS).unwrap_or(0)).collect();
        let Some(Column::Hours(hours)) = self.asked.crowd.columns.get(column) else { return all() };
        let mine = hours[node.person as usize];
        if mine.iter().all(|word| *word == 0) {
            return all();
        }
        let free = |at: usize| mine[at % SLOTS / 64] >> (at % SLOTS % 64) & 1 == 1;
        let whole = |at: &usize| (0..enough as usize).all(|more| free(at + more));
        (0..SLOTS).filter(whole).filter_map(|at| u32::try_from(at).ok()).collect()
    }

    /// The half-hours at which all of a group have time for a whole meeting, if hours are known.
    fn common_starts(&self, members: &[u32]) -> Vec<u16> {
        let hours = self.asked.program.criteria().iter().find_map(|c| match c.rule {
            Rule::SharedHours { column, enough } => Some((column, enough)),
            _ => None,
        });
        let Some((column, enough)) = hours else { return vec![] };
        let mut counts = vec![0usize; SLOTS];
        for &member in members {
            for at in self.starts(&self.nodes[member as usize], column, enough) {
                counts[at as usize] += 1;
            }
        }
        let suits = |(_, count): &(usize, &usize)| **count == members.len();
        let all: Vec<u16> = counts
            .iter()
            .enumerate()
            .filter(suits)
            .filter_map(|(at, _)| u16::try_from(at).ok())
            .collect();
        // Of people who told no hours any time is possible, which says nothing.
        if all.len() == SLOTS { vec![] } else { all }
    }

    fn moved(&self, groups: &mut Vec<Vec<u32>>, moves: &[(usize, Option<usize>)]) {
        for &(person, beside) in moves {
            let home = |groups: &[Vec<u32>], who: usize| {
                self.places(who).find_map(|at| {
                    let group = groups.iter().position(|group| group.contains(&at))?;
                    Some((at, group))
                })
            };
            let target = match beside {
                None => None,
                Some(beside) => match home(groups, beside) {
                    Some((_, group)) => Some(group),
                    // The group that was meant is no more: the move has nothing to say.
                    None => continue,
                },
            };
            let from = home(groups, person);
            let Some(at) = from.map(|(at, _)| at).or_else(|| self.places(person).last()) else {
                continue;
            };
            if let Some((_, group)) = from {
                groups[group].retain(|&member| member != at);
            }
            if let Some(group) = target {
                groups[group].push(at);
                groups[group].sort_unstable();
            }
        }
        groups.retain(|group| !group.is_empty());
    }

    fn group(&self, members: &[u32]) -> Group {
        let (mut score, mut most, mut broken) = (0i64, 0i64, 0u64);
        for (at, &one) in members.iter().enumerate() {
            for &other in &members[at + 1..] {
                let (adds, of, breaks) = self.two(one, other);
                score += adds;
                most += of;
                broken |= breaks;
            }
        }
        let starts = self.common_starts(members);
        let mut breaks = self.asked.rules_of(broken);
        if let Some(slots) = self.starts_must() {
            let all = |slot: &u32| members.iter().all(|&m| slots[m as usize].contains(slot));
            let meets = members.first().is_none_or(|&first| slots[first as usize].iter().any(all));
            let rule = self.asked.rules.iter().position(|rule| {
                rule.condition.weight.is_none() && rule.condition.tie == design::Tie::CommonSlot
            });
            breaks.extend(rule.filter(|at| !meets && !breaks.contains(at)));
        }
        let leaders = members.iter().filter(|&&m| self.nodes[m as usize].leads).count();
        let within = |n: usize, span: design::Span| span.contains(u16::try_from(n).unwrap_or(0));
        let sized = within(members.len() - leaders, self.sizes.members)
            && self.sizes.leaders.is_none_or(|each| within(leaders, each));
        let value = i128::from(score) * i128::from(PERFECT) / i128::from(most.max(1));
        Group {
            members: members.iter().map(|&at| self.seat(at)).collect(),
            score,
            value: i64::try_from(value).unwrap_or(0),
            starts,
            breaks,
            sized,
        }
    }

    fn seat(&self, at: u32) -> Seat {
        let node = self.nodes[at as usize];
        let role = if node.leads { &self.asked.giver } else { &self.asked.receiver };
        Seat { person: node.person as usize, role: role.name.clone(), leads: node.leads }
    }

    /// Everybody in no group, with the reason.
    fn alone(&self, groups: &[Vec<u32>]) -> Vec<Alone> {
        let placed = |person: u32, leads: bool| {
            let mine = |at: &u32| {
                let node = self.nodes[*at as usize];
                node.person == person && node.leads == leads
            };
            groups.iter().flatten().any(mine)
        };
        let barred = self.asked.excluded.iter().map(|excluded| Alone {
            person: excluded.person,
            role: excluded.role.clone(),
            why: Why::Barred(excluded.rule.clone()),
            change: None,
        });
        let led = self.sizes.leaders.is_some();
        let leaders = self.asked.left.iter().filter(|_| led).map(|member| (member, true));
        let members = self.asked.right.iter().map(|member| (member, false));
        let left_over = members.chain(leaders).filter(|(m, leads)| !placed(m.person, *leads));
        let alone = left_over.map(|(member, leads)| {
            let role = if leads { &self.asked.giver } else { &self.asked.receiver };
            let (why, change) = match (member.seats.most, leads) {
                (0, _) => (Why::NoPlace, None),
                (_, true) => (Why::Spare { possible: self.asked.right.len() }, None),
                (_, false) => self.reason(member.person, groups),
            };
            Alone { person: member.person as usize, role: role.name.clone(), why, change }
        });
        let mut all: Vec<_> = barred.chain(alone).collect();
        all.sort_by(|a, b| (a.person, &a.role).cmp(&(b.person, &b.role)));
        all
    }

    fn reason(&self, person: u32, groups: &[Vec<u32>]) -> (Why, Option<Change>) {
        let me = (0u32..).zip(&self.nodes).find(|(_, node)| node.person == person && !node.leads);
        let Some((me, _)) = me else { return (Why::Unexplained, None) };
        let led = self.sizes.leaders.is_some();
        let others = (0u32..).zip(&self.nodes).filter(|(at, node)| *at != me && node.leads == led);
        let violated: Vec<u64> = others.map(|(at, _)| self.two(me, at).2).collect();
        if let explain::Why::Rules { blocking, lift, opens } = explain::why_unmatched(&violated) {
            let rules = self.asked.rules_of(lift);
            let change = Change::Lift { rules, partner: None, opens: opens.len() };
            return (Why::Rules { blocking: self.asked.rules_of(blocking) }, Some(change));
        }
        let most = usize::from(self.sizes.members.most);
        let members =
            |group: &&Vec<u32>| group.iter().filter(|&&at| !self.nodes[at as usize].leads).count();
        let room = groups.iter().filter(|group| members(group) < most).count();
        let least = usize::from(self.sizes.members.least);
        match (groups.len(), room) {
            (_, 0) => (Why::GroupsFull { groups: groups.len(), least }, None),
            (groups, room) => (Why::GroupsClosed { groups, room }, None),
        }
    }

    fn files(&self, ids: &[&str], question: &Groups) -> Vec<File> {
        let mut problem = format!(
            "kind = \"groups\"\nsize = [{}, {}]\ncommon_slots = {}\n",
            question.size.0, question.size.1, question.common_slots
        );
        for (name, each) in [("leaders", question.leaders_each), ("members", question.members_each)]
        {
            if let Some((least, most)) = each {
                problem.push_str(&format!("{name} = [{least}, {most}]\n"));
            }
        }
        let mut people = "id,role,slots,organisation\n".to_owned();
        for (at, node) in self.nodes.iter().enumerate() {
            let slots = question.slots.get(at).map_or(String::new(), |slots| {
                slots.iter().map(u32::to_string).collect::<Vec<_>>().join(";")
            });
            let role = if node.leads { "leader" } else { "member" };
            proof::put(&mut people, &[ids[at], role, &slots, ""]);
        }
        vec![
            ("problem.toml", problem),
            ("people.csv", people),
            ("scores.csv", pairs_file(ids, &question.pairs)),
            ("fixed.csv", couples_of(ids, &question.fixed)),
            ("forbidden.csv", couples_of(ids, &question.forbidden)),
        ]
    }
}

/// Those who lead first. Somebody leads a second group only where there would else be too few.
fn nodes(asked: &Asked, sizes: Sizes) -> Vec<Node> {
    let members: Vec<Node> = asked
        .right
        .iter()
        .filter(|member| member.seats.most > 0)
        .map(|member| Node { person: member.person, leads: false, copy: 0 })
        .collect();
    let Some(each) = sizes.leaders else { return members };
    let needed = members.len().div_ceil(usize::from(sizes.members.most).max(1))
        * usize::from(each.least).max(1);
    let most = asked.left.iter().map(|leader| leader.seats.most as usize).max().unwrap_or(0);
    let mut nodes: Vec<Node> = Vec::new();
    for copy in 0..most {
        for leader in &asked.left {
            let wanted = copy == 0 || nodes.len() < needed;
            if wanted && copy < leader.seats.most as usize {
                nodes.push(Node { person: leader.person, leads: true, copy });
            }
        }
    }
    nodes.extend(members);
    nodes
}

fn proof_of(ids: &[&str], prices: &[i128]) -> BTreeMap<String, Value> {
    let priced = ids.iter().zip(prices);
    let people = priced.map(|(id, price)| ((*id).to_owned(), Value::from(price.to_string())));
    [
        ("people".to_owned(), Value::Object(people.collect())),
        ("relaxation".to_owned(), "degrees".into()),
    ]
    .into()
}

fn tables(ids: &[&str], groups: &[Vec<u32>]) -> Vec<File> {
    let mut text = "group,id\n".to_owned();
    for (number, members) in (1..).zip(groups) {
        for &member in members {
            proof::put(&mut text, &[&number.to_string(), ids[member as usize]]);
        }
    }
    vec![("groups.csv", text)]
}
