//! What people are invited as: a role of a track, or a track in which they choose.

use web::Choice;
use words::Language;

use crate::programme::Track;

/// Tracks and their roles as choices: `track:role`, `track:` for «they choose».
pub(super) fn choices(tracks: &[Track], language: Language, chosen: &str) -> Vec<Choice> {
    let several = tracks.len() > 1;
    let named = |track: &Track, label: &str| {
        if several { format!("{}: {label}", track.name) } else { label.to_owned() }
    };
    let mut choices = Vec::new();
    for track in tracks {
        let open = named(track, &words::say_plain(language, "invitation-they-choose"));
        if track.design.roles.len() > 1 {
            choices.push(Choice::new(format!("{}:", track.id), open));
        }
        choices.extend(track.design.roles.iter().map(|role| {
            Choice::new(format!("{}:{}", track.id, role.name), named(track, &role.label.one))
        }));
    }
    let chosen = match (chosen, choices.first()) {
        ("", Some(first)) => first.value.clone(),
        (chosen, _) => chosen.to_owned(),
    };
    choices.into_iter().map(|choice| choice.chosen_among(&[&chosen])).collect()
}

/// The track and the role of a choice.
pub(super) fn read<'a>(tracks: &'a [Track], value: &str) -> Option<(&'a Track, Option<String>)> {
    let (track, role) = value.split_once(':')?;
    let track = tracks.iter().find(|known| known.id.as_str() == track)?;
    match role {
        "" => Some((track, None)),
        role => track.design.role(role).map(|role| (track, Some(role.name.clone()))),
    }
}
