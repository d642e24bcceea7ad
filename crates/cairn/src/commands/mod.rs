//! What the binary can be told to do, one module a command.

pub mod backup;
pub mod demo;
pub mod design;
pub mod doctor;
pub mod export;
pub mod import;
pub mod match_;
pub mod migrate;
mod organisation;
pub mod restore;
pub mod routes;
pub mod serve;
pub mod solve;
pub mod user;
pub mod verify;
