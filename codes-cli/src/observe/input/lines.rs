//! Recordings with a JSON object on each line.

use std::io::{self, BufRead};

use super::record::RecordedResponse;
use crate::messages::observe::BadRecord;

/// Passes each non-blank line of at most `longest` bytes to a function, with its number.
pub(super) fn read(
    input: &mut dyn BufRead,
    longest: usize,
    each: &mut dyn FnMut(u64, Result<RecordedResponse, BadRecord>),
) -> io::Result<()> {
    let mut line = Vec::new();
    let mut number = 0;
    while let Some(is_complete) = next(input, longest, &mut line)? {
        number += 1;
        if !is_complete {
            each(number, Err(BadRecord::TooLong));
            continue;
        }
        match str::from_utf8(&line) {
            Err(_) => each(number, Err(BadRecord::NotUtf8)),
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => each(number, RecordedResponse::of_line(text)),
        }
    }
    Ok(())
}

/// Reads a line, and returns whether it fits in `longest` bytes. Returns `None` at the end of the input.
fn next(input: &mut dyn BufRead, longest: usize, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    let (mut is_empty, mut is_complete) = (true, true);
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        if buffer.is_empty() {
            return Ok((!is_empty).then_some(is_complete));
        }
        is_empty = false;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        is_complete &= line.len() + part.len() <= longest;
        if is_complete {
            line.extend_from_slice(part);
        }
        let read = end.map_or(buffer.len(), |end| end + 1);
        input.consume(read);
        if end.is_some() {
            return Ok(Some(is_complete));
        }
    }
}
