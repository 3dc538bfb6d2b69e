//! Texts on the page, and whether they read back as they are.

use codes_spec::{Code, Group, Prose, Table};

use crate::explain::markdown::plain;

/// Whether nothing of a text is lost in a heading.
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

/// Whether the heading of a group is that of one before it.
pub(super) fn is_shared_heading(table: &Table<'_>, group: Option<usize>) -> bool {
    let words = |group: &Group<'_>| heading(group_heading(group));
    group.is_some_and(|at| {
        table.groups[..at]
            .iter()
            .any(|other| words(other) == words(&table.groups[at]))
    })
}

/// Whether a text can be a paragraph of its own, without being read as a label, a list or a script.
pub(super) fn is_paragraph(prose: &Prose<'_>) -> bool {
    let text = prose.plain();
    let begins = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    begins && text.trim() == text && !text.contains(['\n', ':', '\r', '\t']) && !text.contains("  ")
}

/// A code as it is shown, unless it would be read as another.
pub(super) fn number_or_text(table: &Table<'_>, code: &Code<'_>) -> String {
    match code {
        Code::Int(number @ ..0) => number.to_string(),
        code => code.show(table.code_format).into_owned(),
    }
}
