//! Checks a tree for text that YAML reads in an unexpected way.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::lookalike::{is_bullet, is_invisible, typographic_quotes};
use crate::span::Span;
use crate::yaml::node::{Node, Value};
use crate::yaml::{appearance, comments, foreign, positions, probe, quotes, scalar, unquoted};

/// Reports values that were probably meant differently. Returns whether the tree can be used: some mistakes would only
/// cause further ones.
pub(crate) fn check(text: &str, root: &mut Node<'_>, report: &mut Report) -> bool {
    comments::check(text, root, report);
    unquoted::check(text, root, report);
    for (anchor, name) in probe::unused_anchors(text) {
        let mistake = rules::unused_anchor(name).at(Span::Byte(anchor));
        report.push(mistake.meant(anchored_text(&text[anchor..], name)));
    }
    let run_on = quotes::find(text);
    let sound = run_on.is_empty();
    for mistake in run_on {
        report.push(mistake);
    }
    if !sound {
        return false;
    }
    if let Some(ordinal) = suspicious(root)
        && let Some(scalar) = positions::find(text, ordinal + 1).last()
        && let Some(mistake) = appearance::explain(text, scalar.offset)
    {
        report.push(mistake);
        return false;
    }
    if let Some(mistake) = numbered_rows(root) {
        report.push(mistake);
        return false;
    }
    if is_foreign(root)
        && let Some(mistake) = foreign::whole_file(text)
    {
        report.push(mistake);
        return false;
    }
    refuse_typographic_quotes(text, root, report);
    true
}

/// Returns the text that begins with an anchor, in quotes: from its `&` to the end of the line.
fn anchored_text(rest: &str, name: &str) -> Option<String> {
    let line = rest.lines().next()?;
    let line = line.split(" #").next()?.trim_end();
    // make no suggestion for a value in brackets, because its end is not known, or for quoted text, because an anchor
    // before it is intended
    let is_text =
        line.len() > name.len() + 1 && !line.contains(['"', '\\', '\'', '[', ']', '{', '}', ',']);
    is_text.then(|| format!("\"{line}\""))
}

/// Returns the ordinal of the first key with an unusual first character or, if the file is a single scalar, of that scalar.
fn suspicious(node: &Node<'_>) -> Option<u32> {
    let Value::Map(entries) = &node.value else {
        return matches!(node.value, Value::Text(_)).then_some(node.ordinal);
    };
    entries.iter().find_map(|(key, value)| match &key.value {
        Value::Text(text) if is_suspicious(text) => Some(key.ordinal),
        _ => match &value.value {
            Value::Map(_) => suspicious(value),
            Value::List(items) => {
                let mut rows = items
                    .iter()
                    .filter(|item| matches!(item.value, Value::Map(_)));
                rows.find_map(suspicious)
            }
            _ => None,
        },
    })
}

fn is_suspicious(key: &str) -> bool {
    let first = key.chars().next();
    first.is_some_and(|c| {
        !c.is_ascii_alphanumeric() && (c == '-' || is_bullet(c) || is_invisible(c))
    })
}

/// Returns the mistake if the rows of the table are numbered.
fn numbered_rows(root: &Node<'_>) -> Option<Mistake> {
    let Value::Map(entries) = &root.value else {
        return None;
    };
    let codes = entries.iter().find(|(key, _)| key.is_text("codes"))?;
    let Value::Map(rows) = &codes.1.value else {
        return None;
    };
    let (first, _) = rows.first()?;
    match &first.value {
        Value::Text(text) => Some(appearance::numbered_item(text)?.at(Span::scalar(first.ordinal))),
        _ => None,
    }
}

/// Returns whether the first key belongs to another format, or has a line number before it.
fn is_foreign(root: &Node<'_>) -> bool {
    let Value::Map(entries) = &root.value else {
        return false;
    };
    let Some(Value::Text(key)) = entries.first().map(|(key, _)| &key.value) else {
        return false;
    };
    let is_numbered = key.starts_with(|c: char| c.is_ascii_digit());
    is_numbered || matches!(key.as_ref(), "openapi" | "swagger")
}

/// Reports text in typographic quotes, unless it is inside YAML quotes, and removes the quotes from the value.
fn refuse_typographic_quotes(text: &str, node: &mut Node<'_>, report: &mut Report) {
    match &mut node.value {
        Value::Text(Cow::Borrowed(value)) => {
            let Some(inside) = typographic_quotes(value) else {
                return;
            };
            let start = value.as_ptr().addr() - text.as_ptr().addr();
            if text[..start].ends_with(['"', '\'']) {
                return;
            }
            let mistake = rules::typographic_quotes().at(Span::scalar(node.ordinal));
            report.push(mistake.meant(Some(format!("`{inside}`"))));
            node.value = match scalar::plain(inside) {
                Some(text @ Value::Text(_)) => text,
                _ => Value::Reported,
            };
        }
        Value::List(items) => {
            for item in items {
                refuse_typographic_quotes(text, item, report);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                refuse_typographic_quotes(text, key, report);
                refuse_typographic_quotes(text, value, report);
            }
        }
        _ => {}
    }
}
