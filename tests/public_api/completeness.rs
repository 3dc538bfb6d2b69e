//! Checks that the other modules of this test use every public item of the runtime.

use std::path::{Path, PathBuf};

const USES: [&str; 3] = [
    include_str!("main.rs"),
    include_str!("responses.rs"),
    include_str!("tables.rs"),
];

/// Hidden items in modules with public ones.
const HIDDEN: [&str; 4] = ["FromRow", "Parts", "intact", "with_intact_lengths"];

/// Modules whose public items are re-exported by the hidden module alone.
const HIDDEN_MODULES: [&str; 5] = [
    "message.rs",
    "observed.rs",
    "parse.rs",
    "serialization.rs",
    "v1.rs",
];

#[test]
fn every_public_item_is_used() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = sources(&workspace.join("codes-runtime/src"));
    files.push(workspace.join("codes-core/src/vocabulary.rs"));
    let mut seen = 0;
    for path in files {
        if HIDDEN_MODULES.iter().any(|module| path.ends_with(module)) {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a source");
        for name in public_items(&source) {
            assert!(
                USES.iter().any(|text| is_used(text, name)) || HIDDEN.contains(&name),
                "`{name}` of {} is not used here",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} public items found");
}

/// Returns the source files of a folder and its subfolders.
fn sources(folder: &Path) -> Vec<PathBuf> {
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
fn public_items(source: &str) -> Vec<&str> {
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

/// Returns whether the text uses a name in a path, a call or a list.
fn is_used(text: &str, name: &str) -> bool {
    let is_whole_word = |at: usize| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        before.ends_with([':', '.', ' '])
            && after.starts_with([',', ';', '(', ')', ']', ':', '<', ' ', '}'])
    };
    let is_type = name.starts_with(char::is_uppercase);
    let mut places = text.match_indices(name).map(|(at, _)| at);
    places.any(|at| {
        is_whole_word(at)
            && (is_type || text[..at].ends_with([':', '.']) || text[..at].ends_with("= "))
    })
}
