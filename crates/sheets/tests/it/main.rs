//! The promises of the spreadsheet path, kept against files that nobody would wish to receive.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod broken;
mod factory;
mod hostile;
mod messy;
mod round_trip;
mod sentences;
