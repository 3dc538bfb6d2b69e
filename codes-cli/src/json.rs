//! JSON output: an object per line, or an indented document.

use std::borrow::Cow;
use std::io::{self, Write};

use codes_spec::is_unprintable;
use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter, Serializer};

/// A code, detail or status, serialized as a number if it is one.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum NumberOrText<'t> {
    Number(i64),
    Text(Cow<'t, str>),
}

/// Formats a value on one line, with a line break at its end.
pub(crate) fn line(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    let written = value.serialize(&mut Serializer::with_formatter(&mut out, VisibleFormatter));
    written.expect("the types of this crate serialize, and a vector accepts every byte");
    out.push(b'\n');
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// Formats a document, indented by two spaces.
pub(crate) fn document(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value).expect("the types of this crate serialize");
    // line breaks in strings are already escaped, so the others separate lines of the document
    let lines = json.lines().map(|line| escaped(line) + "\n");
    lines.collect()
}

/// Escapes characters in a JSON text that a terminal would interpret.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_unprintable(c) || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}') {
            out += &format!("\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// Escapes what JSON requires, and what a terminal or editor would interpret: all control characters, line
/// separators, and bidirectional controls and marks.
struct VisibleFormatter;

impl Formatter for VisibleFormatter {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        writer.write_all(escaped(fragment).as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        match escape {
            CharEscape::Quote => writer.write_all(b"\\\""),
            CharEscape::ReverseSolidus => writer.write_all(b"\\\\"),
            CharEscape::Solidus => writer.write_all(b"\\/"),
            CharEscape::LineFeed => writer.write_all(b"\\n"),
            CharEscape::Backspace => writer.write_all(b"\\u0008"),
            CharEscape::FormFeed => writer.write_all(b"\\u000c"),
            CharEscape::CarriageReturn => writer.write_all(b"\\u000d"),
            CharEscape::Tab => writer.write_all(b"\\u0009"),
            CharEscape::AsciiControl(byte) => write!(writer, "\\u{byte:04x}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const ODD: &str = "a \"b\" \\ \n\r\t\0\u{8}\u{c}\u{7f}\u{85}\u{2028}\u{202e}\u{2066}\u{61c}\u{200e}\u{200f} ü 残 🎉 /";

    #[test]
    fn other_parsers_read_the_same_value() {
        let value = json!({"text": ODD, "list": [null, true, i64::MIN, []], ODD: {}});
        for text in [line(&value), document(&value)] {
            assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
        }
    }

    #[test]
    fn characters_that_a_terminal_interprets_are_escaped() {
        assert_eq!(
            line(&ODD),
            "\"a \\\"b\\\" \\\\ \\n\\u000d\\u0009\\u0000\\u0008\\u000c\\u007f\\u0085\\u2028\\u202e\\u2066\\u061c\\u200e\\u200f ü 残 🎉 /\"\n"
        );
    }

    #[test]
    fn output_is_one_line_or_indented() {
        let value = json!({"a": [], "b": [null, "x\u{1b}["]});
        assert_eq!(line(&value), "{\"a\":[],\"b\":[null,\"x\\u001b[\"]}\n");
        assert_eq!(
            document(&value),
            "{\n  \"a\": [],\n  \"b\": [\n    null,\n    \"x\\u001b[\"\n  ]\n}\n"
        );
    }
}
