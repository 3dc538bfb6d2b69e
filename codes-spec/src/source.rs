//! The text of a spec file, and the lines and columns of its bytes.

use std::borrow::Cow;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 8 << 20;

/// A file's path for diagnostics, and its text without a byte order mark.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    path: Cow<'a, str>,
    text: Cow<'a, str>,
}

/// The reason why the bytes of a file are not parsed.
pub(crate) enum Unreadable {
    /// The file is larger than [`MAX_BYTES`].
    TooLarge,
    Utf16,
    /// The byte at this offset, counted after a byte order mark, is not valid UTF-8.
    NotUtf8 {
        offset: usize,
    },
}

/// The part of a line that a diagnostic points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The offset of the first byte.
    pub offset: usize,
    /// The length in bytes, at most up to the end of the line.
    pub len: usize,
}

impl<'a> Source<'a> {
    /// Decodes the bytes of a file. Returns the source, and the text to parse or the reason why there is none.
    pub(crate) fn read(path: &'a str, bytes: &'a [u8]) -> (Self, Result<&'a str, Unreadable>) {
        let with = |text: Cow<'a, str>| Source {
            path: path.into(),
            text,
        };
        if bytes.len() > MAX_BYTES {
            return (with("".into()), Err(Unreadable::TooLarge));
        }
        // UTF-16: with a byte order mark, or starting with two ASCII characters
        if let [0xff, 0xfe, ..]
        | [0xfe, 0xff, ..]
        | [1..=255, 0, 1..=255, 0, ..]
        | [0, 1..=255, 0, 1..=255, ..] = bytes
        {
            return (with("".into()), Err(Unreadable::Utf16));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match str::from_utf8(bytes) {
            Ok(text) => (with(text.into()), Ok(text)),
            Err(error) => {
                let offset = error.valid_up_to();
                let lossy = String::from_utf8_lossy(bytes);
                (with(lossy), Err(Unreadable::NotUtf8 { offset }))
            }
        }
    }

    /// The path as it was given.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the location of a byte range, cut at the end of its first line.
    pub(crate) fn locate(&self, offset: usize, len: usize) -> Location {
        let offset = self.char_boundary(offset);
        let (before, rest) = self.text.split_at(offset);
        let breaks = before.matches(LINE_ENDS).count() - before.matches("\r\n").count();
        let line_end = offset + rest.find(LINE_ENDS).unwrap_or(rest.len());
        Location {
            line: breaks + 1,
            column: before[line_start(before)..].chars().count() + 1,
            offset,
            len: self.char_boundary(line_end.min(offset.saturating_add(len))) - offset,
        }
    }

    /// Returns the whole line of a location, and the offset of the location in the line.
    pub(crate) fn line(&self, location: Location) -> (&str, usize) {
        let start = line_start(&self.text[..location.offset]);
        let rest = &self.text[start..];
        (
            &rest[..rest.find(LINE_ENDS).unwrap_or(rest.len())],
            location.offset - start,
        )
    }

    /// Returns the start of the character that contains a byte.
    fn char_boundary(&self, offset: usize) -> usize {
        (0..=offset.min(self.text.len()))
            .rev()
            .find(|&i| self.text.is_char_boundary(i))
            .unwrap_or(0)
    }
}

const LINE_ENDS: [char; 2] = ['\n', '\r'];

fn line_start(before: &str) -> usize {
    before.rfind(LINE_ENDS).map_or(0, |i| i + 1)
}
