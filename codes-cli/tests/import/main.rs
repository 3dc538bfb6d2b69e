//! `codes import` writes valid specs in complete files, and does not overwrite other files.

mod choices;
mod corpus;
mod documents;
mod doubts;
mod drift;
mod files;
mod pages;
mod update;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn pages() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "pages"]
        .iter()
        .collect()
}

/// Creates an empty directory for a test.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("import")
        .join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("a directory");
    directory
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory)
        .expect("the directory")
        .map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> = entries
        .map(|name| name.into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

fn codes(directory: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command
        .args(args)
        .current_dir(directory)
        .stdin(Stdio::null())
        .output()
        .expect("the command runs")
}

fn page(name: &str) -> String {
    pages()
        .join(name)
        .into_os_string()
        .into_string()
        .expect("UTF-8")
}

fn stderr(done: &Output) -> String {
    String::from_utf8(done.stderr.clone()).expect("UTF-8")
}
