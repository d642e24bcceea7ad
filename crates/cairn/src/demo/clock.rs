//! The clock while history is made: so many days before today, and never back.

use jiff::SignedDuration;
use web::App;

const HOURS: i64 = 24;

/// How far in the past the application's clock stands.
pub(super) struct Past<'a> {
    app: &'a App,
    hours: i64,
}

impl<'a> Past<'a> {
    /// A clock that has not been moved yet.
    pub fn of(app: &'a App) -> Self {
        Self { app, hours: 0 }
    }

    /// Moves to so many days before today.
    pub fn go_to(&mut self, days: i64) {
        self.move_to(days * HOURS);
    }

    /// Moves on by some hours.
    pub fn wait(&mut self, hours: i64) {
        self.move_to(self.hours - hours);
    }

    /// Now, as seen from today, in milliseconds: what `go_to(0)` would arrive at.
    pub fn today_ms(&self) -> i64 {
        (self.app.seam.now() + SignedDuration::from_hours(self.hours)).as_millisecond()
    }

    /// Moves to today: the clock is the machine's again.
    pub fn arrive(mut self) {
        self.move_to(0);
    }

    fn move_to(&mut self, hours: i64) {
        self.app.seam.travel(SignedDuration::from_hours(self.hours - hours));
        self.hours = hours;
    }
}
