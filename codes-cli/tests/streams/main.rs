//! What comes in and goes out: whatever is read ends, whatever is written can be read, and nobody need listen.

mod input;
mod output;

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};

fn codes(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn start(args: &[&str]) -> Child {
    codes(args).spawn().expect("a command that runs")
}

/// Lets a command read a text and end.
fn feed(mut child: Child, text: &str) -> (Option<i32>, String) {
    let mut stdin = child.stdin.take().expect("its input");
    let _ = stdin.write_all(text.as_bytes());
    drop(stdin);
    let Output { status, stderr, .. } = child.wait_with_output().expect("its end");
    (status.code(), String::from_utf8(stderr).expect("UTF-8"))
}

const WRONG: &str = "vendor: T\ncodes: [{status: 4o4}]\n";

const RIGHT: &str = "vendor: T\ncodes: [{status: 404}]\n";
