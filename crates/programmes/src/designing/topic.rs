//! The page of one topic: its fields, filled from the design or with what was typed.

use askama::Template;
use axum::extract::{Path, State};
use design::{Design, Topic};
use people::permission::CoordinatorOf;
use web::{Answer, App, Choice, Errors, Form, Problem, Shell};

use super::{
    Fields, address, boundary, care, channel, conditions, deeper, journey, load, matching,
    population, purpose, recruitment, roles,
    save::{self, Change},
    time,
};
use crate::programme::{Frame, Track, said};

#[derive(Template)]
#[template(path = "designing/topic.html")]
struct Page {
    page: Shell,
    frame: Frame,
    track: Track,
    topic: Topic,
    address: String,
    fields: Fields,
    errors: Errors,
    lead: String,
    flaws: Vec<String>,
}

/// The page.
pub async fn page(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track, topic)): Path<(String, String, String)>,
) -> Answer {
    let topic = topic_named(&topic)?;
    let mut tx = app.db.read().await?;
    let (mut frame, track) = load(&mut tx, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    let fields = fill(&track.design, topic).ok_or(Problem::Absent)?;
    let errors = Errors::new(permit.viewer.language);
    web::html(&Page::new(&permit, frame, track, topic, fields, errors))
}

/// Stores what was set, or says what is wrong with it.
pub async fn save(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path((_, track, topic)): Path<(String, String, String)>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Answer {
    let topic = topic_named(&topic)?;
    let fields = Fields(posted);
    let (mut frame, track) = load(&mut app.db.read().await?, &permit, &track).await?;
    deeper(&mut frame, &permit, &track);
    save::same_version(&track, &fields)?;
    let mut errors = Errors::new(permit.viewer.language);
    let mut design = track.design.clone();
    apply(&mut design, topic, &fields, &mut errors);
    if !errors.is_empty() {
        return web::html_with_errors(&Page::new(&permit, frame, track, topic, fields, errors));
    }
    let back = address(&track);
    let change = Change { frame, track: &track, design, fields: &fields, back };
    save::change(&app, &permit, change).await
}

fn topic_named(key: &str) -> Result<Topic, Problem> {
    Topic::ALL.into_iter().find(|topic| topic.key() == key).ok_or(Problem::Absent)
}

/// The fields of a topic as the design has them; none for the form, which has pages of its own.
fn fill(design: &Design, topic: Topic) -> Option<Fields> {
    Some(match topic {
        Topic::Purpose => purpose::fill(design),
        Topic::Population => population::fill(design),
        Topic::Roles => roles::fill(design),
        Topic::Time => time::fill(design),
        Topic::Recruitment => recruitment::fill(design),
        Topic::Matching => matching::fill(design),
        Topic::Conditions => conditions::fill(design),
        Topic::Boundary => boundary::fill(design),
        Topic::Channel => channel::fill(design),
        Topic::Care => care::fill(design),
        Topic::Journey => journey::fill(design),
        Topic::Form => return None,
    })
}

/// Sets what the fields of a topic say.
fn apply(design: &mut Design, topic: Topic, fields: &Fields, errors: &mut Errors) {
    match topic {
        Topic::Purpose => purpose::apply(design, fields, errors),
        Topic::Population => population::apply(design, fields, errors),
        Topic::Roles => roles::apply(design, fields, errors),
        Topic::Time => time::apply(design, fields, errors),
        Topic::Recruitment => recruitment::apply(design, fields, errors),
        Topic::Matching => matching::apply(design, fields, errors),
        Topic::Conditions => conditions::apply(design, fields, errors),
        Topic::Boundary => boundary::apply(design, fields, errors),
        Topic::Channel => channel::apply(design, fields, errors),
        Topic::Care => care::apply(design, fields, errors),
        Topic::Journey => journey::apply(design, fields, errors),
        Topic::Form => {}
    }
}

impl Page {
    fn new(
        permit: &CoordinatorOf,
        frame: Frame,
        track: Track,
        topic: Topic,
        fields: Fields,
        errors: Errors,
    ) -> Self {
        let viewer = &permit.viewer;
        let page = viewer.page_titled(said(viewer.language, &topic.title()));
        let lead = viewer.t(&format!("designing-lead-{}", topic.key()));
        let flaws =
            track.design.flaws().iter().map(|f| said(viewer.language, &f.sentence)).collect();
        Self { page, address: address(&track), frame, track, topic, fields, errors, lead, flaws }
    }

    /// The options of a field, by their names in the design file.
    fn options(&self, field: &str, stem: &str, names: &[&str]) -> Vec<Choice> {
        let chosen = self.fields.all(field);
        names.iter().map(|name| self.option(stem, name).chosen_among(&chosen)).collect()
    }

    fn option(&self, stem: &str, name: &str) -> Choice {
        let key = format!("{stem}-{name}");
        let hint = format!("{key}-hint");
        let language = words::Language::English;
        let hint = if words::has(language, &hint) { self.page.t(&hint) } else { String::new() };
        Choice::new(name, self.page.t(&key)).hint(hint)
    }

    /// The roles as options.
    fn roles(&self, field: &str) -> Vec<Choice> {
        let chosen = self.fields.all(field);
        let role = |role: &design::Role| Choice::new(&*role.name, &*role.label.many);
        self.track.design.roles.iter().map(|r| role(r).chosen_among(&chosen)).collect()
    }

    /// Everybody, or one of the roles, or the several that the design names now.
    fn whom(&self, field: &str) -> Vec<Choice> {
        let now = self.fields.one(field);
        let mut choices = vec![Choice::new("", self.page.t("designing-everybody"))];
        choices
            .extend(self.track.design.roles.iter().map(|r| Choice::new(&*r.name, &*r.label.many)));
        if now.contains(',') {
            choices.push(Choice::new(now, now.replace(',', ", ")));
        }
        choices.into_iter().map(|choice| choice.chosen_among(&[now])).collect()
    }

    fn cadences(&self) -> Vec<Choice> {
        let chosen = [self.fields.one("cadence")];
        let said = |text: &&str| {
            let cadence = text.parse::<design::Cadence>().ok()?;
            Some(Choice::new(*text, said(self.page.language, &cadence.said())))
        };
        let mut choices: Vec<Choice> = time::CADENCES.iter().filter_map(said).collect();
        choices.push(Choice::new("other", self.page.t("designing-cadence-other-choice")));
        choices.into_iter().map(|choice| choice.chosen_among(&chosen)).collect()
    }

    fn ties(&self) -> Vec<TieRow> {
        let design = &self.track.design;
        let rows = conditions::offered(design).into_iter().enumerate();
        rows.map(|(row, tie)| {
            let name = format!("tie-{row}");
            let said = said(self.page.language, &tie.said(design));
            let weights = self.options(&name, "designing-weight", &conditions::WEIGHTS);
            let in_use = self.fields.one(&name) != "off";
            TieRow { name, said, weights, numbers: conditions::numbers(&tie), in_use }
        })
        .collect()
    }

    fn doors(&self) -> Vec<DoorRow> {
        let rows = recruitment::rows(&self.track.design).into_iter().enumerate();
        rows.map(|(row, (way, _))| {
            let label = self.page.t(&format!("designing-way-{way}"));
            DoorRow { name: format!("door-{row}"), label, way }
        })
        .collect()
    }

    fn rows(&self, list: &str) -> Vec<String> {
        let rows = match list {
            "outcome" => purpose::rows(&self.fields),
            _ => journey::rows(&self.fields, list),
        };
        (0..rows).map(|row| format!("{list}-{row}")).collect()
    }
}

struct TieRow {
    name: String,
    said: String,
    weights: Vec<Choice>,
    numbers: conditions::Numbers,
    in_use: bool,
}

struct DoorRow {
    name: String,
    label: String,
    way: String,
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;

    /// Opening a page and saving it must not change a design, whichever it is.
    #[test]
    fn saving_a_page_untouched_changes_nothing_in_any_preset() {
        for preset in design::presets() {
            for topic in Topic::ALL {
                let old = preset.design();
                let Some(fields) = fill(&old, topic) else { continue };
                let mut new = old.clone();
                let mut errors = Errors::new(Language::English);
                apply(&mut new, topic, &fields, &mut errors);
                assert!(errors.is_empty(), "{} {topic:?}: {:?}", preset.name, errors.each());
                assert!(new == old, "{} {topic:?}", preset.name);
            }
        }
    }

    fn changed(topic: Topic, name: &str, value: &str) -> (Design, Errors) {
        let mut design = design::presets()[0].design();
        let mut fields = fill(&design, topic).unwrap();
        fields.0.retain(|(n, _)| n != name);
        fields.put(name, value);
        let mut errors = Errors::new(Language::English);
        apply(&mut design, topic, &fields, &mut errors);
        (design, errors)
    }

    #[test]
    fn a_tie_can_be_raised_to_a_must_and_switched_off() {
        let design = design::presets()[0].design();
        let (musts, wishes) = (design.matching.musts.len(), design.matching.wishes.len());
        let wish = format!("tie-{musts}");
        let (raised, _) = changed(Topic::Conditions, &wish, "must");
        assert_eq!(raised.matching.musts.len(), musts + 1);
        let (off, _) = changed(Topic::Conditions, &wish, "off");
        assert_eq!((off.matching.musts.len(), off.matching.wishes.len()), (musts, wishes - 1));
    }

    #[test]
    fn a_cadence_in_other_words_is_kept_and_nonsense_is_refused_at_its_field() {
        let (design, errors) = changed(Topic::Time, "cadence", "every 6 weeks");
        assert!(errors.is_empty());
        assert_eq!(design.rhythm.cadence.to_string(), "every 6 weeks");
        let (_, errors) = changed(Topic::Time, "cadence", "now and then");
        assert!(!errors.of("cadence").is_empty());
    }

    #[test]
    fn a_clause_that_is_emptied_goes_and_a_new_one_gets_a_key_of_its_own() {
        let before = design::presets()[0].design().journey.agreement.len();
        let (less, _) = changed(Topic::Journey, "clause-0", "");
        assert_eq!(less.journey.agreement.len(), before - 1);
        let (more, _) = changed(Topic::Journey, &format!("clause-{before}"), "We are kind.");
        let keys: Vec<_> = more.journey.agreement.iter().map(|c| c.key.clone()).collect();
        assert_eq!(keys.len(), before + 1);
        assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), keys.len());
    }
}
