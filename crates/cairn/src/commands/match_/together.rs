//! People of one pool two by two, or people in groups, as files.

use askama::Template;
use design::Design;
use programmes::round::{
    answer::Proposal,
    ask::{Asked, Shape},
    brought::Brought,
    circles::{self, Hand},
    equals,
    outcome::Group,
    proof::Checked,
    reasons,
    solve::Asking,
    told,
};
use serde_json::{Value, json};
use words::{Arg, Language, say, say_plain};

use super::{Args, folder::Content, goal_of, input::Input, stop, summary::put};
use crate::commands::solve::{certificate::objective, number};

/// The design, the people and what came out.
pub struct Together {
    asking: Asking,
    input: Input,
    brought: Brought,
    language: Language,
    seed: u64,
}

/// A member of a relationship: position among the people, role, reason.
struct Member {
    person: usize,
    role: String,
    reason: String,
}

/// A relationship as it is told.
struct Set {
    members: Vec<Member>,
    score: i64,
}

#[derive(Template)]
#[template(path = "commands/match_/together.html")]
struct Report<'a> {
    together: &'a Together,
    style: &'static str,
    lead: String,
    proof: String,
    sets: Vec<Shown>,
    alone: Vec<[String; 4]>,
    musts: Vec<String>,
    wishes: Vec<String>,
    unusable: Vec<[String; 2]>,
    notes: Vec<String>,
}

/// A relationship in the report.
struct Shown {
    title: String,
    score: String,
    members: Vec<[String; 3]>,
}

impl Together {
    pub fn new(args: &Args, design: Design, input: Input, asked: Asked) -> Self {
        let people = input.people.clone();
        let goal = objective(args.objective.unwrap_or_else(|| goal_of(&design)));
        let brought = match asked.shape {
            Shape::Groups(sizes) => {
                circles::solve(&asked, sizes, &people, &Hand::default(), args.seed)
            }
            Shape::Pool { .. } | Shape::Sides => equals::solve(&asked, &people, goal, &[]),
        };
        let asking = Asking { design, people, asked };
        Self { asking, input, brought, language: args.language, seed: args.seed }
    }

    /// The question as files.
    pub fn question(&self) -> Vec<Content> {
        let all = self.brought.question.iter();
        all.map(|(name, text)| (*name, text.clone().into_bytes())).collect()
    }

    /// Every file of the answer.
    pub fn files(&self) -> anyhow::Result<Vec<Content>> {
        let mut files: Vec<Content> = self
            .brought
            .answer
            .iter()
            .filter(|(name, _)| *name != "summary.json")
            .map(|(name, text)| (*name, text.clone().into_bytes()))
            .collect();
        let summary = serde_json::to_string_pretty(&self.summary())? + "\n";
        files.push(("summary.json", summary.into_bytes()));
        files.push(("relationships.csv", self.relationships()));
        files.push(("unmatched.csv", self.unmatched()));
        files.push(("report.html", self.report()?.into_bytes()));
        Ok(files)
    }

    /// A few friendly lines. Tells whether there is an admissible answer.
    pub fn print(&self, args: &Args) -> bool {
        let out = ("out", Arg::from(args.out.display().to_string()));
        if !self.brought.outcome.is_possible() {
            put(std::io::stdout(), &say(self.language, "match-done-impossible", &[out]));
            return false;
        }
        put(std::io::stdout(), &self.lead());
        put(std::io::stdout(), &self.proof());
        put(std::io::stdout(), &say(self.language, "match-done-out", &[out]));
        true
    }

    fn lead(&self) -> String {
        let outcome = &self.brought.outcome;
        let placed: usize = self.sets().iter().map(|set| set.members.len()).sum();
        let args = [
            ("count", Arg::from(outcome.relationships())),
            ("people", Arg::from(placed)),
            ("alone", Arg::from(outcome.alone.len())),
        ];
        let key = if outcome.formed { "match-done-groups" } else { "match-done-pool" };
        say(self.language, key, &args)
    }

    fn proof(&self) -> String {
        let outcome = &self.brought.outcome;
        let key = match outcome.checked {
            Checked::Optimal => "match-proof-optimal",
            Checked::Stable
            | Checked::Within
            | Checked::Overruled
            | Checked::ByHand
            | Checked::Admissible
            | Checked::Wrong(_)
            | Checked::TooLarge => "match-proof-feasible",
        };
        say(self.language, key, &[("gap", Arg::from(outcome.gap()))])
    }

    fn summary(&self) -> Value {
        let outcome = &self.brought.outcome;
        let certificate: Value =
            serde_json::from_str(&self.brought.certificate).unwrap_or_default();
        let column = |at: &(programmes::round::ask::Condition, _)| told::column_name(&at.0.tie);
        json!({
            "kind": if outcome.formed { "groups" } else { "pool" },
            "design": self.asking.design.title, "status": outcome.status,
            "objective": certificate["objective"],
            "people": self.input.people.len(), "relationships": outcome.relationships(),
            "placed": outcome.receivers().len(), "unmatched": outcome.alone.len(),
            "total": number::json(outcome.total.into()), "bound": number::json(outcome.bound.into()),
            "checked": outcome.checked,
            "rules_not_applied": self.asking.asked.unusable.iter().map(column).collect::<Vec<_>>(),
            "engine": env!("CARGO_PKG_VERSION"), "seed": self.seed, "input_digest": self.input.digest,
        })
    }

