//! Finds the public items of source files.

use std::path::{Path, PathBuf};

/// Returns the source files of a folder and its folders.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// Returns the names of the public items in a source file, and of the items in public traits.
pub(crate) fn public_items(source: &str) -> Vec<&str> {
    let (mut items, mut hidden, mut in_trait) = (Vec::new(), false, false);
    for line in source.lines() {
        in_trait = line.starts_with("pub trait Code") || in_trait && line != "}";
        let line = line.trim();
        let item = line
            .strip_prefix("pub ")
            .or(Some(line).filter(|_| in_trait))
            .map(|item| item.strip_prefix("const fn ").unwrap_or(item));
        let kinds = ["fn ", "struct ", "enum ", "trait ", "const "];
        let name = item.and_then(|item| {
            let name = kinds.iter().find_map(|kind| item.strip_prefix(kind));
            name.or(Some(item).filter(|_| line.starts_with("pub const fn ")))
        });
        if let Some(name) = name.filter(|_| !hidden) {
            let is_end = |c: char| !c.is_alphanumeric() && c != '_';
            items.push(name.split(is_end).next().unwrap_or_default());
        }
        hidden = line.contains("doc(hidden)") || hidden && line.starts_with("#[");
    }
    items
}

/// Returns whether a text has a path, a call or a list with this name.
pub(crate) fn is_named(text: &str, name: &str) -> bool {
    let stands_alone = |at: usize| {
        let (before, behind) = (&text[..at], &text[at + name.len()..]);
        before.ends_with([':', '.', ' '])
            && behind.starts_with([',', ';', '(', ')', ']', ':', '<', ' ', '}'])
    };
    let is_type = name.starts_with(char::is_uppercase);
    let mut places = text.match_indices(name).map(|(at, _)| at);
    places.any(|at| {
        stands_alone(at)
            && (is_type || text[..at].ends_with([':', '.']) || text[..at].ends_with("= "))
    })
}
