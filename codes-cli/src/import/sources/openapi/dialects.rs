//! The extensions that describe the values of enums. There is no standard, so they are recognized by words in their
//! names: `x-enum-varnames`, `x-enumDescriptions`, `x-ms-enum`, `x-enum-elements` and others.

use codes_spec::MAX_ROWS;

use crate::import::model::text::Text;
use crate::import::sources::openapi::enum_value::EnumValue;
use crate::import::sources::prose;
use crate::import::sources::tree::Value;

/// The most lines of a description that are searched for values.
const MOST_LINES: usize = 2_000;

/// Adds names, texts and deprecations from a schema to the values of its enum.
pub(super) fn describe(schema: &Value<'_>, values: &mut [EnumValue]) {
    // a spec cannot have more rows, and each value is looked up, which would take too long
    if values.is_empty() || values.len() > MAX_ROWS {
        return;
    }
    for (key, extension) in schema.entries() {
        let name: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if !name.starts_with('x') || !name.contains("enum") {
            continue;
        }
        let elements = extension.get("values").unwrap_or(extension);
        if name.contains("deprecated") {
            deprecate(extension, values);
        } else if name.contains("desc") || name.contains("comment") {
            each(extension, values, |value, text| {
                value
                    .description
                    .get_or_insert_with(|| prose::documentation(text));
            });
        } else if elements.items().iter().any(Value::is_map) {
            elements
                .items()
                .iter()
                .for_each(|element| read_element(element, values));
        } else if extension
            .entries()
            .iter()
            .any(|(_, element)| element.is_map())
        {
            read_elements(extension, values);
        } else if name.contains("name") || name.ends_with("enums") {
            each(extension, values, |value, text| {
                value.name.get_or_insert_with(|| text.to_owned());
            });
        }
    }
    if let Some(description) = schema.text("description") {
        from_lines(description, values);
    }
}

/// Applies the texts of an extension: a list with one text per value, or a mapping from values or names to texts.
fn each(extension: &Value<'_>, values: &mut [EnumValue], apply: impl Fn(&mut EnumValue, &str)) {
    let texts = extension.items();
    if texts.len() == values.len() {
        for (value, text) in values.iter_mut().zip(texts) {
            let text = text
                .as_text()
                .map(str::trim)
                .filter(|text| !text.is_empty());
            if let Some(text) = text {
                apply(value, text);
            }
        }
    }
    for value in values {
        let by_name = || extension.text(value.name.as_deref()?);
        if let Some(text) = extension.text(&value.value).or_else(by_name) {
            apply(value, text.trim());
        }
    }
}

fn deprecate(extension: &Value<'_>, values: &mut [EnumValue]) {
    for value in values {
        let listed = extension.items().iter().filter_map(Value::scalar);
        let is_listed = listed.into_iter().any(|item| item == value.value);
        value.deprecated |= is_listed || extension.get(&value.value).is_some_and(Value::is_true);
    }
}

/// Reads a mapping with an object for each value.
fn read_elements(extension: &Value<'_>, values: &mut [EnumValue]) {
    for value in values {
        if let Some(element) = extension.get(&value.value) {
            fill(value, element);
        }
    }
}

/// Reads an object that describes a value of the enum, and has that value in one of its fields.
fn read_element(element: &Value<'_>, values: &mut [EnumValue]) {
    let keys = ["value", "const", "key", "code", "id"];
    let own = keys
        .iter()
        .find_map(|key| element.get(key))
        .and_then(Value::scalar);
    let name = element.text("name");
    let is = |value: &&mut EnumValue| match &own {
        Some(own) => *own == value.value,
        None => name == Some(value.value.as_str()),
    };
    if let Some(value) = values.iter_mut().find(is) {
        fill(value, element);
    }
}

fn fill(value: &mut EnumValue, element: &Value<'_>) {
    let text = |keys: &[&str]| keys.iter().find_map(|key| element.text(key));
    let name = text(&["name", "varname"]).filter(|name| *name != value.value);
    value.name = value.name.take().or(name.map(str::to_owned));
    let title = text(&["title", "displayName", "label"]);
    value.title = value.title.take().or(title.map(str::to_owned));
    let description = text(&["description", "summary", "text", "doc", "documentation"]);
    value.description = value
        .description
        .take()
        .or(description.map(prose::documentation));
    value.deprecated |= element.get("deprecated").is_some_and(Value::is_true);
}

/// Reads the lines of a description that begin with a value: ``- `card_declined`: text``, `| 1001 | text |`
fn from_lines(description: &str, values: &mut [EnumValue]) {
    let mut open: Option<usize> = None;
    let mut found: Vec<Option<String>> = vec![None; values.len()];
    for line in description.lines().take(MOST_LINES) {
        let text = line
            .trim_start()
            .trim_start_matches(['-', '*', '+', '|', '•', '#'])
            .trim();
        if let Some((at, rest)) = value_at_start(text, values) {
            open = found[at].is_none().then_some(at);
            found[at].get_or_insert_with(|| rest.to_owned());
        } else if text.is_empty() {
            open = None;
        } else if let Some(text_of) = open.and_then(|at| found[at].as_mut()) {
            *text_of += " ";
            *text_of += text;
        }
    }
    let described = found
        .iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .count();
    // a single line may mention a value without describing it
    if described < 2 && described < values.len() {
        return;
    }
    for (value, text) in values.iter_mut().zip(found) {
        let text = text.filter(|text| !text.is_empty() && value.description.is_none());
        value.description = value
            .description
            .take()
            .or(text.map(|text| Text::markdown(&text)));
    }
}

/// Returns the value that a line begins with, and the text after it.
fn value_at_start<'l>(line: &'l str, values: &[EnumValue]) -> Option<(usize, &'l str)> {
    let quotes = |c: char| matches!(c, '`' | '"' | '\'' | '*' | '_');
    let inner = line.trim_start_matches(quotes);
    let fitting = values
        .iter()
        .enumerate()
        .filter(|(_, value)| inner.starts_with(&value.value));
    let (at, value) = fitting.max_by_key(|(_, value)| value.value.len())?;
    let rest = inner[value.value.len()..].trim_start_matches(quotes);
    let text = rest.trim_start();
    let is_separated =
        text.starts_with([':', '-', '–', '—', '=', '|', '(', '→']) && !rest.starts_with('-');
    let text = text
        .trim_start_matches([':', '-', '–', '—', '=', '|', '→', '>'])
        .trim();
    is_separated.then(|| (at, text.trim_end_matches('|').trim_end()))
}
