//! The values of enums, in all the ways that schemas declare them.

use crate::import::sources::openapi::dialects;
use crate::import::sources::openapi::enum_value::EnumValue;
use crate::import::sources::openapi::refs::Refs;
use crate::import::sources::prose;
use crate::import::sources::tree::Value;

/// How deep the subschemas of an enum are followed.
const MAX_DEPTH: usize = 6;

/// Returns the values of the enum of a schema: `enum`, `const`, and the same in its subschemas.
pub(super) fn of<'v, 't>(schema: &'v Value<'t>, refs: &mut Refs<'v, 't>) -> Vec<EnumValue> {
    let mut values = Vec::new();
    add(schema, refs, 0, &mut values);
    values
}

fn add<'v, 't>(
    schema: &'v Value<'t>,
    refs: &mut Refs<'v, 't>,
    depth: usize,
    values: &mut Vec<EnumValue>,
) {
    let schema = refs.follow(schema);
    if depth > MAX_DEPTH {
        return;
    }
    let own = schema.get("enum").map_or(&[][..], Value::items).iter();
    let own = own.chain(schema.get("const"));
    let mut own: Vec<EnumValue> = own.filter_map(value).collect();
    if own.is_empty() {
        own.extend(of_extensions(schema));
    }
    dialects::describe(schema, &mut own);
    // if a subschema has a single value, its title and description are those of the value
    if let ([only], true) = (&mut own[..], depth > 0) {
        let text = schema.text("description").map(prose::documentation);
        only.description = only.description.take().or(text);
        only.title = only
            .title
            .take()
            .or(schema.text("title").map(str::to_owned));
        only.deprecated |= schema.get("deprecated").is_some_and(Value::is_true);
    }
    values.append(&mut own);
    for key in ["anyOf", "oneOf", "allOf"] {
        for part in schema.get(key).map_or(&[][..], Value::items) {
            add(part, refs, depth + 1, values);
        }
    }
    if let Some(items) = schema.get("items") {
        add(items, refs, depth + 1, values);
    }
}

/// Returns the values that a schema lists only in an extension. Vendors do so for enums that may get more values later.
fn of_extensions(schema: &Value<'_>) -> impl Iterator<Item = EnumValue> {
    const NAMES: [&str; 3] = ["xextensibleenum", "xenumelements", "xenumvalues"];
    let is_list = |name: &str| {
        let letters = name.chars().filter(char::is_ascii_alphabetic);
        NAMES.contains(&&*letters.collect::<String>().to_ascii_lowercase())
    };
    let lists = schema
        .entries()
        .iter()
        .filter(move |(name, _)| is_list(name));
    let items = lists.flat_map(|(_, list)| list.items());
    items.filter_map(|item| value(item.get("value").or(item.get("name")).unwrap_or(item)))
}

fn value(value: &Value<'_>) -> Option<EnumValue> {
    let text = match value {
        Value::Text(_) | Value::Number(_) => value.scalar()?,
        _ => return None,
    };
    let text = text.trim();
    (!text.is_empty()).then(|| EnumValue {
        value: text.to_owned(),
        is_text: matches!(value, Value::Text(_)),
        ..EnumValue::default()
    })
}
