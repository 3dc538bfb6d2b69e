//! Pages in the layouts that vendors use, each with the rows that it has.
//!
//! `corpus/NAME.yaml` has the expected rows of the page `corpus/NAME.*`, or `refused:` and a part of the expected
//! error. `corpus/counts.txt` has the numbers of right and wrong rows of each page. `BLESS=1` updates it, unless a
//! page got worse.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use codes_spec::{Prose, Row, Status, Table, load};

use super::{codes, names, stderr};

fn corpus() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "import", "corpus"]
        .iter()
        .collect()
}

/// How the rows of a page were read.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    /// Rows with the right status and code, but with another value in some key.
    wrong: usize,
    invented: usize,
    missing: usize,
    doubts: usize,
}

impl Counts {
    fn line(&self, name: &str) -> String {
        let Counts {
            right,
            wrong,
            invented,
            missing,
            doubts,
        } = self;
        format!("{name:24}{right:6}{wrong:6}{invented:9}{missing:8}{doubts:7}\n")
    }
}

#[test]
fn pages_are_read_as_counted() {
    let mut lines = format!(
        "{:24}{:>6}{:>6}{:>9}{:>8}{:>7}\n",
        "page", "right", "wrong", "invented", "missing", "doubts"
    );
    let mut all = Counts::default();
    let mut report = String::new();
    for page in names(&corpus()) {
        let path = Path::new(&page);
        if path.extension().is_none_or(|extension| extension == "yaml") || page == "counts.txt" {
            continue;
        }
        let counts = count(&page, &mut report);
        all.right += counts.right;
        all.wrong += counts.wrong;
        all.invented += counts.invented;
        all.missing += counts.missing;
        all.doubts += counts.doubts;
        lines += &counts.line(&page);
    }
    lines += &all.line("all");
    let path = corpus().join("counts.txt");
    let before = fs::read_to_string(&path).unwrap_or_default();
    let differs = |line: &&str| !before.lines().any(|other| other == *line);
    let changed: Vec<_> = lines.lines().filter(differs).collect();
    if std::env::var_os("BLESS").is_some() {
        assert!(
            !is_worse(&before, &lines),
            "a page got worse:\n{report}\n{changed:#?}"
        );
        fs::write(path, lines).expect("written");
    } else {
        assert!(before == lines, "{report}\n{changed:#?}");
    }
}

/// Returns whether any page that is in both lists has more mistakes in the second.
fn is_worse(before: &str, after: &str) -> bool {
    let mistakes = |table: &str| -> BTreeMap<String, usize> {
        let line = |line: &str| {
            let mut columns = line.split_whitespace();
            let name = columns.next()?.to_owned();
            let counts: Vec<usize> = columns.filter_map(|count| count.parse().ok()).collect();
            Some((name, counts.get(1..4)?.iter().sum()))
        };
        let pages = table.lines().filter(|line| !line.starts_with("all "));
        pages.filter_map(line).collect()
    };
    let after = mistakes(after);
    mistakes(before)
        .iter()
        .any(|(page, mistakes)| after.get(page).is_some_and(|now| now > mistakes))
}

fn count(page: &str, report: &mut String) -> Counts {
    let expected = fs::read_to_string(corpus().join(page).with_extension("yaml"))
        .unwrap_or_else(|error| panic!("the rows of {page}: {error}"));
    let done = codes(&corpus(), &["import", page, "--vendor", "V"]);
    let written = String::from_utf8(done.stdout.clone()).expect("UTF-8");
    if let Some(words) = expected.strip_prefix("refused: ") {
        let is_refused = written.is_empty() && stderr(&done).contains(words.trim());
        let rows = facts(&load(page, written.as_bytes()).table).len();
        return Counts {
            missing: usize::from(!is_refused),
            invented: rows,
            ..Counts::default()
        };
    }
    let rows = expected.split("\n- {").enumerate();
    // names are not compared, but derived ones could be duplicates, so each row gets its own
    let expected: String = rows
        .map(|(at, row)| {
            if at == 0 {
                row.to_owned()
            } else {
                format!("\n- {{name: R{at}, {row}")
            }
        })
        .collect();
    let expected = format!("vendor: V\n{expected}");
    let expected = load(page, expected.as_bytes());
    assert_eq!(expected.report.errors(), 0, "{page}: {}", expected.report);
    let read = load(page, written.as_bytes());
    let counts = compare(&facts(&expected.table), &facts(&read.table), page, report);
    Counts {
        doubts: written.matches("# doubt: ").count(),
        ..counts
    }
}

/// The values of each row, by its status and code.
type Facts = Vec<(String, String)>;

fn facts(table: &Table<'_>) -> Facts {
    let body = table.body.as_ref().map(|body| (&body.code, &body.message));
    let head = (table.protocol.is_some() || body.is_some()).then(|| {
        (
            "the table".to_owned(),
            format!("{:?} {body:?}", table.protocol),
        )
    });
    let rows = table.rows.iter().map(|row| of_row(row, table));
    head.into_iter().chain(rows).collect()
}

fn of_row(row: &Row<'_>, table: &Table<'_>) -> (String, String) {
    let statuses: Vec<_> = row.statuses.iter().map(Status::as_str).collect();
    let code = row.code.as_ref().map(|code| code.show(table.code_format));
    let prose = |prose: &Prose<'_>| prose.text.to_string();
    let group = row.group.and_then(|at| table.groups[at].title.as_deref());
    let mut facts = format!(
        "{:?} {:?} {:?} {:?} {:?} {group:?}",
        row.title,
        row.description.as_ref().map(prose),
        row.when.iter().map(prose).collect::<Vec<_>>(),
        row.action.as_ref().map(prose),
        row.retry,
    );
    let _ = write!(
        facts,
        " {:?} {:?} {:?}",
        row.fields, row.examples, row.messages
    );
    let key = format!("{statuses:?} {code:?}");
    match &row.detail {
        Some(detail) => (format!("{key} {:?}", detail.source()), facts),
        None => (key, facts),
    }
}

fn compare(expected: &Facts, read: &Facts, page: &str, report: &mut String) -> Counts {
    let mut counts = Counts::default();
    let mut left = read.clone();
    let mut others = Vec::new();
    for row in expected {
        match left.iter().position(|other| other == row) {
            Some(at) => {
                left.remove(at);
                counts.right += 1;
            }
            None => others.push(row),
        }
    }
    for row in others {
        if let Some(at) = left.iter().position(|other| other.0 == row.0) {
            let (key, read) = left.remove(at);
            let expected = &row.1;
            let _ = writeln!(
                report,
                "{page}: {key}\n  expected {expected}\n  read     {read}"
            );
            counts.wrong += 1;
        } else {
            let _ = writeln!(report, "{page}: missing {row:?}");
            counts.missing += 1;
        }
    }
    for row in &left {
        let _ = writeln!(report, "{page}: invented {row:?}");
    }
    counts.invented = left.len();
    counts
}
