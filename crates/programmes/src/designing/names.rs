//! Values of a design by the names that they have in its file.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// The name of a value that is one word in the file, as `worst-off`; of a value with particulars,
/// the word before them.
pub(crate) fn name_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        Ok(Value::Object(map)) => map.keys().next().cloned().unwrap_or_default(),
        Ok(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_)) | Err(_) => {
            String::new()
        }
    }
}

/// The value of a name.
pub(crate) fn of_name<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(Value::String(name.to_owned())).ok()
}

/// A list whose order means nothing keeps the order that it had.
pub(super) fn kept_in_order<T: PartialEq + Clone>(old: &[T], new: Vec<T>) -> Vec<T> {
    let kept = old.iter().filter(|item| new.contains(item)).cloned();
    let added = new.iter().filter(|item| !old.contains(item)).cloned();
    kept.chain(added).collect()
}
