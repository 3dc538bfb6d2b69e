//! The diagnostics of the macros: each `ui/<case>.rs` makes a mistake, and `ui/<case>.txt` has the
//! expected messages and their locations. The specs are in `ui/*.yaml`. Only the messages of the macros
//! are compared, not the context that rustc prints around them.
//! `BLESS=1 cargo test -p codes-tests --test ui` rewrites the expected messages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use codes_tests::scratch::Scratch;
use serde_json::Value;

/// Cases of mistakes that only rustc can report.
const RUSTC_REPORTS: [&str; 1] = ["option-crate-unknown"];

/// Cases with this prefix are built with the feature `serde` of `codes-runtime`.
const SERDE_PREFIX: &str = "with-serde-";

#[test]
fn diagnostics_match_the_expected_files() {
    check(&Scratch::new("ui"), |case| !case.starts_with(SERDE_PREFIX));
}

#[test]
fn diagnostics_match_the_expected_files_with_serde() {
    let scratch = Scratch::with_features("ui-serde", &["serde"]);
    check(&scratch, |case| case.starts_with(SERDE_PREFIX));
}

/// Builds the cases that are included, and compares their diagnostics.
fn check(scratch: &Scratch, is_included: impl Fn(&str) -> bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let cases = write_cases(&folder, scratch, is_included);
    let output = scratch.cargo(&["check", "--bins", "--keep-going", "--message-format=json"]);
    let diagnostics = diagnostics(&String::from_utf8_lossy(&output.stdout), scratch);
    assert!(!cases.is_empty());
    for case in cases {
        let found = diagnostics.get(&case).cloned().unwrap_or_default();
        let expected = folder.join(format!("{case}.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, &found).expect("written");
        }
        assert!(
            !found.is_empty(),
            "{case}: no diagnostic\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(
            found,
            fs::read_to_string(&expected).unwrap_or_default(),
            "{case}: if the change is intended, run BLESS=1 cargo test -p codes-tests --test ui"
        );
        assert!(
            RUSTC_REPORTS.contains(&case.as_str()) || !found.contains("rustc's "),
            "{case}: rustc reports more than the macro\n{found}"
        );
    }
}

/// Writes each case that is included as a program of the package, and returns their names.
fn write_cases(
    folder: &Path,
    scratch: &Scratch,
    is_included: impl Fn(&str) -> bool,
) -> Vec<String> {
    // a directory in place of a spec
    fs::create_dir_all(scratch.path("folder.yaml")).expect("created");
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder).expect("the cases") {
        let path = entry.expect("a case").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let text = fs::read_to_string(&path).expect("text");
        if let Some(case) = name.strip_suffix(".rs") {
            if is_included(case) {
                scratch.write(&format!("src/bin/{name}"), &text);
                cases.push(case.to_owned());
            }
        } else if name.ends_with(".yaml") {
            scratch.write(&format!("specs/{name}"), &text);
        }
    }
    cases.sort();
    cases
}

/// The diagnostics of each case. Errors of rustc are reduced to their code: they show whether a mistake
/// causes follow-up errors.
fn diagnostics(messages: &str, scratch: &Scratch) -> BTreeMap<String, String> {
    let folder = scratch.path("").to_string_lossy().into_owned();
    let mut by_case = BTreeMap::<String, Vec<String>>::new();
    for line in messages.lines() {
        let message: Value = serde_json::from_str(line).expect("a message");
        let case = message["target"]["name"].as_str();
        if let (Some(case), Some(text)) = (case, describe(&message["message"])) {
            let text = text.replace(&folder, "").trim_end().to_owned();
            by_case.entry(case.to_owned()).or_default().push(text);
        }
    }
    by_case
        .into_iter()
        .map(|(case, texts)| (case, abridged(texts)))
        .collect()
}

/// Formats a diagnostic as `error at 3:5: …`. Returns `None` if it has no location, such as the final count of errors.
fn describe(diagnostic: &Value) -> Option<String> {
    let span = diagnostic["spans"].get(0)?;
    let level = diagnostic["level"].as_str().unwrap_or_default();
    let text = diagnostic["message"].as_str().unwrap_or_default();
    let text = match diagnostic["code"]["code"].as_str() {
        None => text.to_owned(),
        // the macros emit warnings as notes of deprecated items
        Some("deprecated") => text
            .split_once(": ")
            .map_or(text, |(_, note)| note)
            .to_owned(),
        // unmet trait bounds have a message from `on_unimplemented` in the runtime
        Some("E0277") if text.contains("`derive(Code)` requires") => text.to_owned(),
        Some(code) => format!("rustc's {code}"),
    };
    let (line, column) = (&span["line_start"], &span["column_start"]);
    Some(format!("{level} at {line}:{column}: {text}"))
}

/// Joins the texts. If there are more than ten, only the first, a count and the last are kept.
fn abridged(mut texts: Vec<String>) -> String {
    if texts.len() > 10 {
        let omitted = texts.len() - 2;
        texts.splice(1..=omitted, [format!("({omitted} like it)")]);
    }
    texts.join("\n\n") + "\n"
}
