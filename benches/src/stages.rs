//! What the macro itself takes, stage by stage: an ignored test of `codes-macro`.

use std::process::{Command, Stdio};

use crate::leaf::PROJECT;

/// What the test prints; a macro runs without optimization, and so does it.
pub(crate) fn measure() -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["test", "--quiet", "--package", "codes-macro", "--lib"]);
    // the project's own tests have an optimized parser
    cargo.args(["--config", "profile.dev.package.unsafe-libyaml.opt-level=0"]);
    cargo
        .args(["stages", "--", "--ignored", "--nocapture"])
        .current_dir(PROJECT)
        .stderr(Stdio::inherit());
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "the stages cannot be measured");
    let printed = String::from_utf8_lossy(&output.stdout);
    printed
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| format!("{line}\n"))
        .collect()
}
