//! Properties of every file: no text causes a panic, a valid table is read as it was written, and mistakes are
//! reported at their token.

mod generate;
mod invariants;
mod words;

use codes_spec::{Code, Severity, load};
use proptest::prelude::*;

use generate::{row, yaml};
use words::text_of_yaml;

/// A fixed number of cases for a property.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_valid_table_reads_back(rows in prop::collection::vec(row(), 1..6), integers: bool, single: bool) {
        let text = yaml(&rows, integers, single);
        let loaded = load("a.yaml", text.as_bytes());
        // two generated rows may be equal; then every error must be about that
        if loaded.report.errors() > 0 {
            let mut errors = loaded.report.shown().iter().filter(|found| found.rule.severity == Severity::Error);
            prop_assert!(errors.all(|found| found.rule.id == "codes::repeated-row"), "{}\n{text}", loaded.report);
            return Ok(());
        }
        prop_assert_eq!(loaded.table.rows.len(), rows.len());
        for (i, (read, row)) in loaded.table.rows.iter().zip(&rows).enumerate() {
            prop_assert_eq!(read.name.as_ref(), format!("Row{i}"));
            let statuses: Vec<_> = read.statuses.iter().map(|status| status.as_str().to_owned()).collect();
            prop_assert_eq!(&statuses, &row.statuses);
            let code = match &read.code {
                Some(Code::Range(..)) => panic!("no range was written"),
                code => code.as_ref().map(|code| code.source().into_owned()),
            };
            let expected = match &row.code {
                _ if integers => Some(row.integer.to_string()),
                Some(code) => Some(format!("C{i}{code}")),
                None => row.statuses.is_empty().then(|| format!("C{i}")),
            };
            prop_assert_eq!(code, expected);
            prop_assert_eq!(read.title.as_deref(), row.title.as_deref());
            prop_assert_eq!(read.description.as_ref().map(codes_spec::Prose::plain), row.description.as_deref());
            let when: Vec<_> = read.when.iter().map(|text| text.plain().to_owned()).collect();
            prop_assert_eq!(&when, &row.when);
            let fields: Vec<_> = read.fields.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
            prop_assert_eq!(&fields, &row.fields);
        }
    }

    #[test]
    fn a_mistake_has_the_location_of_its_token(
        rows in prop::collection::vec(row(), 1..6),
        at: prop::sample::Index,
        integers: bool,
        single: bool,
        end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let mut text = yaml(&rows, integers, single);
        let starts: Vec<_> = text.match_indices("    outcome: error").map(|(start, _)| start).collect();
        let start = starts[at.index(starts.len())];
        text.replace_range(start..start + "    outcome: error".len(), "    kind: {unheard: of}\n    outcome: \"eror\"");
        let text = text.replace('\n', end);
        let loaded = load("a.yaml", text.as_bytes());
        let shown = loaded.report.shown();
        let word = shown.iter().find(|diagnostic| diagnostic.rule.id == "codes::word").expect("it is reported");
        prop_assert_eq!(&text[word.location.offset..][..word.location.len], "\"eror\"");
        prop_assert_eq!(word.help(), "did you mean `error`?");
        let kind = shown.iter().find(|diagnostic| diagnostic.rule.id == "codes::type").expect("it is reported");
        prop_assert_eq!(&text[kind.location.offset..][..kind.location.len], "unheard");
        prop_assert_eq!(kind.location.line + 1, word.location.line);
    }

    #[test]
    fn no_text_causes_a_panic(text in text_of_yaml()) {
        invariants::check(text.as_bytes());
    }

    #[test]
    fn no_bytes_cause_a_panic(
        text in "[ -~\t\n]{0,200}|[ -~\n\\PC]{0,200}",
        at: prop::sample::Index,
        bytes in prop::collection::vec(any::<u8>(), 1..4),
    ) {
        invariants::check(text.as_bytes());
        let (before, after) = text.as_bytes().split_at(at.index(text.len() + 1));
        invariants::check(&[before, &bytes, after].concat());
    }

    #[test]
    fn no_change_to_a_table_causes_a_panic(
        rows in prop::collection::vec(row(), 1..4),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), "\\PC{0,3}|[ \n\t:\\-\\[\\]{}&*!|>'\"]{1,3}"), 1..5),
        single: bool,
    ) {
        let mut text = yaml(&rows, false, single);
        for (from, len, put) in cuts {
            let chars: Vec<_> = text.chars().collect();
            let from = from.index(chars.len() + 1);
            let to = (from + len.index(8)).min(chars.len());
            text = chars[..from].iter().copied().chain(put.chars()).chain(chars[to..].iter().copied()).collect();
        }
        invariants::check(text.as_bytes());
    }
}
