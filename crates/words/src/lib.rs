//! Every sentence a person reads, by key, in the person's language.
//!
//! The sentences stand in `locales/<language>/*.ftl` (Fluent), one file a feature. English is
//! complete; another language falls back to English where a key is missing. This crate knows no
//! feature: it finds a sentence and fills it in.

mod catalogue;
mod dates;
mod language;

pub use catalogue::{Arg, has, keys, say, say_plain};
pub use dates::{clock_time, day, day_and_month, moment, weekday_and_day};
pub use language::Language;
