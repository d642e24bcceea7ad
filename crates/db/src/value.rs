//! What a statement may be given.

/// A value for one `$n` of a statement.
///
/// Nulls carry their type: PostgreSQL takes or refuses an untyped null depending on who prepared
/// the statement first.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, ids, dates and JSON.
    Text(String),
    /// Whole numbers and instants (milliseconds since 1970, UTC).
    Int(i64),
    /// Scores and shares.
    Real(f64),
    /// Yes or no.
    Bool(bool),
    /// Digests and files.
    Bytes(Vec<u8>),
    /// No text.
    NullText,
    /// No number.
    NullInt,
    /// No real number.
    NullReal,
    /// Neither yes nor no.
    NullBool,
}

macro_rules! from {
    ($($from:ty => $make:expr, $null:ident;)*) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Self {
                ($make)(value)
            }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                value.map_or(Value::$null, Value::from)
            }
        }
    )*};
}

from! {
    &str => |v: &str| Value::Text(v.to_owned()), NullText;
    String => Value::Text, NullText;
    i64 => Value::Int, NullInt;
    i32 => |v: i32| Value::Int(v.into()), NullInt;
    u32 => |v: u32| Value::Int(v.into()), NullInt;
    u16 => |v: u16| Value::Int(v.into()), NullInt;
    bool => Value::Bool, NullBool;
    f64 => Value::Real, NullReal;
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::Text(value.clone())
    }
}

/// What is stored by reference is text: ids of every kind, and `String`.
impl<'a, T> From<Option<&'a T>> for Value
where
    Value: From<&'a T>,
{
    fn from(value: Option<&'a T>) -> Self {
        value.map_or(Self::NullText, Self::from)
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}
