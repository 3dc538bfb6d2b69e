//! An editor with rust-analyzer jumps to the variants in a generated file, shows their docs, and finds those that
//! `--update` adds.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::language_server::{LanguageServer, uri};
use super::{SPEC, directory, read, succeed};

const SOURCE: &str = "mod a_code;\n\
    pub use a_code::ACode;\n\
    pub const NOT_FOUND: ACode = ACode::NotFound;\n\
    pub const GONE: ACode = ACode::Gone;\n";

#[test]
fn rust_analyzer_finds_the_variants() {
    let package = directory("editor").canonicalize().expect("the directory");
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codes-runtime");
    let manifest = format!(
        "[package]\nname = \"editor\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\ncodes-runtime = {{ path = '{}', default-features = false }}\n",
        runtime.display()
    );
    let source = package.join("src/lib.rs");
    fs::write(package.join("Cargo.toml"), manifest).expect("written");
    fs::write(&source, SOURCE).expect("written");
    succeed(&package, &["specs/a.yaml", "-o", "src/a_code.rs"]);
    let Some(mut server) = LanguageServer::start(&package) else {
        eprintln!("skipped: rust-analyzer is not installed");
        return;
    };
    let document = json!({"uri": uri(&source), "languageId": "rust", "version": 1, "text": SOURCE});
    server.notify("textDocument/didOpen", &json!({"textDocument": document}));

    let not_found = position(&source, "NotFound");
    let found = server.ask_until("textDocument/definition", &not_found, is_found);
    assert_eq!(line_of(&found), "NotFound,");
    let hover = server.ask_until("textDocument/hover", &not_found, Value::is_object);
    assert!(hover.to_string().contains("404 Not found"), "{hover}");

    // add a row, and notify rust-analyzer of the changed file, as an editor does
    let gone = position(&source, "Gone");
    server.ask_until("textDocument/definition", &gone, |found| !is_found(found));
    let added = "  - {status: 410, title: Gone}\n";
    fs::write(package.join("specs/a.yaml"), [SPEC, added].concat()).expect("written");
    succeed(&package, &["--update", "src"]);
    let changed = json!({"uri": uri(&package.join("src/a_code.rs")), "type": 2});
    server.notify(
        "workspace/didChangeWatchedFiles",
        &json!({"changes": [changed]}),
    );
    let found = server.ask_until("textDocument/definition", &gone, is_found);
    assert_eq!(line_of(&found), "Gone,");
}

/// The place of a word in the source.
fn position(source: &Path, word: &str) -> Value {
    let mut lines = SOURCE.lines().enumerate();
    let place = lines.find_map(|(number, line)| Some((number, line.find(word)?)));
    let (line, character) = place.expect("the word");
    json!({
        "textDocument": {"uri": uri(source)},
        "position": {"line": line, "character": character},
    })
}

fn is_found(answer: &Value) -> bool {
    answer.as_array().is_some_and(|places| !places.is_empty())
}

/// The line of the generated file where a definition was found.
fn line_of(answer: &Value) -> String {
    let place = &answer[0];
    let path = place["uri"]
        .as_str()
        .and_then(|uri| uri.strip_prefix("file://"));
    let path = path.expect("a file");
    assert!(path.ends_with("/src/a_code.rs"), "{path}");
    let number = place["range"]["start"]["line"].as_u64().expect("a number");
    let text = read(path);
    let line = text.lines().nth(usize::try_from(number).expect("small"));
    line.expect("a line").trim().to_owned()
}
