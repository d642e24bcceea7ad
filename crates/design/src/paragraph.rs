//! What a coordinator reads: the decisions of a design one by one, and all of them as a paragraph.

use std::fmt;

use crate::{
    Conversations, Design, DoubleRole, Embedding, Entry, MeetingForm, OddOne, Reach, Renewal, Role,
    Sentence, Span, Support,
};

/// One of the twelve decisions between the gallery and an open registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which one.
    pub topic: Topic,
    /// What the design says about it now.
    pub says: Vec<Sentence>,
}

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Name, purpose and outcomes.
    Purpose,
    /// For whom.
    Population,
    /// Roles and sizes.
    Roles,
    /// Length, cadence and entry.
    Time,
    /// The doors.
    Recruitment,
    /// Who decides, and towards what.
    Matching,
    /// Musts and wishes.
    Conditions,
    /// Boundary and embedding.
    Boundary,
    /// Channel.
    Channel,
    /// Care, and support for those who give it.
    Care,
    /// Agreement, agendas, check-ins and surveys.
    Journey,
    /// The registration form.
    Form,
}

impl Topic {
    /// All topics, in the order in which they are decided.
    pub const ALL: [Topic; 12] = [
        Topic::Purpose,
        Topic::Population,
        Topic::Roles,
        Topic::Time,
        Topic::Recruitment,
        Topic::Matching,
        Topic::Conditions,
        Topic::Boundary,
        Topic::Channel,
        Topic::Care,
        Topic::Journey,
        Topic::Form,
    ];

    /// The topic's key in addresses and in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Topic::Purpose => "purpose",
            Topic::Population => "population",
            Topic::Roles => "roles",
            Topic::Time => "time",
            Topic::Recruitment => "recruitment",
            Topic::Matching => "matching",
            Topic::Conditions => "conditions",
            Topic::Boundary => "boundary",
            Topic::Channel => "channel",
            Topic::Care => "care",
            Topic::Journey => "journey",
            Topic::Form => "form",
        }
    }

    /// The topic's heading.
    pub fn title(self) -> Sentence {
        Sentence::plain(match self {
            Topic::Purpose => "topic-purpose",
            Topic::Population => "topic-population",
            Topic::Roles => "topic-roles",
            Topic::Time => "topic-time",
            Topic::Recruitment => "topic-recruitment",
            Topic::Matching => "topic-matching",
            Topic::Conditions => "topic-conditions",
            Topic::Boundary => "topic-boundary",
            Topic::Channel => "topic-channel",
            Topic::Care => "topic-care",
            Topic::Journey => "topic-journey",
            Topic::Form => "topic-form",
        })
    }
}

impl Design {
    /// The decisions of this design, in order, each with what it says now.
    pub fn decisions(&self) -> Vec<Decision> {
        Topic::ALL.iter().map(|topic| Decision { topic: *topic, says: self.says(*topic) }).collect()
    }

    /// What the design says about one topic.
    pub fn says(&self, topic: Topic) -> Vec<Sentence> {
        match topic {
            Topic::Purpose => {
                vec![text(&format!("{}.", self.title.trim_end_matches('.'))), text(&self.purpose)]
            }
            Topic::Population => vec![
                Sentence::plain("says-audience")
                    .with("audience", self.population.audience.as_str()),
            ],
            Topic::Roles => self.says_of_roles(),
            Topic::Time => self.says_of_time(),
            Topic::Recruitment => {
                let doors: Vec<Sentence> = self.doors.iter().map(|door| door.way.said()).collect();
                vec![Sentence::plain("says-doors").with("doors", doors)]
            }
            Topic::Matching => self.says_of_matching(),
            Topic::Conditions => self.says_of_conditions(),
            Topic::Boundary => self.says_of_boundary(),
            Topic::Channel => vec![Sentence::plain(match self.channel.form {
                MeetingForm::InPerson => "says-in-person",
                MeetingForm::Virtual => "says-virtual",
                MeetingForm::Hybrid => "says-hybrid",
            })],
            Topic::Care => self.says_of_care(),
            Topic::Journey => self.says_of_journey(),
            Topic::Form => self.says_of_form(),
        }
    }

    fn says_of_roles(&self) -> Vec<Sentence> {
        let members: Vec<Sentence> = self.roles.iter().map(|role| role.said(role.seats)).collect();
        let mut says = vec![Sentence::plain("says-members").with("members", members)];
        let busy = self.roles.iter().filter(|role| role.load.most > 1);
        says.extend(busy.map(says_of_load));
        for role in self.roles.iter().filter(|role| !role.who.is_empty()) {
            let rules: Vec<Sentence> = role.who.iter().map(crate::Rule::said).collect();
            let role = role.label.one.as_str();
            says.push(Sentence::plain("says-who").with("role", role).with("rules", rules));
        }
        for role in &self.roles {
            match role.lead {
                crate::Lead::Shared => {}
                crate::Lead::One => says
                    .push(Sentence::plain("says-one-leads").with("role", role.label.many.as_str())),
                crate::Lead::Rotates => says.push(
                    Sentence::plain("says-lead-rotates").with("role", role.label.many.as_str()),
                ),
            }
        }
        says
    }

