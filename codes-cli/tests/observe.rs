//! `codes observe` reads all formats of recordings alike, prints no secrets, and needs little memory.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use proptest::prelude::*;
use serde_json::{Value, json};

const SPEC: &str = "
vendor: Parcel API
headers: {code: x-code}
body: {code: /error/code, detail: /error/reason, message: /error/message, errors: /errors}
codes:
  - {status: 200, title: Success}
  - {status: 404, code: parcel_not_found}
  - {status: 404, code: depot_not_found}
  - {status: 402, code: payment_failed, title: Payment failed}
  - {status: 402, code: payment_failed, detail: card_expired, title: Card expired}
  - {status: 5xx, name: ServerError}
";

/// Creates a directory for a test that contains only a spec.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("observe")
        .join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("a directory");
    fs::write(directory.join("parcel.yaml"), SPEC).expect("written");
    directory
}

fn codes(directory: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(args)
        .current_dir(directory)
        .stdin(Stdio::null())
        .output()
        .expect("the command runs")
}

fn stdout(done: &Output) -> String {
    String::from_utf8(done.stdout.clone()).expect("UTF-8")
}

/// A response: its status, the code in its headers, and its body.
#[derive(Clone, Debug)]
struct Response {
    status: u16,
    code: Option<String>,
    body: String,
}

const SECRET: &str = "hunter2";

impl Response {
    fn line(&self) -> Value {
        let body = serde_json::from_str(&self.body).unwrap_or(Value::String(self.body.clone()));
        let mut headers = json!({"authorization": SECRET, "set-cookie": [SECRET, SECRET]});
        if let Some(code) = &self.code {
            headers["X-Code"] = code.as_str().into();
        }
        let url = format!("https://{SECRET}:{SECRET}@a.example/{SECRET}?key={SECRET}");
        json!({"status": self.status, "headers": headers, "body": body, "url": url, "note": SECRET})
    }

    fn entry(&self) -> Value {
        let mut headers = vec![json!({"name": "authorization", "value": SECRET})];
        if let Some(code) = &self.code {
            headers.push(json!({"name": "x-code", "value": code}));
        }
        json!({
            "request": {"url": format!("https://a.example/{SECRET}"), "postData": {"text": SECRET}},
            "response": {"status": self.status, "headers": headers, "content": {"text": self.body}},
        })
    }
}

