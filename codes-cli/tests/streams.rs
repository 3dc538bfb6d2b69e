//! What comes in and goes out: whatever is read ends, whatever is written can be read, and nobody need listen.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use codes_spec::{MAX_BYTES, load};
use serde_json::{Value, json};

fn codes(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
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

#[test]
fn json_lines_say_what_the_library_says() {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "..", "codes-spec", "tests", "rules"].iter().collect();
    let entries = fs::read_dir(&folder).expect("the folder of cases").map(|entry| entry.expect("a case").path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
    paths.sort();
    let done = codes(&["check", "--format", "json"]).arg(&folder).output().expect("a command that runs");
    let lines = String::from_utf8(done.stdout).expect("UTF-8");
    let found: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let expected: Vec<Value> = paths.iter().flat_map(|path| objects(path)).collect();
    assert!(expected.len() > 50);
    assert_eq!(found, expected);
    let keys = ["severity", "rule", "message", "path", "line", "column", "help", "related"];
    assert!(lines.lines().all(|line| keys.map(|key| line.find(&format!("\"{key}\":"))).is_sorted()));
}

fn objects(path: &Path) -> Vec<Value> {
    let (path, bytes) = (path.to_str().expect("UTF-8"), fs::read(path).expect("a case"));
    let loaded = load(path, &bytes);
    let object = |diagnostic: &codes_spec::Diagnostic| {
        let related = diagnostic.related.map(
            |other| json!({"path": path, "line": other.place.line, "column": other.place.column, "label": other.label}),
        );
        json!({
            "severity": diagnostic.rule.severity.to_string(),
            "rule": diagnostic.rule.id,
            "message": diagnostic.message,
            "path": path,
            "line": diagnostic.place.line,
            "column": diagnostic.place.column,
            "help": diagnostic.help(),
            "related": related,
        })
    };
    loaded.report.shown().iter().map(object).collect()
}

#[test]
fn what_is_not_shown_is_counted() {
    let rows: String = (0..80).map(|i| format!("  - status: {i}\n")).collect();
    let text = format!("vendor: T\ncodes:\n{rows}");
    for format in ["human", "json", "github"] {
        let (code, words) = feed(start(&["check", "--format", format, "-"]), &text);
        assert_eq!(code, Some(1));
        assert!(words.ends_with("… and 30 more in <stdin>\n\n1 file: 80 errors\n"), "{words}");
    }
}

#[test]
fn nobody_need_listen() {
    for format in ["human", "json", "github"] {
        let mut child = start(&["check", "--format", format, "-"]);
        drop(child.stdout.take());
        let (code, words) = feed(child, WRONG);
        assert_eq!(code, Some(1), "{words}");
        assert!(words.ends_with("1 file: 1 error\n") && !words.contains("panicked"), "{words}");

        let mut child = start(&["check", "--format", format, "-"]);
        drop(child.stderr.take());
        assert_eq!(feed(child, WRONG).0, Some(1));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_cannot_be_written_is_told() {
    let full = fs::File::options().write(true).open("/dev/full").expect("a full device");
    let child = codes(&["check", "--format", "json", "-"]).stdout(full).spawn().expect("a command that runs");
    let (code, words) = feed(child, WRONG);
    assert_eq!(code, Some(2));
    assert!(words.starts_with("error: cannot write to standard output: "), "{words}");
}

#[test]
#[cfg(unix)]
fn a_device_is_read_as_far_as_a_spec_may_go() {
    let (code, words) = feed(start(&["check", "/dev/zero"]), "");
    assert_eq!(code, Some(1));
    assert!(words.contains("error: the file has more than 8388608 bytes  [codes::too-large]"), "{words}");
    let (code, words) = feed(start(&["check", "/dev/null"]), "");
    assert_eq!(code, Some(1));
    assert!(words.contains("error: the file has no table"), "{words}");
}

#[test]
#[cfg(unix)]
fn a_pipe_is_read_to_its_end() {
    let pipe = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pipe.yaml");
    let _ = fs::remove_file(&pipe);
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let child = codes(&["check"]).arg(&pipe).spawn().expect("a command that runs");
    fs::write(&pipe, WRONG).expect("a reader");
    assert_eq!(feed(child, "").0, Some(1));

    // one that never ends: the writer is told that nobody reads on
    let child = codes(&["check"]).arg(&pipe).spawn().expect("a command that runs");
    let mut writer = fs::File::options().write(true).open(&pipe).expect("a reader");
    let written = (0..1024).take_while(|_| writer.write_all(&vec![b'#'; 1 << 16]).is_ok()).count() << 16;
    assert!(written < MAX_BYTES + (1 << 20), "{written} bytes were read");
    let (code, words) = feed(child, "");
    assert_eq!(code, Some(1));
    assert!(words.contains("[codes::too-large]"), "{words}");
}
