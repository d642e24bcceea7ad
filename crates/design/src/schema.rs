//! The JSON Schema of design files, for editors that complete and check as one types.

use crate::Design;

/// The JSON Schema of a design file.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Design).to_value()
}