fn response() -> impl Strategy<Value = Response> {
    let status = prop_oneof![Just(200), Just(402), Just(404), Just(503), 100..600_u16];
    let code = prop_oneof![
        Just("parcel_not_found"),
        Just("payment_failed"),
        Just("new"),
        Just("a b: c"),
        Just("7"),
        Just("x*"),
    ];
    let code = code.prop_map(str::to_owned).boxed();
    let reason = prop::option::of(prop_oneof![Just("card_expired"), Just("new")]);
    let message = prop::option::of("(No|A) parcel [1-9] (here|there)[.!]");
    let error = (prop::option::of(code.clone()), reason, message).prop_map(|(code, reason, message)| {
        json!({"code": code, "reason": reason, "message": message, "token": SECRET})
    });
    let body = prop_oneof![
        4 => error.clone().prop_map(|error| json!({"error": error, "note": SECRET}).to_string()),
        1 => prop::collection::vec(error, 0..3).prop_map(|errors| {
            let items = errors.into_iter().map(|error| json!({"error": error}));
            json!({"errors": items.collect::<Vec<_>>()}).to_string()
        }),
        1 => Just(format!("<html>{SECRET}")),
        1 => Just(String::new()),
    ];
    (status, prop::option::weighted(0.2, code), body).prop_map(|(status, code, body)| Response {
        status,
        code,
        body,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_formats_have_the_same_report_without_secrets(responses in prop::collection::vec(response(), 0..40)) {
        let at = directory("formats");
        let lines: String = responses.iter().map(|response| format!("{}\n", response.line())).collect();
        let list: Vec<_> = responses.iter().map(Response::line).collect();
        let entries: Vec<_> = responses.iter().map(Response::entry).collect();
        let har = json!({"log": {"entries": entries}});
        let har = serde_json::to_string_pretty(&har).expect("JSON");
        let mut reports = Vec::new();
        for (name, text) in [("a.jsonl", lines), ("a.json", json!(list).to_string()), ("a.har", har)] {
            fs::write(at.join(name), text).expect("written");
            let done = codes(&at, &["observe", "parcel.yaml", name]);
            let stderr = String::from_utf8_lossy(&done.stderr);
            prop_assert!(stderr.starts_with(&format!("{} response", responses.len())), "{stderr}");
            prop_assert!(!stdout(&done).contains(SECRET), "{}", stdout(&done));
            reports.push((done.status.code(), stdout(&done)));
        }
        prop_assert_eq!(&reports[0], &reports[1]);
        prop_assert_eq!(&reports[0], &reports[2]);
        let unknown = reports[0].1.contains("codes and details without a row");
        prop_assert_eq!(reports[0].0, Some(i32::from(unknown)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn written_rows_cover_what_was_seen(responses in prop::collection::vec(response(), 1..30), crlf in any::<bool>()) {
        let at = directory("write");
        let before = if crlf { SPEC.replace('\n', "\r\n") } else { SPEC.to_owned() };
        fs::write(at.join("parcel.yaml"), &before).expect("written");
        let lines: String = responses.iter().map(|response| format!("{}\n", response.line())).collect();
        fs::write(at.join("a.jsonl"), lines).expect("written");
        let seen = codes(&at, &["observe", "parcel.yaml", "a.jsonl"]);
        let write = codes(&at, &["observe", "--write", "parcel.yaml", "a.jsonl"]);
        prop_assert_eq!(stdout(&seen), stdout(&write));
        prop_assert_eq!(write.status.code(), Some(0), "{}", String::from_utf8_lossy(&write.stderr));
        let after = fs::read_to_string(at.join("parcel.yaml")).expect("a spec");
        let end = before.trim_end();
        prop_assert!(after.starts_with(end), "{after}");
        if seen.status.code() == Some(1) {
            // the added rows are the draft rows of the report
            let drafts = stdout(&seen);
            let (_, drafts) = drafts.split_once("draft rows:\n").expect("drafts");
            let (drafts, _) = drafts.split_once("\n\n").unwrap_or((drafts.trim_end(), ""));
            prop_assert!(after.replace('\r', "").contains(drafts), "{after}");
        }
        // a new row may match a response whose detail no row has; the next run reports that detail
        let write = |_: &i32| codes(&at, &["observe", "--write", "parcel.yaml", "a.jsonl"]);
        let is_done = |run: &i32| !stdout(&write(run)).contains("that no row has");
        prop_assert!((0..4).any(|run| is_done(&run)));
    }
}

/// A text code in a table of integers is reported, and the other rows are written.
#[test]
fn rows_that_would_be_errors_are_not_written() {
    let at = directory("refused");
    let spec = "vendor: V\nheaders: {code: x}\ncodes:\n  - code: 7\n    title: Seven";
    fs::write(at.join("parcel.yaml"), spec).expect("written");
    let line = |code: &str| json!({"status": 400, "code": code}).to_string() + "\n";
    fs::write(at.join("a.jsonl"), line("8") + &line("eight")).expect("written");
    let done = codes(&at, &["observe", "--write", "parcel.yaml", "a.jsonl"]);
    assert_eq!(done.status.code(), Some(1));
    let stderr = String::from_utf8_lossy(&done.stderr);
    assert!(
        stderr.contains("a row with code: eight would be an error in `parcel.yaml`"),
        "{stderr}"
    );
    let after = fs::read_to_string(at.join("parcel.yaml")).expect("a spec");
    assert_eq!(after, format!("{spec}\n\n  - code: 8"));
}

/// Only 1,000 sets of rows that a response does not tell apart are counted one by one.
#[test]
fn rows_beyond_the_counted_sets_are_seen() {
    let at = directory("sets");
    let row = |code: usize, status: u16| {
        format!("  - {{status: {status}, code: C{code}, name: C{code}Of{status}}}\n")
    };
    let codes_of = 0..1_001;
    let rows: String = codes_of
        .clone()
        .map(|code| row(code, 400) + &row(code, 401))
        .collect();
    fs::write(at.join("parcel.yaml"), format!("vendor: V\ncodes:\n{rows}")).expect("written");
    let line = |code: usize| format!("{{\"status\": 500, \"code\": \"C{code}\"}}\n");
    fs::write(at.join("a.jsonl"), codes_of.map(line).collect::<String>()).expect("written");
    let report = stdout(&codes(&at, &["observe", "parcel.yaml", "a.jsonl"]));
    assert!(report.contains("matching other rows"), "{report}");
    assert!(!report.contains("never seen"), "{report}");
}

/// Feeds lines and distinct codes that would need several times the available memory if they were kept.
#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_recording() {
    let at = directory("memory");
    let limited = "ulimit -v 65536; exec \"$0\" observe parcel.yaml --format json";
    let mut child = Command::new("sh")
        .args(["-c", limited, env!("CARGO_BIN_EXE_codes")])
        .current_dir(&at)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut input = child.stdin.take().expect("a pipe");
    let long = "x".repeat(1 << 20);
    for _ in 0..100 {
        let line = format!("{{\"status\": 200, \"note\": \"{long}\", \"body\": {{}}}}\n");
        input.write_all(line.as_bytes()).expect("written");
    }
    for number in 0..20_000 {
        let message = "m".repeat(1000);
        let error = json!({"code": format!("{number:0200}"), "message": message});
        let line = json!({"status": 100 + number % 900, "body": {"error": error}});
        input
            .write_all(format!("{line}\n").as_bytes())
            .expect("written");
    }
    drop(input);
    let done = child.wait_with_output().expect("it ends");
    assert_eq!(done.status.code(), Some(1));
    let report = stdout(&done);
    assert!(report.contains("\"responses\":20100"), "{}", &report[..200]);
    let further = "{\"spec\":\"parcel.yaml\",\"vendor\":\"Parcel API\",\"finding\":\"further_codes\",\"count\":19000}";
    assert!(
        report.contains(further),
        "{}",
        &report[report.len() - 2000..]
    );
}
