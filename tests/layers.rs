//! The layers of each crate: imports point downward, and no modules import each other in a circle.
//!
//! The table below is the map of the workspace. A crate may depend on the crates listed before it;
//! a module may import from the modules listed on the lines before its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each crate with its top-level modules, lowest layer first. Modules of one line know nothing of
/// each other. `lib` and `main` are the crate roots.
const CRATES: &[(&str, &[&[&str]])] = &[
    (
        "codes-core",
        &[
            &[
                "code_form",
                "details",
                "digits",
                "distance",
                "index",
                "lists",
                "vocabulary",
            ],
            &["record"],
            &["lib"],
        ],
    ),
    (
        "codes-spec",
        &[
            &["text", "span", "nearest"],
            &["source"],
            &["diagnostics"],
            &["yaml", "markdown"],
            &["table"],
            &["format"],
            &["check"],
            &["encode"],
            &["lib"],
        ],
    ),
    (
        "codes-codegen",
        &[
            &["messages"],
            &["report"],
            &["input"],
            &["file"],
            &["load"],
            &["docs"],
            &["plan"],
            &["expand"],
            &["lib"],
        ],
    ),
    ("codes-macro", &[&["lib"]]),
    (
        "codes-runtime",
        &[
            // the facts of a response
            &["raw", "message", "cursor"],
            &["reply", "group"],
            // a table and its rows
            &["table"],
            &["row"],
            // look-ups
            &["key", "set", "from_row"],
            &["index", "candidates"],
            &["matching"],
            &["classify"],
            // enums
            &["code", "api_error"],
            &["code_table"],
            &["unknown_code"],
            &["parse"],
            // on top of enums
            &["interpret", "body", "serialization"],
            &["error_display", "response", "received"],
            &["__private"],
            &["lib"],
        ],
    ),
    (
        "codes-cli",
        &[
            &["exit", "style", "json", "text"],
            &["messages"],
            &["output"],
            &["files"],
            &["diagnostics", "runtime_table"],
            &["spec_file", "testing"],
            &["check", "diff", "import", "schema"],
            &["explain"],
            &["lib"],
            &["main"],
        ],
    ),
];

#[test]
fn crates_depend_on_lower_crates_only() {
    let names: Vec<_> = CRATES.iter().map(|(name, _)| *name).collect();
    for (place, name) in names.iter().enumerate() {
        let manifest = read(&root().join(name).join("Cargo.toml"));
        let (_, dependencies) = manifest
            .split_once("\n[dependencies]\n")
            .unwrap_or_default();
        let dependencies = dependencies.split("\n[").next().unwrap_or_default();
        for dependency in dependencies
            .lines()
            .filter_map(|line| line.split(['.', ' ']).next())
        {
            let known = names.iter().position(|other| other == &dependency);
            assert!(
                known.is_none_or(|known| known < place),
                "{name} depends on {dependency}, which is not below it"
            );
        }
    }
}

#[test]
fn modules_import_from_lower_layers_only() {
    for (name, layers) in CRATES {
        let layer_of = |module: &str| layers.iter().position(|layer| layer.contains(&top(module)));
        let graph = Graph::read(name);
        for module in graph.imports.keys() {
            assert!(
                layer_of(module).is_some(),
                "{name}: `{module}` is in no layer of {}",
                file!()
            );
        }
        for module in layers.iter().copied().flatten() {
            let exists = graph.imports.keys().any(|path| top(path) == *module);
            assert!(exists, "{name} has no module `{module}`");
        }
        let upward: Vec<_> = graph
            .edges()
            .filter(|(from, to)| top(from) != top(to))
            .filter(|(from, to)| layer_of(to) >= layer_of(from))
            .collect();
        assert!(
            upward.is_empty(),
            "{name}: imports that do not point downward: {upward:#?}"
        );
    }
}

#[test]
fn modules_do_not_import_each_other_in_a_circle() {
    for (name, _) in CRATES {
        if let Some(circle) = Graph::read(name).circle() {
            panic!("{name}: {}", circle.join(" → "));
        }
    }
}

