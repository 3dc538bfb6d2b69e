//! Random texts that contain YAML and Markdown syntax.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;

/// Words that contain the syntax of YAML, Markdown, HTML and templates.
const WORDS: &[&str] = &[
    "a",
    "The",
    "No",
    "404",
    "5xx",
    "1.",
    "2)",
    "-",
    "+",
    "*",
    "—",
    "#",
    "##",
    ">",
    "|",
    "||",
    "=",
    "===",
    "---",
    "`",
    "``",
    "``` x",
    "~~~",
    "_a_",
    "**b**",
    "<b>",
    "</td>",
    "<br>",
    "<!--",
    "&amp;",
    "&#10;",
    "[a](b)",
    "[x]",
    "![i]",
    "\\",
    "\\n",
    "{a}",
    "{#id}",
    "{% x %}",
    "{{",
    "}}",
    "%}",
    ":::",
    ": ",
    ":",
    "Status:",
    "Code: X",
    "**Code:** `X`",
    "import x from 'y';",
    "export {",
    "<Tabs>",
    "| a | b |",
    "|---|---|",
    "https://example.com/a_b",
    "é",
    "残",
    "🎉",
    "\u{a0}",
    "\u{300}",
    "\u{200b}",
    "  ",
    " ",
    "!",
    "?",
    ".",
    ",",
    ";",
    "\"",
    "'",
    "$x$",
    "@a",
    "^",
    "~~s~~",
    "N/A",
    "yes",
    "null",
    "0x1F",
    "-1",
];

/// A line of words.
pub(crate) fn line() -> impl Strategy<Value = String> {
    let word = select(WORDS);
    prop::collection::vec(word, 1..7)
        .prop_map(|words| words.join(" "))
        .prop_filter("is not empty", is_valid)
}

pub(crate) fn text() -> impl Strategy<Value = String> {
    let end = select(vec![
        "\n",
        "\n\n",
        "\n\n\n",
        " ",
        "\n  ",
        "\t",
        "\n- ",
        "\n# ",
        "\n    ",
        "\r\n",
        ". ",
        "\u{2028}",
        "\u{1b}[1m",
        "\u{202e}",
    ]);
    prop_oneof![
        4 => "[A-Z][a-z]{1,8}( [a-z]{1,8}){1,30}\\.",
        4 => line(),
        3 => (prop::collection::vec((line(), end), 1..4), any::<bool>()).prop_map(|(parts, ends)| {
            let text: String = parts.iter().map(|(line, end)| format!("{line}{end}")).collect();
            if ends { text } else { text.trim_end().to_owned() }
        }),
        1 => "\\PC{1,20}",
    ]
    .prop_filter("is not empty", is_valid)
}

fn is_valid(text: &String) -> bool {
    !text.trim().is_empty() && text != "<<"
}

/// Formats text as a double-quoted YAML scalar.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => write!(out, "\\U{:08x}", u32::from(c)).expect("writing to a string cannot fail"),
        }
    }
    out + "\""
}

pub(crate) fn list(texts: &[String]) -> String {
    format!(
        "[{}]",
        texts
            .iter()
            .map(|text| quoted(text))
            .collect::<Vec<_>>()
            .join(", ")
    )
}

/// A key with a random value, or nothing.
pub(crate) fn maybe<S: Strategy>(
    key: &'static str,
    value: S,
) -> impl Strategy<Value = Option<(&'static str, S::Value)>>
where
    S::Value: Clone,
{
    prop::option::weighted(0.3, value.prop_map(move |value| (key, value)))
}
