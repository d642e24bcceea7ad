//! What happened in a conversation: that somebody wrote. Neither who nor what is recorded.

use serde::{Deserialize, Serialize};

/// Somebody wrote to the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageSent {
    /// The relationship.
    pub relationship: String,
    /// The programme.
    pub programme: String,
}

impl jobs::Fact for MessageSent {
    const NAME: &'static str = "message_sent";
    fn subject(&self) -> (&'static str, &str) {
        ("relationship", &self.relationship)
    }
    fn programme(&self) -> Option<&str> {
        Some(&self.programme)
    }
}

/// The names of all facts about conversations.
pub const FACTS: &[&str] = &[<MessageSent as jobs::Fact>::NAME];
