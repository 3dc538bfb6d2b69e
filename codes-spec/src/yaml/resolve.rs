//! Finds the bytes of spans.

use crate::span::{Resolved, Span};
use crate::yaml::comments;
use crate::yaml::positions;
use crate::yaml::ranges::{self, ScalarRange};

/// Finds the bytes of spans by parsing the text a second time, up to the last scalar that is needed.
pub(crate) fn resolve(text: &str, spans: &[Span]) -> Vec<Resolved> {
    let scalars = spans.iter().filter_map(|span| span.scalars()).max();
    let scalars = scalars.map_or_else(Vec::new, |count| positions::find(text, count));
    let resolved = |span: &Span| {
        let (offset, len) = bytes(text, &scalars, *span);
        let rest = text.get(offset..).unwrap_or_default();
        Resolved {
            offset,
            len,
            comment: comments::in_place_of_value(rest).map(str::to_owned),
        }
    };
    spans.iter().map(resolved).collect()
}

/// Returns the offset and the length of a span.
fn bytes(text: &str, scalars: &[ScalarRange], span: Span) -> (usize, usize) {
    match span {
        Span::Byte(offset) => (offset, 1),
        Span::Scalar { ordinal, part } => {
            let Some(scalar) = scalars.get(ordinal as usize).or(scalars.last()) else {
                return (0, 1);
            };
            match (scalar.verbatim, part) {
                (Some(value), Some((start, len))) => (value + start, len),
                _ => (scalar.offset, scalar.len),
            }
        }
        Span::Empty { after, nth } => {
            let before = &scalars[..scalars.len().min(after as usize)];
            let ends = before.iter().map(|scalar| scalar.offset + scalar.len);
            let end = ends.max().unwrap_or(0);
            ranges::empty_collection(text, end, nth).unwrap_or((end, 1))
        }
    }
}
