//! What happens inside a relationship: meetings, goals, check-ins, messages, nudges.
