//! Displays a row.

use core::fmt::{self, Alignment, Write as _};

use codes_core::details::{LongForm, Uncut};

use crate::row::view::{Description, Row};

/// Prints the row in the format that the spec's `display` sets. `{:#}` prints the vendor's
/// name first, and after the row what is left of its description.
///
/// Width, fill and precision work as they do for strings.
impl fmt::Display for Row {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let display = self.text(self.record().display());
        if f.alternate() {
            self.fmt_long(display, f)
        } else if is_plain(f) {
            // the same as `pad`, without the call
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
        let Description {
            text, long_form, ..
        } = self.read_description();
        let [head, middle, tail, rest] = match long_form {
            LongForm::Same => [display, "", "", ""],
            LongForm::Description => [display, ": ", "", text],
            LongForm::DescriptionFrom(start) => [display, "", "", &text[start..]],
            LongForm::Uncut(Uncut {
                ellipsis,
                start,
                end,
            }) => [
                &display[..ellipsis],
                &text[start..end],
                &display[ellipsis + '…'.len_utf8()..],
                &text[end..],
            ],
        };
        let parts = [self.vendor(), ": ", head, middle, tail, rest.trim_end()];
        if is_plain(f) {
            return parts.iter().try_for_each(|part| f.write_str(part));
        }
        pad(f, &parts)
    }
}

/// Pads a string given in parts, as `Formatter::pad` does for a whole one.
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

/// Prints the row's name.
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
