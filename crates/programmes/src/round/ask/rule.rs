//! A design's condition on two people, as the engine's criteria.

use design::{AnswerKind, Attribute, Design, Role, Span, Tie, Weight};
use matching::{
    Side,
    crowd::{Criterion, Force, Rule, WHOLE},
};

use super::{Condition, Shape, columns::Columns};
use crate::round::participant::Participant;

/// Why a condition cannot apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// Nothing is known about it of anybody: a column is missing.
    Missing(Attribute),
    /// The engine cannot weigh it in this kind of question yet.
    NotYet,
    /// The program holds no more conditions.
    TooMany,
}

/// Between whom a condition is asked. Within one group it matters who the two are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Any two.
    Any,
    /// Somebody who leads and somebody who does not.
    Across,
    /// Two who lead.
    Leaders,
}

impl Scope {
    /// Where a condition applies in a form of bringing people together.
    pub(super) fn of(tie: &Tie, shape: Shape) -> Self {
        if shape.groups().is_none_or(|sizes| sizes.leaders.is_none()) {
            return Self::Any;
        }
        match tie {
            Tie::LevelAbove { .. }
            | Tie::Ahead { .. }
            | Tie::Covers { .. }
            | Tie::InReportingLine
            | Tie::DirectManager
            | Tie::NoLoop => Self::Across,
            Tie::DifferentAmong { .. } => Self::Leaders,
            Tie::SameOrganisation
            | Tie::DifferentOrganisation
            | Tie::NotCompetitors
            | Tie::NotInReportingLine
            | Tie::NotDirectManager
            | Tie::NotSameManager
            | Tie::Same(_)
            | Tie::Different(_)
            | Tie::Shares(_)
            | Tie::SharesNone(_)
            | Tie::LevelWithin { .. }
            | Tie::Exchange { .. }
            | Tie::Complements(_)
            | Tie::CommonLanguage
            | Tie::WorkingHoursOverlap { .. }
            | Tie::CommonSlot
            | Tie::NeverPairedBefore
            | Tie::NotMetBefore
            | Tie::Similar(_)
            | Tie::Diverse(_)
            | Tie::Prefers
            | Tie::NotAvoided => Self::Any,
        }
    }
}

/// A condition's criteria.
pub(super) struct Made {
    pub criteria: Vec<Criterion>,
    /// How many people it says nothing about.
    pub unknown: usize,
}

/// The question in which a company names those whom its people shall not meet.
pub(super) const COMPETITORS: &str = "competitors";

/// How many topics of those wanted are the whole value: a partner for the first three is a
/// partner for all.
const ENOUGH_TOPICS: u32 = 3;
/// Half-hours of the shorter part of a working day that overlap when zones are the same.
const WORKING_DAY: i64 = 16;

/// Makes the criteria of a condition; givers stand on the left.
pub(super) fn of_tie(
    condition: &Condition,
    design: &Design,
    giver: &Role,
    shape: Shape,
    columns: &mut Columns<'_>,
) -> Result<Made, Unusable> {
    let tie = Translation { design, giver, shape, columns, must: condition.weight.is_none() };
    let (rules, facts) = tie.rules(&condition.tie)?;
    for &(column, ref fact) in &facts {
        if columns.is_blank(column) {
            return Err(Unusable::Missing(fact.clone()));
        }
    }
    let unknown = facts.iter().map(|&(column, _)| columns.unknown(column)).max().unwrap_or(0);
    let several = u32::try_from(rules.len()).unwrap_or(1);
    let criteria = rules.into_iter().map(|(rule, at_least)| Criterion {
        rule,
        force: match condition.weight {
            None => Force::Must { at_least },
            // Twice the points, so that a wish of two sides splits evenly between them.
            Some(weight) => Force::Wish { weight: points(weight) / several },
        },
    });
    Ok(Made {
        criteria: criteria.collect(),
        unknown: if counts_unknown(&condition.tie) { unknown } else { 0 },
    })
}

fn points(weight: Weight) -> u32 {
    weight.points() * 2
}

/// Lists of partners are empty for most people, and that is no gap in what is known.
fn counts_unknown(tie: &Tie) -> bool {
    !matches!(
        tie,
        Tie::Prefers
            | Tie::NotAvoided
            | Tie::NeverPairedBefore
            | Tie::NotMetBefore
            | Tie::NotCompetitors
            | Tie::Covers { .. }
            | Tie::Exchange { .. }
            | Tie::NotInReportingLine
            | Tie::NotDirectManager
    )
}

/// Rules with the least value that a must asks for, and the facts that they need.
type Rules = (Vec<(Rule, u32)>, Vec<(usize, Attribute)>);

