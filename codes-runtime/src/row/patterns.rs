//! The message patterns of a row.

use codes_core::lists::RowTexts;

use crate::cursor::Texts;
use crate::message::fits;
#[cfg(feature = "alloc")]
use crate::message::walk;
use crate::row::view::Row;

impl Row {
    /// Returns the number of bytes of literal text in the pattern that fits a message best, or
    /// `None` if none fits.
    pub(crate) fn best_fit(self, message: &str) -> Option<usize> {
        self.patterns()
            .filter_map(|pattern| fits(pattern.pieces(), message))
            .max()
    }

    /// Returns the text that the placeholder `name` captures in the pattern that fits best.
    #[cfg(feature = "alloc")]
    pub(crate) fn capture<'m>(self, message: &'m str, name: &str) -> Option<&'m str> {
        let mut best = (None, None);
        for pattern in self.patterns() {
            let mut captured = None;
            let bytes = walk(pattern.pieces(), message, |gap, text| {
                captured = captured.or((gap == name).then_some(text));
            });
            if bytes > best.0 {
                best = (bytes, captured);
            }
        }
        best.1
    }

    fn patterns(self) -> impl Iterator<Item = PatternTexts> {
        let mut texts = self.texts(RowTexts::Patterns);
        core::iter::from_fn(move || {
            let pattern = PatternTexts(texts.clone());
            let pieces = pattern.clone().pieces().count();
            texts.nth((2 * pieces).checked_sub(1)?)?;
            Some(pattern)
        })
    }
}

/// The strings of a pattern, followed by those of later patterns.
#[derive(Clone)]
struct PatternTexts(Texts);

impl PatternTexts {
    fn pieces(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let mut texts = self.0;
        let mut ended = false;
        core::iter::from_fn(move || {
            let piece = (!ended).then(|| Some((texts.next()?, texts.next()?)))??;
            ended = piece.1.is_empty();
            Some(piece)
        })
    }
}
