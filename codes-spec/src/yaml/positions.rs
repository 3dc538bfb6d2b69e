//! The byte ranges of a document's scalars, by their ordinals.
//!
//! The parser reports positions only with errors. So the document is parsed a second time, and every scalar is rejected
//! with an error, which is caught at once and has the position.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use crate::yaml::ranges::{Form, PositionWalk, ScalarRange};

/// Returns the ranges of the first `scalars` scalars, or of those before a syntax error.
pub(crate) fn find(text: &str, scalars: u32) -> Vec<ScalarRange> {
    let mut finder = Finder {
        found: Vec::new(),
        scalars,
        bytes: 64 * text.len() + 4096,
    };
    // This ends with an error after the last scalar. Errors of the document itself have been reported with its tree.
    let _ = Seed(&mut finder).deserialize(serde_yaml::Deserializer::from_str(text));
    // Aliases jump back to their anchors. With the scalars in file order, one walk through the text is enough.
    let mut order: Vec<usize> = (0..finder.found.len()).collect();
    order.sort_by_key(|&i| (finder.found[i].line, finder.found[i].column));
    let mut walk = PositionWalk::new(text);
    let mut ranges = vec![ScalarRange::default(); order.len()];
    for i in order {
        let Found { line, column, form } = finder.found[i];
        ranges[i] = ScalarRange::new(text, walk.seek(line, column), form);
    }
    ranges
}

struct Finder<'t> {
    found: Vec<Found<'t>>,
    scalars: u32,
    /// How many more bytes of error messages may be created: they include all keys above a scalar, which can be long.
    bytes: usize,
}

/// A scalar at the parser's line and column.
#[derive(Clone, Copy)]
struct Found<'t> {
    line: usize,
    column: usize,
    form: Form<'t>,
}

impl<'t> Finder<'t> {
    /// Reads a position from `path: message at line 2 column 5`. A message without one is about the start of the text.
    fn push(&mut self, error: &str, form: Form<'t>) {
        let numbers = error
            .rsplit_once(" at line ")
            .and_then(|(_, at)| at.split_once(" column "));
        let number = |text: &str| text.parse().unwrap_or(1);
        let (line, column) =
            numbers.map_or((1, 1), |(line, column)| (number(line), number(column)));
        self.found.push(Found { line, column, form });
    }
}

struct Seed<'f, 't>(&'f mut Finder<'t>);

impl<'t> DeserializeSeed<'t> for Seed<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        let Seed(finder) = self;
        let mut form = None;
        match (
            deserializer.deserialize_any(Reject {
                finder,
                form: &mut form,
            }),
            form,
        ) {
            (Err(error), Some(form))
                if finder.found.len() < finder.scalars as usize && finder.bytes > 0 =>
            {
                let message = error.to_string();
                finder.bytes = finder.bytes.saturating_sub(message.len());
                finder.push(&message, form);
                Ok(())
            }
            (done, _) => done,
        }
    }
}

/// Rejects every scalar, and records its form.
struct Reject<'f, 't> {
    finder: &'f mut Finder<'t>,
    form: &'f mut Option<Form<'t>>,
}

impl<'t> Reject<'_, 't> {
    fn reject<E: de::Error>(self, form: Form<'t>) -> Result<(), E> {
        *self.form = Some(form);
        Err(E::custom(""))
    }
}

impl<'t> Visitor<'t> for Reject<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        self.reject(Form::Word)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        self.reject(Form::Word)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        self.reject(Form::Word)
    }

    fn visit_i128<E: de::Error>(self, _: i128) -> Result<(), E> {
        self.reject(Form::Word)
    }

    fn visit_u128<E: de::Error>(self, _: u128) -> Result<(), E> {
        self.reject(Form::Word)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.reject(Form::Word)
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.reject(Form::Word)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.reject(Form::Word)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'t str) -> Result<(), E> {
        self.reject(Form::Verbatim(text))
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        self.reject(Form::Folded)
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Seed(self.finder))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_key_seed(Seed(self.finder))?.is_some() {
            map.next_value_seed(Seed(self.finder))?;
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'t>>(self, tagged: A) -> Result<(), A::Error> {
        tagged
            .variant::<IgnoredAny>()?
            .1
            .newtype_variant_seed(Seed(self.finder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_key_limits_the_scalars_found() {
        let values = "1,".repeat(10_000);
        let ranges = |key: &str| find(&format!("{key}: [{values}]"), u32::MAX).len();
        assert_eq!(ranges("k"), 10_001);
        assert!(ranges(&format!("? {}\n", "k".repeat(10_000))) < 1_000);
        assert!(ranges(&format!("? 0x{}1\n", "0".repeat(10_000))) < 1_000);
    }
}
