//! Byte ranges of the source text, as handles that are resolved only when there is something to report.
//!
//! The parser reports positions only with errors, so locating nodes takes a second parse: 38 ms for 1,000 rows
//! without optimization, while the first parse takes 19 to 27. So a node only carries its ordinal among the scalars.

/// A byte range of the source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// The character at a byte.
    Byte(usize),
    /// A scalar, counted from 0. `part` limits the span to some bytes of its value (start and length), if the file has
    /// the value unchanged.
    Scalar {
        ordinal: u32,
        part: Option<(usize, usize)>,
    },
    /// An empty list or mapping: the `nth` one, counted from 1, that follows the first `after` scalars.
    Empty { after: u32, nth: u32 },
}

impl Default for Span {
    fn default() -> Self {
        Span::START
    }
}

impl Span {
    pub(crate) const START: Self = Span::Byte(0);

    pub(crate) fn scalar(ordinal: u32) -> Self {
        Span::Scalar {
            ordinal,
            part: None,
        }
    }

    /// Returns a key that sorts spans in file order without resolving them. Spans of bytes are rare and come first.
    pub(crate) fn order(self) -> u32 {
        self.scalars().unwrap_or(0)
    }

    /// Returns how many scalars must be located to resolve this span.
    pub(crate) fn scalars(self) -> Option<u32> {
        match self {
            Span::Scalar { ordinal, .. } => Some(ordinal + 1),
            Span::Empty { after, .. } => Some(after),
            Span::Byte(_) => None,
        }
    }

    /// Returns the span of a part of a scalar's value.
    pub(crate) fn part(self, start: usize, len: usize) -> Self {
        match self {
            Span::Scalar { ordinal, .. } => Span::Scalar {
                ordinal,
                part: Some((start, len)),
            },
            Span::Byte(_) | Span::Empty { .. } => self,
        }
    }
}

/// A span whose bytes were found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) offset: usize,
    pub(crate) len: usize,
    /// The comment in place of a missing value, if it was probably meant to be the value.
    pub(crate) comment: Option<String>,
}

/// A value and the span that it was read from.
#[derive(Clone)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<T> Spanned<T> {
    pub(crate) fn map<U>(self, f: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned {
            value: f(self.value),
            span: self.span,
        }
    }
}
