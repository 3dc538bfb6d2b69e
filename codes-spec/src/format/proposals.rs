//! Proposals that rewrite a value of the wrong type as the expected type.

use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::yaml::{Node, Value};

/// The maximum number of list items that a proposal repeats.
const MAX_ITEMS: usize = 5;

/// Returns the YAML that was probably meant.
pub(super) fn proposal(
    value: &Value<'_>,
    subject: Subject<'_>,
    expected: &Schema,
) -> Option<String> {
    Some(match (expected, value) {
        (Schema::Record(_), Value::List(_)) if matches!(subject, Subject::File) => {
            return Some("`codes:` above the list".to_owned());
        }
        (Schema::Record(_), Value::List(_)) if matches!(subject, Subject::Item("codes")) => {
            return Some("one `- ` instead of two".to_owned());
        }
        (Schema::Map(..), Value::List(items)) => mapping(items, subject)?,
        (Schema::Record(_), _) => match subject {
            Subject::Key("body") => format!("body: {{code: {}}}", places(value, is_pointer)?),
            Subject::Key("headers") => format!("headers: {{code: {}}}", places(value, is_header)?),
            Subject::Key("success") => success(value)?,
            Subject::Named(name, "groups") => {
                format!("{}: {{title: {}}}", flow(name), scalar(value)?)
            }
            _ => return None,
        },
        (Schema::FlagOr(_), Value::Text(text)) => {
            flag(text).map_or_else(|| deprecated(text), str::to_owned)
        }
        (Schema::FlagOr(_), Value::Int(int)) => deprecated(&int.to_string()),
        (Schema::Flag, Value::Text(text)) => flag(text)?.to_owned(),
        (Schema::Code, Value::List(items)) => return codes(items, subject),
        (Schema::List(_) | Schema::Text, Value::Map(_)) if is_example(subject) => {
            return Some("each example in single quotes".to_owned());
        }
        (Schema::List(_), _) => bracketed(value)?,
        (Schema::Rows(_), Value::Map(entries)) => {
            let (key, value) = entries.first()?;
            if let Value::List(_) = value.value {
                return Some(format!("`group: {}` in each row", scalar(&key.value)?));
            }
            format!("- {}", key_of(&key.value)?)
        }
        _ => return None,
    })
    .map(|yaml| format!("`{yaml}`"))
}

fn is_example(subject: Subject<'_>) -> bool {
    matches!(
        subject,
        Subject::Key("examples") | Subject::Item("examples")
    )
}

