//! Changes to a design: one typed edit at a time, with the flaws that follow, and the difference
//! between two designs in words.

use toml::Value;

use crate::paragraph::Topic;
use crate::{
    Care, Channel, CheckIns, Chooser, Clause, Design, Door, Embedding, Flaw, FormQuestion,
    Framework, Objective, Outcome, Population, Reach, Requests, Rhythm, Role, Sentence, Support,
    Tie, Wish,
};

/// One change that a coordinator makes on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The programme's name.
    Title(String),
    /// Why it exists.
    Purpose(String),
    /// What participants may expect.
    Outcomes(Vec<Outcome>),
    /// What is shown to everyone who is invited.
    Framework(Framework),
    /// Population and purpose.
    Population(Population),
    /// The role of the same name.
    Role(Role),
    /// Time.
    Rhythm(Rhythm),
    /// The ways in.
    Doors(Vec<Door>),
    /// Who decides on partners.
    Chooser(Chooser),
    /// What a round aims at.
    Objective(Objective),
    /// One more must; it stops being a wish.
    AddMust(Tie),
    /// A must less.
    RemoveMust(Tie),
    /// A wish, in place of one with the same condition, or a new one; it stops being a must.
    Wish(Wish),
    /// A wish less.
    RemoveWish(Tie),
    /// Boundary.
    Reach(Reach),
    /// Channel.
    Channel(Channel),
    /// Embedding.
    Embedding(Embedding),
    /// Care.
    Care(Care),
    /// Support layer.
    Support(Support),
    /// The agreement.
    Agreement(Vec<Clause>),
    /// The short pulse.
    CheckIns(Option<CheckIns>),
    /// Reminding and expiry of requests.
    Requests(Requests),
    /// After how many days without progress the coordinator is told.
    StuckDays(u16),
    /// A question of the form, in place of the one with the same key, or a new one at the end.
    Question(FormQuestion),
    /// The question of this key less.
    RemoveQuestion(String),
    /// The question of this key, at this place from 0.
    MoveQuestion {
        /// The question's key.
        key: String,
        /// Its new place.
        to: usize,
    },
}

/// A design after an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// The design as it is now.
    pub design: Design,
    /// What contradicts itself now.
    pub flaws: Vec<Flaw>,
    /// What is different.
    pub difference: Difference,
}

/// What is different between two designs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// In words, by topic: what the design no longer says, and what it says instead.
    pub topics: Vec<TopicChange>,
    /// Setting by setting, for those who want it exactly.
    pub settings: Vec<SettingChange>,
}

impl Difference {
    /// Whether the two designs are the same.
    pub fn is_empty(&self) -> bool {
        self.settings.is_empty()
    }
}

/// What is different about one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicChange {
    /// The topic.
    pub topic: Topic,
    /// What it no longer says.
    pub no_longer: Vec<Sentence>,
    /// What it says now.
    pub now: Vec<Sentence>,
}

/// What is different about one setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingChange {
    /// The setting's path, `rhythm.minutes` or `form.questions.wants.label`.
    pub path: String,
    /// What stood there, as in a design file; none for something new.
    pub before: Option<String>,
    /// What stands there; none for something taken away.
    pub after: Option<String>,
}

impl SettingChange {
    /// The change in words.
    pub fn said(&self) -> Sentence {
        let path = self.path.as_str();
        match (&self.before, &self.after) {
            (None, Some(after)) => {
                Sentence::plain("change-added").with("path", path).with("after", after.as_str())
            }
            (Some(before), None) => {
                Sentence::plain("change-removed").with("path", path).with("before", before.as_str())
            }
            (before, after) => Sentence::plain("change-set")
                .with("path", path)
                .with("before", before.as_deref().unwrap_or_default())
                .with("after", after.as_deref().unwrap_or_default()),
        }
    }
}

/// An edit that names something that the design does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this design has no {what} “{key}”")]
pub struct NotThere {
    /// What kind of thing: `role`, `must`, `wish` or `question`.
    pub what: &'static str,
    /// Its name.
    pub key: String,
}

