//! The two streams: standard output for data, standard error for notices. Neither panics when its
//! reader is gone.

use std::io::{self, ErrorKind, Write};

use crate::exit::Exit;
use crate::messages::{Message, cli};
use crate::style::ColorOption;

/// Writes to standard output. A reader that has gone away is not an error.
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

/// Writes styled text to standard output, in colour if that is wanted there.
pub(crate) fn styled_data(text: &str, color: ColorOption) -> Result<(), Exit> {
    data(&color.resolve(text, &io::stdout()))
}

/// Writes to standard error. An error there cannot be reported anywhere.
pub(crate) fn notice(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes styled text to standard error, in colour if that is wanted there.
pub(crate) fn styled_notice(text: &str, color: ColorOption) {
    notice(&color.resolve(text, &io::stderr()));
}

/// Reports an error, and returns the exit code to end with.
pub(crate) fn fail(message: &Message, color: ColorOption, exit: Exit) -> Exit {
    styled_notice(&message.styled(), color);
    exit
}
