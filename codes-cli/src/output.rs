//! The two streams: data for programs, words for people. Neither panics when nobody listens.

use std::io::{self, ErrorKind, Write};

use crate::ending::Ending;

/// Writes to standard output. A reader that went away has enough; that is no mistake.
pub(crate) fn data(text: &str) -> Result<(), Ending> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            words(&format!(
                "error: cannot write to standard output: {error}\n"
            ));
            Err(Ending::Unable)
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; whoever cannot be told cannot be told of that either.
pub(crate) fn words(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// `1 row`, `2 rows`
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
