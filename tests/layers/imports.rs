//! The import paths of a source file.

/// The paths of all `use` items of a file, and all other paths that begin with `crate` or `super`.
pub(crate) fn paths(text: &str) -> Vec<Vec<String>> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut paths = Vec::new();
    for statement in code.split(';') {
        let spaced = statement
            .replace('{', " { ")
            .replace('}', " } ")
            .replace(',', " , ");
        let words: Vec<_> = spaced.split_whitespace().collect();
        if let Some(at) = words.iter().rposition(|word| *word == "use") {
            // `path as name` is `path`
            let renamed = |word: usize| word > 0 && words[word - 1] == "as";
            let tree: String = (at + 1..words.len())
                .filter(|&word| words[word] != "as" && !renamed(word))
                .map(|word| words[word])
                .collect();
            flatten(&tree, &[], &mut paths);
        } else {
            for start in ["crate::", "super::", "self::"] {
                for (at, _) in statement.match_indices(start) {
                    let before = &statement[..at];
                    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | ':');
                    // `pub(in crate::module)` imports nothing
                    if before.ends_with(in_word) || before.ends_with("pub(in ") {
                        continue;
                    }
                    let end = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':'));
                    let rest = &statement[at..];
                    let rest = &rest[..rest.find(end).unwrap_or(rest.len())];
                    paths.push(rest.split("::").map(str::to_owned).collect());
                }
            }
        }
    }
    paths
}

/// The paths of a use tree such as `a::{b, c::{d, e}}`, without spaces.
fn flatten(tree: &str, prefix: &[String], paths: &mut Vec<Vec<String>>) {
    let (head, group) = match tree.find('{') {
        Some(open) => (
            &tree[..open],
            Some(&tree[open + 1..tree.rfind('}').unwrap_or(tree.len())]),
        ),
        None => (tree, None),
    };
    let names = head
        .split("::")
        .filter(|name| !name.is_empty())
        .map(str::to_owned);
    let path: Vec<String> = prefix.iter().cloned().chain(names).collect();
    let Some(group) = group else {
        return paths.push(path);
    };
    let (mut depth, mut begin) = (0, 0);
    for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if begin < at {
                    flatten(&group[begin..at], &path, paths);
                }
                begin = at + 1;
            }
            _ => {}
        }
    }
}

#[test]
fn use_trees_are_read_whole() {
    let code = "pub(crate) use a::{self, b::{c, d as x}, super::e};\nfn f() { crate::g::h(&$crate::i::j, \"\") }\n// use k;\n";
    let paths: Vec<_> = paths(code).iter().map(|path| path.join("::")).collect();
    assert_eq!(
        paths,
        [
            "a::self",
            "a::b::c",
            "a::b::d",
            "a::super::e",
            "crate::g::h"
        ]
    );
}
