//! Messy spreadsheets in (CSV, XLSX), clean rows with their places out; and out again.
//!
//! Reading goes in three steps, each of which can only refuse with places and keys, never panic:
//! [`take`] reads a bounded number of bytes, [`parse`] makes a [`Sheet`] of them (encoding,
//! separator, quotes, workbook), and [`people::read`] makes typed people of a sheet.
//! The crate knows no programme, no database and no language: a [`Flaw`] carries the key of its
//! sentence and the values in it.

mod bounds;
mod decode;
mod flaw;
pub mod people;
mod place;
mod read;
mod separated;
mod separator;
mod sheet;
mod workbook;
pub mod write;

pub use bounds::Bounds;
pub use flaw::{Flaw, Flaws, What};
pub use place::{Column, Place, letters};
pub use read::{parse, take};
pub use sheet::{Row, Sheet, Source};
