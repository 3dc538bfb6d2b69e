//! The same table as pages of different formats.

use codes_spec::load;
use proptest::prelude::*;

use super::{RowFacts, SourceFormat, Text, collector, facts, imported, readers};
use crate::import::writer::{Provenance, names};

fn table(
    facts: &[RowFacts],
    cell: impl Fn(&str) -> String,
    line: impl Fn(Vec<String>) -> String,
) -> String {
    let head = line(
        ["HTTP status", "Error code", "Title", "Description"]
            .map(String::from)
            .to_vec(),
    );
    let row = |(status, code, title, text): &RowFacts| {
        line(vec![
            status.to_string(),
            cell(code.as_deref().unwrap_or("-")),
            cell(title),
            cell(text),
        ])
    };
    head + &facts.iter().map(row).collect::<String>()
}

fn bars(facts: &[RowFacts]) -> String {
    let lines = table(
        facts,
        |text| Text::plain(text).source,
        |cells| format!("| {} |\n", cells.join(" | ")),
    );
    lines.replacen('\n', "\n|---|:-:|---|---|\n", 1)
}

fn html(facts: &[RowFacts], tags: [&str; 4]) -> String {
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

fn quoted(facts: &[RowFacts], delimiter: &str) -> String {
    let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    table(facts, quote, |cells| cells.join(delimiter) + "\r\n")
}

fn headings(facts: &[RowFacts]) -> String {
    let row = |(status, _, title, text): &RowFacts| {
        format!(
            "## {status}: {title}\n\n**Description:**  \n{}\n\n---\n\n",
            Text::plain(text).source
        )
    };
    "# Codes\n\n".to_owned() + &facts.iter().map(row).collect::<String>()
}

fn glued(facts: &[RowFacts]) -> String {
    let row = |(status, _, title, text): &RowFacts| format!("{status} - {title}{text}\n");
    "Codes\n\nStatus CodeDescription\n".to_owned() + &facts.iter().map(row).collect::<String>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_read_the_same_from_every_format(facts in facts(true)) {
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
    fn rows_outside_tables_are_read_the_same_from_every_format(facts in facts(false)) {
        prop_assert_eq!(&imported(&headings(&facts), SourceFormat::Markdown), &facts);
        prop_assert_eq!(&imported(&glued(&facts), SourceFormat::Text), &facts);
    }

    #[test]
    fn the_written_spec_has_the_rows_of_the_page(facts in facts(true)) {
        let mut draft = collector::draft(readers::read(&html(&facts, ["<tr>", "</tr>", "<td>", "</td>"]), SourceFormat::Html));
        let written = names::write_named(&mut draft, &Provenance { vendor: "V: #1", ..Provenance::default() });
        let loaded = load("", written.as_bytes());
        prop_assert_eq!(loaded.report.errors(), 0, "{}\n{}", loaded.report, written);
        let read: Vec<RowFacts> = loaded.table.rows.iter().map(|row| {
            let code = row.code.as_ref().map(|code| code.show(loaded.table.code_format).into_owned());
            let title = row.title.as_deref().unwrap_or_default().to_owned();
            let text = row.description.as_ref().map_or(String::new(), |text| text.text.to_string());
            (row.statuses[0].single().expect("one status"), code, title, text)
        }).collect();
        prop_assert_eq!(read, facts);
        prop_assert_eq!(loaded.table.vendor, "V: #1");
    }
}
