//! Ids with a type of their own.

use crate::Value;

/// A text that identifies one noun. Types come from [`crate::id!`].
pub trait Id {
    /// The id as it is stored.
    fn text(&self) -> &str;
}

impl<T: Id> From<&T> for Value {
    fn from(id: &T) -> Self {
        Self::Text(id.text().to_owned())
    }
}

/// Declares an id type: a text in the database, never mixed up with another noun's id.
#[macro_export]
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[derive($crate::serde::Serialize, $crate::serde::Deserialize)]
        #[serde(crate = "::db::serde", transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it is stored.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl $crate::Id for $name {
            fn text(&self) -> &str {
                &self.0
            }
        }
        impl $crate::Column for $name {
            fn read(row: &$crate::Row, column: &str) -> ::std::result::Result<Self, String> {
                <String as $crate::Column>::read(row, column).map(Self)
            }
        }
    )+};
}
