//! Programmes from the gallery to relationships.
