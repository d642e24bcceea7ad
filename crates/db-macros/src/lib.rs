//! The both-databases test attribute.
