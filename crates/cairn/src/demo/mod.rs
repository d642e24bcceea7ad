//! The living example: a company of 400 people with programmes in several stages.

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
    people::founding(app).await
}

mod people;