    fn sets(&self) -> Vec<Set> {
        let outcome = &self.brought.outcome;
        let pairs = outcome.proposals.iter().map(|pair| self.pair(pair));
        pairs.chain(outcome.groups.iter().map(|group| self.group(group))).collect()
    }

    fn pair(&self, pair: &Proposal) -> Set {
        let Asking { design, people, asked } = &self.asking;
        let member = |person, role: &str, gives| Member {
            person,
            role: role.to_owned(),
            reason: told::why_this_partner(self.language, design, asked, pair, people, gives),
        };
        let (giver, receiver) = (&asked.giver.name, &asked.receiver.name);
        let members = vec![member(pair.giver, giver, true), member(pair.receiver, receiver, false)];
        Set { members, score: pair.score }
    }

    fn group(&self, group: &Group) -> Set {
        let reasons = reasons::of_group(&self.asking, group);
        let reason: Vec<String> = reasons.iter().map(|why| why.say(self.language)).collect();
        let member = |seat: &programmes::round::outcome::Seat| Member {
            person: seat.person,
            role: seat.role.clone(),
            reason: reason.join(" "),
        };
        Set { members: group.members.iter().map(member).collect(), score: group.value }
    }

    fn relationships(&self) -> Vec<u8> {
        let heading = ["relationship", "id", "name", "role", "score", "reason"].map(str::to_owned);
        let sets = self.sets();
        let rows = (1..).zip(&sets).flat_map(|(number, set)| {
            set.members.iter().map(move |member| {
                let person = &self.asking.people[member.person];
                [
                    number.to_string(),
                    person.id.clone(),
                    person.name.clone(),
                    member.role.clone(),
                    number::text(set.score.into()),
                    member.reason.clone(),
                ]
            })
        });
        sheets::write::csv(std::iter::once(heading).chain(rows)).into_bytes()
    }

    fn alone(&self) -> Vec<[String; 5]> {
        let Asking { design, people, asked } = &self.asking;
        let row = |alone: &programmes::round::answer::Alone| {
            [
                people[alone.person].id.clone(),
                people[alone.person].name.clone(),
                alone.role.clone(),
                told::why_alone(self.language, design, asked, alone),
                told::change(self.language, design, asked, alone, people),
            ]
        };
        self.brought.outcome.alone.iter().map(row).collect()
    }

    fn unmatched(&self) -> Vec<u8> {
        let heading = ["id", "name", "role", "reason", "cheapest_change"].map(str::to_owned);
        sheets::write::csv(std::iter::once(heading).chain(self.alone())).into_bytes()
    }

    fn report(&self) -> askama::Result<String> {
        let (design, asked) = (&self.asking.design, &self.asking.asked);
        let rules = |must: bool| {
            let all = asked.rules.iter().filter(|rule| rule.condition.weight.is_none() == must);
            all.map(|rule| told::condition(self.language, &rule.condition, design)).collect()
        };
        let unusable = asked.unusable.iter().map(|(condition, why)| {
            let rule = told::condition(self.language, condition, design);
            [rule, told::unusable(self.language, why)]
        });
        let sets = self.sets();
        let report = Report {
            style: include_str!("report.css"),
            lead: self.lead(),
            proof: self.proof(),
            sets: (1..).zip(&sets).map(|(number, set)| self.shown(number, set)).collect(),
            alone: self.alone().into_iter().map(|[_, rest @ ..]| rest).collect(),
            musts: rules(true),
            wishes: rules(false),
            unusable: unusable.collect(),
            notes: self.input.notes().iter().map(|n| stop::told(n, self.language)).collect(),
            together: self,
        };
        report.render()
    }

    fn shown(&self, number: usize, set: &Set) -> Shown {
        let member = |member: &Member| {
            let role = self.asking.design.role(&member.role);
            let role = role.map_or(String::new(), |role| role.label.one.clone());
            [self.asking.people[member.person].name.clone(), role, member.reason.clone()]
        };
        let key = if self.brought.outcome.formed { "match-group" } else { "match-pair" };
        Shown {
            title: say(self.language, key, &[("number", Arg::from(number))]),
            score: told::points(set.score),
            members: set.members.iter().map(member).collect(),
        }
    }
}

/// What the template asks for.
impl Report<'_> {
    fn t(&self, key: &str) -> String {
        say_plain(self.together.language, key)
    }

    fn tag(&self) -> &'static str {
        self.together.language.tag()
    }

    fn title(&self) -> &str {
        &self.together.asking.design.title
    }
}
