//! The import paths and the types of a source file.

/// The paths of all `use` items of a file, and all other paths that begin with a module: `crate`,
/// `super`, `self` or, possibly, the name of a child.
pub(crate) fn paths(text: &str) -> Vec<Vec<String>> {
    let code: String = without_tests(text)
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut paths = Vec::new();
    for statement in code.split(';') {
        let is_item = |at: &usize| {
            let line = statement[..*at].rsplit('\n').next().unwrap_or_default();
            matches!(line.trim_start().split(['(', ' ']).next(), Some("" | "pub"))
        };
        let uses = statement.match_indices("use ").map(|(at, _)| at);
        let at = uses.filter(is_item).last().unwrap_or(statement.len());
        let (before, tree) = statement.split_at(at);
        qualified(before, &mut paths);
        if let Some(tree) = tree.strip_prefix("use ") {
            flatten(&without_renames(tree), &[], &mut paths);
        }
    }
    paths
}

/// The names of the structs, enums, unions and traits that a file declares at its top level.
pub(crate) fn types(text: &str) -> Vec<String> {
    let code = without_tests(text);
    let names = code.lines().filter_map(|line| {
        let declaration = match line.strip_prefix("pub") {
            Some(rest) => rest.split_once(' ')?.1,
            None => line,
        };
        let (keyword, rest) = declaration.split_once(' ')?;
        let is_type = matches!(keyword, "struct" | "enum" | "union" | "trait");
        let name = rest.split(|c: char| !c.is_alphanumeric()).next();
        is_type.then_some(name?.to_owned())
    });
    names.collect()
}

/// Returns the code without `#[cfg(test)]` items.
fn without_tests(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("#[cfg(test)]") {
        let (before, item) = rest.split_at(at);
        code += before;
        let indentation = before.rsplit('\n').next().unwrap_or_default();
        let end = match item.split_once(['{', ';']) {
            Some((head, _)) if item[head.len()..].starts_with(';') => Some(head.len() + 1),
            _ => item.find(&format!("\n{indentation}}}")),
        };
        rest = &item[end.unwrap_or(item.len())..];
    }
    code + rest
}

/// Adds the paths that begin with a lowercase word, in code other than `use` items.
fn qualified(code: &str, paths: &mut Vec<Vec<String>>) {
    for (separator, _) in code.match_indices("::") {
        let head = code[..separator].trim_end_matches(|c| in_path(c) && c != ':');
        // a later part of a path, or `pub(in crate::module)`, which imports nothing
        if head.ends_with(':') || head.ends_with("pub(in ") {
            continue;
        }
        let path = &code[head.len()..];
        let path = &path[..path.find(|c| !in_path(c)).unwrap_or(path.len())];
        if path.starts_with(|c: char| c.is_ascii_lowercase()) {
            paths.push(path.split("::").map(str::to_owned).collect());
        }
    }
}

fn in_path(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | ':')
}

/// Removes the spaces and the renames from a use tree: `path as name` becomes `path`.
fn without_renames(tree: &str) -> String {
    let spaced = tree
        .replace('{', " { ")
        .replace('}', " } ")
        .replace(',', " , ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let is_renamed = |word: usize| word > 0 && words[word - 1] == "as";
    (0..words.len())
        .filter(|&word| words[word] != "as" && !is_renamed(word))
        .map(|word| words[word])
        .collect()
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
fn all_paths_to_modules_are_read() {
    let code = "\
pub(crate) use a::{self, b::{c, d as x}, super::e};
#[cfg(test)]
mod tests;
pub(in crate::f) struct S;
fn f() { crate::g::h(&$crate::i::j, \"\"); child::k() }
use l;
// use m;
#[cfg(test)]
mod tests {
    use n;
}
use o;
";
    let paths: Vec<_> = paths(code).iter().map(|path| path.join("::")).collect();
    assert_eq!(
        paths,
        [
            "a::self",
            "a::b::c",
            "a::b::d",
            "a::super::e",
            "crate::g::h",
            "child::k",
            "l",
            "o"
        ]
    );
}

#[test]
fn types_are_read() {
    let code = "\
struct A(u8);
pub(crate) enum B<'a> {
    struct_like {}
}
pub trait C: D {}
pub type E = A;
#[cfg(test)]
struct F;
";
    assert_eq!(types(code), ["A", "B", "C"]);
}