/// Anything above nothing.
const SOME: u32 = 1;

struct Translation<'a, 'b> {
    design: &'a Design,
    giver: &'a Role,
    shape: Shape,
    columns: &'a mut Columns<'b>,
    must: bool,
}

impl Translation<'_, '_> {
    fn rules(self, tie: &Tie) -> Result<Rules, Unusable> {
        match tie {
            Tie::SameOrganisation => Ok(self.same("organisation")),
            Tie::DifferentOrganisation => Ok(self.different("organisation")),
            Tie::Same(fact) => Ok(self.same(fact)),
            Tie::Different(fact) | Tie::Diverse(fact) => Ok(self.different(fact)),
            Tie::InReportingLine => Ok(self.in_chain()),
            Tie::DirectManager => Ok(self.direct_manager()),
            Tie::NotInReportingLine => Ok(self.out_of_chain()),
            Tie::NotDirectManager => Ok(self.not_direct_manager()),
            Tie::NotSameManager => Ok(self.not_same_manager()),
            Tie::Shares(fact) => Ok(self.alike(fact)),
            Tie::LevelAbove { role, by } => Ok(self.above("level", role, *by)),
            Tie::Ahead { attribute, role, by } => Ok(self.above(attribute, role, *by)),
            Tie::LevelWithin { steps } => Ok(self.within((*steps).into())),
            Tie::Covers { wants, offers } => Ok(self.covers(wants, offers)),
            Tie::Exchange { wants, offers } => Ok(self.exchange(wants, offers)),
            Tie::Complements(fact) => Ok(self.complements(fact)),
            Tie::CommonLanguage => Ok(self.language()),
            Tie::WorkingHoursOverlap { hours } => Ok(self.working_hours((*hours).into())),
            Tie::CommonSlot => Ok(self.slot()),
            Tie::NeverPairedBefore | Tie::NotMetBefore => Ok(self.unlisted("past", |p| &p.past)),
            Tie::NotAvoided => Ok(self.unlisted("avoid", |p| &p.avoid)),
            Tie::Similar(fact) => Ok(self.similar(fact)),
            Tie::Prefers => Ok(self.prefers()),
            Tie::NotCompetitors => Ok(self.not_competitors()),
            Tie::DifferentAmong { attribute, role } if self.leads(role) => {
                Ok(self.different(attribute))
            }
            // Those who support are in nobody's group themselves: the layers keep it.
            Tie::NoLoop if self.shape.groups().is_some_and(|sizes| sizes.layered) => {
                Ok((vec![], vec![]))
            }
            Tie::SharesNone(_) | Tie::DifferentAmong { .. } | Tie::NoLoop => Err(Unusable::NotYet),
        }
    }

    fn leads(&self, role: &str) -> bool {
        self.shape.groups().is_some_and(|sizes| sizes.leaders.is_some()) && self.giver.name == role
    }

    fn not_competitors(self) -> Rules {
        let column = self.columns.competitors();
        let facts = vec![(column, COMPETITORS.to_owned())];
        (vec![(Rule::Unlisted { column }, WHOLE)], facts)
    }

    fn same(self, fact: &str) -> Rules {
        let column = self.columns.label(fact);
        (vec![(Rule::Same { column }, WHOLE)], vec![(column, fact.to_owned())])
    }

    fn different(self, fact: &str) -> Rules {
        let column = self.columns.label(fact);
        (vec![(Rule::Different { column }, WHOLE)], vec![(column, fact.to_owned())])
    }

    fn alike(self, fact: &str) -> Rules {
        let column = self.columns.topics(fact);
        (vec![(Rule::Alike { column }, SOME)], vec![(column, fact.to_owned())])
    }

    /// Lists by what they share, numbers by how near they are, anything else by being the same.
    fn similar(self, fact: &str) -> Rules {
        let kind = self.design.form.question(fact).map(|question| &question.kind);
        match kind {
            Some(AnswerKind::Number { least, most }) => {
                let column = self.columns.number(fact);
                let fade = most.abs_diff(*least).max(1) - 1;
                let rule = Rule::Within { column, least: 0, most: 0, fade };
                (vec![(rule, SOME)], vec![(column, fact.to_owned())])
            }
            Some(AnswerKind::SingleChoice { .. } | AnswerKind::YesNo | AnswerKind::ShortText) => {
                self.same(fact)
            }
            _ if fact == "level" => self.within(0),
            _ => self.alike(fact),
        }
    }

    fn in_chain(self) -> Rules {
        let column = self.columns.chain();
        (vec![(Rule::InChain { column }, WHOLE)], vec![(column, "manager".to_owned())])
    }

