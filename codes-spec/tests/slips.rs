//! Specs with common mistakes: `tests/slips/<slip>.yaml`. A comment in each gives the expected diagnostics:
//! `# line 4, 1 error: a phrase of its message or help`. `SLIP=<slip>` prints the diagnostics of one slip.

use std::path::Path;

use codes_spec::{Diagnostics, load};

/// The diagnostics that a slip expects.
#[derive(Debug, PartialEq)]
struct Expected<'t> {
    line: usize,
    errors: usize,
    warnings: usize,
    phrase: &'t str,
}

impl<'t> Expected<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let comment = text.lines().find_map(|line| line.strip_prefix("# line "))?;
        let (counts, phrase) = comment.split_once(": ")?;
        let (line, counts) = counts.split_once(", ")?;
        let mut expected = Expected {
            line: line.parse().ok()?,
            errors: 0,
            warnings: 0,
            phrase,
        };
        for count in counts.split(", ") {
            let (number, what) = count.split_once(' ')?;
            let number = number.parse().ok()?;
            match what {
                "error" | "errors" => expected.errors = number,
                "warning" | "warnings" => expected.warnings = number,
                _ => return None,
            }
        }
        Some(expected)
    }

    fn holds(&self, report: &Diagnostics<'_>) -> bool {
        (report.errors(), report.warnings()) == (self.errors, self.warnings)
            && report.shown().iter().any(|diagnostic| {
                let text = format!("{}\n{}", diagnostic.message, diagnostic.help());
                diagnostic.location.line == self.line && text.contains(self.phrase)
            })
    }
}

#[test]
fn slips_are_reported_where_they_are_with_their_fix() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/slips");
    let only = std::env::var("SLIP").ok();
    let mut failures = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the folder of slips") {
        let path = entry.expect("a slip").path();
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if only
            .as_ref()
            .is_some_and(|only| !name.contains(only.as_str()))
        {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("text");
        let expected =
            Expected::read(&text).unwrap_or_else(|| panic!("{name}: no `# line` comment"));
        let report = load(&name, text.as_bytes()).report;
        if only.is_some() {
            println!("{report}");
        }
        if !expected.holds(&report) {
            failures.push(format!("{name}: expected {expected:?}, found\n{report}"));
        }
        count += 1;
    }
    assert!(
        failures.is_empty(),
        "{} of {count}:\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
    assert!(only.is_some() || count >= 120, "only {count} slips");
}
