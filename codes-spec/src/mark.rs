//! The places of a document's scalars, by their ordinal.
//!
//! The parser tells a place only with an error. So the document is read a second time, every scalar is refused, and
//! the error that comes of it, caught at once, says where the scalar stands.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// Where a scalar stands in the text.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) offset: usize,
    /// How many bytes its token has on its first line.
    pub(crate) len: usize,
    /// Where its text begins, if the file has it byte for byte.
    pub(crate) verbatim: Option<usize>,
}

/// The marks of the first so many scalars, or of those before the place where the document cannot be read.
pub(crate) fn read(text: &str, scalars: u32) -> Vec<Mark> {
    let mut marker = Marker { found: Vec::new(), scalars, bytes: 64 * text.len() + 4096 };
    // It ends with an error behind the last mark, and what is wrong with the document was said when its tree was read.
    let _ = Seed(&mut marker).deserialize(serde_yaml::Deserializer::from_str(text));
    // Aliases lead back to their anchors, again and again; in order, the text is walked along once.
    let mut order: Vec<usize> = (0..marker.found.len()).collect();
    order.sort_by_key(|&i| (marker.found[i].line, marker.found[i].column));
    let mut cursor = Cursor::new(text);
    let mut marks = vec![Mark { offset: 0, len: 0, verbatim: None }; order.len()];
    for i in order {
        let Found { line, column, seen } = marker.found[i];
        marks[i] = mark(text, cursor.seek(line, column), seen);
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

/// What a scalar's value has to do with its token.
#[derive(Clone, Copy)]
enum Seen<'t> {
    /// The value is this part of the file.
    Verbatim(&'t str),
    /// The token has escapes, or goes on over several lines.
    Folded,
    /// A number, a boolean or null: never quoted, never with a blank.
    Word,
}

impl<'t> Marker<'t> {
    /// Takes a scalar's line and column from `path: message at line 2 column 5`; the first byte's are left out.
    fn find(&mut self, error: &str, seen: Seen<'t>) {
        let numbers = error.rsplit_once(" at line ").and_then(|(_, at)| at.split_once(" column "));
        let number = |text: &str| text.parse().unwrap_or(1);
        let (line, column) = numbers.map_or((1, 1), |(line, column)| (number(line), number(column)));
        self.found.push(Found { line, column, seen });
    }
}

/// The mark of a scalar whose token, or what stands before it, begins at a byte.
fn mark(text: &str, begin: usize, seen: Seen<'_>) -> Mark {
    let verbatim = match seen {
        Seen::Verbatim(part) => Some(part.as_ptr().addr() - text.as_ptr().addr()),
        Seen::Folded | Seen::Word => None,
    };
    // a tag may have nothing behind it but blanks, and an anchor nothing but what stands on the next line
    let behind = (begin + properties(&text[begin..])).min(verbatim.unwrap_or(usize::MAX));
    let alone = matches!(seen, Seen::Word) && text[begin..behind].contains(['\n', '\r']);
    let offset = if alone { begin } else { behind };
    let len = match seen {
        // as many quotes behind it as before it
        Seen::Verbatim(part) => part.len() + 2 * verbatim.map_or(0, |start| start - offset),
        Seen::Folded => folded(&text[offset..]),
        // a tag makes a word of a text
        Seen::Word if text[offset..].starts_with(['"', '\'', '|', '>']) => folded(&text[offset..]),
        Seen::Word => {
            let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}' | ':');
            text[offset..].find(ends).unwrap_or(text.len() - offset)
        }
    };
    Mark { offset, len, verbatim }
}

/// A walk along the text by the parser's lines and columns, which count characters. It knows more line ends than
/// editors do, which is why its lines are not those that are shown.
pub(crate) struct Cursor<'t> {
    text: &'t str,
    line: usize,
    column: usize,
    offset: usize,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Cursor { text, line: 1, column: 1, offset: 0 }
    }

    /// The byte at a line and column, both from 1 and not before those that were sought last.
    pub(crate) fn seek(&mut self, line: usize, column: usize) -> usize {
        let mut chars = self.text[self.offset..].chars().peekable();
        while (self.line, self.column) < (line, column) {
            let Some(c) = chars.next() else { break };
            self.offset += c.len_utf8();
            self.column += 1;
            let cr_of_crlf = c == '\r' && chars.peek() == Some(&'\n');
            if matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') && !cr_of_crlf {
                self.line += 1;
                self.column = 1;
            }
        }
        self.offset
    }
}

/// How many bytes anchor and tag take before a scalar, and what stands between.
fn properties(text: &str) -> usize {
    let mut rest = text;
    while rest.starts_with(['&', '!']) {
        let word = rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}')).unwrap_or(rest.len());
        rest = skip_blanks(&rest[word..]);
    }
    text.len() - rest.len()
}

/// What follows blanks, line ends and comments.
fn skip_blanks(text: &str) -> &str {
    let mut rest = text.trim_start();
    while rest.starts_with('#') {
        rest = rest[rest.find(['\n', '\r']).unwrap_or(rest.len())..].trim_start();
    }
    rest
}

/// The nth pair of brackets with nothing between them, from a byte on: where it stands, and how many bytes it has.
/// Where aliases repeat such pairs, it is the last one.
pub(crate) fn empty(text: &str, from: usize, nth: u32) -> Option<(usize, usize)> {
    const FAR: usize = 64 << 10;
    let brackets = text[from..].match_indices(['[', '{']).take_while(|&(at, _)| at < FAR);
    let pairs = brackets.map(|(at, open)| (from + at, open)).filter_map(|(at, open)| {
        let inside = skip_blanks(&text[at + 1..]);
        let closed = inside.starts_with(if open == "[" { ']' } else { '}' });
        closed.then(|| (at, text.len() - inside.len() + 1 - at))
    });
    pairs.take(nth as usize).last()
}

/// How many bytes a scalar takes on its first line, when its value is not what stands there.
fn folded(text: &str) -> usize {
    let line = &text[..text.find(['\n', '\r']).unwrap_or(text.len())];
    let rest = match line.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            // in one kind a backslash escapes, in the other the quote itself
            let escape = if quote == '"' { '\\' } else { quote };
            let mut chars = line.char_indices().skip(1).peekable();
            loop {
                match chars.next() {
                    Some((_, c)) if c == escape && (quote == '"' || chars.peek().is_some_and(|&(_, c)| c == quote)) => {
                        chars.next();
                    }
                    Some((end, c)) if c == quote => break &line[..=end],
                    Some(_) => {}
                    None => break line,
                }
            }
        }
        Some('|' | '>') => line.split_whitespace().next().unwrap_or(line),
        _ => line.split(" #").next().unwrap_or(line),
    };
    rest.trim_end().len()
}

struct Seed<'m, 't>(&'m mut Marker<'t>);

impl<'t> DeserializeSeed<'t> for Seed<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        let Seed(marker) = self;
        let mut seen = None;
        match (deserializer.deserialize_any(Look { marker, seen: &mut seen }), seen) {
            (Err(error), Some(seen)) if marker.found.len() < marker.scalars as usize && marker.bytes > 0 => {
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
        tagged.variant::<IgnoredAny>()?.1.newtype_variant_seed(Seed(self.marker))
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
