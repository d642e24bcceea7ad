//! Why this partner: a plain sentence for each of the two, and the account for the coordinator.

use design::{Audience, Design, Tie};
use words::{Arg, Language, has, say};

use super::{
    condition::{self, condition},
    list, points,
};
use crate::round::{answer::Proposal, ask::Asked, participant::Participant};

/// The most reasons in one sentence to a participant.
const REASONS: usize = 3;

/// The reason that a participant reads. It tells of the other only what partners may see, of the
/// person's own wishes freely, and never who named or avoided whom on the other side.
#[must_use]
pub fn why_this_partner(
    language: Language,
    design: &Design,
    asked: &Asked,
    proposal: &Proposal,
    people: &[Participant],
    for_giver: bool,
) -> String {
    let (me, partner) = if for_giver {
        (proposal.giver, proposal.receiver)
    } else {
        (proposal.receiver, proposal.giver)
    };
    let view = View {
        language,
        design,
        me: &people[me],
        partner: &people[partner],
        partner_at: partner,
        for_giver,
    };
    let rules = (0..asked.rules.len()).map(|at| (at, &asked.rules[at].condition.tie));
    let met = rules.filter(|&(at, _)| proposal.parts[at].is_none_or(|units| units > 0));
    let mut met: Vec<_> = met.collect();
    met.sort_by_key(|&(at, tie)| (interest(tie), std::cmp::Reverse(proposal.parts[at]), at));
    let mut said: Vec<String> = met.into_iter().filter_map(|(_, tie)| view.reason(tie)).collect();
    said.dedup();
    said.truncate(REASONS);
    if proposal.pinned {
        said.insert(0, view.say("matching-why-pinned", ""));
    }
    if said.is_empty() {
        return view.say("matching-why-rules", "");
    }
    said.join(" ")
}

/// What people want to hear first: what they asked for, what they can talk about, and last what
/// merely makes it practical.
fn interest(tie: &Tie) -> u8 {
    match tie {
        Tie::Prefers => 0,
        Tie::Covers { .. } | Tie::Exchange { .. } | Tie::Complements(_) => 1,
        Tie::Similar(_) | Tie::Shares(_) => 2,
        Tie::Same(_) | Tie::SameOrganisation | Tie::CommonSlot => 3,
        Tie::Different(_) | Tie::Diverse(_) | Tie::DifferentOrganisation => 4,
        _ => 5,
    }
}

struct View<'a> {
    language: Language,
    design: &'a Design,
    me: &'a Participant,
    partner: &'a Participant,
    partner_at: usize,
    for_giver: bool,
}