impl Design {
    /// The design after an edit, with its flaws and what is different. Flaws do not stop an edit:
    /// two settings often have to change one after the other.
    ///
    /// # Errors
    /// When the edit names something that the design does not have.
    pub fn edited(&self, edit: Edit) -> Result<Edited, NotThere> {
        let mut design = self.clone();
        apply(&mut design, edit)?;
        let (flaws, difference) = (design.flaws(), self.difference(&design));
        Ok(Edited { design, flaws, difference })
    }

    /// What is different in another design.
    pub fn difference(&self, other: &Design) -> Difference {
        let topics = Topic::ALL.iter().filter_map(|topic| {
            let (before, after) = (self.says(*topic), other.says(*topic));
            let no_longer = missing_in(&before, &after);
            let now = missing_in(&after, &before);
            let is_same = no_longer.is_empty() && now.is_empty();
            (!is_same).then_some(TopicChange { topic: *topic, no_longer, now })
        });
        let mut settings = Vec::new();
        if let (Ok(before), Ok(after)) = (Value::try_from(self), Value::try_from(other)) {
            compare("", Some(&before), Some(&after), &mut settings);
        }
        Difference { topics: topics.collect(), settings }
    }
}

fn missing_in(these: &[Sentence], those: &[Sentence]) -> Vec<Sentence> {
    these.iter().filter(|sentence| !those.contains(sentence)).cloned().collect()
}

fn apply(design: &mut Design, edit: Edit) -> Result<(), NotThere> {
    match edit {
        Edit::Title(title) => design.title = title,
        Edit::Purpose(purpose) => design.purpose = purpose,
        Edit::Outcomes(outcomes) => design.outcomes = outcomes,
        Edit::Framework(framework) => design.framework = framework,
        Edit::Population(population) => design.population = population,
        Edit::Role(role) => {
            let known = design.roles.iter_mut().find(|known| known.name == role.name);
            let known = known.ok_or_else(|| not_there("role", &role.name))?;
            *known = role;
        }
        Edit::Rhythm(rhythm) => design.rhythm = rhythm,
        Edit::Doors(doors) => design.doors = doors,
        Edit::Chooser(chooser) => design.matching.chooser = chooser,
        Edit::Objective(objective) => design.matching.objective = objective,
        Edit::AddMust(_) | Edit::RemoveMust(_) | Edit::Wish(_) | Edit::RemoveWish(_) => {
            return apply_to_conditions(design, edit);
        }
        Edit::Reach(reach) => design.reach = reach,
        Edit::Channel(channel) => design.channel = channel,
        Edit::Embedding(embedding) => design.embedding = embedding,
        Edit::Care(care) => design.care = care,
        Edit::Support(support) => design.support = support,
        Edit::Agreement(agreement) => design.journey.agreement = agreement,
        Edit::CheckIns(checkins) => design.journey.checkins = checkins,
        Edit::Requests(requests) => design.journey.requests = requests,
        Edit::StuckDays(days) => design.journey.stuck_days = days,
        Edit::Question(_) | Edit::RemoveQuestion(_) | Edit::MoveQuestion { .. } => {
            return apply_to_form(&mut design.form.questions, edit);
        }
    }
    Ok(())
}

