//! `codes schema`: prints the JSON Schema (draft-07) of spec files, generated from the table of keys in `codes-spec`.

mod keywords;

use clap::Args;
use codes_spec::{KEYS, Key, MAX_ROWS, Need, Schema};

use crate::exit::Exit;
use crate::json;
use crate::output;
use keywords::{Additional, DefaultValue, Dependencies, EmptyMapping, Keywords, Properties, Types};

/// Print the JSON Schema of spec files, for editors
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes schema > specs/codes.schema.json

Then start each spec with a comment that names the schema:
  # yaml-language-server: $schema=codes.schema.json

Exit status: 0 on success, 2 if standard output cannot be written.")]
pub(crate) struct PrintSchema {
    /// Use only standard keywords and one type per schema, for strict validators such as Ajv. Editors show
    /// better messages without this option
    #[arg(long)]
    standard: bool,
}

impl PrintSchema {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        let mut schema = Keywords {
            schema: Some("http://json-schema.org/draft-07/schema#"),
            comment: Some("written by `codes schema`"),
            title: Some("A vendor's table of status codes"),
            ..record(KEYS)
        };
        if self.standard {
            schema.make_strict();
        }
        output::data(&json::document(&schema))?;
        Ok(Exit::Success)
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
        Schema::Fact => text(Types::Any(vec!["string", "integer", "boolean"]), schema),
        Schema::Rows(keys) => rows(keys),
        Schema::FlagOr(other) => any_of([value(other), value(&Schema::Flag)]),
        Schema::Text
        | Schema::Line
        | Schema::Url
        | Schema::Pointer
        | Schema::Pattern
        | Schema::Header
        | Schema::Template
        | Schema::Name
        | Schema::Tag => text(Types::One("string"), schema),
        Schema::Date => date(schema),
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

/// Returns the schema of `codes`. It does not require unique items, because a rule of `codes-spec`
/// finds duplicate rows. It does not check the rule that all rows have messages if one has only
/// messages.
fn rows(keys: &[Key]) -> Keywords {
    let has = |key: &'static str| Keywords {
        // strict validators want to see each required key declared
        properties: Some(Properties(vec![(key, Keywords::default())])),
        required: Some(vec![key]),
        ..Keywords::default()
    };
    let row = Keywords {
        any_of: any_of([has("status"), has("code"), has("messages")]).any_of,
        dependencies: Some(Dependencies { detail: ["code"] }),
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
        ..text(Types::Any(vec!["integer", "string"]), schema)
    }
}

/// Returns the schema of a date. YAML 1.1 parsers convert a date to a value that has no JSON type, in
/// JavaScript to an object without properties that is not equal to `{}`, so the schema cannot require
/// a string.
fn date(schema: &Schema) -> Keywords {
    let text = text(Types::One("string"), schema);
    let not_empty = Keywords {
        min_properties: Some(1),
        ..of_type("object")
    };
    let empty = Keywords {
        constant: Some(EmptyMapping {}),
        ..Keywords::default()
    };
    let others = ["string", "array", "boolean", "null", "number"].map(of_type);
    let values = others.into_iter().chain([not_empty, empty]).collect();
    Keywords {
        error_message: text.error_message.clone(),
        exception: Some(Box::new(Keywords {
            any_of: Some(values),
            ..Keywords::default()
        })),
        refusal: Some(Box::new(text)),
        ..Keywords::default()
    }
}

/// Returns the keywords for a value that is text, or may be text or another scalar.
fn text(types: Types, schema: &Schema) -> Keywords {
    let keywords = Keywords {
        types: Some(types),
        pattern: schema.pattern().map(Into::into),
        error_message: schema.words().map(|words| format!("expected {words}")),
        ..Keywords::default()
    };
    match (schema.never(), schema.taken()) {
        (Some(never), _) => {
            let exception = Keywords {
                pattern: Some(never.into()),
                ..of_type("string")
            };
            refusing(exception, keywords)
        }
        (None, []) => keywords,
        (None, taken) => {
            let exception = Keywords {
                words: Some(taken.to_vec()),
                ..Keywords::default()
            };
            refusing(exception, keywords)
        }
    }
}

/// Makes the keywords also reject values that match `exception`, with the same message.
fn refusing(exception: Keywords, keywords: Keywords) -> Keywords {
    let refusal = Keywords {
        pattern: Some("^$".to_owned()),
        error_message: keywords.error_message.clone(),
        ..of_type("string")
    };
    Keywords {
        exception: Some(Box::new(exception)),
        refusal: Some(Box::new(refusal)),
        ..keywords
    }
}

fn any_of<const N: usize>(alternatives: [Keywords; N]) -> Keywords {
    Keywords {
        any_of: Some(Vec::from(alternatives)),
        ..Keywords::default()
    }
}
