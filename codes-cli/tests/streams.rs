//! What comes in and goes out: whatever is read ends, whatever is written can be read, and nobody need listen.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use codes_spec::{MAX_BYTES, load};
use serde_json::{Value, json};

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

#[test]
fn json_lines_say_what_the_library_says() {
    let folder: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "..",
        "codes-spec",
        "tests",
        "rules",
    ]
    .iter()
    .collect();
    let entries = fs::read_dir(&folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("a case").path());
    let mut paths: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .collect();
    paths.sort();
    let done = codes(&["check", "--format", "json"])
        .arg(&folder)
        .output()
        .expect("a command that runs");
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
fn what_is_not_shown_is_counted() {
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

const RIGHT: &str = "vendor: T\ncodes: [{status: 404}]\n";

/// Every way to write to standard output, what is read for it, and how it ends. The first writes nothing there.
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
fn nobody_need_listen() {
    for (args, input, ending) in WRITERS {
        let mut child = start(args);
        drop(child.stdout.take());
        let (code, words) = feed(child, input);
        assert_eq!(code, Some(ending), "{args:?}: {words}");
        assert!(
            !words.contains("panicked") && !words.contains("cannot write"),
            "{args:?}: {words}"
        );

        let mut child = start(args);
        drop(child.stderr.take());
        assert_eq!(feed(child, input).0, Some(ending), "{args:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_cannot_be_written_is_told() {
    for (args, input, _) in &WRITERS[1..] {
        let full = fs::File::options()
            .write(true)
            .open("/dev/full")
            .expect("a full device");
        let child = codes(args)
            .stdout(full)
            .spawn()
            .expect("a command that runs");
        let (code, words) = feed(child, input);
        assert_eq!(code, Some(2), "{args:?}");
        assert!(
            words.starts_with("error: cannot write to standard output: "),
            "{args:?}: {words}"
        );
    }
}

#[test]
#[cfg(unix)]
fn a_device_is_read_as_far_as_a_spec_may_go() {
    let (code, words) = feed(start(&["check", "/dev/zero"]), "");
    assert_eq!(code, Some(1));
    assert!(
        words.contains("error: the file has more than 8388608 bytes  [codes::too-large]"),
        "{words}"
    );
    let (code, words) = feed(start(&["check", "/dev/null"]), "");
    assert_eq!(code, Some(1));
    assert!(words.contains("error: the file has no table"), "{words}");
}

#[test]
#[cfg(unix)]
fn a_pipe_is_read_to_its_end() {
    let pipe = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pipe.yaml");
    let _ = fs::remove_file(&pipe);
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .expect("mkfifo")
            .success()
    );
    let child = codes(&["check"])
        .arg(&pipe)
        .spawn()
        .expect("a command that runs");
    fs::write(&pipe, WRONG).expect("a reader");
    assert_eq!(feed(child, "").0, Some(1));

    // one that never ends: the writer is told that nobody reads on
    let child = codes(&["check"])
        .arg(&pipe)
        .spawn()
        .expect("a command that runs");
    let mut writer = fs::File::options()
        .write(true)
        .open(&pipe)
        .expect("a reader");
    let written = (0..1024)
        .take_while(|_| writer.write_all(&vec![b'#'; 1 << 16]).is_ok())
        .count()
        << 16;
    assert!(written < MAX_BYTES + (1 << 20), "{written} bytes were read");
    let (code, words) = feed(child, "");
    assert_eq!(code, Some(1));
    assert!(words.contains("[codes::too-large]"), "{words}");
}

#[test]
#[cfg(unix)]
fn what_is_no_file_is_told() {
    use std::os::unix::fs::symlink;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paths");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("specs/inner.yaml")).expect("folders");
    let at = |name: &str| {
        folder
            .join(name)
            .into_os_string()
            .into_string()
            .expect("UTF-8")
    };
    symlink("loop.yaml", at("loop.yaml")).expect("a link");
    symlink("nothing", at("link.yaml")).expect("a link");
    // no bytes, and yet larger than may be
    let sparse = fs::File::create(at("sparse.yaml")).expect("a file");
    sparse.set_len(5 << 30).expect("a length");
    assert!(
        Command::new("mkfifo")
            .arg(at("specs/pipe.yaml"))
            .status()
            .expect("mkfifo")
            .success()
    );
    for (name, ending, said) in [
        ("specs", 2, "has no file whose name ends in `.yaml`"),
        ("loop.yaml", 2, "cannot read"),
        ("link.yaml", 2, "cannot read"),
        (
            "sparse.yaml",
            1,
            "error: the file has more than 8388608 bytes",
        ),
    ] {
        let (code, words) = feed(start(&["check", &at(name)]), "");
        assert_eq!(code, Some(ending), "{name}: {words}");
        assert!(words.contains(said), "{name}: {words}");
    }
    // nobody writes to the pipe in the folder, and nobody waits for that
    fs::write(at("specs/right.yaml"), RIGHT).expect("written");
    assert_eq!(feed(start(&["check", &at("specs")]), "").0, Some(0));
    for args in [
        vec!["explain", "FOLDER"],
        vec!["diff", "FOLDER", "-"],
        vec!["import", "FOLDER", "--vendor", "V"],
    ] {
        let args: Vec<_> = args
            .into_iter()
            .map(|arg| {
                if arg == "FOLDER" {
                    at("specs")
                } else {
                    arg.to_owned()
                }
            })
            .collect();
        let (code, words) = feed(
            start(&args.iter().map(String::as_str).collect::<Vec<_>>()),
            "",
        );
        assert_eq!(code, Some(2));
        assert!(
            words.contains("is a folder\n  = help: give the file in it"),
            "{words}"
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn standard_input_has_a_path() {
    for path in ["/dev/stdin", "/dev/fd/0", "-"] {
        assert_eq!(feed(start(&["check", path]), WRONG).0, Some(1));
    }
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("secret.yaml");
    fs::write(&path, WRONG).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    // whoever may do anything reads it all the same
    let may = fs::read(&path).is_ok();
    let (code, words) = feed(start(&["check", path.to_str().expect("UTF-8")]), "");
    assert_eq!(code, Some(if may { 1 } else { 2 }), "{words}");
    assert!(may || words.starts_with("error: cannot read"), "{words}");
    fs::remove_file(&path).expect("removed");
}
