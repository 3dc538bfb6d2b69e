//! The JSON Schema of spec files (draft-07), from the table of the format's keys.

use codes_spec::{KEYS, Key, MAX_ROWS, Need, Schema};

use crate::json::{Json, Member};

pub(crate) fn schema() -> Json {
    let head = [
        ("$schema", "http://json-schema.org/draft-07/schema#".into()),
        ("$comment", "written by `codes schema`".into()),
        ("title", "A vendor's table of status codes".into()),
    ];
    Json::Object(head.into_iter().chain(record(KEYS)).collect())
}

/// What a value may be. Keywords that speak of one type let the others pass, so that integer and text need no `anyOf`.
fn value(schema: &Schema) -> Vec<Member> {
    match schema {
        Schema::Flag => vec![("type", "boolean".into())],
        Schema::Word(words) => vec![("enum", list_of(words))],
        Schema::Status => integer_or_text(100, 999, schema),
        Schema::Code => integer_or_text(i64::MIN, i64::MAX, schema),
        Schema::List(item) => list(item),
        Schema::OneOrMany(one) => any_of([value(one), list(one)]),
        Schema::Map(name, entry) => vec![
            ("type", "object".into()),
            ("propertyNames", Json::Object(value(name))),
            ("additionalProperties", Json::Object(value(entry))),
        ],
        Schema::Record(keys) => record(keys),
        Schema::Rows(keys) => rows(keys),
        Schema::FlagOr(other) => any_of([value(other), value(&Schema::Flag)]),
        Schema::Text
        | Schema::Line
        | Schema::Date
        | Schema::Url
        | Schema::Pointer
        | Schema::Template
        | Schema::Name
        | Schema::Tag => text(schema),
    }
}

fn record(keys: &[Key]) -> Vec<Member> {
    let required: Vec<_> = keys
        .iter()
        .filter(|key| key.need == Need::Required)
        .map(|key| key.name)
        .collect();
    let mut members = vec![
        ("type", "object".into()),
        (
            "properties",
            Json::Object(keys.iter().map(|key| (key.name, property(key))).collect()),
        ),
    ];
    if !required.is_empty() {
        members.push(("required", list_of(&required)));
    }
    members.push(("additionalProperties", Json::Flag(false)));
    members
}

fn property(key: &Key) -> Json {
    let mut members = vec![("description", key.line.into())];
    members.extend(value(&key.schema));
    match (key.need, key.schema) {
        (Need::Default(default), Schema::Flag) => {
            members.push(("default", Json::Flag(default == "true")))
        }
        (Need::Default(default), _) => members.push(("default", default.into())),
        (Need::Required | Need::Optional, _) => {}
    }
    Json::Object(members)
}

/// The rows of a table. That none repeats another is no matter of equality; a rule of its own says what is.
fn rows(keys: &[Key]) -> Vec<Member> {
    let has = |key: &'static str| vec![("required", list_of(&[key]))];
    let row = record(keys)
        .into_iter()
        .chain(any_of([has("status"), has("code")]))
        .collect();
    vec![
        ("type", "array".into()),
        ("items", Json::Object(row)),
        ("minItems", Json::Number(1)),
        ("maxItems", Json::number(MAX_ROWS)),
    ]
}

fn list(item: &Schema) -> Vec<Member> {
    vec![
        ("type", "array".into()),
        ("items", Json::Object(value(item))),
        ("minItems", Json::Number(1)),
        ("uniqueItems", Json::Flag(true)),
    ]
}

fn integer_or_text(least: i64, most: i64, schema: &Schema) -> Vec<Member> {
    let integer = [
        ("minimum", Json::Number(least)),
        ("maximum", Json::Number(most)),
    ];
    let both = [("type", list_of(&["integer", "string"]))];
    both.into_iter()
        .chain(integer)
        .chain(like_text(schema))
        .collect()
}

fn text(schema: &Schema) -> Vec<Member> {
    [("type", "string".into())]
        .into_iter()
        .chain(like_text(schema))
        .collect()
}

/// What text is like, if it is text.
fn like_text(schema: &Schema) -> Vec<Member> {
    let pattern = schema
        .pattern()
        .map(|pattern| ("pattern", Json::Text(pattern)));
    let not = match (schema.never(), schema.taken()) {
        (Some(never), _) => Some(vec![("type", "string".into()), ("pattern", never.into())]),
        (None, []) => None,
        (None, taken) => Some(vec![("enum", list_of(taken))]),
    };
    // no keyword of the standard; editors show it in place of the pattern
    let words = schema
        .words()
        .map(|words| ("errorMessage", format!("expected {words}").into()));
    pattern
        .into_iter()
        .chain(not.map(|not| ("not", Json::Object(not))))
        .chain(words)
        .collect()
}

fn any_of(alternatives: [Vec<Member>; 2]) -> Vec<Member> {
    vec![(
        "anyOf",
        Json::List(alternatives.into_iter().map(Json::Object).collect()),
    )]
}

fn list_of(texts: &[&'static str]) -> Json {
    Json::List(texts.iter().map(|&text| text.into()).collect())
}