/// Which file of a crate imports from which, by module paths such as `yaml::spans`.
struct Graph {
    imports: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    fn read(name: &str) -> Self {
        let src = root().join(name).join("src");
        let mut files = Vec::new();
        collect(&src, &mut files);
        let modules: BTreeMap<_, _> = files
            .iter()
            .map(|file| {
                (
                    module_of(file.strip_prefix(&src).expect("below src")),
                    read(file),
                )
            })
            .collect();
        let imports = modules
            .iter()
            .map(|(module, text)| {
                let paths = imported_paths(text);
                let targets = paths
                    .iter()
                    .filter_map(|path| resolve(module, path, &modules))
                    .filter(|target| target != module)
                    .collect();
                (module.clone(), targets)
            })
            .collect();
        Graph { imports }
    }

    fn edges(&self) -> impl Iterator<Item = (&str, &str)> {
        self.imports
            .iter()
            .flat_map(|(from, targets)| targets.iter().map(|to| (from.as_str(), to.as_str())))
    }

    /// The modules of a circle, the first one again at its end.
    fn circle(&self) -> Option<Vec<&str>> {
        let mut done = BTreeSet::new();
        self.imports
            .keys()
            .find_map(|module| self.walk(module, &mut Vec::new(), &mut done))
    }

    fn walk<'g>(
        &'g self,
        module: &'g str,
        path: &mut Vec<&'g str>,
        done: &mut BTreeSet<&'g str>,
    ) -> Option<Vec<&'g str>> {
        if let Some(begin) = path.iter().position(|seen| *seen == module) {
            return Some([&path[begin..], &[module]].concat());
        }
        if done.contains(module) {
            return None;
        }
        path.push(module);
        let targets = self.imports.get(module).into_iter().flatten();
        let circle = targets
            .into_iter()
            .find_map(|target| self.walk(target, path, done));
        path.pop();
        done.insert(module);
        circle
    }
}

/// The first name of a module path.
fn top(module: &str) -> &str {
    module.split("::").next().unwrap_or(module)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All sources below a folder, tests aside.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// `yaml/spans.rs` as `yaml::spans`, and `yaml/mod.rs` as `yaml`.
fn module_of(file: &Path) -> String {
    let path = file.with_extension("");
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    match names.split_last() {
        Some((last, parents)) if last == "mod" => parents.join("::"),
        _ => names.join("::"),
    }
}

/// The longest module that a path begins with, seen from a module.
fn resolve(module: &str, path: &[String], modules: &BTreeMap<String, String>) -> Option<String> {
    let is_root = matches!(module, "lib" | "main");
    let mut at: Vec<&str> = if is_root {
        Vec::new()
    } else {
        module.split("::").collect()
    };
    let mut names = path.iter().map(String::as_str).peekable();
    match names.peek()? {
        &"crate" => {
            at.clear();
            names.next();
        }
        &"self" => _ = names.next(),
        &"super" => {
            while names.next_if_eq(&"super").is_some() {
                at.pop();
            }
        }
        // a child module, or another crate
        child => {
            let child = [&at[..], &[child]].concat().join("::");
            if !modules.contains_key(&child) {
                return None;
            }
        }
    }
    for name in names {
        // `#[macro_export]` puts a macro at the root, wherever it is declared
        if at.is_empty() && name == "__impl_serde" {
            return None;
        }
        at.push(name);
        if !modules.contains_key(&at.join("::")) {
            at.pop();
            break;
        }
    }
    Some(if at.is_empty() {
        "lib".to_owned()
    } else {
        at.join("::")
    })
}

/// The paths of all `use` items of a file, and those that begin with `crate` or `super` anywhere.
fn imported_paths(text: &str) -> Vec<Vec<String>> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut paths = Vec::new();
    for statement in code.split(';') {
        let words: Vec<_> = statement.split_whitespace().collect();
        if let Some(at) = words.iter().rposition(|word| *word == "use") {
            let tree: String = words[at + 1..].concat();
            flatten(&tree, &[], &mut paths);
        } else {
            for start in ["crate::", "super::", "self::"] {
                for (at, _) in statement.match_indices(start) {
                    let preceded = statement[..at].chars().next_back();
                    if preceded.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | ':'))
                    {
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

/// The paths of a use tree such as `a::{b, c::{d, e}}`, without blanks.
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
    let code = "pub(crate) use a::{self, b::{c, d}, super::e};\nfn f() { crate::g::h(&$crate::i::j, \"\") }\n// use k;\n";
    let paths: Vec<_> = imported_paths(code)
        .iter()
        .map(|path| path.join("::"))
        .collect();
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
