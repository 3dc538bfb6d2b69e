//! Texts on the page, and whether `codes import` reads them back unchanged.

use std::collections::HashSet;

use codes_spec::{Code, Group, Prose, Table};

use crate::explain::markdown::plain;

/// Returns whether `codes import` reads the text unchanged from a heading.
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

/// The headings of groups on a page.
pub(super) struct Headings {
    /// For each group, whether an earlier one has the same heading.
    shared: Vec<bool>,
    /// For each group, whether a row belongs to it.
    used: Vec<bool>,
}

impl Headings {
    pub(super) fn new(table: &Table<'_>) -> Self {
        let mut seen = HashSet::new();
        let headings = table
            .groups
            .iter()
            .map(|group| heading(group_heading(group)));
        let shared = headings.map(|heading| !seen.insert(heading)).collect();
        let mut used = vec![false; table.groups.len()];
        for at in table.rows.iter().filter_map(|row| row.group) {
            used[at] = true;
        }
        Headings { shared, used }
    }

    /// Returns whether an earlier group has the same heading.
    pub(super) fn is_shared(&self, group: Option<usize>) -> bool {
        group.is_some_and(|at| self.shared[at])
    }

    /// Returns whether the page has a heading that identifies this group, because no earlier group has the same one.
    pub(super) fn has_own(&self, group: usize) -> bool {
        self.used[group] && !self.shared[group]
    }
}

/// Returns whether text can be a paragraph without being read as a label, a list or code.
pub(super) fn is_paragraph(prose: &Prose<'_>) -> bool {
    let text = prose.plain();
    let starts_like_sentence = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    starts_like_sentence
        && text.trim() == text
        && !text.contains(['\n', ':', '\r', '\t'])
        && !text.contains("  ")
}

/// Formats a code as displayed, except where it could be read as another one: negative integers are in decimal, and
/// text ends in `\*` instead of `*`, as in a spec.
pub(super) fn number_or_text(table: &Table<'_>, code: &Code<'_>) -> String {
    match code {
        Code::Int(number @ ..0) => number.to_string(),
        Code::Text(_) => code.source().into_owned(),
        code => code.show(table.code_format).into_owned(),
    }
}
