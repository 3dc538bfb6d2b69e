//! Collects changes to a text and makes them all at once.

use std::ops::Range;

/// Orders changes at the same position: a key of a row comes before a row added after it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    Key,
    Row,
}

struct Splice {
    range: Range<usize>,
    order: Order,
    text: String,
}

#[derive(Default)]
pub(super) struct Splices(Vec<Splice>);

impl Splices {
    pub(super) fn add(&mut self, range: Range<usize>, order: Order, text: String) {
        self.0.push(Splice { range, order, text });
    }

    /// Returns the text with all changes, or `None` if two of them overlap. Ranges that are removed may overlap.
    pub(super) fn apply(mut self, text: &str) -> Option<String> {
        self.0
            .sort_by_key(|splice| (splice.range.start, splice.range.end, splice.order));
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for splice in &self.0 {
            let start = match splice.range.start {
                start if splice.text.is_empty() => start.max(from),
                start => start,
            };
            out += text.get(from..start)?;
            out += &splice.text;
            from = splice.range.end.max(from);
        }
        out += text.get(from..)?;
        Some(out)
    }
}
