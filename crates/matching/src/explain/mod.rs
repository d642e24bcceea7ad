//! Why an answer is as it is, and what it would cost to have it otherwise.

mod blocking;
mod change;
mod crowding;
mod curve;

pub use blocking::{Why, why_unmatched};
pub use change::{
    Change, Changed, Price, cheapest_seat, confirm, price_of_ban, price_of_change, price_of_pin,
    price_of_swap,
};
pub use crowding::{Crowding, crowding};
pub use curve::{Point, trade_off};
