//! The runtime reads the same table from the encoded form that `codes-spec` wrote.

mod generators;

use codes_cli::testing::load;
use codes_runtime::{Kind, RawCode, Reply, Retry, Row, Table};
use codes_spec::{Code, Pattern, Pointer, Prose, Status, Url};
use generators::{head, line, row, spec};
use proptest::prelude::*;

/// Checks that the runtime's table has the same rows as the parsed spec, and finds each by its codes and statuses.
fn check(spec: String) -> Result<(), TestCaseError> {
    let (written, table) = load(spec);
    prop_assert_eq!(table.vendor(), written.vendor.as_ref());
    prop_assert_eq!(table.title(), written.title.as_deref());
    prop_assert_eq!(table.about(), written.about.as_ref().map(Prose::plain));
    prop_assert!(table.notes().eq(written.notes.iter().map(Prose::plain)));
    prop_assert!(
        table.tags().eq(written
            .tags
            .iter()
            .map(|tag| (tag.id.as_ref(), tag.meaning.plain())))
    );
    prop_assert_eq!(table.groups().len(), written.groups.len());
    for (group, expected) in table.groups().zip(&written.groups) {
        prop_assert_eq!(group.id(), expected.id.as_ref());
        prop_assert_eq!(group.title(), expected.title.as_deref());
        prop_assert_eq!(group.about(), expected.about.as_ref().map(Prose::plain));
    }
    check_body(written, table)?;
    prop_assert_eq!(table.rows().len(), written.rows.len());
    for (row, expected) in table.rows().zip(&written.rows) {
        check_row(row, expected, written)?;
        check_lists(row, expected, written)?;
        check_found(table, row, expected)?;
    }
    Ok(())
}

fn check_body(
    written: &'static codes_spec::Table<'static>,
    table: &'static Table,
) -> Result<(), TestCaseError> {
    let body = written.body.as_ref();
    let codes = body.iter().flat_map(|body| &body.code);
    prop_assert!(table.code_pointers().eq(codes.map(Pointer::as_str)));
    let messages = body.iter().flat_map(|body| &body.message);
    prop_assert!(table.message_pointers().eq(messages.map(Pointer::as_str)));
    for status in 0..1001 {
        let reads = |(low, high): &(u16, u16)| (*low..=*high).contains(&status);
        prop_assert_eq!(
            table.reads_body_of(status),
            body.iter().flat_map(|body| &body.statuses).any(reads)
        );
    }
    Ok(())
}

fn check_row(
    row: Row,
    expected: &'static codes_spec::Row<'static>,
    table: &codes_spec::Table<'_>,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(row.to_string(), table.display(expected));
    prop_assert_eq!(format!("{row:#}"), table.display_long(expected));
    prop_assert_eq!(row.name(), expected.name.as_ref());
    prop_assert_eq!(row.title(), expected.title.as_deref());
    prop_assert_eq!(
        row.description(),
        expected.description.as_ref().map(Prose::plain)
    );
    let statuses = || expected.statuses.iter();
    prop_assert_eq!(row.status(), statuses().find_map(Status::single));
    let bounds = row.statuses().map(|range| (*range.start(), *range.end()));
    prop_assert!(bounds.eq(statuses().map(Status::bounds)));
    let (code, range, prefix) = match &expected.code {
        None => (None, None, None),
        Some(Code::Text(text)) => (Some(RawCode::Text(text)), None, None),
        Some(Code::Int(int)) => (Some(RawCode::Int(*int)), None, None),
        Some(Code::Range(low, high, _)) => (None, Some(*low..=*high), None),
        Some(Code::Class(class)) => (None, None, class.strip_suffix('*')),
    };
    let found = (row.code(), row.code_range(), row.code_prefix());
    prop_assert_eq!(found, (code, range, prefix));
    let detail = expected.detail.as_ref().map(|detail| match detail {
        Code::Int(int) => RawCode::Int(*int),
        Code::Text(text) | Code::Range(.., text) | Code::Class(text) => RawCode::Text(text),
    });
    prop_assert_eq!(row.detail(), detail);
    prop_assert_eq!(row.outcome().as_str(), expected.outcome.as_str());
    prop_assert_eq!(
        row.kind().map(Kind::as_str),
        expected.kind.map(codes_spec::Kind::as_str)
    );
    prop_assert_eq!(
        row.retry().map(Retry::as_str),
        expected.retry.map(codes_spec::Retry::as_str)
    );
    prop_assert_eq!(
        row.group().map(|group| group.id()),
        expected.group.map(|group| table.groups[group].id.as_ref())
    );
    prop_assert_eq!(row.action(), expected.action.as_ref().map(Prose::plain));
    prop_assert_eq!(row.url(), expected.url.as_ref().map(Url::as_str));
    let deprecated = row.deprecated().map(|found| (found.since, found.note));
    let declared = expected
        .deprecated
        .as_ref()
        .map(|declared| (declared.since.as_deref(), declared.note.as_deref()));
    prop_assert_eq!(deprecated, declared);
    Ok(())
}

