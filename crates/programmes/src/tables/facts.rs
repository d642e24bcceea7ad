//! What can happen at an event of speed rounds.

use jobs::Fact;
use serde::{Deserialize, Serialize};

/// The names of all facts that this feature records.
pub const FACTS: &[&str] = &[TablesPlanned::NAME, TablesTold::NAME, TablesEnded::NAME];

macro_rules! fact {
    ($(#[$doc:meta])* $name:ident, $word:literal) => {
        $(#[$doc])*
        #[derive(Debug, Serialize, Deserialize)]
        pub struct $name {
            /// In which programme.
            pub programme: String,
        }

        impl Fact for $name {
            const NAME: &'static str = $word;
            fn subject(&self) -> (&'static str, &str) {
                ("programme", &self.programme)
            }
            fn programme(&self) -> Option<&str> {
                Some(&self.programme)
            }
        }
    };
}

fact!(
    /// Tables were planned.
    TablesPlanned,
    "tables_planned"
);
fact!(
    /// Everybody was sent their list.
    TablesTold,
    "tables_told"
);
fact!(
    /// All rounds are over.
    TablesEnded,
    "tables_ended"
);
