//! Why these people: sentences by key, so that each reads them in their own language.

use std::collections::BTreeMap;

use design::Audience;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use words::{Arg, Language};

/// One reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The sentence's key in the catalogue.
    pub key: String,
    /// What fills it: texts, numbers, or lists of texts.
    #[serde(default)]
    pub args: BTreeMap<String, Value>,
    /// Who may read it: only what rests on answers that partners may see is for partners.
    pub audience: Audience,
}

/// The reasons that the partners may read, as sentences.
#[must_use]
pub fn for_partners(reasons: &[Reason], language: Language) -> Vec<String> {
    let open = reasons.iter().filter(|reason| reason.audience == Audience::Partners);
    open.map(|reason| reason.say(language)).collect()
}

/// The reasons that the coordinator may read, as sentences: all but what is for nobody's eyes.
#[must_use]
pub fn for_coordinator(reasons: &[Reason], language: Language) -> Vec<String> {
    let open = |reason: &&Reason| match reason.audience {
        Audience::Partners | Audience::Coordinator => true,
        Audience::OnlyMe | Audience::Statistics => false,
    };
    reasons.iter().filter(open).map(|reason| reason.say(language)).collect()
}

impl Reason {
    fn say(&self, language: Language) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            self.args.iter().map(|(name, value)| (name.as_str(), arg(value))).collect();
        words::say(language, &self.key, &args)
    }
}

fn arg(value: &Value) -> Arg<'_> {
    match value {
        Value::String(text) => Arg::from(text.as_str()),
        Value::Number(number) => Arg::from(number.as_f64().unwrap_or_default()),
        Value::Array(items) => {
            let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            Arg::from(texts.join(", "))
        }
        Value::Bool(_) | Value::Null | Value::Object(_) => Arg::from(""),
    }
}
