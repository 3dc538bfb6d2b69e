//! The documentation of a variant.

use std::borrow::Cow;

use codes_spec::{
    Code, CodeFormat, Kind, Pattern, Retry, Row, Table, code_block, code_span, link as link_to,
    literal, literal_line,
};

use crate::docs::layout::{indented, labelled};

/// A link to a variant on the enum's page. It is not an intra-doc link, because rustdoc rejects some names in intra-doc
/// links, and has to resolve each link.
pub(crate) fn link(name: &str) -> String {
    format!("[`{name}`](#variant.{name})")
}

/// Writes the documentation of a variant.
pub fn variant_docs(table: &Table<'_>, row: &Row<'_>) -> String {
    let mut blocks = vec![first_line(table, row)];
    blocks.extend(row.description.as_ref().map(|text| table.doc(text)));
    match row.when.as_slice() {
        [] => {}
        [one] => blocks.push(labelled("**When to expect it:**", &table.doc(one))),
        several => {
            blocks.push("**When to expect it:**".to_owned());
            blocks.push(
                several
                    .iter()
                    .map(|when| format!("- {}", indented(&table.doc(when))))
                    .collect::<Vec<_>>()
                    .join("\n"),
            );
        }
    }
    blocks.extend(
        row.action
            .as_ref()
            .map(|action| labelled("**What to do:**", &table.doc(action))),
    );
    blocks.extend(facts(table, row));
    blocks.extend(
        row.fields
            .iter()
            .map(|(name, text)| format!("**{}:** {}", literal_line(name), literal(text))),
    );
    blocks.extend(row.examples.iter().map(|example| code_block(example)));
    blocks.extend(
        row.url
            .as_ref()
            .map(|url| link_to("More about it", url.as_str())),
    );
    blocks.join("\n\n")
}

/// A list of the kind, retry advice, tags, aliases and messages that the spec declares.
fn facts(table: &Table<'_>, row: &Row<'_>) -> Option<String> {
    let kind = row.kind.filter(|_| row.declares_kind).map(Kind::as_str);
    let tags = row.tags.iter().map(|&tag| table.tags[tag].id.as_ref());
    let aliases = row.aliases.iter();
    let aliases: Vec<_> = aliases.map(|alias| alias.show(table.code_format)).collect();
    let lists: [(&str, Vec<&str>); 5] = [
        ("Kind", kind.into_iter().collect()),
        ("Retry", row.retry.map(Retry::as_str).into_iter().collect()),
        ("Tags", tags.collect()),
        ("Aliases", aliases.iter().map(AsRef::as_ref).collect()),
        (
            "Messages",
            row.messages.iter().map(Pattern::as_str).collect(),
        ),
    ];
    let lines = lists.iter().filter(|(_, texts)| !texts.is_empty());
    let lines = lines.map(|(label, texts)| {
        let texts: Vec<_> = texts.iter().map(|text| code_span(text)).collect();
        format!("- **{label}:** {}", texts.join(", "))
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The code and the detail, each if present.
pub(crate) fn codes<'r>(table: &Table<'_>, row: &'r Row<'_>) -> Vec<Cow<'r, str>> {
    let mut codes = vec![table.show_code(row), row.show_detail()];
    codes.retain(|code| !code.is_empty());
    codes
}

/// The status, title and codes, with codes in parentheses unless they are alone.
fn first_line(table: &Table<'_>, row: &Row<'_>) -> String {
    let mut line = literal_line(&row.show_statuses());
    if let Some(title) = &row.title {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(&literal_line(title));
    }
    let codes = codes(table, row);
    let codes: Vec<_> = codes.iter().map(|code| code_span(code)).collect();
    match codes.join(", ") {
        codes if codes.is_empty() => line,
        codes if line.is_empty() => codes,
        codes => format!("{line} ({codes})"),
    }
}

/// The aliases by which rustdoc's search finds a variant. Leaves out those that rustc rejects: with
/// quotes, with spaces at either end, or with white space other than spaces.
pub(crate) fn search_aliases(table: &Table<'_>, row: &Row<'_>) -> Vec<String> {
    let statuses = row.statuses.iter().map(|status| status.as_str().to_owned());
    let codes = codes(table, row);
    let decimal = match row.code {
        Some(Code::Int(int)) if table.code_format != CodeFormat::Decimal => Some(int.to_string()),
        _ => None,
    };
    let mut aliases: Vec<String> = Vec::new();
    let codes = codes.into_iter().map(Cow::into_owned);
    for alias in statuses.chain(codes).chain(decimal) {
        let refused = alias.is_empty()
            || alias == row.name
            || alias.trim() != alias
            || alias.contains('"')
            || alias.contains('\'')
            // codes have no control characters, so their only ASCII white space is the space
            || !alias.is_ascii() && alias.contains(|c: char| c.is_whitespace() && c != ' ');
        if !refused && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    aliases
}
