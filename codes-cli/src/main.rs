//! The `codes` command. See the library for everything else.

use std::process::ExitCode;

fn main() -> ExitCode {
    codes_cli::run()
}
