//! The programmes of the example, each brought to its stage.

use ::people::ProgrammeId;
use anyhow::{Context as _, anyhow};
use jiff::ToSpan as _;
use programmes::{
    RelationshipId,
    programme::{self, NewProgramme},
    relationship,
};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng, seq::SliceRandom as _};
use web::App;

use super::{
    answers::{Place, Until, sign_up},
    clock::Past,
    crowd::Somebody,
    door::Visitor,
    matching_day,
    months::{self, Months},
    people::Cast,
};

/// A programme that ran its nine months and was closed.
pub(super) async fn last_year(app: &App, clock: &mut Past<'_>, cast: &Cast) -> anyhow::Result<()> {
    let place = begin(app, clock, cast, "Mentoring, first cohort", 560).await?;
    everybody(app, clock, cast, &place, (1, 34, 40), Until::Approved, 6).await?;
    run(app, clock, cast, &place, 525, None).await?;
    clock.go_to(240);
    let today = clock.today_ms();
    let months = Months { today, begun: 520, ended: 245, lively: true };
    months::live(app, cast, &place.programme, &months).await?;
    clock.go_to(235);
    let bea = Visitor::enter(app, &cast.bea).await?;
    bea.post(&format!("/programmes/{}/close", place.programme), &[]).await?;
    bea.leave().await
}

/// A programme in its fourth month.
pub(super) async fn this_year(app: &App, clock: &mut Past<'_>, cast: &Cast) -> anyhow::Result<()> {
    let place = begin(app, clock, cast, "One-to-one mentoring", 165).await?;
    let mut tx = app.db.write().await?;
    let mut chance = StdRng::seed_from_u64(3);
    for who in [(&cast.chidi, "mentor"), (&cast.dana, "mentee")] {
        sign_up(&mut tx, app, cast, &place, who, Until::Approved, &mut chance).await?;
    }
    tx.commit().await?;
    everybody(app, clock, cast, &place, (2, 44, 52), Until::Approved, 6).await?;
    let pair = (cast.chidi.id.as_str(), cast.dana.id.as_str());
    run(app, clock, cast, &place, 130, Some(pair)).await?;
    let today = clock.today_ms();
    let months = Months { today, begun: 128, ended: 0, lively: false };
    months::live(app, cast, &place.programme, &months).await?;
    months::today(app, cast, &place.programme, today).await
}

/// One is open for registration, in one everybody is in and tomorrow is matching day, and one is
/// still being thought about.
pub(super) async fn to_come(app: &App, clock: &mut Past<'_>, cast: &Cast) -> anyhow::Result<()> {
    let ready = begin(app, clock, cast, "Women in technology mentoring", 38).await?;
    everybody(app, clock, cast, &ready, (3, 26, 30), Until::Approved, 8).await?;
    let open = begin(app, clock, cast, "Spring cohort", 12).await?;
    everybody(app, clock, cast, &open, (4, 11, 17), Until::Approved, 4).await?;
    everybody(app, clock, cast, &open, (5, 4, 9), Until::Applied, 4).await?;
    everybody(app, clock, cast, &open, (6, 2, 3), Until::Started, 4).await?;
    clock.go_to(2);
    let bea = Visitor::enter(app, &cast.bea).await?;
    bea.post(&format!("/programmes/{}/close-registration", ready.programme), &[]).await?;
    bea.leave().await?;
    clock.go_to(1);
    make(app, cast, "New leaders").await.map(drop)
}

/// Makes a programme and opens it for registration, so many days before today.
async fn begin(
    app: &App,
    clock: &mut Past<'_>,
    cast: &Cast,
    name: &str,
    days: i64,
) -> anyhow::Result<Place> {
    clock.go_to(days);
    let place = make(app, cast, name).await?;
    let bea = Visitor::enter(app, &cast.bea).await?;
    bea.post(&format!("/programmes/{}/open", place.programme), &[]).await?;
    bea.leave().await?;
    Ok(place)
}