fn apply_to_conditions(design: &mut Design, edit: Edit) -> Result<(), NotThere> {
    let place = |wishes: &[Wish], tie: &Tie| wishes.iter().position(|wish| wish.tie == *tie);
    let named = |what, tie: &Tie, design: &Design| not_there(what, &tie.said(design).to_string());
    match edit {
        Edit::AddMust(tie) => {
            design.matching.wishes.retain(|wish| wish.tie != tie);
            if !design.matching.musts.contains(&tie) {
                design.matching.musts.push(tie);
            }
        }
        Edit::RemoveMust(tie) => {
            let at = design.matching.musts.iter().position(|must| *must == tie);
            design.matching.musts.remove(at.ok_or_else(|| named("must", &tie, design))?);
        }
        Edit::Wish(wish) => {
            design.matching.musts.retain(|must| *must != wish.tie);
            match place(&design.matching.wishes, &wish.tie) {
                Some(at) => design.matching.wishes[at] = wish,
                None => design.matching.wishes.push(wish),
            }
        }
        Edit::RemoveWish(tie) => {
            let at = place(&design.matching.wishes, &tie);
            design.matching.wishes.remove(at.ok_or_else(|| named("wish", &tie, design))?);
        }
        _ => {}
    }
    Ok(())
}

fn apply_to_form(questions: &mut Vec<FormQuestion>, edit: Edit) -> Result<(), NotThere> {
    let place = |questions: &[FormQuestion], key: &str| {
        let at = questions.iter().position(|question| question.key == key);
        at.ok_or_else(|| not_there("question", key))
    };
    match edit {
        Edit::Question(question) => match place(questions, &question.key) {
            Ok(at) => questions[at] = question,
            Err(_) => questions.push(question),
        },
        Edit::RemoveQuestion(key) => {
            questions.remove(place(questions, &key)?);
        }
        Edit::MoveQuestion { key, to } => {
            let question = questions.remove(place(questions, &key)?);
            questions.insert(to.min(questions.len()), question);
        }
        _ => {}
    }
    Ok(())
}

fn not_there(what: &'static str, key: &str) -> NotThere {
    NotThere { what, key: key.to_owned() }
}

/// Compares two values of a design file; lists whose items have a key are compared item by item.
fn compare(
    path: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    out: &mut Vec<SettingChange>,
) {
    if before == after {
        return;
    }
    let children = match (before, after) {
        (Some(before), Some(after)) => children_of(before, after),
        _ => None,
    };
    let Some(children) = children else {
        let text = |value: Option<&Value>| value.map(crate::file::one_line);
        out.push(SettingChange { path: path.to_owned(), before: text(before), after: text(after) });
        return;
    };
    let so_far = out.len();
    for (key, before, after) in children {
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        compare(&path, before, after, out);
    }
    if out.len() == so_far {
        // The items are the same and stand in another order.
        let keys = |value: Option<&Value>| value.and_then(order_of);
        out.push(SettingChange { path: path.to_owned(), before: keys(before), after: keys(after) });
    }
}

type Child<'a> = (&'a str, Option<&'a Value>, Option<&'a Value>);

fn children_of<'a>(before: &'a Value, after: &'a Value) -> Option<Vec<Child<'a>>> {
    let (before, after) = (named_children(before)?, named_children(after)?);
    let find = |list: &[(&'a str, &'a Value)], key: &str| {
        list.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    };
    let mut children: Vec<Child<'a>> =
        before.iter().map(|(key, value)| (*key, Some(*value), find(&after, key))).collect();
    for (key, value) in after {
        if find(&before, key).is_none() {
            children.push((key, None, Some(value)));
        }
    }
    Some(children)
}

fn named_children(value: &Value) -> Option<Vec<(&str, &Value)>> {
    match value {
        Value::Table(table) => {
            Some(table.iter().map(|(key, value)| (key.as_str(), value)).collect())
        }
        Value::Array(items) if !items.is_empty() => {
            let name = |item: &'_ Value| item.get("key").or_else(|| item.get("name")).is_some();
            if !items.iter().all(name) {
                return None;
            }
            Some(items.iter().filter_map(|item| Some((name_of(item)?, item))).collect())
        }
        Value::Array(_)
        | Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => None,
    }
}

fn name_of(item: &Value) -> Option<&str> {
    item.get("key").or_else(|| item.get("name"))?.as_str()
}

fn order_of(value: &Value) -> Option<String> {
    let children = named_children(value)?;
    Some(children.iter().map(|(key, _)| *key).collect::<Vec<_>>().join(", "))
}
