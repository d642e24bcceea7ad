//! What the binary can be told to do, one module a command.

pub mod design;
pub mod solve;
pub mod verify;
