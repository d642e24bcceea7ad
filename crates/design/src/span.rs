//! A span of whole numbers, `4` or `[4, 8]` in a design file.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The fewest and the most of something, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The fewest.
    pub least: u16,
    /// The most.
    pub most: u16,
}

impl Span {
    /// From the fewest to the most.
    pub const fn new(least: u16, most: u16) -> Span {
        Span { least, most }
    }

    /// Just this many.
    pub const fn exactly(number: u16) -> Span {
        Span { least: number, most: number }
    }

    /// Whether the number lies inside.
    pub const fn contains(self, number: u16) -> bool {
        self.least <= number && number <= self.most
    }

    /// Whether the fewest is more than the most.
    pub const fn is_upside_down(self) -> bool {
        self.least > self.most
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most {
            write!(f, "{}", self.least)
        } else {
            write!(f, "{} to {}", self.least, self.most)
        }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.least == self.most {
            serializer.serialize_u16(self.least)
        } else {
            [self.least, self.most].serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Span, D::Error> {
        deserializer.deserialize_any(SpanVisitor)
    }
}

struct SpanVisitor;

impl<'de> Visitor<'de> for SpanVisitor {
    type Value = Span;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 0 to 65535, or two of them such as [4, 8]")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Span, E> {
        u16::try_from(number)
            .map(Span::exactly)
            .map_err(|_| E::custom(format!("{number} is not a whole number from 0 to 65535")))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Span, E> {
        u16::try_from(number)
            .map(Span::exactly)
            .map_err(|_| E::custom(format!("{number} is not a whole number from 0 to 65535")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Span, A::Error> {
        let least = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let most = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
        match seq.next_element::<u16>()? {
            None => Ok(Span { least, most }),
            Some(_) => Err(A::Error::invalid_length(3, &self)),
        }
    }
}

impl JsonSchema for Span {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A whole number, or the fewest and the most.",
            "anyOf": [
                { "type": "integer", "minimum": 0, "maximum": 65535 },
                { "type": "array", "minItems": 2, "maxItems": 2,
                  "items": { "type": "integer", "minimum": 0, "maximum": 65535 } }
            ]
        })
    }
}
