//! The matching round. A design and its people become a question to the engine ([`ask`]); the
//! answer comes back as proposals and as people left out, each with its reasons ([`answer`]);
//! the reasons become sentences ([`told`]). This part is pure: the offline match and the
//! browser's round both stand on it.

pub mod answer;
pub mod ask;
pub mod participant;
pub mod told;
mod why;

#[cfg(test)]
mod tests;
