//! `codes explain --format html`: files, determinism, and valid links.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns an empty directory for a test.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("catalogue")
        .join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("a directory");
    directory
}

fn explain(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(["explain", "--format", "html"])
        .args(args)
        .current_dir(workspace())
        .stdin(Stdio::null())
        .output()
        .expect("the command runs")
}

fn pages(directory: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(directory).expect("the directory");
    let mut pages: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("a page"))
        })
        .collect();
    pages.sort();
    pages
}

/// Returns the values of an attribute.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    let parts = page.split(start.as_str()).skip(1);
    parts.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn links_lead_to_anchors_that_are_unique() {
    let at = directory("links");
    let path = at.to_str().expect("UTF-8");
    let done = explain(&["specs", "specs/standards", "tests/specs", "-o", path]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let pages = pages(&at);
    assert!(pages.len() > 20, "{}", pages.len());
    let mut targets = HashSet::new();
    for (name, page) in &pages {
        targets.insert(name.clone());
        for id in values(page, "id") {
            assert!(!id.contains(char::is_whitespace), "{name}: {id}");
            assert!(
                targets.insert(format!("{name}#{id}")),
                "{name}: {id} is not unique"
            );
        }
        // nothing is loaded from elsewhere
        assert!(!page.contains(" src=") && !page.contains("@import") && !page.contains("url("));
    }
    let mut links = 0;
    for (name, page) in &pages {
        for link in values(page, "href")
            .into_iter()
            .filter(|link| !link.contains("://"))
        {
            let link = link.replace("&amp;", "&").replace("&#39;", "'");
            let link = percent_decoded(&link);
            let target = if link.starts_with('#') {
                format!("{name}{link}")
            } else {
                link
            };
            assert!(targets.contains(&target), "{name}: {target}");
            links += 1;
        }
    }
    assert!(links > 1000, "{links}");
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|_| *first == b'%');
        let byte =
            digits.and_then(|digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn bytes_are_the_same_and_other_files_are_kept() {
    let (first, second) = (directory("first"), directory("second"));
    for at in [&first, &second, &first] {
        let path = at.join("new/site");
        let path = path.to_str().expect("UTF-8");
        let done = explain(&["specs", "--base-url", "https://a.example", "-o", path]);
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    assert_eq!(
        pages(&first.join("new/site")),
        pages(&second.join("new/site"))
    );
    let page = fs::read_to_string(first.join("new/site/points.html")).expect("a page");
    assert!(page.contains("<code>https://a.example/points.html#NotFound</code>"));

    let own = second.join("new/site/points.html");
    fs::write(&own, "<!doctype html>\nmine").expect("written");
    let index = second.join("new/site/index.html");
    fs::remove_file(&index).expect("removed");
    let path = second.join("new/site");
    let path = path.to_str().expect("UTF-8");
    let done = explain(&["specs", "-o", path]);
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("was not written by `codes explain`"));
    assert!(!index.exists() && fs::read_to_string(&own).expect("kept").ends_with("mine"));
    assert!(explain(&["specs", "-o", path, "--force"]).status.success() && index.exists());
}
