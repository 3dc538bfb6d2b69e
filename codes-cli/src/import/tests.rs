//! A table is the same table in whatever shape a page has it, and no page is too wild to be read.

use codes_spec::load;
use proptest::prelude::*;

use super::SourceFormat;
use super::extract::collector;
use super::model::row::DraftRow;
use super::model::text::Text;
use super::readers;
use super::writer::{Provenance, names, write, yaml};

/// What a row is, in all shapes.
type Fact = (u16, Option<String>, String, String);

fn phrase() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,3}"
}

/// A sentence with what the shapes must escape.
fn sentence() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{1,8}( ([a-z]{1,8}|[a-z]{2}'s|\"[a-z]{2}\"|<[a-z]{2}>|&amp;|\\*[a-z]{2}\\*|_[a-z]_|#[0-9]|\\[[a-z]\\]|ü残|`[a-z]`|\\\\|[a-z],)){1,24}\\."
}

fn facts(with_codes: bool) -> impl Strategy<Value = Vec<Fact>> {
    let code = if with_codes {
        "[a-z]{3,6}_[a-z]{3,6}".prop_map(Some).boxed()
    } else {
        Just(None).boxed()
    };
    proptest::collection::btree_map(400u16..600, (code, phrase(), sentence()), 1..8).prop_map(
        |rows| {
            rows.into_iter()
                .map(|(status, (code, title, text))| (status, code, title, text))
                .collect()
        },
    )
}

fn imported(page: &str, format: SourceFormat) -> Vec<Fact> {
    let draft = collector::draft(readers::read(page, format));
    assert_eq!(draft.doubts(), 0, "{draft:?}\n{page}");
    assert_eq!(draft.found, draft.rows.len());
    let plain = |texts: &[Text]| {
        texts
            .iter()
            .map(|text| text.plain.as_str())
            .collect::<Vec<_>>()
            .join("\n\n")
    };
    let fact = |row: &DraftRow| {
        assert!(row.fields.is_empty(), "{row:?}\n{page}");
        let status = row.statuses.join(",").parse().expect("a status");
        let title = row
            .title
            .as_ref()
            .map_or(String::new(), |title| title.plain.clone());
        (status, row.code.clone(), title, plain(&row.description))
    };
    draft.rows.iter().map(fact).collect()
}

fn table(
    facts: &[Fact],
    cell: impl Fn(&str) -> String,
    line: impl Fn(Vec<String>) -> String,
) -> String {
    let head = line(
        ["HTTP status", "Error code", "Title", "Description"]
            .map(String::from)
            .to_vec(),
    );
    let row = |(status, code, title, text): &Fact| {
        line(vec![
            status.to_string(),
            cell(code.as_deref().unwrap_or("-")),
            cell(title),
            cell(text),
        ])
    };
    head + &facts.iter().map(row).collect::<String>()
}

fn bars(facts: &[Fact]) -> String {
    let lines = table(
        facts,
        |text| Text::plain(text).source,
        |cells| format!("| {} |\n", cells.join(" | ")),
    );
    lines.replacen('\n', "\n|---|:-:|---|---|\n", 1)
}

fn html(facts: &[Fact], tags: [&str; 4]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let [row, end_row, cell, end_cell] = tags;
    let rows = table(facts, escape, |cells| {
        let cells: String = cells
            .iter()
            .map(|text| format!("{cell}{text}{end_cell}"))
            .collect();
        format!("{row}{cells}{end_row}\n")
    });
    format!("<!doctype html><h1>Codes</h1><table>{rows}</table>")
}

fn quoted(facts: &[Fact], delimiter: &str) -> String {
    let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    table(facts, quote, |cells| cells.join(delimiter) + "\r\n")
}

fn headings(facts: &[Fact]) -> String {
    let row = |(status, _, title, text): &Fact| {
        format!(
            "## {status}: {title}\n\n**Description:**  \n{}\n\n---\n\n",
            Text::plain(text).source
        )
    };
    "# Codes\n\n".to_owned() + &facts.iter().map(row).collect::<String>()
}

fn glued(facts: &[Fact]) -> String {
    let row = |(status, _, title, text): &Fact| format!("{status} - {title}{text}\n");
    "Codes\n\nStatus CodeDescription\n".to_owned() + &facts.iter().map(row).collect::<String>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_the_same_in_every_shape(facts in facts(true)) {
        let bars = bars(&facts);
        for page in [bars.clone(), format!("- first\n\n{}", bars.replace("| ", "  | ").replace("\n|", "\n  |")), format!("<Tabs>\n{bars}</Tabs>\n")] {
            prop_assert_eq!(&imported(&page, SourceFormat::Markdown), &facts);
        }
        prop_assert_eq!(&imported(&html(&facts, ["<tr>", "</tr>", "<td>", "</td>"]), SourceFormat::Html), &facts);
        prop_assert_eq!(&imported(&html(&facts, ["<TR>", "", "<TD class=a>", ""]), SourceFormat::Html), &facts);
        prop_assert_eq!(&imported(&quoted(&facts, ","), SourceFormat::Csv), &facts);
        prop_assert_eq!(&imported(&quoted(&facts, ";"), SourceFormat::Csv), &facts);
        prop_assert_eq!(&imported(&quoted(&facts, "\t"), SourceFormat::Tsv), &facts);
    }

    #[test]
    fn lists_of_codes_are_the_same_in_every_shape(facts in facts(false)) {
        prop_assert_eq!(&imported(&headings(&facts), SourceFormat::Markdown), &facts);
        prop_assert_eq!(&imported(&glued(&facts), SourceFormat::Text), &facts);
    }

    #[test]
    fn what_is_written_is_read_as_the_same(facts in facts(true)) {
        let mut draft = collector::draft(readers::read(&html(&facts, ["<tr>", "</tr>", "<td>", "</td>"]), SourceFormat::Html));
        let written = names::write_named(&mut draft, &Provenance { vendor: "V: #1", ..Provenance::default() });
        let loaded = load("", written.as_bytes());
        prop_assert_eq!(loaded.report.errors(), 0, "{}\n{}", loaded.report, written);
        let read: Vec<Fact> = loaded.table.rows.iter().map(|row| {
            let code = row.code.as_ref().map(|code| code.show(loaded.table.code_format).into_owned());
            let title = row.title.as_deref().unwrap_or_default().to_owned();
            let text = row.description.as_ref().map_or(String::new(), |text| text.text.to_string());
            (row.statuses[0].single().expect("one status"), code, title, text)
        }).collect();
        prop_assert_eq!(read, facts);
        prop_assert_eq!(loaded.table.vendor, "V: #1");
    }

    #[test]
    fn any_text_is_read_as_that_text(text in any_text(), indent in 2..9usize) {
        prop_assume!(!text.trim().is_empty());
        let spec = format!("vendor: V\nabout: {}\ncodes: [{{status: 404}}]\n", yaml::text(&text, indent));
        let loaded = load("", spec.as_bytes());
        prop_assert_eq!(loaded.report.errors(), 0, "{}\n{}", loaded.report, spec);
        prop_assert_eq!(&loaded.table.about.expect("the text").text, &text, "{}", spec);
        prop_assert!(spec.lines().all(|line| line.chars().count() < 115) || text.split(' ').any(|word| word.len() > 9) || spec.contains(['"', '\'', '|']), "{}", spec);
    }

    #[test]
    fn any_line_is_read_as_that_line(text in any_line()) {
        prop_assume!(!text.trim().is_empty() && text != "<<");
        let spec = format!("vendor: V\nabout: {0}\ncodes:\n  - status: 404\n    fields:\n      {0}: {0}\n", yaml::line(&text));
        let loaded = load("", spec.as_bytes());
        prop_assert_eq!(loaded.report.errors(), 0, "{}\n{}", loaded.report, spec);
        prop_assert_eq!(&loaded.table.rows[0].fields[0].0, &text);
        prop_assert_eq!(&loaded.table.rows[0].fields[0].1, &text);
    }

    #[test]
    fn no_page_is_too_wild(page in wild(), format in format()) {
        let mut draft = collector::draft(readers::read(&page, format));
        let written = names::write_named(&mut draft, &Provenance { vendor: "V", ..Provenance::default() });
        // whatever is wrong with it, it is YAML of the format's shape
        let loaded = load("", written.as_bytes());
        let ids: Vec<_> = loaded.report.shown().iter().map(|mistake| mistake.rule.id).collect();
        let allowed = ["codes::empty-list", "codes::type", "codes::outcome-unclear", "codes::outcome-default",
            "codes::no-name", "codes::code-is-name", "codes::code-range", "codes::status-range", "codes::empty-text"];
        prop_assert!(ids.iter().all(|id| allowed.contains(id)), "{:?}\n{}\n{}", ids, page, written);
        prop_assert!(!write(&draft, &Provenance::default()).is_empty());
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "([a-z'\":#>|*&!%@`,{}-]{1,9}[ \n]{1,3}){0,40}[a-z]",
        "(true|Null|~|0x1F|1e3|-|\\? |\\[a\\]|12:30|=|<<|y|2026-01-01|4xx|1_000|\\.5|# x|a: b|a #b|'|\"|\\\\|\u{85}|\u{feff}|\u{202e}|\t|\n| ){1,3}",
    ]
}

fn any_line() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| text.replace(codes_spec::is_unprintable, " "))
}

