//! Padding of a text in parts, as `Formatter::pad` does it for one in a piece.

use core::fmt::{self, Alignment, Write as _};

pub(crate) fn pad(f: &mut fmt::Formatter<'_>, parts: &[&str]) -> fmt::Result {
    let (fill, width, most) = (f.fill(), f.width().unwrap_or(0), f.precision().unwrap_or(usize::MAX));
    let chars = parts.iter().flat_map(|part| part.chars()).take(most);
    let missing = width.saturating_sub(chars.clone().count());
    let before = match f.align() {
        Some(Alignment::Right) => missing,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Left) | None => 0,
    };
    let fills = |count| core::iter::repeat_n(fill, count);
    fills(before).chain(chars).chain(fills(missing - before)).try_for_each(|c| f.write_char(c))
}
