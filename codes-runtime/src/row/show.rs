//! A row as text.

use core::fmt::{self, Alignment, Write as _};

use super::Row;
use super::record::DISPLAY;

/// What the row displays; with `{:#}` behind the vendor's name and before what is left of the description.
///
/// Width, fill and precision apply as to any text.
impl fmt::Display for Row {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let display = self.text(DISPLAY);
        if f.alternate() {
            self.fmt_long(display, f)
        } else if is_plain(f) {
            // so would `pad`, one call later
            f.write_str(display)
        } else {
            f.pad(display)
        }
    }
}

fn is_plain(f: &fmt::Formatter<'_>) -> bool {
    f.width().is_none() && f.precision().is_none()
}

impl Row {
    fn fmt_long(self, display: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = self.head();
        let left = head
            .description
            .split_at(head.long.saturating_sub(2))
            .1
            .trim_end();
        let (colon, left) = match head.long {
            0 => ("", ""),
            1 => (": ", left),
            _ => ("", left),
        };
        let parts = [self.vendor(), ": ", display, colon, left];
        if is_plain(f) {
            return parts.iter().try_for_each(|part| f.write_str(part));
        }
        pad(f, &parts)
    }
}

/// Pads a text in parts, as `Formatter::pad` does it for one in a piece.
fn pad(f: &mut fmt::Formatter<'_>, parts: &[&str]) -> fmt::Result {
    let (fill, width, most) = (
        f.fill(),
        f.width().unwrap_or(0),
        f.precision().unwrap_or(usize::MAX),
    );
    let chars: usize = parts.iter().map(|part| part.chars().count()).sum();
    let missing = width.saturating_sub(chars.min(most));
    let before = match f.align() {
        Some(Alignment::Right) => missing,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Left) | None => 0,
    };
    for _ in 0..before {
        f.write_char(fill)?;
    }
    for c in parts.iter().flat_map(|part| part.chars()).take(most) {
        f.write_char(c)?;
    }
    for _ in before..missing {
        f.write_char(fill)?;
    }
    Ok(())
}

/// The variant's name.
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
