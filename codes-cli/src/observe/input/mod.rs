//! Reads recordings: JSON lines, a JSON list, or HAR. The format is detected from the first characters.

mod document;
mod fields;
mod lines;
mod record;
#[cfg(test)]
mod tests;

use std::io::{self, BufReader, Cursor, Read};

pub(super) use record::{RecordedContent, RecordedResponse};

use crate::messages::observe::{BadRecord, Place};

/// The maximum length of a line, in bytes. Longer ones are not needed: clients read at most 1 MiB of a body.
const LONGEST_LINE: usize = 16 << 20;

/// Passes each response of a recording to a function, with its place.
pub(super) fn read(
    file: &str,
    mut input: impl Read,
    each: &mut dyn FnMut(&Place<'_>, Result<RecordedResponse, BadRecord>),
) -> io::Result<()> {
    let start = peek(&mut input)?;
    let form = Form::of(&start);
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    let mut input = BufReader::with_capacity(1 << 16, Cursor::new(start).chain(input));
    let unit = if form == Form::Lines { "line" } else { "entry" };
    let mut each = |number, record| each(&Place { file, unit, number }, record);
    match form {
        Form::Lines => lines::read(&mut input, LONGEST_LINE, &mut each),
        Form::List => document::read_list(&mut input, &mut each),
        Form::Har => document::read_har(&mut input, &mut each),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Lines,
    List,
    Har,
}

impl Form {
    /// A HAR document begins with its only key, `log`.
    fn of(start: &[u8]) -> Self {
        let text = String::from_utf8_lossy(start);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let first_key = text.strip_prefix('{').map(str::trim_start);
        if text.starts_with('[') {
            Form::List
        } else if first_key.is_some_and(|key| key.starts_with("\"log\"")) {
            Form::Har
        } else {
            Form::Lines
        }
    }
}

/// Reads enough of the first bytes to detect the format.
fn peek(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    input.take(512).read_to_end(&mut start)?;
    Ok(start)
}
