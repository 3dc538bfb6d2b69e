//! Places in the source text.

/// What a stage points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    Byte(usize),
    /// A scalar, or the bytes of its value from `start` on, if the file shows them as they are.
    Scalar {
        ordinal: u32,
        part: Option<(usize, usize)>,
    },
    /// An empty list or mapping, counted from 1 behind so many scalars.
    Empty {
        behind: u32,
        nth: u32,
    },
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

    /// What puts spans in file order, without knowing where scalars stand; those of bytes are few.
    pub(crate) fn order(self) -> u32 {
        self.scalars().unwrap_or(0)
    }

    /// How many scalars there are up to it.
    pub(crate) fn scalars(self) -> Option<u32> {
        match self {
            Span::Scalar { ordinal, .. } => Some(ordinal + 1),
            Span::Empty { behind, .. } => Some(behind),
            Span::Byte(_) => None,
        }
    }

    /// A part of the value that a scalar has.
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

/// A value and where it stands.
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
