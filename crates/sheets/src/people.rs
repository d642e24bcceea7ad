//! The people file: typed people from a sheet, for the offline match and for imports alike.

mod header;
mod model;
mod read;
mod refer;
mod reporting;
mod same;
mod value;
mod write;
mod zone;

pub use header::Field;
pub use model::{Answer, Expect, Manager, PeopleFile, PersonRow, RoleWord, Slot};
pub use read::read;
pub use write::table;