    fn says_of_time(&self) -> Vec<Sentence> {
        let rhythm = &self.rhythm;
        let mut says = vec![
            Sentence::plain(match rhythm.entry {
                Entry::Cohort => "says-cohort",
                Entry::Rolling => "says-rolling",
                Entry::Flash => "says-flash",
                Entry::Event => "says-event",
            }),
            Sentence::plain("says-rhythm")
                .with("length", rhythm.length.said())
                .with("cadence", rhythm.cadence.said())
                .with("minutes", rhythm.minutes.said()),
        ];
        for special in &rhythm.cadence_for {
            let cadence = special.cadence.said();
            says.push(
                Sentence::plain("says-cadence-for")
                    .with("who", special.who.said())
                    .with("cadence", cadence),
            );
        }
        if let Some(meetings) = rhythm.meetings {
            says.push(Sentence::plain("says-meetings").with("meetings", meetings.said()));
        }
        match rhythm.renewal {
            Renewal::None => {}
            Renewal::Extendable => says.push(Sentence::plain("says-extendable")),
            Renewal::AskedEachTerm => says.push(Sentence::plain("says-asked-each-term")),
            Renewal::HandsOver => says.push(Sentence::plain("says-hands-over")),
        }
        says
    }

    fn says_of_matching(&self) -> Vec<Sentence> {
        let matching = &self.matching;
        let mut says = vec![matching.chooser.said(self)];
        if self.question() != crate::Question::Nothing {
            says.push(
                Sentence::plain("says-objective").with("objective", matching.objective.said()),
            );
        }
        if matching.fixed_first {
            says.push(Sentence::plain("says-fixed-first"));
        }
        if matching.odd_one == OddOne::Triad {
            says.push(Sentence::plain("says-triad"));
        }
        says
    }

    fn says_of_conditions(&self) -> Vec<Sentence> {
        let mut says = Vec::new();
        let musts: Vec<Sentence> = self.matching.musts.iter().map(|tie| tie.said(self)).collect();
        if !musts.is_empty() {
            says.push(Sentence::plain("says-musts").with("musts", musts));
        }
        let wishes: Vec<Sentence> = self
            .matching
            .wishes
            .iter()
            .map(|wish| {
                Sentence::plain("says-wish")
                    .with("tie", wish.tie.said(self))
                    .with("weight", wish.weight.said())
            })
            .collect();
        if !wishes.is_empty() {
            says.push(Sentence::plain("says-wishes").with("wishes", wishes));
        }
        says
    }

    fn says_of_boundary(&self) -> Vec<Sentence> {
        let mut says = vec![match &self.reach {
            Reach::Inside => Sentence::plain("says-inside"),
            Reach::Segment { name, .. } => {
                Sentence::plain("says-segment").with("name", name.as_str())
            }
            Reach::Across { .. } => Sentence::plain("says-across"),
            Reach::Membership { .. } => Sentence::plain("says-membership"),
            Reach::Anyone { .. } => Sentence::plain("says-anyone"),
        }];
        match &self.reach {
            Reach::Segment { discreet: true, .. } => says.push(Sentence::plain("says-discreet")),
            Reach::Across { quota, balance_within, own_leads } => {
                says.extend(quota.map(|quota| Sentence::plain("says-quota").with("quota", quota)));
                says.extend(balance_within.map(said_of_balance));
                says.extend(own_leads.then(|| Sentence::plain("says-own-leads")));
            }
            Reach::Membership { stale_after_weeks, .. }
            | Reach::Anyone { stale_after_weeks, .. } => {
                says.push(Sentence::plain("says-stale").with("weeks", *stale_after_weeks));
            }
            Reach::Inside | Reach::Segment { discreet: false, .. } => {}
        }
        match &self.embedding {
            Embedding::Separate => {}
            Embedding::Host { scheme, .. } => {
                says.push(Sentence::plain("says-host").with("scheme", scheme.as_str()));
            }
        }
        says
    }

