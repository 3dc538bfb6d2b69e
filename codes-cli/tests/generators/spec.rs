//! A random table as the text of a spec.

use std::fmt::Write as _;

use super::head::RandomHead;
use super::row::RandomRow;
use super::texts::{list, quoted};

/// A code of a table, by its number, and whether it is a further one.
fn code(codes: &str, i: usize, odd: &str, further: usize) -> String {
    let i = 10 * i + further;
    match codes {
        "text" => quoted(&format!("{odd} C{i}")),
        "numbers" => format!("'{i}'"),
        "decimal" if i.is_multiple_of(3) => format!("-{}", i + 1),
        "hex" | "hex4" if i.is_multiple_of(3) => format!("-0x{:X}", i + 1),
        "hex8" if i.is_multiple_of(3) => format!("-{}", 2_147_467_259 - i),
        "ranges" if further == 0 => format!("{}-{}", 100 * i, 100 * i + 5),
        "ranges" => format!("'-{} - -{}'", 100 * i + 5, 100 * i),
        _ => i.to_string(),
    }
}

pub(crate) fn spec(head: &RandomHead, rows: &[RandomRow], odd: &str) -> String {
    let mut out = "vendor: \"V: 1\"\nretrieved: 2026-11-19\n".to_owned();
    let keys = head
        .texts
        .iter()
        .map(|(key, text)| format!("{key}: {}\n", quoted(text)));
    out.extend(keys);
    if !head.notes.is_empty() {
        let _ = writeln!(out, "notes: {}", list(&head.notes));
    }
    let _ = writeln!(out, "markdown: {}", head.markdown);
    if let format @ ("hex" | "hex4" | "hex8") = head.codes {
        let _ = writeln!(out, "code_format: {format}");
    }
    if head.body {
        out += "body: {code: [/error/code, '/a b/~0`'], message: [/m, ''], statuses: [202, 4xx]}\n";
    }
    for (i, (id, title, about)) in head.groups.iter().enumerate() {
        out += if i == 0 { "groups:\n" } else { "" };
        let title = title
            .as_ref()
            .map(|title| format!("title: {}", quoted(title)));
        let about = about
            .as_ref()
            .map(|about| format!("about: {}", quoted(about)));
        let _ = writeln!(
            out,
            "  {}: {{{}}}",
            quoted(id),
            title
                .into_iter()
                .chain(about)
                .collect::<Vec<_>>()
                .join(", ")
        );
    }
    for (i, meaning) in head.tags.iter().enumerate() {
        let _ = writeln!(
            out,
            "{}  tag_{i}: {}",
            if i == 0 { "tags:\n" } else { "" },
            quoted(meaning)
        );
    }
    let _ = writeln!(out, "reserved: [{}]\ncodes:", code(head.codes, 90, odd, 0));
    for (i, row) in rows.iter().enumerate() {
        let _ = writeln!(out, "  - name: Row{i}");
        if !row.statuses.is_empty() {
            let _ = writeln!(
                out,
                "    status: {}",
                list(&row.statuses).replace(
                    '"',
                    if row.statuses.iter().all(|s| s.parse::<u16>().is_err()) {
                        "\""
                    } else {
                        ""
                    }
                )
            );
        }
        let has_code = row.code || row.statuses.is_empty();
        if has_code {
            let _ = writeln!(out, "    code: {}", code(head.codes, i, odd, 0));
        }
        if has_code && row.extra {
            let _ = writeln!(
                out,
                "    aliases: [{}, {}]",
                code(head.codes, i, odd, 1),
                code(head.codes, i, odd, 2)
            );
            let _ = writeln!(
                out,
                "    url: https://example.com/a_b?c=*d*&e=\\f#{i}\n    former_names: [Old{i}, Ünd{i}]"
            );
        }
        for (key, text) in &row.texts {
            let _ = writeln!(out, "    {key}: {}", quoted(text));
        }
        // a row that says what another says is refused
        if row.texts.iter().all(|(key, _)| *key != "title") {
            let _ = writeln!(out, "    title: Row {i}");
        }
        for (key, texts) in &row.lists {
            let _ = writeln!(out, "    {key}: {}", list(texts));
        }
        for (key, word) in &row.words {
            let _ = writeln!(out, "    {key}: {word}");
        }
        for (n, (name, text)) in row.fields.iter().enumerate() {
            let _ = writeln!(
                out,
                "{}      {}: {}",
                if n == 0 { "    fields:\n" } else { "" },
                quoted(name),
                quoted(text)
            );
        }
        match &row.deprecated {
            Some((None, None)) => out += "    deprecated: true\n",
            Some((since, note)) => {
                let parts = [("since", since), ("note", note)].map(|(key, text)| {
                    text.as_ref().map(|text| format!("{key}: {}", quoted(text)))
                });
                let _ = writeln!(
                    out,
                    "    deprecated: {{{}}}",
                    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
                );
            }
            None => {}
        }
        if let Some((id, ..)) = row.group.and_then(|group| head.groups.get(group)) {
            let _ = writeln!(out, "    group: {}", quoted(id));
        }
        let tags: Vec<_> = row
            .tags
            .iter()
            .enumerate()
            .filter(|(i, has)| **has && *i < head.tags.len())
            .collect();
        if !tags.is_empty() {
            let _ = writeln!(
                out,
                "    tags: [{}]",
                tags.iter()
                    .map(|(i, _)| format!("tag_{i}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            );
        }
    }
    out
}
