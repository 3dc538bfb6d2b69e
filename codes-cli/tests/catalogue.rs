//! `codes import` reads back any table from the page that `codes explain --format markdown` writes.

mod generators;
mod markdown;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

use codes_spec::{Prose, Table, load};
use proptest::prelude::*;

use generators::{head, line, row, spec};
use markdown::markdown;

/// Runs the command with text on standard input, and returns its output.
fn codes(args: &[&str], input: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(input.as_bytes())
        .expect("the input is read");
    let done = child.wait_with_output().expect("the command exits");
    assert_eq!(
        done.status.code(),
        Some(0),
        "{}\n{input}",
        String::from_utf8_lossy(&done.stderr)
    );
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// Reduces a text to what is displayed. Markdown ignores spaces at the ends of lines, and treats several blank lines or
/// spaces as one.
fn reduce_to_displayed(prose: &mut Prose<'_>, is_markdown: bool) {
    let lines = prose.plain().split('\n').map(|line| {
        let words = line
            .trim()
            .split([' ', '\t'])
            .filter(|word| !word.is_empty());
        if is_markdown {
            words.collect::<Vec<_>>().join(" ")
        } else {
            line.to_owned()
        }
    });
    let mut lines: Vec<_> = lines.collect();
    if is_markdown {
        lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    }
    *prose = Prose {
        text: lines.join("\n").into(),
        plain: None,
    };
}

fn only_displayed(table: Table<'_>, is_markdown: bool) -> Table<'_> {
    with_prose(table, |prose| reduce_to_displayed(prose, is_markdown))
}

/// Changes every text that may be Markdown.
fn with_prose(mut table: Table<'_>, change: impl Fn(&mut Prose<'_>)) -> Table<'_> {
    let rows = table.rows.iter_mut().flat_map(|row| {
        row.description
            .iter_mut()
            .chain(&mut row.when)
            .chain(&mut row.action)
    });
    let head = table
        .about
        .iter_mut()
        .chain(&mut table.notes)
        .chain(table.tags.iter_mut().map(|tag| &mut tag.meaning));
    let all = head
        .chain(table.groups.iter_mut().flat_map(|group| &mut group.about))
        .chain(rows);
    all.for_each(change);
    table
}

/// Reduces texts to the Markdown that rustdoc displays.
fn only_docs(table: Table<'_>) -> Table<'_> {
    let docs = table.clone();
    with_prose(table, |prose| {
        *prose = Prose {
            text: docs.doc(prose).into(),
            plain: None,
        };
    })
}

fn check(spec: &str) {
    let is_markdown = spec.contains("\nmarkdown: true\n");
    check_reduced(spec, |table| only_displayed(table, is_markdown));
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string")
}

fn check_reduced(spec: &str, reduce: impl Fn(Table<'_>) -> Table<'_>) {
    let loaded = load("spec.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}\n{spec}", loaded.report);
    let page = codes(&["explain", "--format", "markdown", "-"], spec);
    let imported = codes(
        &[
            "import",
            "--from",
            "markdown",
            "-",
            "--vendor",
            &loaded.table.vendor,
        ],
        &page,
    );
    assert!(!imported.contains("# skipped:"), "{page}\n{imported}");
    let read = load("imported.yaml", imported.as_bytes());
    let (read, written) = (reduce(read.table), reduce(loaded.table));
    for (read, written) in read.rows.iter().zip(&written.rows) {
        assert_eq!(read, written, "{page}\n{imported}");
    }
    assert_eq!(read, written, "{page}\n{imported}");
}

/// Whether the texts of each list still differ when they are displayed. Equal texts would be read as duplicates.
fn has_no_duplicates_when_displayed(table: &Table<'_>) -> bool {
    let displayed = |prose: &Prose<'_>| {
        prose
            .plain()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut lists = std::iter::once(&table.notes).chain(table.rows.iter().map(|row| &row.when));
    lists.all(|list| list.iter().map(displayed).collect::<BTreeSet<_>>().len() == list.len())
}

#[test]
fn bundled_tables_are_read_back() {
    for path in [
        "specs/points",
        "specs/reference",
        "specs/coverage",
        "specs/limits",
        "specs/guide",
        "codes-cli/tests/transcripts/shop",
    ] {
        let path = format!("{}/../{path}.yaml", env!("CARGO_MANIFEST_DIR"));
        check(&std::fs::read_to_string(path).expect("a spec"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markdown_is_read_back(texts in prop::collection::vec(markdown(), 5)) {
        let [about, note, description, action, when] = &texts[..] else { unreachable!("five texts") };
        let spec = format!(
            "vendor: V\nmarkdown: true\nabout: {}\nnotes: [{}]\ngroups: {{g: {{about: {}}}}}\ncodes:\n\
             \x20 - status: 404\n    group: g\n    description: {}\n    action: {}\n    when: [{}, Plain.]\n",
            quoted(about), quoted(note), quoted(action), quoted(description), quoted(action), quoted(when),
        );
        check_reduced(&spec, only_docs);
    }

    #[test]
    fn any_table_is_read_back(head in head(), rows in prop::collection::vec(row(), 1..5), odd in line()) {
        let spec = spec(&head, &rows, &odd);
        let loaded = load("spec.yaml", spec.as_bytes());
        prop_assume!(loaded.report.errors() == 0 && has_no_duplicates_when_displayed(&loaded.table));
        check(&spec);
    }
}
