//! `codes schema`: prints the JSON Schema (draft-07) of spec files, generated from the table of keys in `codes-spec`.

use codes_spec::{KEYS, Key, MAX_ROWS, Need, Schema};
use serde::{Serialize, Serializer};

use crate::exit::Exit;
use crate::json;
use crate::output;

pub(crate) fn run() -> Result<Exit, Exit> {
    let schema = Keywords {
        schema: Some("http://json-schema.org/draft-07/schema#"),
        comment: Some("written by `codes schema`"),
        title: Some("A vendor's table of status codes"),
        ..record(KEYS)
    };
    output::data(&json::document(&schema))?;
    Ok(Exit::Success)
}

/// A JSON Schema. Its keywords are written in this order.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Keywords {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<&'static str>,
    #[serde(rename = "$comment", skip_serializing_if = "Option::is_none")]
    comment: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    types: Option<Types>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    words: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Box<Keywords>>,
    /// Not a standard keyword: some editors show it instead of the pattern.
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Box<Keywords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_items: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_items: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique_items: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<Properties>,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    property_names: Option<Box<Keywords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_properties: Option<Additional>,
    #[serde(skip_serializing_if = "Option::is_none")]
    any_of: Option<Vec<Keywords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<DefaultValue>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Types {
    One(&'static str),
    Either([&'static str; 2]),
    Any([&'static str; 3]),
}

#[derive(Serialize)]
#[serde(untagged)]
enum Additional {
    Forbidden(bool),
    Like(Box<Keywords>),
}

#[derive(Serialize)]
#[serde(untagged)]
enum DefaultValue {
    Flag(bool),
    Text(&'static str),
}

/// The schemas of an object's members, in the order of the keys in `codes-spec`.
struct Properties(Vec<(&'static str, Keywords)>);

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, schema)| (name, schema)))
    }
}

/// Returns the schema of a value. A keyword for one JSON type ignores values of other types, so a value that is an
/// integer or text needs no `anyOf`.
fn value(schema: &Schema) -> Keywords {
    match schema {
        Schema::Flag => of_type("boolean"),
        Schema::Word(words) => Keywords {
            words: Some(words.to_vec()),
            ..Keywords::default()
        },
        Schema::Status => integer_or_text(100, 999, schema),
        Schema::Code => integer_or_text(i64::MIN, i64::MAX, schema),
        Schema::List(item) => list(item),
        Schema::OneOrMany(one) => any_of([value(one), list(one)]),
        Schema::Map(name, entry) => Keywords {
            property_names: Some(Box::new(value(name))),
            additional_properties: Some(Additional::Like(Box::new(value(entry)))),
            ..of_type("object")
        },
        Schema::Record(keys) => record(keys),
        Schema::HeaderOr(keys) => any_of([value(&Schema::Header), record(keys)]),
        Schema::Fact => text(Types::Any(["string", "integer", "boolean"]), schema),
        Schema::Rows(keys) => rows(keys),
        Schema::FlagOr(other) => any_of([value(other), value(&Schema::Flag)]),
        Schema::Text
        | Schema::Line
        | Schema::Date
        | Schema::Url
        | Schema::Pointer
        | Schema::Pattern
        | Schema::Header
        | Schema::Template
        | Schema::Name
        | Schema::Tag => text(Types::One("string"), schema),
    }
}

fn of_type(name: &'static str) -> Keywords {
    Keywords {
        types: Some(Types::One(name)),
        ..Keywords::default()
    }
}

fn record(keys: &[Key]) -> Keywords {
    let required: Vec<_> = keys
        .iter()
        .filter(|key| key.need == Need::Required)
        .map(|key| key.name)
        .collect();
    let properties = keys.iter().map(|key| (key.name, property(key))).collect();
    Keywords {
        properties: Some(Properties(properties)),
        required: Some(required).filter(|required| !required.is_empty()),
        additional_properties: Some(Additional::Forbidden(false)),
        ..of_type("object")
    }
}

fn property(key: &Key) -> Keywords {
    let default = match (key.need, key.schema) {
        (Need::Default(default), Schema::Flag) => Some(DefaultValue::Flag(default == "true")),
        (Need::Default(default), _) => Some(DefaultValue::Text(default)),
        (Need::Required | Need::Optional, _) => None,
    };
    Keywords {
        description: Some(key.line),
        default,
        ..value(&key.schema)
    }
}

/// Returns the schema of `codes`. It does not require unique items: duplicate rows are found by a rule of `codes-spec`.
fn rows(keys: &[Key]) -> Keywords {
    let has = |key: &'static str| Keywords {
        required: Some(vec![key]),
        ..Keywords::default()
    };
    let row = Keywords {
        any_of: any_of([has("status"), has("code")]).any_of,
        ..record(keys)
    };
    Keywords {
        items: Some(Box::new(row)),
        min_items: Some(1),
        max_items: Some(MAX_ROWS),
        ..of_type("array")
    }
}

fn list(item: &Schema) -> Keywords {
    Keywords {
        items: Some(Box::new(value(item))),
        min_items: Some(1),
        unique_items: Some(true),
        ..of_type("array")
    }
}

fn integer_or_text(minimum: i64, maximum: i64, schema: &Schema) -> Keywords {
    Keywords {
        minimum: Some(minimum),
        maximum: Some(maximum),
        ..text(Types::Either(["integer", "string"]), schema)
    }
}

/// Returns the keywords for values that are text or may be text.
fn text(types: Types, schema: &Schema) -> Keywords {
    let not = match (schema.never(), schema.taken()) {
        (Some(never), _) => Some(Keywords {
            pattern: Some(never.to_owned()),
            ..of_type("string")
        }),
        (None, []) => None,
        (None, taken) => Some(Keywords {
            words: Some(taken.to_vec()),
            ..Keywords::default()
        }),
    };
    Keywords {
        types: Some(types),
        pattern: schema.pattern().map(Into::into),
        not: not.map(Box::new),
        error_message: schema.words().map(|words| format!("expected {words}")),
        ..Keywords::default()
    }
}

fn any_of(alternatives: [Keywords; 2]) -> Keywords {
    Keywords {
        any_of: Some(Vec::from(alternatives)),
        ..Keywords::default()
    }
}
