//! Escapes plain text, so that Markdown shows it unchanged.

use crate::text::{ByteSet, byte_set, find_byte, is_unprintable};

/// Escapes text, which may be part of a line. Punctuation that can have a meaning in Markdown gets backslashes, and
/// unprintable characters become entities.
pub(crate) fn escape(text: &str) -> String {
    const CONTROLS_AND_PUNCTUATION: ByteSet = byte_set(&[
        (0, 0x1f),
        (b'!', b'/'),
        (b':', b'@'),
        (b'[', b'`'),
        (b'{', 0x7f),
    ]);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let (mut plain, mut from) = (0, 0);
    while let Some(at) = find_byte(text, from, &CONTROLS_AND_PUNCTUATION) {
        if text.as_bytes()[at].is_ascii_punctuation() {
            if can_mean_something(text.as_bytes(), at) {
                out.push_str(&text[plain..at]);
                out.push('\\');
                plain = at;
            }
            from = at + 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        from = at + c.len_utf8();
        if !is_unprintable(c) {
            continue;
        }
        out.push_str(&text[plain..at]);
        plain = from;
        match c {
            '\0' => out.push('\u{fffd}'),
            '\t' => out.push(' '),
            _ => out.push_str(&format!("&#x{:x};", u32::from(c))),
        }
    }
    out.push_str(&text[plain..]);
    out
}

/// Returns whether punctuation can have a meaning in Markdown. What precedes or follows the text is unknown.
fn can_mean_something(text: &[u8], at: usize) -> bool {
    let before = text[..at].last();
    let after = text.get(at + 1);
    // a number that starts an item has at most nine digits
    let may_number_an_item = || at <= 9 && text[..at].iter().all(u8::is_ascii_digit);
    match text[at] {
        b',' | b';' | b':' | b'%' | b'?' | b'(' => false,
        b')' => may_number_an_item(),
        b'.' => may_number_an_item() || before == Some(&b'.') || after == Some(&b'.'),
        b'-' => matches!(before, None | Some(b'-')) || after == Some(&b'-'),
        b'+' | b'=' => before.is_none(),
        // part of the `://` of a bare URL, about which rustdoc warns
        b'/' => matches!(before, None | Some(b':' | b'/')),
        // an image, if a link follows
        b'!' => matches!(after, None | Some(b'[')),
        b'_' => ![before, after]
            .iter()
            .all(|c| c.is_some_and(u8::is_ascii_alphanumeric)),
        _ => true,
    }
}