    fn out_of_chain(self) -> Rules {
        let column = self.columns.chain();
        (vec![(Rule::OutOfChain { column }, WHOLE)], vec![(column, "manager".to_owned())])
    }

    fn direct_manager(self) -> Rules {
        let column = self.columns.direct_managers();
        let rule = Rule::Listed { column, by: Side::Right };
        (vec![(rule, WHOLE)], vec![(column, "manager".to_owned())])
    }

    fn not_direct_manager(self) -> Rules {
        let column = self.columns.direct_managers();
        (vec![(Rule::Unlisted { column }, WHOLE)], vec![(column, "manager".to_owned())])
    }

    fn not_same_manager(self) -> Rules {
        let column = self.columns.managers();
        (vec![(Rule::Different { column }, WHOLE)], vec![(column, "manager".to_owned())])
    }

    /// The engine takes the left number minus the right one.
    fn above(self, fact: &str, role: &str, by: Span) -> Rules {
        let column = self.columns.number(fact);
        let (least, most) = (i64::from(by.least), i64::from(by.most));
        let (least, most) = if role == self.giver.name { (least, most) } else { (-most, -least) };
        let rule = Rule::Within { column, least, most, fade: self.fade() };
        (vec![(rule, WHOLE)], vec![(column, fact.to_owned())])
    }

    fn within(self, steps: i64) -> Rules {
        let column = self.columns.number("level");
        let rule = Rule::Within { column, least: -steps, most: steps, fade: self.fade() };
        (vec![(rule, WHOLE)], vec![(column, "level".to_owned())])
    }

    /// A wish about a difference fades over two steps; a must holds or does not.
    fn fade(&self) -> u32 {
        if self.must { 0 } else { 2 }
    }

    fn covers(self, wants: &str, offers: &str) -> Rules {
        let by = Side::Right;
        let (wanted, offered) = (self.columns.topics(wants), self.columns.topics(offers));
        let rule = Rule::Overlap { wants: wanted, offers: offered, by, enough: ENOUGH_TOPICS };
        (vec![(rule, SOME)], vec![(wanted, wants.to_owned()), (offered, offers.to_owned())])
    }

    fn exchange(self, wants: &str, offers: &str) -> Rules {
        let (wanted, offered) = (self.columns.topics(wants), self.columns.topics(offers));
        both_ways(wanted, offered, wants, offers)
    }

    fn complements(self, fact: &str) -> Rules {
        let (gaps, strengths) =
            (self.columns.ratings(fact, false), self.columns.ratings(fact, true));
        both_ways(gaps, strengths, fact, fact)
    }

    fn language(self) -> Rules {
        match self.columns.mask("languages") {
            Some(column) => {
                (vec![(Rule::Common { column }, WHOLE)], vec![(column, "languages".to_owned())])
            }
            None => self.alike("languages"),
        }
    }

    fn working_hours(self, hours: i64) -> Rules {
        let column = self.columns.zone();
        let most = (WORKING_DAY - 2 * hours).max(0);
        let fade = if self.must { 0 } else { 8 };
        let rule = Rule::Within { column, least: -most, most, fade };
        (vec![(rule, WHOLE)], vec![(column, "time_zone".to_owned())])
    }

    fn slot(self) -> Rules {
        let column = self.columns.hours();
        let enough = u32::from(self.design.rhythm.minutes.least).div_ceil(30).max(1);
        let rule = Rule::SharedHours { column, enough };
        (vec![(rule, WHOLE)], vec![(column, "availability".to_owned())])
    }

    fn unlisted(self, fact: &str, of: fn(&Participant) -> &[usize]) -> Rules {
        let column = self.columns.people(fact, of);
        (vec![(Rule::Unlisted { column }, WHOLE)], vec![(column, fact.to_owned())])
    }

    /// As a wish of either side; as a must of those who receive, who were asked first.
    fn prefers(self) -> Rules {
        let column = self.columns.people("prefer", |p| &p.prefer);
        let rule = |by| (Rule::Listed { column, by }, SOME);
        let rules = if self.must {
            vec![rule(Side::Right)]
        } else {
            vec![rule(Side::Right), rule(Side::Left)]
        };
        (rules, vec![(column, "prefer".to_owned())])
    }
}

fn both_ways(wanted: usize, offered: usize, wants: &str, offers: &str) -> Rules {
    let rule = |by| {
        let rule = Rule::Overlap { wants: wanted, offers: offered, by, enough: ENOUGH_TOPICS };
        (rule, SOME)
    };
    let facts = vec![(wanted, wants.to_owned()), (offered, offers.to_owned())];
    (vec![rule(Side::Right), rule(Side::Left)], facts)
}
