//! Reports over everything, read-only.
