//! Standard output for data, and standard error for notices. Writing does not panic if the reader
//! has closed the stream.

use std::io::{self, ErrorKind, IsTerminal as _, Write};

use crate::exit::Exit;
use crate::messages::{Message, cli};
use crate::style::ColorOption;

/// Writes to standard output. It is not an error if the reader has closed it.
pub(crate) fn data(text: &str) -> Result<(), Exit> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            notice(&cli::cannot_write_to_stdout(&error).plain());
            Err(Exit::Failure)
        }
        _ => Ok(()),
    }
}

/// Writes styled text to standard output, in color if `--color` and the stream allow it.
pub(crate) fn styled_data(text: &str, color: ColorOption) -> Result<(), Exit> {
    data(&color.resolve(text, &io::stdout()))
}

/// Writes to standard error. Errors are ignored, because there is nowhere to report them.
pub(crate) fn notice(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes styled text to standard error, in color if `--color` and the stream allow it.
pub(crate) fn styled_notice(text: &str, color: ColorOption) {
    notice(&color.resolve(text, &io::stderr()));
}

/// Prints an error, and returns the given exit status.
pub(crate) fn fail(message: &Message, color: ColorOption, exit: Exit) -> Exit {
    styled_notice(&message.styled(), color);
    exit
}

/// A status line on the terminal during slow work. Dropping it clears the line.
#[derive(Debug)]
pub(crate) struct TemporaryLine {
    is_shown: bool,
}

impl TemporaryLine {
    /// Writes the line if standard error is a terminal and the work is large.
    pub(crate) fn begin(line: &str, bytes: usize) -> Self {
        const LARGE: usize = 4 << 20;
        let is_shown = bytes >= LARGE && io::stderr().is_terminal();
        if is_shown {
            notice(line);
        }
        TemporaryLine { is_shown }
    }
}

impl Drop for TemporaryLine {
    fn drop(&mut self) {
        if self.is_shown {
            // moves to the start of the line, and clears it
            notice("\r\x1b[K");
        }
    }
}
