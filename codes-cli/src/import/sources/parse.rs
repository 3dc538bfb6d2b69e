//! The text of a document → tree.

use std::borrow::Cow;
use std::cell::Cell;

use codes_spec::read_yaml;
use serde::de::DeserializeSeed as _;

use crate::import::sources::build::{Build, MAX_VALUES};
use crate::import::sources::format::Syntax;
use crate::import::sources::tree::Value;
use crate::messages::Message;
use crate::messages::sources as messages;

/// The maximum number of lines, commas and opening brackets in a YAML document. The YAML parser needs more memory for
/// each value than the tree does.
const MAX_YAML_PIECES: usize = 2_000_000;

/// Parses a document.
pub(super) fn parse<'t>(name: &str, text: &'t str, syntax: Syntax) -> Result<Value<'t>, Message> {
    let left = Cell::new(MAX_VALUES);
    let build = Build { left: &left };
    let parsed = match syntax {
        Syntax::Json => json(text, build),
        Syntax::Yaml if has_many_pieces(text) => return Err(messages::too_many_values(name)),
        Syntax::Yaml => yaml(text, build),
        Syntax::Toml => toml(text, build),
    };
    parsed.map_err(|SyntaxProblem { line, column, text }| {
        if left.get() == 0 {
            messages::too_many_values(name)
        } else {
            messages::invalid_syntax(name, syntax.name(), line, column, &text)
        }
    })
}

/// Why a document cannot be parsed, and where.
struct SyntaxProblem {
    line: usize,
    column: usize,
    text: String,
}

/// Parses JSON. Values one after the other, as in JSON lines, become a list.
fn json<'t>(text: &'t str, build: Build<'_>) -> Result<Value<'t>, SyntaxProblem> {
    let mut parser = serde_json::Deserializer::from_str(text);
    let mut values = Vec::new();
    let problem = |error: serde_json::Error| {
        let text = error.to_string();
        SyntaxProblem {
            line: error.line(),
            column: error.column(),
            text: text
                .split(" at line ")
                .next()
                .unwrap_or_default()
                .to_owned(),
        }
    };
    loop {
        values.push(build.deserialize(&mut parser).map_err(problem)?);
        let Err(more) = parser.end() else {
            break;
        };
        // only a mapping may be followed by another value
        if !matches!(values.last(), Some(Value::Map(_))) {
            return Err(problem(more));
        }
    }
    Ok(single(values))
}

/// Parses YAML. Several documents become a list.
fn yaml<'t>(text: &'t str, build: Build<'_>) -> Result<Value<'t>, SyntaxProblem> {
    let documents = read_yaml(text, build).map_err(|error| SyntaxProblem {
        line: error.line,
        column: error.column,
        text: error.text,
    })?;
    let mut root = single(documents);
    merge(&mut root, build.left).ok_or_else(|| SyntaxProblem {
        line: 0,
        column: 0,
        text: String::new(),
    })?;
    Ok(root)
}

fn single(mut values: Vec<Value<'_>>) -> Value<'_> {
    if values.len() > 1 {
        return Value::List(values);
    }
    values.pop().unwrap_or(Value::Null)
}

fn has_many_pieces(text: &str) -> bool {
    let pieces = text.bytes().filter(|byte| b"\n,[{".contains(byte));
    pieces.take(MAX_YAML_PIECES + 1).count() > MAX_YAML_PIECES
}

fn toml<'t>(text: &'t str, build: Build<'_>) -> Result<Value<'t>, SyntaxProblem> {
    let problem = |error: ::toml::de::Error| {
        let before = &text[..error.span().map_or(0, |span| span.start.min(text.len()))];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        SyntaxProblem {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            text: error.message().to_owned(),
        }
    };
    let parser = ::toml::Deserializer::parse(text).map_err(problem)?;
    build.deserialize(parser).map_err(problem)
}

/// Adds the entries that a mapping takes from others by YAML's merge key `<<`. Its own entries win. Returns `None` if
/// the budget of values is spent.
fn merge(value: &mut Value<'_>, left: &Cell<usize>) -> Option<()> {
    match value {
        Value::List(items) => items.iter_mut().try_for_each(|item| merge(item, left)),
        Value::Map(entries) => {
            entries
                .iter_mut()
                .try_for_each(|(_, value)| merge(value, left))?;
            while let Some(at) = entries.iter().position(|(key, value)| {
                key == "<<" && matches!(value, Value::Map(_) | Value::List(_))
            }) {
                let (_, merged) = entries.remove(at);
                let maps = match merged {
                    Value::List(maps) => maps,
                    map => vec![map],
                };
                add_entries(entries, maps, left)?;
            }
            Some(())
        }
        _ => Some(()),
    }
}

fn add_entries<'t>(
    entries: &mut Vec<(Cow<'t, str>, Value<'t>)>,
    maps: Vec<Value<'t>>,
    left: &Cell<usize>,
) -> Option<()> {
    for map in maps {
        let Value::Map(merged) = map else {
            continue;
        };
        for (key, value) in merged {
            // comparing entries uses up the budget too, so that large mappings do not take quadratic time
            left.set(left.get().checked_sub(entries.len() / 64 + 1)?);
            if entries.iter().all(|(own, _)| *own != key) {
                entries.push((key, value));
            }
        }
    }
    Some(())
}