async fn make(app: &App, cast: &Cast, name: &str) -> anyhow::Result<Place> {
    let design = design::presets().first().context("the gallery is not empty")?.design();
    let mut tx = app.db.write().await?;
    let new = NewProgramme {
        organisation: &cast.organisation,
        name,
        design: &design,
        creator: &cast.bea,
    };
    let (mut programme, track) = programme::create(&mut tx, &app.seam, new).await?;
    let today = app.seam.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    programme.opens_on = Some(today);
    programme.closes_on = today.checked_add(4.weeks()).ok();
    programme.starts_on = today.checked_add(6.weeks()).ok();
    programme.ends_on = today.checked_add(6.weeks().months(9)).ok();
    programme::store::update(&mut tx, &programme).await?;
    tx.commit().await?;
    Ok(Place { programme: programme.id, track })
}

/// Signs up so many mentors and mentees, chosen by a number, with some hours between them.
async fn everybody(
    app: &App,
    clock: &mut Past<'_>,
    cast: &Cast,
    place: &Place,
    (choice, mentors, mentees): (u64, usize, usize),
    until: Until,
    hours: i64,
) -> anyhow::Result<()> {
    let mut chance = StdRng::seed_from_u64(choice);
    let mut crowd: Vec<&Somebody> = cast.crowd.iter().collect();
    crowd.shuffle(&mut chance);
    let experienced = crowd.iter().filter(|s| (4..=7).contains(&s.level)).take(mentors);
    let others = crowd.iter().filter(|s| s.level <= 3).take(mentees);
    let mut all: Vec<(&Somebody, &str)> =
        experienced.map(|s| (*s, "mentor")).chain(others.map(|s| (*s, "mentee"))).collect();
    all.shuffle(&mut chance);
    let mut tx = app.db.write().await?;
    for who in all {
        clock.wait(hours);
        sign_up(&mut tx, app, cast, place, who, until, &mut chance).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Closes registration, matches, and lets people answer.
async fn run(
    app: &App,
    clock: &mut Past<'_>,
    cast: &Cast,
    place: &Place,
    days: i64,
    pinned: Option<(&str, &str)>,
) -> anyhow::Result<()> {
    clock.go_to(days);
    let bea = Visitor::enter(app, &cast.bea).await?;
    let programme = &place.programme;
    bea.post(&format!("/programmes/{programme}/close-registration"), &[]).await?;
    matching_day::publish(&bea, programme, pinned).await?;
    bea.leave().await?;
    clock.wait(30);
    reply(app, cast, programme).await?;
    clock.go_to(days - 8);
    let mut tx = app.db.write().await?;
    relationship::expire_due(app, &mut tx).await.map_err(|trouble| anyhow!("{trouble:?}"))?;
    tx.commit().await?;
    Ok(())
}

/// Nearly all say yes; now and then somebody says no, or nothing.
async fn reply(app: &App, cast: &Cast, programme: &ProgrammeId) -> anyhow::Result<()> {
    let mut chance = StdRng::seed_from_u64(9);
    let fixed = [&cast.chidi.id, &cast.dana.id];
    let mut tx = app.db.write().await?;
    for seat in months::seats(&mut tx, &cast.organisation, programme).await? {
        let roll = if fixed.contains(&&seat.person) { 1.0 } else { chance.random::<f64>() };
        let id = RelationshipId::from(seat.relationship);
        let (organisation, person) = (&cast.organisation, &seat.person);
        let answered = if roll > 0.04 {
            relationship::say_yes(&mut tx, app, organisation, &id, person).await.map(drop)
        } else if roll > 0.02 {
            relationship::say_no(&mut tx, app, organisation, &id, person).await.map(drop)
        } else {
            Ok(())
        };
        // Where the other has said no already there is nothing to answer.
        if let Err(web::Problem::Fault(fault)) = answered {
            return Err(anyhow!("{fault:?}"));
        }
    }
    tx.commit().await?;
    Ok(())
}
