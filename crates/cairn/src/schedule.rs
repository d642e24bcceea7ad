//! What is done again and again, and how often.

use std::pin::Pin;

use db::Tx;
use jiff::SignedDuration;
use jobs::{Handler, Trouble};
use web::App;

type Done<'a> = Pin<Box<dyn Future<Output = Result<(), Trouble>> + Send + 'a>>;
type Act = for<'a> fn(&'a App, &'a mut Tx) -> Done<'a>;

/// One line: the job's kind, minutes between two turns, and the act.
type Line = (&'static str, i64, Act);

macro_rules! every {
    ($($kind:literal, $minutes:literal => $act:path;)*) => {
        &[$(($kind, $minutes, |app, tx| Box::pin($act(app, tx)))),*]
    };
}

/// The schedule. Each act finds what is due by the clock, so a turn that comes late does it all.
pub const TABLE: &[Line] = every! {
    "forget-old-jobs", 1440 => forget_old_jobs;
    "close-registrations", 60 => programmes::programme::close_overdue;
    "remind-invited", 60 => programmes::recruiting::remind_invited;
    "forget-files", 1440 => programmes::recruiting::forget_previews;
    "remind-of-clearances", 60 => programmes::screening::remind_due;
    "remind-of-offers", 15 => programmes::relationship::remind_due;
    "expire-offers", 15 => programmes::relationship::expire_due;
    "pass-requests-on", 15 => programmes::request::pass_on_due;
    "resume-relationships", 15 => programmes::relationship::resume_due;
    "complete-relationships", 60 => programmes::relationship::complete_due;
    "tell-of-endings", 60 => programmes::relationship::tell_ending_due;
    "ask-how-it-goes", 60 => journeys::checkin::ask_due;
    "ask-once-more-how-it-goes", 60 => journeys::checkin::remind_due;
    "take-concerns-further", 10 => journeys::safeguarding::escalate_due;
    "remind-of-meetings", 10 => journeys::meeting::remind_due;
    "ask-to-pick-a-time", 60 => journeys::meeting::nudge_due;
    "ask-whether-they-met", 10 => journeys::meeting::ask_due;
};

/// The handlers of all lines. Each, when done, queues its next turn in the same transaction.
pub fn handlers() -> Vec<(&'static str, Handler<App>)> {
    TABLE
        .iter()
        .map(|(kind, minutes, act)| -> (&'static str, Handler<App>) {
            let turn: Handler<App> = Box::new(move |app, tx, _| {
                Box::pin(async move {
                    act(app, tx).await?;
                    let next = app.seam.now() + SignedDuration::from_mins(*minutes);
                    jobs::again(tx, &app.seam, kind, next).await?;
                    Ok(())
                })
            });
            (kind, turn)
        })
        .collect()
}

/// Makes sure that each line's next turn is queued: called at the start.
///
/// # Errors
/// When the database refuses it.
pub async fn begin(app: &App) -> db::Result<()> {
    let mut tx = app.db.write().await?;
    for (kind, ..) in TABLE {
        jobs::ensure(&mut tx, &app.seam, kind, app.seam.now()).await?;
    }
    tx.commit().await
}

/// Jobs that were done a month ago have nothing more to say.
async fn forget_old_jobs(app: &App, tx: &mut Tx) -> Result<(), Trouble> {
    jobs::forget_done_before(tx, app.seam.now() - SignedDuration::from_hours(24 * 30)).await?;
    Ok(())
}
