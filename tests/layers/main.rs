//! The layers of each crate: imports point to lower layers, and there are no cycles of imports.
//! Names of types are unique in a crate.
//!
//! The table below is the map of the workspace. A crate may depend on the crates listed before it;
//! a module may import from modules in the layers before its own.

mod graph;
mod imports;

use std::collections::BTreeMap;

use codes_tests::workspace::{read, root};
use graph::Graph;

/// Each crate with its top-level modules, lowest layer first. Modules in one layer do not import
/// each other. `lib` and `main` are the crate roots.
const CRATES: &[(&str, &[&[&str]])] = &[
    (
        "codes-core",
        &[
            &[
                "checksum",
                "code_form",
                "details",
                "digits",
                "distance",
                "hash",
                "index",
                "lists",
                "vocabulary",
            ],
            &["record", "flags"],
            &["lib"],
        ],
    ),
    (
        "codes-spec",
        &[
            &["text", "span", "nearest"],
            &["lookalike", "source"],
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
            &["nearby"],
            &["file"],
            &["load"],
            &["docs"],
            &["plan"],
            &["expand"],
            &["generate"],
            &["lib"],
        ],
    ),
    ("codes-macro", &[&["lib"]]),
    (
        "codes-runtime",
        &[
            // the values of a response
            &["raw", "message", "cursor", "delay"],
            &["reply", "group", "document"],
            &["json", "xml"],
            // a table and its rows
            &["table"],
            &["key"],
            &["row"],
            // lookups
            &["filter", "from_row"],
            &["set"],
            &["found"],
            &["index", "candidates", "search"],
            &["matching"],
            &["classify", "facts"],
            &["decide", "read"],
            &["advice", "check"],
            // enums
            &["code", "api_error"],
            &["code_table"],
            &["unknown_code"],
            &["parse"],
            // on top of enums
            &["interpret", "errors", "body", "serialization"],
            &["error_display", "response", "received", "observed"],
            &["__private"],
            &["lib"],
        ],
    ),
    ("codes-tables", &[&["generated"], &["lib"]]),
    (
        "codes-cli",
        &[
            &[
                "exit",
                "style",
                "json",
                "yaml",
                "text",
                "response_keys",
                "clues",
                "standards",
                "row_names",
            ],
            &["messages"],
            &["edit", "output"],
            &["files"],
            &["diagnostics", "runtime_table"],
            &["spec_file", "testing"],
            &["catalogue"],
            &["check", "diff", "generate", "import", "schema", "tables"],
            &["explain", "observe"],
            &["lib"],
            &["main"],
        ],
    ),
];

#[test]
fn crates_depend_on_lower_crates_only() {
    let names: Vec<_> = CRATES.iter().map(|(name, _)| *name).collect();
    for (place, name) in names.iter().enumerate() {
        let manifest = read(format!("{name}/Cargo.toml"));
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
        let graph = Graph::read(&root().join(name).join("src"));
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
        if let Some(circle) = Graph::read(&root().join(name).join("src")).circle() {
            panic!("{name}: {}", circle.join(" → "));
        }
    }
}

#[test]
fn type_names_are_unique_in_each_crate() {
    for (name, _) in CRATES {
        let mut homes = BTreeMap::<_, Vec<_>>::new();
        for (module, text) in graph::modules(&root().join(name).join("src")) {
            for declared in imports::types(&text) {
                homes.entry(declared).or_default().push(module.clone());
            }
        }
        homes.retain(|_, modules| modules.len() > 1);
        assert!(
            homes.is_empty(),
            "{name}: types with the same name: {homes:#?}"
        );
    }
}

#[test]
fn files_are_short() {
    const MAX_LINES: usize = 250;
    let mut long = Vec::new();
    for folder in [
        "codes-cli",
        "codes-codegen",
        "codes-core",
        "codes-macro",
        "codes-runtime",
    ]
    .into_iter()
    .chain(["codes-spec", "codes-tables", "tests", "benches", "fuzz"])
    {
        for file in graph::sources(&root().join(folder)) {
            let lines = read(&file).lines().count();
            let is_generated = file
                .iter()
                .any(|name| name == "golden" || name == "generated");
            if lines > MAX_LINES && !is_generated {
                long.push((file, lines));
            }
        }
    }
    assert!(
        long.is_empty(),
        "files with more than {MAX_LINES} lines: {long:#?}"
    );
}

/// The first name of a module path.
fn top(module: &str) -> &str {
    module.split("::").next().unwrap_or(module)
}