    fn says_of_care(&self) -> Vec<Sentence> {
        let care = &self.care;
        let mut says = vec![Sentence::plain(match care.conversations {
            Conversations::Private => "says-private",
            Conversations::BreakGlass => "says-break-glass",
            Conversations::Supervised => "says-supervised",
        })];
        if care.notes == crate::Audience::OnlyMe {
            says.push(Sentence::plain("says-private-notes"));
        }
        if !care.hidden_from.is_empty() {
            let from: Vec<Sentence> =
                care.hidden_from.iter().map(|who| Sentence::plain(who.key())).collect();
            says.push(Sentence::plain("says-hidden").with("from", from));
        }
        for role in &care.quiet_exit {
            says.push(Sentence::plain("says-quiet-exit").with("role", self.label_of_one(role)));
        }
        for role in &care.may_not_browse {
            says.push(Sentence::plain("says-no-browsing").with("role", self.label(role)));
        }
        if let Some(screening) = &care.screening {
            says.push(Sentence::plain("says-screening").with("months", screening.valid_months));
        }
        if care.guardian_consent {
            says.push(Sentence::plain("says-guardian"));
        }
        if care.apart_from_appraisal {
            says.push(Sentence::plain("says-apart-from-appraisal"));
        }
        if care.nameless_notes {
            says.push(Sentence::plain("says-nameless-notes"));
        }
        if care.content_reports == crate::ContentReports::Nothing {
            says.push(Sentence::plain("says-no-content"));
        }
        says.push(Sentence::plain("says-smallest-cell").with("cell", care.smallest_cell));
        says.extend(self.says_of_support());
        says
    }

    fn says_of_support(&self) -> Vec<Sentence> {
        match &self.support {
            Support::None => Vec::new(),
            Support::PeerCircle { every_weeks } => {
                let givers: Vec<Sentence> = self
                    .roles
                    .iter()
                    .filter(|role| role.stance != crate::Stance::Receives)
                    .map(|role| self.label(&role.name))
                    .collect();
                vec![
                    Sentence::plain("says-peer-circle")
                        .with("givers", givers)
                        .with("weeks", *every_weeks),
                ]
            }
            Support::MentorOfMentors { size, every_weeks, everyone, double_role } => {
                let mut says = vec![
                    Sentence::plain("says-mentor-of-mentors")
                        .with("size", size.said())
                        .with("weeks", *every_weeks),
                ];
                says.extend(everyone.then(|| Sentence::plain("says-everyone-supported")));
                match double_role {
                    DoubleRole::Ignored => {}
                    DoubleRole::Shown => says.push(Sentence::plain("says-double-shown")),
                    DoubleRole::Required => says.push(Sentence::plain("says-double-required")),
                }
                says
            }
        }
    }

    fn says_of_journey(&self) -> Vec<Sentence> {
        let journey = &self.journey;
        let mut says = Vec::new();
        if self.has_agreement() {
            says.push(
                Sentence::plain("says-agreement").with("clauses", count(journey.agreement.len())),
            );
        }
        if let Some(checkins) = &journey.checkins {
            let key = if checkins.then_every.is_some() { "says-checkins" } else { "says-checkin" };
            says.push(
                Sentence::plain(key)
                    .with("day", checkins.first_day)
                    .with("every", checkins.then_every.unwrap_or_default()),
            );
        }
        says.push(Sentence::plain("says-stuck").with("days", journey.stuck_days));
        if journey.closing.by_itself {
            says.push(Sentence::plain("says-closes-by-itself"));
        }
        says
    }

    fn says_of_form(&self) -> Vec<Sentence> {
        let asked = |role: &Role| {
            let questions = count(self.form.asked(&role.name).count());
            (questions > 0).then(|| {
                Sentence::plain("says-asked")
                    .with("role", self.label(&role.name))
                    .with("questions", questions)
            })
        };
        let asked: Vec<Sentence> = self.roles.iter().filter_map(asked).collect();
        if asked.is_empty() {
            return vec![Sentence::plain("says-no-form")];
        }
        vec![Sentence::plain("says-form").with("asked", asked)]
    }
}

fn says_of_load(role: &Role) -> Sentence {
    let range = Span::new(role.load.least.max(1), role.load.most);
    Sentence::plain("says-load")
        .with("role", role.label.one.as_str())
        .with("range", range.said())
        .with("usual", role.load.usual)
}

fn said_of_balance(by: u16) -> Sentence {
    match by {
        0 => Sentence::plain("says-balance-exact"),
        by => Sentence::plain("says-balance").with("by", by),
    }
}

fn text(text: &str) -> Sentence {
    Sentence::plain("design-text").with("text", text)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl fmt::Display for Design {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let says = self.decisions().into_iter().flat_map(|decision| decision.says);
        let says: Vec<String> = says.map(|sentence| sentence.to_string()).collect();
        f.write_str(&says.join(" "))
    }
}
