//! A round as files: its pairs, all of it, and its proof.

use std::io::{Cursor, Write as _};

use axum::{
    extract::{Path, State},
    response::IntoResponse as _,
};
use http::header;
use people::permission::CoordinatorOf;
use serde_json::json;
use web::{Answer, App, Problem};

use super::{
    ask::Applied,
    desk::{self, At, Desk},
    outcome::{Group, Seat},
    proof::decimal,
    solve, store, told, work,
};

/// The pairs with the parts of their scores.
///
/// # Errors
/// Absent when there is no such round; a fault when the database refuses.
pub async fn pairs(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    let asked = &desk.asking.asked;
    if desk.outcome.formed {
        return Ok(file("groups.csv", "text/csv; charset=utf-8", groups_csv(&desk).into_bytes()));
    }
    let wishes: Vec<(usize, &Applied)> = asked
        .rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| rule.condition.weight.is_some())
        .collect();
    let mut heading = vec![
        asked.giver.name.clone(),
        asked.receiver.name.clone(),
        format!("{}_name", asked.giver.name),
        format!("{}_name", asked.receiver.name),
        "score".to_owned(),
    ];
    heading.extend(wishes.iter().map(|(_, rule)| told::column_name(&rule.condition.tie)));
    let row =
        |pair: &super::answer::Proposal| {
            let mut row = vec![
                desk.id(pair.giver).to_owned(),
                desk.id(pair.receiver).to_owned(),
                desk.name(pair.giver).to_owned(),
                desk.name(pair.receiver).to_owned(),
                decimal(pair.score.into()),
            ];
            row.extend(wishes.iter().map(|(at, _)| {
                pair.parts[*at].map_or(String::new(), |units| decimal(units.into()))
            }));
            row
        };
    let rows = std::iter::once(heading).chain(desk.outcome.proposals.iter().map(row));
    Ok(file("pairs.csv", "text/csv; charset=utf-8", sheets::write::csv(rows).into_bytes()))
}

fn groups_csv(desk: &Desk) -> String {
    let heading = ["number", "person", "name", "role", "score"].map(str::to_owned);
    let groups = (1..).zip(&desk.outcome.groups);
    let rows = groups.flat_map(|(number, group)| {
        group.members.iter().map(move |seat| {
            [
                number.to_string(),
                desk.id(seat.person).to_owned(),
                desk.name(seat.person).to_owned(),
                seat.role.clone(),
                decimal(group.value.into()),
            ]
        })
    });
    sheets::write::csv(std::iter::once(heading).chain(rows))
}

/// The whole round: what was decided, what came out, and what it rests on. Answers that only the
/// engine may use are not in it.
///
/// # Errors
/// Absent when there is no such round; a fault when the database refuses.
pub async fn whole(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    let language = permit.viewer.language;
    let (design, asked) = (&desk.asking.design, &desk.asking.asked);
    let pair = |pair: &super::answer::Proposal| {
        json!({
            "giver": desk.id(pair.giver), "giver_name": desk.name(pair.giver),
            "receiver": desk.id(pair.receiver), "receiver_name": desk.name(pair.receiver),
            "score": points(pair.score), "decided": pair.pinned,
        })
    };
    let group = |group: &Group| {
        let member = |seat: &Seat| json!({ "person": desk.id(seat.person), "name": desk.name(seat.person), "role": seat.role });
        json!({
            "members": group.members.iter().map(member).collect::<Vec<_>>(),
            "score": points(group.value),
        })
    };
    let left = |alone: &super::answer::Alone| {
        json!({
            "person": desk.id(alone.person), "name": desk.name(alone.person), "role": alone.role,
            "why": told::why_alone(language, design, asked, alone),
            "change": told::change(language, design, asked, alone, &desk.asking.people),
        })
    };
    let round = &desk.round;
    let all = json!({
        "round": round.id, "programme": round.programme, "opened_at": round.created_at.to_string(),
        "objective": desk.input.objective_name(desk.settings()), "settings": desk.settings(),
        "seed": round.seed, "input_digest": round.input_digest, "engine": round.engine_version,
        "status": desk.outcome.status, "checked": desk.outcome.checked,
        "total": points(desk.outcome.total), "bound": points(desk.outcome.bound),
        "pairs": desk.outcome.proposals.iter().map(pair).collect::<Vec<_>>(),
        "groups": desk.outcome.groups.iter().map(group).collect::<Vec<_>>(),
        "without_partner": desk.outcome.alone.iter().map(left).collect::<Vec<_>>(),
    });
    let text = serde_json::to_vec_pretty(&all).unwrap_or_default();
    Ok(file("round.json", "application/json", text))
}

/// The certificate.
///
/// # Errors
/// Absent when there is no such round; a fault when the database refuses.
pub async fn certificate(
    permit: CoordinatorOf,
    State(app): State<App>,
    Path(at): Path<At>,
) -> Answer {
    let mut tx = app.db.read().await?;
    let round = desk::find(&mut tx, &permit, &at).await?;
    let text = store::certificate(&mut tx, &round).await?;
    if text.is_empty() {
        return Err(Problem::Absent);
    }
    Ok(file("certificate.json", "application/json", text.into_bytes()))
}

/// Question, answer and proof, as `cairn verify` reads them. The scores stand in it and not what
/// they were made of.
///
/// # Errors
/// Absent when there is no such round; a fault when the database refuses.
pub async fn proof(permit: CoordinatorOf, State(app): State<App>, Path(at): Path<At>) -> Answer {
    let desk = Desk::load(&mut app.db.read().await?, &permit, &at).await?;
    let (input, settings, seed) = (desk.input.clone(), desk.settings().clone(), desk.round.seed);
    let files = work::beside(move || solve::files(&input, &settings, seed)).await?;
    let files = files.map_err(|_| Problem::fault("a solved round is proved", "no question"))?;
    let zipped = zip(&files).map_err(|e| Problem::fault("a proof is packed", e))?;
    Ok(file("proof.zip", "application/zip", zipped))
}

fn zip(files: &solve::Files) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (folder, files) in [("question", &files.question), ("answer", &files.answer)] {
        for (name, content) in files {
            zip.start_file(format!("{folder}/{name}"), zip::write::SimpleFileOptions::default())?;
            zip.write_all(content.as_bytes())?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

#[expect(clippy::cast_precision_loss, reason = "points with six decimals, for reading")]
fn points(units: i64) -> f64 {
    units as f64 / matching::SCALE as f64
}

fn file(name: &str, kind: &str, content: Vec<u8>) -> axum::response::Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, content).into_response()
}