fn format() -> impl Strategy<Value = SourceFormat> {
    prop_oneof![
        Just(SourceFormat::Markdown),
        Just(SourceFormat::Html),
        Just(SourceFormat::Csv),
        Just(SourceFormat::Tsv),
        Just(SourceFormat::Text)
    ]
}

/// Pieces of all that pages are made of, in any order.
fn wild() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "| Code | Description |\n|---|---|\n",
        "| 404 | Not found |\n",
        "| 4xx | |\n",
        "| -1003 | `X` |\n",
        "404",
        " - ",
        "Not FoundThe page is gone.",
        "\n",
        "\n\n",
        "# ",
        "## 404: Gone\n",
        "## 5xx Server\n",
        "**Description:** ",
        "**When:**\n",
        "- ",
        "> ",
        "```\n",
        "---\n",
        "title: x\n",
        "<table>",
        "<tr>",
        "<td>",
        "<td rowspan=9 colspan=9>",
        "</table>",
        "<dl><dt>",
        "<dd>",
        "<pre>",
        "<h1>",
        "<b>a:</b>",
        "<script>",
        "&amp;",
        "{%hint%}",
        "{%endhint%}",
        ":::note\n",
        ":::\n",
        "<Tabs>\n",
        "import x from 'y';\n",
        "+---+---+\n",
        "| a | b |\n",
        "+===+===+\n",
        ",",
        ";",
        "\t",
        "\"",
        "Status",
        "Code",
        "Retry",
        "No",
        "ok",
        "error",
        "0x1F",
        "007",
        "3000-3999",
        "599-400",
        "\u{202e}",
        "\u{0}",
        "\r",
        "é",
        "残",
        "\\",
        "|",
        "*",
        "_",
        "[a](b)",
        "200-404",
        "Self",
        "!!",
        "'",
        ": ",
        " #",
        "\u{85}",
        "\u{feff}",
        "    ",
        "1. ",
        "===\n",
    ];
    let pieces = proptest::collection::vec(
        prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()],
        0..60,
    );
    pieces.prop_map(|pieces| pieces.concat())
}
