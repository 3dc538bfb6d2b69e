//! How a command ends.

use std::process::ExitCode;

/// What the exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Fine = 0,
    /// What was read has mistakes.
    Mistakes = 1,
    /// Something could not be read or written. The command line itself ends so as well, in clap.
    Unable = 2,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ExitCode::from(ending as u8)
    }
}
