//! The command `codes`, for people who write tables of vendors' status codes.

use std::process::ExitCode;

fn main() -> ExitCode {
    codes_cli::run()
}
