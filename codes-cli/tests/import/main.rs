//! What `codes import` writes: specs that are right at once, whole files or none, and nothing over what is there.

mod files;
mod pages;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn pages() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "pages"]
        .iter()
        .collect()
}

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("import")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> = entries
        .map(|name| name.into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

fn codes(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .expect("a command that runs")
}

fn page(name: &str) -> String {
    pages()
        .join(name)
        .into_os_string()
        .into_string()
        .expect("UTF-8")
}

fn words(done: &Output) -> String {
    String::from_utf8(done.stderr.clone()).expect("UTF-8")
}
