//! What a mentoring programme is, as data, and the presets.
