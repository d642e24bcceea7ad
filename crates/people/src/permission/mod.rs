//! What a person may do: decided in one table, issued as permits.

mod appointment;
mod permits;
mod table;
mod viewer;

pub use appointment::{
    Appointed, Appointment, AppointmentEnded, Part, appoint, appointments_of, coordinators_of,
    end_appointment,
};
pub use permits::{Administrator, Anyone, CoordinatorOf, ProgrammeMaker, SignedIn, place};
pub use table::{Need, Standing, allows};
pub use viewer::Viewer;
