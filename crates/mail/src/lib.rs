//! Outgoing mail, calendar files and the development outbox.