/// Proposes aliases in place of a list of codes.
fn codes(items: &[Node<'_>], subject: Subject<'_>) -> Option<String> {
    if !matches!(subject, Subject::Key("code")) {
        return None;
    }
    let (first, rest) = items.split_first()?;
    let code = format!("`code: {}`", scalar(&first.value)?);
    if rest.is_empty() {
        Some(code)
    } else {
        Some(format!("{code} and `aliases: [{}]`", list(rest)?))
    }
}

/// Proposes a list in place of text with commas, of a mapping without values, or of one item.
fn bracketed(value: &Value<'_>) -> Option<String> {
    let items = match value {
        Value::Text(text) if text.contains(',') => {
            let inside = text
                .strip_prefix('(')
                .and_then(|text| text.strip_suffix(')'));
            inside.unwrap_or(text).to_owned()
        }
        Value::Map(entries) => {
            let keys = entries
                .iter()
                .take(MAX_ITEMS + 1)
                .map(|(key, value)| match value.value {
                    Value::Null => scalar(&key.value),
                    _ => None,
                });
            let keys = keys.collect::<Option<Vec<_>>>()?;
            (keys.len() <= MAX_ITEMS).then(|| keys.join(", "))?
        }
        _ => scalar(value)?,
    };
    Some(format!("[{items}]"))
}

/// Proposes a mapping in place of a list of names, or of mappings with one key.
fn mapping(items: &[Node<'_>], subject: Subject<'_>) -> Option<String> {
    let is_groups = matches!(subject, Subject::Key("groups"));
    let entry = |item: &Node<'_>| match &item.value {
        Value::Text(name) if is_groups => Some(format!("{}: {{title: …}}", flow(name))),
        Value::Text(pointer) if is_pointer(pointer) => {
            let name = pointer.rsplit('/').next().unwrap_or_default();
            Some(format!("{}: {}", flow(name), flow(pointer)))
        }
        Value::Text(name) => Some(format!("{}: …", flow(name))),
        Value::Map(entries) => match &entries[..] {
            [(name, value)] => Some(format!(
                "{}: {}",
                scalar(&name.value)?,
                scalar(&value.value)?
            )),
            [(_, id), (title, text)] if is_groups && scalar(&title.value)? == "title" => {
                let text = scalar(&text.value)?;
                Some(format!("{}: {{title: {text}}}", scalar(&id.value)?))
            }
            _ => None,
        },
        _ => None,
    };
    let entries: Vec<_> = items
        .iter()
        .take(MAX_ITEMS + 1)
        .map(entry)
        .collect::<Option<_>>()?;
    (entries.len() <= MAX_ITEMS).then(|| format!("{{{}}}", entries.join(", ")))
}

/// Returns the YAML of a value that is a pointer or a header's name, or a list of them.
fn places(value: &Value<'_>, is_place: fn(&str) -> bool) -> Option<String> {
    let is_place = |value: &Value<'_>| matches!(value, Value::Text(text) if is_place(text));
    match value {
        Value::List(items) if items.iter().all(|item| is_place(&item.value)) => {
            Some(format!("[{}]", list(items)?))
        }
        value if is_place(value) => scalar(value),
        _ => None,
    }
}

fn is_pointer(text: &str) -> bool {
    text.starts_with('/')
}

fn is_header(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Proposes `success` with the pointer or header that was found, and a common value for `is`.
fn success(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) if is_pointer(text) => {
            Some(format!("success: {{at: {}, is: true}}", flow(text)))
        }
        Value::Text(text) if is_header(text) => {
            Some(format!("success: {{name: {}, is: 0}}", flow(text)))
        }
        _ => None,
    }
}

/// Returns the boolean that a word such as `yes` stands for in other formats.
fn flag(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" => Some("true"),
        "false" | "no" | "off" | "n" => Some("false"),
        _ => None,
    }
}

fn deprecated(text: &str) -> String {
    let version = text.strip_prefix('v').unwrap_or(text);
    let key = if version.starts_with(|c: char| c.is_ascii_digit()) {
        "since"
    } else {
        "note"
    };
    format!("deprecated: {{{key}: {}}}", flow(text))
}

/// Returns the row key that a value probably belongs to, as YAML such as `status: 404`.
pub(super) fn key_of(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Int(100..=999) => Some(format!("status: {}", scalar(value)?)),
        Value::Text(text) if ["status", "code", "title", "name"].contains(&text.as_ref()) => {
            Some(format!("{text}: …"))
        }
        _ => Some(format!("code: {}", scalar(value)?)),
    }
}

fn list(items: &[Node<'_>]) -> Option<String> {
    let items = items
        .iter()
        .take(MAX_ITEMS + 1)
        .map(|item| scalar(&item.value));
    let items: Vec<_> = items.collect::<Option<_>>()?;
    (items.len() <= MAX_ITEMS).then(|| items.join(", "))
}

pub(super) fn scalar(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => Some(flow(text)),
        Value::Int(int) => Some(int.to_string()),
        _ => None,
    }
}

/// Returns a text as a scalar that can be written inside brackets, in quotes if it needs them.
pub(super) fn flow(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '/' | '.' | '\'');
    let is_plain = text.starts_with(|c: char| c.is_alphabetic() || c == '/')
        && text.chars().all(plain)
        && !text.ends_with(' ')
        && flag(text).is_none()
        && !text.eq_ignore_ascii_case("null");
    if is_plain {
        text.to_owned()
    } else {
        format!("{text:?}")
    }
}
