//! The places of a document's scalars, by their ordinal.
//!
//! The parser tells a place only with an error. So the document is read a second time, every scalar is refused, and
//! the error that comes of it, caught at once, says where the scalar stands.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use crate::yaml::extent::{Cursor, Mark, Seen};

/// The marks of the first so many scalars, or of those before the place where the document cannot be read.
pub(crate) fn read(text: &str, scalars: u32) -> Vec<Mark> {
    let mut marker = Marker {
        found: Vec::new(),
        scalars,
        bytes: 64 * text.len() + 4096,
    };
    // It ends with an error behind the last mark, and what is wrong with the document was said when its tree was read.
    let _ = Seed(&mut marker).deserialize(serde_yaml::Deserializer::from_str(text));
    // Aliases lead back to their anchors, again and again; in order, the text is walked along once.
    let mut order: Vec<usize> = (0..marker.found.len()).collect();
    order.sort_by_key(|&i| (marker.found[i].line, marker.found[i].column));
    let mut cursor = Cursor::new(text);
    let mut marks = vec![
        Mark {
            offset: 0,
            len: 0,
            verbatim: None
        };
        order.len()
    ];
    for i in order {
        let Found { line, column, seen } = marker.found[i];
        marks[i] = Mark::new(text, cursor.seek(line, column), seen);
    }
    marks
}

struct Marker<'t> {
    found: Vec<Found<'t>>,
    scalars: u32,
    /// How long the errors may still be: the parser writes all keys above a value into them, and keys can be long.
    bytes: usize,
}

/// A scalar at the parser's line and column.
#[derive(Clone, Copy)]
struct Found<'t> {
    line: usize,
    column: usize,
    seen: Seen<'t>,
}

impl<'t> Marker<'t> {
    /// Takes a scalar's line and column from `path: message at line 2 column 5`; the first byte's are left out.
    fn find(&mut self, error: &str, seen: Seen<'t>) {
        let numbers = error
            .rsplit_once(" at line ")
            .and_then(|(_, at)| at.split_once(" column "));
        let number = |text: &str| text.parse().unwrap_or(1);
        let (line, column) =
            numbers.map_or((1, 1), |(line, column)| (number(line), number(column)));
        self.found.push(Found { line, column, seen });
    }
}

struct Seed<'m, 't>(&'m mut Marker<'t>);

impl<'t> DeserializeSeed<'t> for Seed<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        let Seed(marker) = self;
        let mut seen = None;
        match (
            deserializer.deserialize_any(Look {
                marker,
                seen: &mut seen,
            }),
            seen,
        ) {
            (Err(error), Some(seen))
                if marker.found.len() < marker.scalars as usize && marker.bytes > 0 =>
            {
                let said = error.to_string();
                marker.bytes = marker.bytes.saturating_sub(said.len());
                marker.find(&said, seen);
                Ok(())
            }
            (done, _) => done,
        }
    }
}

/// Refuses every scalar, and notes what it was.
struct Look<'m, 't> {
    marker: &'m mut Marker<'t>,
    seen: &'m mut Option<Seen<'t>>,
}

impl<'t> Look<'_, 't> {
    fn refuse<E: de::Error>(self, seen: Seen<'t>) -> Result<(), E> {
        *self.seen = Some(seen);
        Err(E::custom(""))
    }
}

/// Methods for the kinds of scalars that are words.
macro_rules! visit_words {
    ($($method:ident($type:ty)),*) => {
        $(fn $method<E: de::Error>(self, _: $type) -> Result<(), E> {
            self.refuse(Seen::Word)
        })*
    };
}

impl<'t> Visitor<'t> for Look<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    visit_words! { visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_i128(i128), visit_u128(u128), visit_f64(f64) }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.refuse(Seen::Word)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.refuse(Seen::Word)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'t str) -> Result<(), E> {
        self.refuse(Seen::Verbatim(text))
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        self.refuse(Seen::Folded)
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Seed(self.marker))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_key_seed(Seed(self.marker))?.is_some() {
            map.next_value_seed(Seed(self.marker))?;
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'t>>(self, tagged: A) -> Result<(), A::Error> {
        tagged
            .variant::<IgnoredAny>()?
            .1
            .newtype_variant_seed(Seed(self.marker))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_under_a_long_key_are_few() {
        let values = "1,".repeat(10_000);
        let marks = |key: &str| read(&format!("{key}: [{values}]"), u32::MAX).len();
        assert_eq!(marks("k"), 10_001);
        assert!(marks(&format!("? {}\n", "k".repeat(10_000))) < 1_000);
        assert!(marks(&format!("? 0x{}1\n", "0".repeat(10_000))) < 1_000);
    }
}
