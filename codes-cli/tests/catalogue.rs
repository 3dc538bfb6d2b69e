//! The page that `codes explain --format markdown` writes is read by `codes import` as the same rows.

use std::io::Write;
use std::process::{Command, Stdio};

use codes_spec::{Prose, Row, Table, load};
use proptest::prelude::*;

/// What a command makes of a text.
fn codes(args: &[&str], input: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a command that runs");
    child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("read");
    let done = child.wait_with_output().expect("its end");
    assert_eq!(done.status.code(), Some(0), "{}\n{input}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// What a page of a documentation site can tell of a row.
fn facts(table: &Table<'_>, row: &Row<'_>) -> Vec<String> {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let prose = |prose: &Option<Prose<'_>>| prose.as_ref().map_or(String::new(), |prose| squeezed(prose.plain()));
    let group = row.group.and_then(|group| table.groups[group].title.as_ref());
    let when: Vec<_> = row.when.iter().map(|when| squeezed(when.plain())).collect();
    vec![
        row.show_statuses(),
        table.show_code(row).into_owned(),
        row.title.as_deref().unwrap_or_default().to_owned(),
        prose(&row.description),
        when.join(" "),
        prose(&row.action),
        row.outcome.to_string(),
        group.map(ToString::to_string).unwrap_or_default(),
    ]
}

fn check(spec: &str) {
    let loaded = load("spec.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}\n{spec}", loaded.report);
    let page = codes(&["explain", "--format", "markdown", "-"], spec);
    let imported = codes(&["import", "--from", "markdown", "-", "--vendor", "V"], &page);
    let read = load("imported.yaml", imported.as_bytes());
    let all = |table: &Table<'_>| table.rows.iter().map(|row| facts(table, row)).collect::<Vec<_>>();
    assert_eq!(all(&read.table), all(&loaded.table), "{page}\n{imported}");
}

#[test]
fn the_vendors_tables() {
    for name in ["points", "reference", "coverage", "limits", "guide"] {
        let path = format!("{}/../specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        check(&std::fs::read_to_string(path).expect("a spec"));
    }
}

fn phrase() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{2,8}( ([a-z]{2,8}|\\([a-z]{2}\\)|[a-z]{2}/[a-z]{2}|ü残|&|<[a-z]{2}>|[a-z]_[a-z])){0,4}"
}

fn sentence() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{1,8}( ([a-z]{1,8}|[a-z]'s|<b>|&amp;|\\*[a-z]\\*|_[a-z]_|#[0-9]|\\[[a-z]\\]|\\|[a-z]|`[a-z]`|\\{[a-z]\\}|~~x~~|\\\\|[a-z],)){1,20}\\."
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_page_is_read_back(
        rows in prop::collection::vec((400u16..600, phrase(), sentence(), prop::option::of(sentence()), prop::option::of(sentence())), 1..8),
        with_codes: bool,
        groups in prop::option::of((phrase(), phrase())),
        about in sentence(),
    ) {
        let mut spec = format!("vendor: V\ntitle: Errors\nabout: {}\n", quoted(&about));
        if let Some((first, second)) = &groups {
            spec += &format!("groups:\n  a: {{title: {}}}\n  b: {{title: {}}}\n", quoted(first), quoted(&format!("{second} too")));
        }
        spec += "codes:\n";
        for (i, (status, title, description, when, action)) in rows.iter().enumerate() {
            spec += &format!("  - status: {status}\n    name: R{i}\n    title: {}\n    description: {}\n", quoted(title), quoted(description));
            for (key, text) in [("when", when), ("action", action)] {
                spec += &text.as_ref().map_or(String::new(), |text| format!("    {key}: {}\n", quoted(text)));
            }
            if with_codes {
                spec += &format!("    code: some_code_{i}\n");
            }
            if groups.is_some() {
                spec += if i * 2 < rows.len() { "    group: a\n" } else { "    group: b\n" };
            }
        }
        check(&spec);
    }
}
