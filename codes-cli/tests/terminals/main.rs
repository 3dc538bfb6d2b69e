//! Output on terminals: width, color and control characters.

mod hostile;
#[cfg(unix)]
mod terminal;

use std::process::Command;

fn codes(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command
        .args(args)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts"));
    command
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS")
        .env_remove("CI")
        .env_remove("CLICOLOR")
        .env_remove("CLICOLOR_FORCE")
        .env("TERM", "xterm");
    command
}