fn check_lists(
    row: Row,
    expected: &'static codes_spec::Row<'static>,
    table: &codes_spec::Table<'_>,
) -> Result<(), TestCaseError> {
    let aliases: Vec<_> = expected
        .aliases
        .iter()
        .map(|alias| alias.show(table.code_format))
        .collect();
    prop_assert!(row.aliases().eq(aliases.iter().map(AsRef::as_ref)));
    prop_assert!(
        row.messages()
            .eq(expected.messages.iter().map(Pattern::as_str))
    );
    prop_assert!(row.when().eq(expected.when.iter().map(Prose::plain)));
    prop_assert!(
        row.fields().eq(expected
            .fields
            .iter()
            .map(|(name, text)| (name.as_ref(), text.as_ref())))
    );
    prop_assert!(
        row.examples()
            .eq(expected.examples.iter().map(AsRef::as_ref))
    );
    prop_assert!(
        row.tags()
            .eq(expected.tags.iter().map(|&tag| table.tags[tag].id.as_ref()))
    );
    prop_assert!(
        row.former_names()
            .eq(expected.former_names.iter().map(AsRef::as_ref))
    );
    Ok(())
}

fn check_found(
    table: &'static Table,
    row: Row,
    expected: &codes_spec::Row<'_>,
) -> Result<(), TestCaseError> {
    let finds = |reply: &Reply<'_>| table.classify(reply).candidates().contains(row);
    for code in expected.code.iter().chain(&expected.aliases) {
        match code {
            Code::Text(text) => prop_assert!(finds(&Reply::new().code(text.as_ref())), "{text}"),
            Code::Int(int) => prop_assert!(finds(&Reply::new().code(*int)), "{int}"),
            Code::Class(class) => {
                let covered = format!("{}x", class.strip_suffix('*').unwrap_or(class));
                prop_assert!(finds(&Reply::new().code(covered.as_str())), "{class}");
            }
            Code::Range(..) => {}
        }
    }
    if let (Some(code), Some(detail)) = (row.code(), row.detail()) {
        prop_assert!(
            finds(&Reply::new().code(code).detail(detail)),
            "{code} {detail}"
        );
    }
    let has_code = expected.code.is_some();
    for status in expected.statuses.iter().filter_map(Status::single) {
        let found = table.classify(&Reply::new().status(status)).candidates();
        prop_assert!(
            found.contains(row) || has_code && found.iter().all(|other| other.code().is_none()),
            "{status}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_is_read_back_from_its_encoding(head in head(), rows in prop::collection::vec(row(), 1..9), odd in line()) {
        let spec = spec(&head, &rows, &odd);
        prop_assume!(codes_spec::load("spec.yaml", spec.as_bytes()).report.errors() == 0);
        check(spec)?;
    }
}

#[test]
fn long_texts_and_many_rows_are_read_back() -> Result<(), TestCaseError> {
    let spec = |rows: i64, text: &str, quote: &str| {
        let row = |i| {
            format!(
                "  - {{name: R{i}, code: {quote}{}{quote}, status: 4xx, when: {text}, action: T{i}}}\n",
                i * 7_919
            )
        };
        format!(
            "vendor: V\ncodes:\n{}",
            (0..rows).map(row).collect::<String>()
        )
    };
    check(spec(2, &"é".repeat(500_000), ""))?;
    check(spec(20_000, "text", ""))?;
    check(spec(20_000, "text", "'"))
}

#[test]
fn former_names_cannot_be_items_of_the_traits() {
    let traits = [
        include_str!("../../codes-runtime/src/code.rs"),
        include_str!("../../codes-runtime/src/code_table.rs"),
    ];
    let traits = traits.map(|source| {
        let (_, after) = source.split_once("\npub trait ").expect("a trait");
        after.split("\n}\n").next().unwrap_or_default()
    });
    let items = traits
        .iter()
        .flat_map(|source| source.lines())
        .filter_map(|line| {
            let item = line
                .strip_prefix("    fn ")
                .or_else(|| line.strip_prefix("    const "))?;
            item.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .next()
                .filter(|name| !name.starts_with("__"))
        });
    let items: Vec<_> = items.collect();
    assert!(items.len() > 15, "{items:?}");
    for item in items {
        let spec = format!("vendor: T\ncodes: [{{status: 404, former_names: [{item}]}}]\n");
        let loaded = codes_spec::load("spec.yaml", spec.as_bytes());
        assert_eq!(
            loaded.report.shown().first().map(|found| found.rule.id),
            Some("codes::former-name-is-item"),
            "{item}"
        );
    }
}
