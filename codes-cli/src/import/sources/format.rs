//! The kinds of machine-readable documents, and how they are detected.

use clap::ValueEnum;

use crate::import::sources::tree::Value;

/// The kind of a machine-readable document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    /// `OpenAPI` 3.x or Swagger 2, in JSON or YAML
    #[value(name = "openapi")]
    OpenApi,
    /// Smithy model, as an AST in JSON
    Smithy,
    /// Model of botocore: `service-2.json`
    Botocore,
    /// Enums of Protocol Buffers
    Proto,
    /// Plain data in JSON
    Json,
    /// Plain data in YAML
    Yaml,
    /// Plain data in TOML
    Toml,
}

/// The syntax of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    Json,
    Yaml,
    Toml,
}

impl Syntax {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Syntax::Json => "JSON",
            Syntax::Yaml => "YAML",
            Syntax::Toml => "TOML",
        }
    }

    pub(crate) fn plain(self) -> DataFormat {
        match self {
            Syntax::Json => DataFormat::Json,
            Syntax::Yaml => DataFormat::Yaml,
            Syntax::Toml => DataFormat::Toml,
        }
    }
}

/// How the text of a document is parsed: as a `.proto` file, or as a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parser {
    Proto,
    Tree(Syntax),
}

impl Parser {
    /// Detects a machine-readable document by its extension, or else by how it begins.
    pub(crate) fn detect(name: &str, text: &str) -> Option<Parser> {
        let extension = name
            .rsplit_once('.')
            .map(|(_, extension)| extension.to_ascii_lowercase());
        let syntax = match extension.as_deref() {
            Some("json" | "jsonl" | "ndjson") => Syntax::Json,
            Some("yaml" | "yml") => Syntax::Yaml,
            Some("toml") => Syntax::Toml,
            Some("proto") => return Some(Parser::Proto),
            None | Some("txt" | "text" | "log") => return by_text(text),
            Some(extension) if is_page(extension) => return None,
            Some(_) => return by_text(text),
        };
        // JSON in a file for YAML is parsed faster, and with better messages, as JSON
        let is_json = syntax == Syntax::Yaml && text.trim_start().starts_with("{\"");
        Some(Parser::Tree(if is_json { Syntax::Json } else { syntax }))
    }

    /// Returns the parser for a kind that is given with `--from`.
    pub(crate) fn of(format: DataFormat, text: &str) -> Parser {
        let begins_as_json = text.trim_start().starts_with(['{', '[']);
        Parser::Tree(match format {
            DataFormat::Proto => return Parser::Proto,
            DataFormat::Json => Syntax::Json,
            DataFormat::Toml => Syntax::Toml,
            DataFormat::OpenApi | DataFormat::Smithy | DataFormat::Botocore if begins_as_json => {
                Syntax::Json
            }
            _ => Syntax::Yaml,
        })
    }
}

fn is_page(extension: &str) -> bool {
    const PAGES: [&str; 13] = [
        "md", "mdx", "markdown", "mdown", "rst", "adoc", "asciidoc", "html", "htm", "xhtml", "csv",
        "tsv", "tab",
    ];
    PAGES.contains(&extension)
}

fn by_text(text: &str) -> Option<Parser> {
    const LINES: usize = 100;
    let begin = text.trim_start();
    let after = |mark| begin.strip_prefix(mark).map(str::trim_start);
    let is_object = after('{').is_some_and(|rest| rest.starts_with(['"', '}']));
    let is_list = after('[').is_some_and(|rest| rest.starts_with(['{', '"', ']']));
    if is_object || is_list && begin.contains('"') {
        return Some(Parser::Tree(Syntax::Json));
    }
    let mut lines = text.lines().take(LINES).map(str::trim_end);
    lines.find_map(|line| {
        let is = |key: &str| {
            line.strip_prefix(key)
                .is_some_and(|rest| rest.starts_with(':'))
        };
        if line.starts_with("syntax = \"proto") || line.starts_with("edition = \"20") {
            return Some(Parser::Proto);
        }
        (is("openapi") || is("swagger")).then_some(Parser::Tree(Syntax::Yaml))
    })
}

impl DataFormat {
    /// Detects the kind of a document by its keys.
    pub(crate) fn of_tree(root: &Value<'_>, syntax: Syntax) -> DataFormat {
        let has = |key| root.get(key).is_some();
        if has("openapi") || has("swagger") {
            DataFormat::OpenApi
        } else if has("smithy") && has("shapes") {
            DataFormat::Smithy
        } else if has("metadata") && has("shapes") && has("operations") {
            DataFormat::Botocore
        } else {
            syntax.plain()
        }
    }
}