impl View<'_> {
    fn say(&self, key: &str, shared: &str) -> String {
        let args = [("partner", Arg::from(&self.partner.name)), ("shared", Arg::from(shared))];
        say(self.language, key, &args)
    }

    fn reason(&self, tie: &Tie) -> Option<String> {
        match tie {
            Tie::Covers { wants, offers } => self.covered(wants, offers),
            Tie::Exchange { wants, offers } => {
                let (mine, theirs) = (self.offered(wants, offers), self.wanted(wants, offers));
                theirs.or(mine)
            }
            Tie::Similar(fact) | Tie::Shares(fact) => self.shared(fact),
            Tie::CommonLanguage => self.common("languages", "matching-why-language"),
            Tie::Same(fact) => self.same(fact),
            Tie::SameOrganisation => self.same("organisation"),
            Tie::Different(fact) | Tie::Diverse(fact) => self.different(fact),
            Tie::DifferentOrganisation => self.different("organisation"),
            Tie::Prefers => {
                let asked = self.me.prefer.contains(&self.partner_at);
                asked.then(|| self.say("matching-why-asked-for", ""))
            }
            Tie::WorkingHoursOverlap { .. } => Some(self.say("matching-why-hours", "")),
            Tie::CommonSlot => Some(self.say("matching-why-slot", "")),
            Tie::Complements(_) => Some(self.say("matching-why-complements", "")),
            Tie::NotCompetitors
            | Tie::InReportingLine
            | Tie::DirectManager
            | Tie::NotInReportingLine
            | Tie::NotDirectManager
            | Tie::NotSameManager
            | Tie::SharesNone(_)
            | Tie::DifferentAmong { .. }
            | Tie::LevelAbove { .. }
            | Tie::LevelWithin { .. }
            | Tie::Ahead { .. }
            | Tie::NeverPairedBefore
            | Tie::NotMetBefore
            | Tie::NotAvoided
            | Tie::NoLoop => None,
        }
    }

    fn covered(&self, wants: &str, offers: &str) -> Option<String> {
        if self.for_giver { self.offered(wants, offers) } else { self.wanted(wants, offers) }
    }

    /// What I want and the partner offers.
    fn wanted(&self, wants: &str, offers: &str) -> Option<String> {
        let topics = meeting(self.me.fact(wants), self.partner.fact(offers));
        self.told(&[offers], &topics, "matching-why-offers")
    }

    /// What the partner wants and I offer.
    fn offered(&self, wants: &str, offers: &str) -> Option<String> {
        let topics = meeting(self.partner.fact(wants), self.me.fact(offers));
        self.told(&[wants], &topics, "matching-why-wants")
    }

    fn shared(&self, fact: &str) -> Option<String> {
        self.common(fact, "matching-why-shared")
    }

    fn common(&self, fact: &str, key: &str) -> Option<String> {
        self.told(&[fact], &meeting(self.me.fact(fact), self.partner.fact(fact)), key)
    }

    fn same(&self, fact: &str) -> Option<String> {
        self.told(&[fact], self.me.fact(fact), &special("matching-why-same", fact))
    }

    fn different(&self, fact: &str) -> Option<String> {
        let name = [condition::attribute(self.language, fact)];
        self.told(&[fact], &name, &special("matching-why-different", fact))
    }

    /// Says it where partners may see the facts and there is something to say.
    fn told(&self, facts: &[&str], shared: &[String], key: &str) -> Option<String> {
        let open = facts.iter().all(|fact| partners_see(self.design, fact));
        let few: Vec<String> = shared.iter().take(3).cloned().collect();
        (open && !few.is_empty()).then(|| self.say(key, &list(self.language, &few)))
    }
}

/// The sentence for a fact that has one of its own, else the general one.
fn special(key: &str, fact: &str) -> String {
    let own = format!("{key}-{}", fact.replace('_', "-"));
    if has(Language::English, &own) { own } else { key.to_owned() }
}

/// Whether partners may see a fact: as its question says; without one, what stands on a business
/// card. Groups and levels do not stand there.
fn partners_see(design: &Design, fact: &str) -> bool {
    match design.form.question(fact) {
        Some(question) => question.audience == Audience::Partners,
        None => matches!(
            fact,
            "organisation"
                | "department"
                | "site"
                | "job_title"
                | "languages"
                | "time_zone"
                | "offers"
                | "wants"
        ),
    }
}

/// The first list's entries that stand in the second, in the first's order and spelling.
fn meeting(first: &[String], second: &[String]) -> Vec<String> {
    let known: Vec<_> = second.iter().map(|value| value.to_lowercase()).collect();
    first.iter().filter(|value| known.contains(&value.to_lowercase())).cloned().collect()
}

/// What the coordinator reads: the parts of the score, greatest first.
#[must_use]
pub fn pair_for_coordinator(
    language: Language,
    design: &Design,
    asked: &Asked,
    proposal: &Proposal,
) -> String {
    let mut parts: Vec<_> = (0..asked.rules.len())
        .filter_map(|at| Some((proposal.parts[at].filter(|units| *units > 0)?, at)))
        .collect();
    parts.sort_by_key(|&(units, at)| (std::cmp::Reverse(units), at));
    let part = |(units, at): (i64, usize)| {
        let rule = &asked.rules[at];
        let args = [
            ("rule", Arg::from(condition(language, &rule.condition, design))),
            ("points", Arg::from(points(units))),
            ("of", Arg::from(points(asked.worth(rule)))),
        ];
        say(language, "matching-part", &args)
    };
    let mut said: Vec<String> = parts.into_iter().map(part).collect();
    if proposal.pinned {
        said.insert(0, words::say_plain(language, "matching-pinned"));
    }
    for &broken in &proposal.breaks {
        let rule = condition(language, &asked.rules[broken].condition, design);
        said.push(say(language, "matching-breaks", &[("rule", Arg::from(rule))]));
    }
    said.join("; ")
}
