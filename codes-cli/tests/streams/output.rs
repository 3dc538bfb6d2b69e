//! Standard output and standard error.

use std::fs;
use std::path::{Path, PathBuf};

use codes_spec::load;
use serde_json::{Value, json};

use super::{RIGHT, WRONG, codes, feed, start};

#[test]
fn json_has_every_diagnostic_of_the_library() {
    let directory: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "..",
        "codes-spec",
        "tests",
        "rules",
    ]
    .iter()
    .collect();
    let entries = fs::read_dir(&directory)
        .expect("the directory of cases")
        .map(|entry| entry.expect("a case").path());
    let mut paths: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .collect();
    paths.sort();
    let done = codes(&["check", "--format", "json"])
        .arg(&directory)
        .output()
        .expect("the command runs");
    let lines = String::from_utf8(done.stdout).expect("UTF-8");
    let found: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let expected: Vec<Value> = paths.iter().flat_map(|path| objects(path)).collect();
    assert!(expected.len() > 50);
    assert_eq!(found, expected);
    let keys = [
        "severity", "rule", "message", "path", "line", "column", "help", "related",
    ];
    assert!(lines.lines().all(|line| {
        keys.map(|key| line.find(&format!("\"{key}\":")))
            .is_sorted()
    }));
}

fn objects(path: &Path) -> Vec<Value> {
    let (path, bytes) = (
        path.to_str().expect("UTF-8"),
        fs::read(path).expect("a case"),
    );
    let loaded = load(path, &bytes);
    let object = |diagnostic: &codes_spec::Diagnostic| {
        let related = diagnostic.related.map(
            |other| json!({"path": path, "line": other.location.line, "column": other.location.column, "label": other.label}),
        );
        json!({
            "severity": diagnostic.rule.severity.to_string(),
            "rule": diagnostic.rule.id,
            "message": diagnostic.message,
            "path": path,
            "line": diagnostic.location.line,
            "column": diagnostic.location.column,
            "help": diagnostic.help(),
            "related": related,
        })
    };
    loaded.report.shown().iter().map(object).collect()
}

#[test]
fn omitted_diagnostics_are_counted() {
    let rows: String = (0..80).map(|i| format!("  - status: {i}\n")).collect();
    let text = format!("vendor: T\ncodes:\n{rows}");
    for format in ["human", "json", "github"] {
        let (code, words) = feed(start(&["check", "--format", format, "-"]), &text);
        assert_eq!(code, Some(1));
        assert!(
            words.ends_with("… and 30 more in <stdin>\n\n1 file: 80 errors\n"),
            "{words}"
        );
    }
}

/// A command that writes only to standard error, then one for each way to write to standard output: arguments, standard
/// input and exit status.
const WRITERS: [(&[&str], &str, i32); 10] = [
    (&["check", "-"], WRONG, 1),
    (&["check", "--format", "json", "-"], WRONG, 1),
    (&["check", "--format", "github", "-"], WRONG, 1),
    (&["explain", "-"], RIGHT, 0),
    (&["explain", "--format", "json", "-"], RIGHT, 0),
    (&["explain", "--format", "markdown", "-", "404"], RIGHT, 0),
    (&["explain", "-", "500"], RIGHT, 1),
    (
        &[
            "diff",
            "-",
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts/right.yaml"),
        ],
        RIGHT,
        0,
    ),
    (&["import", "-", "--vendor", "T"], "404 Gone\n", 0),
    (&["schema"], "", 0),
];

#[test]
fn closed_streams_are_not_an_error() {
    for (args, input, status) in WRITERS {
        let mut child = start(args);
        drop(child.stdout.take());
        let (code, words) = feed(child, input);
        assert_eq!(code, Some(status), "{args:?}: {words}");
        assert!(
            !words.contains("panicked") && !words.contains("cannot write"),
            "{args:?}: {words}"
        );

        let mut child = start(args);
        drop(child.stderr.take());
        assert_eq!(feed(child, input).0, Some(status), "{args:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_device_is_reported() {
    for (args, input, _) in &WRITERS[1..] {
        let full = fs::File::options()
            .write(true)
            .open("/dev/full")
            .expect("a full device");
        let child = codes(args).stdout(full).spawn().expect("the command runs");
        let (code, words) = feed(child, input);
        assert_eq!(code, Some(2), "{args:?}");
        assert!(
            words.starts_with("error: cannot write to standard output: "),
            "{args:?}: {words}"
        );
    }
}
