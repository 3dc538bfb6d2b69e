//! The documentation of a variant.

use codes_spec::{
    Code, CodeFormat, Row, Table, code_block, code_span, link as link_to, literal, literal_line,
};

use crate::docs::layout::{indented, labelled};

/// A link to a variant on the enum's page. Not an intra-doc link, because rustdoc does not accept
/// every name in one and has to resolve each.
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

/// Status, title and code; a code alone has no parentheses.
fn first_line(table: &Table<'_>, row: &Row<'_>) -> String {
    let mut line = literal_line(&row.show_statuses());
    if let Some(title) = &row.title {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(&literal_line(title));
    }
    match table.show_code(row).as_ref() {
        "" => line,
        code if line.is_empty() => code_span(code),
        code => format!("{line} ({})", code_span(code)),
    }
}

/// The aliases by which rustdoc's search finds a variant. rustc rejects aliases with quotes or with
/// spaces at either end.
pub(crate) fn search_aliases(table: &Table<'_>, row: &Row<'_>) -> Vec<String> {
    let statuses = row.statuses.iter().map(|status| status.as_str().to_owned());
    let code = std::iter::once(table.show_code(row).into_owned());
    let decimal = match row.code {
        Some(Code::Int(int)) if table.code_format != CodeFormat::Decimal => Some(int.to_string()),
        _ => None,
    };
    let mut aliases: Vec<String> = Vec::new();
    for alias in statuses.chain(code).chain(decimal) {
        let refused = alias.is_empty()
            || alias == row.name
            || alias.trim() != alias
            || alias.contains('"')
            || alias.contains('\'')
            // codes have no control characters, so a space is the only ASCII white space in them
            || !alias.is_ascii() && alias.contains(|c: char| c.is_whitespace() && c != ' ');
        if !refused && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    aliases
}
