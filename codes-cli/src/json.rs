//! JSON as text: `{}` is one line, `{:#}` is indented by two blanks. Members keep their order.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

#[derive(Clone, Debug)]
pub(crate) enum Json {
    Null,
    Flag(bool),
    Number(i64),
    Text(Cow<'static, str>),
    List(Vec<Json>),
    Object(Vec<Member>),
}

pub(crate) type Member = (&'static str, Json);

impl Json {
    pub(crate) fn number(number: usize) -> Self {
        Json::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&'static str> for Json {
    fn from(text: &'static str) -> Self {
        Json::Text(text.into())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Json::Text(text.into())
    }
}

impl<J: Into<Json>> From<Option<J>> for Json {
    fn from(value: Option<J>) -> Self {
        value.map_or(Json::Null, Into::into)
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self, 0)
    }
}

fn write(f: &mut fmt::Formatter<'_>, json: &Json, depth: usize) -> fmt::Result {
    match json {
        Json::Null => f.write_str("null"),
        Json::Flag(flag) => write!(f, "{flag}"),
        Json::Number(number) => write!(f, "{number}"),
        Json::Text(text) => write_text(f, text),
        Json::List(items) => write_items(f, ['[', ']'], items, depth, |f, item| {
            write(f, item, depth + 1)
        }),
        Json::Object(members) => write_items(f, ['{', '}'], members, depth, |f, (name, value)| {
            write_text(f, name)?;
            f.write_str(if f.alternate() { ": " } else { ":" })?;
            write(f, value, depth + 1)
        }),
    }
}

fn write_items<T>(
    f: &mut fmt::Formatter<'_>,
    [open, close]: [char; 2],
    items: &[T],
    depth: usize,
    write_item: impl Fn(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    let new_line = |f: &mut fmt::Formatter<'_>, depth: usize| {
        if f.alternate() && !items.is_empty() {
            write!(f, "\n{:1$}", "", 2 * depth)
        } else {
            Ok(())
        }
    };
    f.write_char(open)?;
    for (i, item) in items.iter().enumerate() {
        f.write_str(if i == 0 { "" } else { "," })?;
        new_line(f, depth + 1)?;
        write_item(f, item)?;
    }
    new_line(f, depth)?;
    f.write_char(close)
}

/// Escapes what JSON says, and what a terminal or an editor would obey instead of showing it.
fn write_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            '\n' => f.write_str("\\n")?,
            '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                write!(f, "\\u{:04x}", u32::from(c))?
            }
            c if c.is_control() => write!(f, "\\u{:04x}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_read_it_as_it_was_meant() {
        let json = Json::Object(vec![
            (
                "text",
                "a \"b\" \\ \n\r\t\0\u{7f}\u{85}\u{202e} ü 残 🎉 /".into(),
            ),
            (
                "list",
                Json::List(vec![
                    Json::Null,
                    Json::Flag(true),
                    Json::Number(i64::MIN),
                    Json::List(vec![]),
                ]),
            ),
            (
                "object",
                Json::Object(vec![("b", Json::number(1)), ("a", Json::Object(vec![]))]),
            ),
        ]);
        for text in [format!("{json}"), format!("{json:#}")] {
            let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(
                read["text"],
                "a \"b\" \\ \n\r\t\0\u{7f}\u{85}\u{202e} ü 残 🎉 /"
            );
            assert_eq!(read["list"], serde_json::json!([null, true, i64::MIN, []]));
            assert_eq!(read["object"], serde_json::json!({"a": {}, "b": 1}));
        }
    }

    #[test]
    fn it_is_one_line_or_indented() {
        let json = Json::Object(vec![
            ("b", Json::List(vec![Json::Null, "x\u{1b}[".into()])),
            ("a", Json::List(vec![])),
        ]);
        assert_eq!(json.to_string(), r#"{"b":[null,"x\u001b["],"a":[]}"#);
        assert_eq!(
            format!("{json:#}"),
            "{\n  \"b\": [\n    null,\n    \"x\\u001b[\"\n  ],\n  \"a\": []\n}"
        );
    }
}
