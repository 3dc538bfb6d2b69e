//! Input from files, pipes and devices, and output to streams that may be closed or full.

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
    codes(args).spawn().expect("the command runs")
}

/// Writes text to the standard input of a command, and returns its exit status and standard error.
fn feed(mut child: Child, text: &str) -> (Option<i32>, String) {
    let mut stdin = child.stdin.take().expect("a pipe");
    let _ = stdin.write_all(text.as_bytes());
    drop(stdin);
    let Output { status, stderr, .. } = child.wait_with_output().expect("the command exits");
    (status.code(), String::from_utf8(stderr).expect("UTF-8"))
}

const WRONG: &str = "vendor: T\ncodes: [{status: 4o4}]\n";

const RIGHT: &str = "vendor: T\ncodes: [{status: 404}]\n";
