//! The living example: a company of four hundred people with programmes in several stages.
//!
//! Its history is made by the same verbs that people use, on a clock that begins in the past and
//! arrives at today. Only what fills the months inside of relationships is written down directly.

mod answers;
mod clock;
mod crowd;
mod door;
mod matching_day;
mod months;
mod names;
mod people;
mod stages;
mod texts;

use web::App;

/// The parts that one can play: an address of the demo world and the key of the part's name.
pub const PARTS: [(&str, &str); 4] = [
    ("amal@larkspur.example", "dev-part-administrator"),
    ("bea@larkspur.example", "dev-part-coordinator"),
    ("chidi@larkspur.example", "dev-part-mentor"),
    ("dana@larkspur.example", "dev-part-mentee"),
];

/// Fills an empty database with the living example.
///
/// # Errors
/// When the database refuses it.
pub async fn populate(app: &App) -> anyhow::Result<()> {
    let mut clock = clock::Past::of(app);
    clock.go_to(600);
    let cast = people::founding(app).await?;
    stages::last_year(app, &mut clock, &cast).await?;
    stages::this_year(app, &mut clock, &cast).await?;
    stages::to_come(app, &mut clock, &cast).await?;
    clock.arrive();
    Ok(())
}
