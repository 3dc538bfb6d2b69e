//! Writes a random table as a spec.

use super::head::RandomHead;
use super::row::RandomRow;
use super::texts::{list, quoted};

/// The code of row `i`, or one of its aliases if `alias` is not 0.
fn code(codes: &str, i: usize, odd: &str, alias: usize) -> String {
    let i = 10 * i + alias;
    match codes {
        "text" => quoted(&format!("{odd} C{i}")),
        "classes" if i % 3 == 1 => quoted(&format!("{odd} C{i}\\*")),
        "classes" if i % 3 == 2 => quoted(&format!("{odd} C{i}")),
        "classes" => quoted(&format!("{odd} K{i}-*")),
        "numbers" => format!("'{i}'"),
        "decimal" if i.is_multiple_of(3) => format!("-{}", i + 1),
        "hex" | "hex4" if i.is_multiple_of(3) => format!("-0x{:X}", i + 1),
        "hex8" if i.is_multiple_of(3) => format!("-{}", 2_147_467_259 - i),
        "ranges" if alias == 0 => format!("{}-{}", 100 * i, 100 * i + 5),
        "ranges" => format!("'-{} - -{}'", 100 * i + 5, 100 * i),
        _ => i.to_string(),
    }
}

pub(crate) fn spec(head: &RandomHead, rows: &[RandomRow], odd: &str) -> String {
    let mut out = "vendor: \"V: 1\"\nretrieved: 2026-11-19\n".to_owned();
    for (key, text) in &head.texts {
        out += &format!("{key}: {}\n", quoted(text));
    }
    if !head.notes.is_empty() {
        out += &format!("notes: {}\n", list(&head.notes));
    }
    out += &format!("markdown: {}\n", head.markdown);
    if let format @ ("hex" | "hex4" | "hex8") = head.codes {
        out += &format!("code_format: {format}\n");
    }
    out += head.body;
    write_groups(&mut out, head);
    for (i, meaning) in head.tags.iter().enumerate() {
        out += if i == 0 { "tags:\n" } else { "" };
        out += &format!("  tag_{i}: {}\n", quoted(meaning));
    }
    out += &format!("reserved: [{}]\ncodes:\n", code(head.codes, 90, odd, 0));
    for (i, row) in rows.iter().enumerate() {
        out += &format!("  - name: Row{i}\n");
        write_codes(&mut out, head, i, row, odd);
        write_texts(&mut out, i, row);
        write_deprecated(&mut out, row);
        write_owners(&mut out, head, row);
    }
    out
}

fn write_groups(out: &mut String, head: &RandomHead) {
    for (i, (id, title, about)) in head.groups.iter().enumerate() {
        *out += if i == 0 { "groups:\n" } else { "" };
        let keys = optional_keys([("title", title), ("about", about)]);
        *out += &format!("  {}: {{{keys}}}\n", quoted(id));
    }
}

/// Formats the entries of a flow mapping, without the keys that have no value.
fn optional_keys(keys: [(&str, &Option<String>); 2]) -> String {
    let keys = keys.into_iter().filter_map(|(key, text)| {
        let text = text.as_ref()?;
        Some(format!("{key}: {}", quoted(text)))
    });
    keys.collect::<Vec<_>>().join(", ")
}

/// Writes statuses and codes, and keys that only some rows with a code have.
fn write_codes(out: &mut String, head: &RandomHead, i: usize, row: &RandomRow, odd: &str) {
    if !row.statuses.is_empty() {
        let are_all_text = row.statuses.iter().all(|s| s.parse::<u16>().is_err());
        let quote = if are_all_text { "\"" } else { "" };
        *out += &format!("    status: {}\n", list(&row.statuses).replace('"', quote));
    }
    if !row.code && !row.statuses.is_empty() {
        return;
    }
    let code = |alias| code(head.codes, i, odd, alias);
    *out += &format!("    code: {}\n", code(0));
    if row.detail {
        let detail = match (head.integer_details, i % 2) {
            (true, 0) => i.to_string(),
            (true, _) => format!("-{i}"),
            (false, _) => quoted(&format!("{odd} {i}")),
        };
        *out += &format!("    detail: {detail}\n");
    }
    if row.extra {
        *out += &format!("    aliases: [{}, {}]\n", code(1), code(2));
        *out += &format!("    url: https://example.com/a_b?c=*d*&e=\\f#{i}\n");
        *out += &format!("    former_names: [Old{i}, Ünd{i}]\n");
    }
}

fn write_texts(out: &mut String, i: usize, row: &RandomRow) {
    for (key, text) in &row.texts {
        *out += &format!("    {key}: {}\n", quoted(text));
    }
    // duplicate rows would be an error
    if row.texts.iter().all(|(key, _)| *key != "title") {
        *out += &format!("    title: Row {i}\n");
    }
    for (key, texts) in &row.lists {
        *out += &format!("    {key}: {}\n", list(texts));
    }
    for (key, word) in &row.words {
        *out += &format!("    {key}: {word}\n");
    }
    for (n, (name, text)) in row.fields.iter().enumerate() {
        *out += if n == 0 { "    fields:\n" } else { "" };
        *out += &format!("      {}: {}\n", quoted(name), quoted(text));
    }
}

fn write_deprecated(out: &mut String, row: &RandomRow) {
    match &row.deprecated {
        Some((None, None)) => *out += "    deprecated: true\n",
        Some((since, note)) => {
            let keys = optional_keys([("since", since), ("note", note)]);
            *out += &format!("    deprecated: {{{keys}}}\n");
        }
        None => {}
    }
}

/// Writes the row's group and tags, if the table has any.
fn write_owners(out: &mut String, head: &RandomHead, row: &RandomRow) {
    if let Some((id, ..)) = row.group.and_then(|group| head.groups.get(group)) {
        *out += &format!("    group: {}\n", quoted(id));
    }
    let tags = row.tags.iter().take(head.tags.len()).enumerate();
    let tags: Vec<_> = tags
        .filter(|(_, has)| **has)
        .map(|(i, _)| format!("tag_{i}"))
        .collect();
    if !tags.is_empty() {
        *out += &format!("    tags: [{}]\n", tags.join(", "));
    }
}
