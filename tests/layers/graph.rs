//! The graph of imports between the files of a crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use codes_tests::workspace::read;

use crate::imports;

/// The imports between the files of a crate, by module paths such as `yaml::spans`.
pub(crate) struct Graph {
    pub(crate) imports: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// Reads the sources below a folder.
    pub(crate) fn read(src: &Path) -> Self {
        let modules = modules(src);
        let imports = modules
            .iter()
            .map(|(module, text)| {
                let paths = imports::paths(text);
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

    pub(crate) fn edges(&self) -> impl Iterator<Item = (&str, &str)> {
        self.imports
            .iter()
            .flat_map(|(from, targets)| targets.iter().map(|to| (from.as_str(), to.as_str())))
    }

    /// The modules of a cycle, with the first one repeated at the end.
    pub(crate) fn circle(&self) -> Option<Vec<&str>> {
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

/// The modules of a crate with their texts, except tests and generated files.
pub(crate) fn modules(src: &Path) -> BTreeMap<String, String> {
    // unit tests may import from anywhere
    let is_test = |path: &Path| {
        path.iter()
            .any(|name| name == "tests" || name == "tests.rs")
    };
    let mut modules = BTreeMap::new();
    for file in sources(src) {
        let path = file.strip_prefix(src).expect("below src");
        let text = read(&file);
        // generated files have no imports, but literals that look like code
        if !is_test(path) && !text.starts_with("// @generated") {
            modules.insert(module_of(path), text);
        }
    }
    modules
}

/// The Rust files below a folder, except build output.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// Returns `yaml::spans` for `yaml/spans.rs`, and `yaml` for `yaml/mod.rs`.
fn module_of(file: &Path) -> String {
    let path = file.with_extension("");
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    match names.split_last() {
        Some((last, parents)) if last == "mod" => parents.join("::"),
        _ => names.join("::"),
    }
}

/// Resolves a path used in a module to its longest prefix that is a module.
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
