//! Every mistake that one can make with the macros, and what they say of it: `ui/<case>.rs`, beside it `.txt`. Specs lie in
//! `ui/*.yaml`. Compared are the macros' own words and their places, not rustc's around them.
//! `BLESS=1 cargo test -p codes-tests --test ui` writes the texts anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use codes_tests::scratch::Scratch;
use serde_json::Value;

#[test]
fn mistakes_read_as_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let scratch = Scratch::new("ui");
    fs::create_dir_all(scratch.path("folder.yaml")).expect("made");
    let mut cases = Vec::new();
    for entry in fs::read_dir(&folder).expect("the cases") {
        let path = entry.expect("a case").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&path).expect("text");
        if let Some(case) = name.strip_suffix(".rs") {
            scratch.write(&format!("src/bin/{name}"), &text);
            cases.push(case.to_owned());
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            scratch.write(&format!("specs/{name}"), &text);
        }
    }
    cases.sort();
    let output = scratch.cargo(&["check", "--bins", "--keep-going", "--message-format=json"]);
    let said = said(&String::from_utf8_lossy(&output.stdout), &scratch);
    for case in cases {
        let text = said.get(&case).cloned().unwrap_or_default();
        let kept = folder.join(format!("{case}.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&kept, &text).expect("written");
        }
        assert!(
            !text.is_empty(),
            "{case}: nothing is said\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(
            text,
            fs::read_to_string(&kept).unwrap_or_default(),
            "{case}: see the first lines of this test"
        );
    }
}

/// What is said of each case: rustc's own errors by their code alone, so that a flood of them would be seen.
fn said(messages: &str, scratch: &Scratch) -> BTreeMap<String, String> {
    let mut said = BTreeMap::<String, Vec<String>>::new();
    let folder = scratch.path("").to_string_lossy().into_owned();
    for line in messages.lines() {
        let message: Value = serde_json::from_str(line).expect("a message");
        let (Some(target), Some(diagnostic)) =
            (message["target"]["name"].as_str(), message.get("message"))
        else {
            continue;
        };
        let Some(span) = diagnostic["spans"].get(0) else {
            continue;
        };
        let (level, text) = (
            diagnostic["level"].as_str().unwrap_or_default(),
            diagnostic["message"].as_str().unwrap_or_default(),
        );
        let place = format!("{}:{}", span["line_start"], span["column_start"]);
        let text = match diagnostic["code"]["code"].as_str() {
            None => text.to_owned(),
            Some("deprecated") => text
                .split_once(": ")
                .map_or(text, |(_, note)| note)
                .to_owned(),
            Some(code) => format!("rustc's {code}"),
        };
        let text = format!(
            "{level} at {place}: {}",
            text.replace(&folder, "").trim_end()
        );
        said.entry(target.to_owned()).or_default().push(text);
    }
    let shown = |mut texts: Vec<String>| {
        if texts.len() > 10 {
            let alike = texts.len() - 2;
            texts.splice(1..=alike, [format!("({alike} like it)")]);
        }
        texts.join("\n\n") + "\n"
    };
    said.into_iter()
        .map(|(case, texts)| (case, shown(texts)))
        .collect()
}
