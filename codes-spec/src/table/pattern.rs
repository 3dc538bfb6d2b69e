//! Patterns of messages, in which `*` matches any text.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;

/// Returns the warning about a pattern that matches every message.
pub(crate) fn warning(pattern: &Spanned<Cow<'_, str>>) -> Option<Mistake> {
    let trimmed = pattern.value.trim();
    trimmed
        .chars()
        .all(|c| c == '*')
        .then(|| rules::message_any(trimmed).at(pattern.span))
}
