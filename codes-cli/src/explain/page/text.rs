//! Texts on the page, and whether `codes import` reads them back unchanged.

use codes_spec::{Code, Group, Prose, Table};

use crate::explain::markdown::plain;

/// Whether a heading keeps the text unchanged.
pub(super) fn survives_in_heading(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphanumeric() || " ',.()-/".contains(c))
        && !text.contains("  ")
        && text.trim() == text
}

pub(super) fn heading(text: &str) -> String {
    plain(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

pub(super) fn group_heading<'g>(group: &'g Group<'_>) -> &'g str {
    group.title.as_deref().unwrap_or(&group.id)
}

/// Whether an earlier group has the same heading.
pub(super) fn is_shared_heading(table: &Table<'_>, group: Option<usize>) -> bool {
    let heading_of = |group: &Group<'_>| heading(group_heading(group));
    group.is_some_and(|at| {
        table.groups[..at]
            .iter()
            .any(|other| heading_of(other) == heading_of(&table.groups[at]))
    })
}

/// Whether a text can be a paragraph without being read as a label, a list or code.
pub(super) fn is_paragraph(prose: &Prose<'_>) -> bool {
    let text = prose.plain();
    let starts_like_sentence = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    starts_like_sentence
        && text.trim() == text
        && !text.contains(['\n', ':', '\r', '\t'])
        && !text.contains("  ")
}

/// A code as displayed, except integers: they are written in decimal, which is never ambiguous.
pub(super) fn number_or_text(table: &Table<'_>, code: &Code<'_>) -> String {
    match code {
        Code::Int(number @ ..0) => number.to_string(),
        code => code.show(table.code_format).into_owned(),
    }
}
