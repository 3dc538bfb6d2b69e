//! Random tables, hand edits and changes of the source: hand edits survive, the changes are applied, and a second run
//! changes nothing.

mod sources;
mod tables;

use codes_spec::{Table, load};
use proptest::prelude::*;

use super::request::{Update, Updated};
use crate::import::drift;
use crate::import::model::draft::Draft;
use crate::messages::update::Note;
use sources::{draft, kind};
use tables::{Change, changed, rows, spec, spec_in_brackets};

fn differences(draft: &Draft, table: &Table<'_>) -> Vec<drift::Difference> {
    let spec = drift::SpecTable { file: None, table };
    drift::differences(draft, &[spec], false)
}

fn update(text: &str, draft: &Draft, remove: bool) -> Updated {
    let loaded = load("", text.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}\n{text}", loaded.report);
    let update = Update {
        draft,
        table: &loaded.table,
        remove,
        texts: false,
        retrieved: None,
    };
    update
        .apply(text)
        .unwrap_or_else(|problem| panic!("{problem:?}\n{text}"))
}

fn comments(text: &str) -> Vec<&str> {
    let parts = text.split("# comment ").skip(1);
    parts.filter_map(|rest| rest.split('.').next()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hand_edits_survive_and_facts_arrive(rows in rows(), crlf in any::<bool>(), choice in 0..3_u8) {
        let text = spec(&rows, crlf);
        let source = draft(&changed(&rows), kind(&rows, choice));
        let updated = update(&text, &source, false);
        let now = &updated.text;
        prop_assert_eq!(comments(&text), comments(now), "{}", now);
        let line_breaks = if crlf { now.matches('\n').count() } else { 0 };
        prop_assert_eq!(now.matches("\r\n").count(), line_breaks);
        prop_assert_eq!(text.matches("retry: never").count(), now.matches("retry: never").count());

        // only lines with a value that changed are replaced
        let diff = similar::TextDiff::from_lines(text.as_str(), now.as_str());
        let deleted = diff.iter_all_changes().filter(|change| change.tag() == similar::ChangeTag::Delete).count();
        let changes = updated.notes.iter().filter(|note| note.is_change()).count();
        // the last line has no line break
        prop_assert!(deleted <= changes + 1, "{deleted} {changes}\n{now}");

        let loaded = load("", now.as_bytes());
        let refused = updated.notes.iter().any(|note| matches!(note, Note::Refused { .. } | Note::NotAdded { .. }));
        let differences = differences(&source, &loaded.table);
        let open: Vec<_> = differences.iter().map(ToString::to_string).filter(|line| !line.starts_with("not on the page")).collect();
        prop_assert!(refused || open.is_empty(), "{open:?}\n{now}");
        let names = |text: &str| load("", text.as_bytes()).table.rows.iter().map(|row| row.name.to_string()).collect::<Vec<_>>();
        let new_names = names(now);
        prop_assert!(names(&text).iter().all(|name| new_names.contains(name)));

        let again = update(now, &source, false);
        prop_assert_eq!(&again.text, now);
    }

    #[test]
    fn removed_rows_are_reserved(rows in rows(), crlf in any::<bool>(), choice in 0..3_u8) {
        let text = spec(&rows, crlf);
        let source = draft(&changed(&rows), kind(&rows, choice));
        let updated = update(&text, &source, true);
        let loaded = load("", updated.text.as_bytes());
        for (fact, _, change) in &rows {
            let has_title = loaded.table.rows.iter().any(|row| row.title.as_deref() == Some(&fact.title));
            if *change == Change::Gone {
                prop_assert!(!has_title, "{}", updated.text);
                let is_reserved = |code: &String| loaded.table.reserved.iter().any(|own| own.source() == *code);
                prop_assert!(fact.code.iter().all(is_reserved), "{}", updated.text);
            }
        }
        let again = update(&updated.text, &source, true);
        prop_assert_eq!(&again.text, &updated.text);
    }

    #[test]
    fn rows_in_brackets_are_kept_current(rows in rows(), lines in any::<bool>(), remove in any::<bool>()) {
        let text = spec_in_brackets(&rows, lines);
        let source = draft(&changed(&rows), kind(&rows, 2));
        let updated = update(&text, &source, remove);
        let now = &updated.text;
        let loaded = load("", now.as_bytes());
        let refused = updated.notes.iter().any(|note| matches!(note, Note::Refused { .. } | Note::NotAdded { .. }));
        let differences = differences(&source, &loaded.table);
        let open: Vec<_> = differences.iter().map(ToString::to_string).filter(|line| !line.starts_with("not on the page")).collect();
        prop_assert!(refused || open.is_empty(), "{open:?}\n{now}");
        let kept = rows.iter().filter(|(.., change)| !remove || *change != Change::Gone).count();
        let added = updated.notes.iter().filter(|note| matches!(note, Note::Added { .. })).count();
        prop_assert_eq!(loaded.table.rows.len(), kept + added, "{}", now);
        if !remove {
            prop_assert_eq!(comments(&text), comments(now), "{}", now);
        }
        let again = update(now, &source, remove);
        prop_assert_eq!(&again.text, now);
    }
}
