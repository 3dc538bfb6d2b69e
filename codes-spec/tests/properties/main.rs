//! What holds for every file: no text makes the reader panic, a valid table reads back as it was written, and a mistake
//! is reported on its very token.

mod manners;

use std::fmt::Write as _;

use codes_spec::{Code, Severity, load};
use proptest::prelude::*;

/// Cases a property; few enough for every run of the tests.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// What a row of a written table says.
#[derive(Clone, Debug)]
struct Row {
    statuses: Vec<String>,
    code: Option<String>,
    integer: i64,
    title: Option<String>,
    description: Option<String>,
    when: Vec<String>,
    fields: Vec<(String, String)>,
}

/// Text of every kind that YAML can carry in quotes.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,30}",
        "\\PC{0,20}",
        "[a-z{}\\[\\]:#&*!|>'\"%@`,?\\-\t\n\r\\\\ é\u{85}\u{a0}\u{2028}\u{202e}\u{feff}\u{0}\u{1b}🎉残]{0,20}",
    ]
    .prop_filter("has a letter", |text| !text.trim().is_empty())
}

fn line() -> impl Strategy<Value = String> {
    "[ -~éß残🎉]{1,20}".prop_filter("has a letter, and merges nothing", |text| {
        !text.trim().is_empty() && text != "<<"
    })
}

fn row() -> impl Strategy<Value = Row> {
    let status = prop_oneof![
        (400..=999u16).prop_map(|status| status.to_string()),
        (4..=9u16).prop_map(|class| format!("{class}xx")),
        (40..=99u16).prop_map(|class| format!("{class}X")),
        (400..=600u16, 600..=999u16).prop_map(|(low, high)| format!("{low}-{high}")),
    ];
    let statuses =
        prop::collection::btree_set(status, 0..3).prop_map(|set| set.into_iter().collect());
    let fields =
        prop::collection::btree_map(line(), text(), 0..3).prop_map(|map| map.into_iter().collect());
    (
        statuses,
        prop::option::of(line()),
        any::<i64>(),
        prop::option::of(line()),
        prop::option::of(text()),
        fields,
    )
        .prop_flat_map(|(statuses, code, integer, title, description, fields)| {
            prop::collection::btree_set(text(), 0..3).prop_map(move |when| Row {
                statuses: Vec::clone(&statuses),
                code: code.clone(),
                integer,
                title: title.clone(),
                description: description.clone(),
                when: when.into_iter().collect(),
                fields: Vec::clone(&fields),
            })
        })
}

/// A text in quotes; single ones where it can stand in them.
fn quoted(text: &str, single: bool) -> String {
    if single
        && text
            .chars()
            .all(|c| c == ' ' || c.is_ascii_graphic() || c.is_alphabetic())
    {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => write!(out, "\\U{:08x}", u32::from(c)).expect("a string takes it"),
        }
    }
    out + "\""
}

fn list(texts: &[String], single: bool) -> String {
    format!(
        "[{}]",
        texts
            .iter()
            .map(|text| quoted(text, single))
            .collect::<Vec<_>>()
            .join(", ")
    )
}

fn yaml(rows: &[Row], integers: bool, single: bool) -> String {
    let mut out = String::from("vendor: Test API\ncodes:\n");
    for (i, row) in rows.iter().enumerate() {
        let _ = writeln!(out, "  - name: Row{i}\n    outcome: error");
        if !row.statuses.is_empty() {
            let plain = row.statuses.join(", ");
            let _ = writeln!(out, "    status: [{plain}]");
        }
        match &row.code {
            _ if integers => _ = writeln!(out, "    code: {}", row.integer),
            Some(code) => _ = writeln!(out, "    code: {}", quoted(&format!("C{i}{code}"), single)),
            None if row.statuses.is_empty() => _ = writeln!(out, "    code: C{i}"),
            None => {}
        }
        for (key, text) in [("title", &row.title), ("description", &row.description)] {
            if let Some(text) = text {
                let _ = writeln!(out, "    {key}: {}", quoted(text, single));
            }
        }
        match row.when.as_slice() {
            [] => {}
            [one] if single => _ = writeln!(out, "    when: {}", quoted(one, single)),
            when => _ = writeln!(out, "    when: {}", list(when, single)),
        }
        if !row.fields.is_empty() {
            let pair = |(name, text): &(String, String)| {
                format!("{}: {}", quoted(name, single), quoted(text, single))
            };
            let _ = writeln!(
                out,
                "    fields: {{{}}}",
                row.fields.iter().map(pair).collect::<Vec<_>>().join(", ")
            );
        }
    }
    out
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_valid_table_reads_back(rows in prop::collection::vec(row(), 1..6), integers: bool, single: bool) {
        let text = yaml(&rows, integers, single);
        let loaded = load("a.yaml", text.as_bytes());
        // two rows of the generator may say the same; then the report says so, and that is all it says
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
                None => None,
                Some(Code::Text(text)) => Some(text.to_string()),
                Some(Code::Int(int)) => Some(int.to_string()),
                Some(Code::Range(..)) => panic!("no range was written"),
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
    fn a_mistake_is_reported_on_its_token(
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
    fn no_text_makes_the_reader_panic(text in text_of_yaml()) {
        manners::check(text.as_bytes());
    }

    #[test]
    fn no_bytes_make_the_reader_panic(
        text in "[ -~\t\n]{0,200}|[ -~\n\\PC]{0,200}",
        at: prop::sample::Index,
        bytes in prop::collection::vec(any::<u8>(), 1..4),
    ) {
        manners::check(text.as_bytes());
        let (before, after) = text.as_bytes().split_at(at.index(text.len() + 1));
        manners::check(&[before, &bytes, after].concat());
    }

    #[test]
    fn no_change_to_a_table_makes_the_reader_panic(
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
        manners::check(text.as_bytes());
    }
}

/// Text that looks like a spec from afar.
fn text_of_yaml() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "vendor: ",
        "codes:\n",
        "  - ",
        "status: ",
        "404",
        "code: ",
        "title: ",
        "x",
        "\n",
        "\n    ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        "\"",
        "&a ",
        "*a",
        "&b ",
        "*b",
        "[]",
        "{}",
        "!t ",
        "!",
        "!!str ",
        "!!int ",
        "!<tag:x> ",
        "!e!x ",
        "%TAG !e! tag:x,\n",
        "%YAML 1.1\n",
        "\u{feff}",
        " #2 ",
        "|\n",
        ">-\n",
        "groups: ",
        "tags: ",
        "body: ",
        "/a",
        "display: ",
        "{title}",
        "when: ",
        "fields: ",
        "<<: ",
        "---\n",
        "...\n",
        "#",
        "\t",
        "é",
        "残",
        "\u{2028}",
        "\r\n",
        "5xx",
        "1-2",
        "~",
        "true",
        "0x1f",
        "1.5",
        "reserved: ",
        "aliases: ",
        "messages: ",
        "deprecated: ",
        "former_names: ",
        "markdown: true\n",
        "description: ",
        "retrieved: ",
        "2026-01-01",
        "outcome: ",
        "ok",
        "kind: ",
        "retry: ",
        "never",
        "name: ",
        "url: ",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.concat())
}
