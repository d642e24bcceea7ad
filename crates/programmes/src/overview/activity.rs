//! What happened lately, in sentences.

use std::collections::HashMap;

use db::Tx;
use jobs::Recorded;
use people::{PersonId, ProgrammeId, permission::Viewer, person};
use words::Arg;

const MOST: u32 = 8;

/// One thing that happened.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub when: String,
    pub what: String,
}

/// The newest facts of a programme that a coordinator is told. Facts without a sentence here are
/// for others.
pub(super) async fn recent(
    tx: &mut Tx,
    viewer: &Viewer,
    programme: &ProgrammeId,
) -> db::Result<Vec<Moment>> {
    let organisation = viewer.organisation.as_str();
    let facts = jobs::recent(tx, organisation, programme.as_str(), MOST * 3).await?;
    let mut names: HashMap<String, String> = HashMap::new();
    let mut moments = Vec::new();
    for fact in facts {
        let key = format!("activity-{}", fact.name.replace('_', "-"));
        if !words::has(words::Language::English, &key) || moments.len() == MOST as usize {
            continue;
        }
        let (who, subject) = (who(&fact), subject(&fact));
        for id in [&who, &subject].into_iter().flatten() {
            if !names.contains_key(id) {
                let id = PersonId::from(id.clone());
                let found = person::find(tx, &viewer.organisation, &id).await?;
                names.insert(id.as_str().to_owned(), found.map(|p| p.name).unwrap_or_default());
            }
        }
        let name = |id: &Option<String>| id.as_ref().and_then(|id| names.get(id)).cloned();
        let somebody = || viewer.t("activity-somebody");
        let args: [(&str, Arg<'_>); 2] = [
            ("who", name(&who).unwrap_or_else(|| viewer.t("activity-cairn")).into()),
            ("person", name(&subject).unwrap_or_else(somebody).into()),
        ];
        moments.push(Moment {
            when: words::moment(viewer.language, &fact.at.to_zoned(viewer.zone.clone())),
            what: viewer.say(&key, &args),
        });
    }
    Ok(moments)
}

fn who(fact: &Recorded) -> Option<String> {
    fact.actor_id.clone()
}

fn subject(fact: &Recorded) -> Option<String> {
    fact.data.get("person").and_then(|id| id.as_str()).map(str::to_owned)
}
