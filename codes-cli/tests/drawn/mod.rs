//! Tables at random: every key of the format, with texts of all that means something on a page.

mod spec;

use std::fmt::Write as _;

use codes_spec::{Kind, Outcome, Retry};
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) use spec::spec;

/// Words with all that means something on a page.
pub(crate) fn line() -> impl Strategy<Value = String> {
    let word = select(vec![
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
    ]);
    prop::collection::vec(word, 1..7)
        .prop_map(|words| words.join(" "))
        .prop_filter("has a letter", is_said)
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
    .prop_filter("has a letter", is_said)
}

fn is_said(text: &String) -> bool {
    !text.trim().is_empty() && text != "<<"
}

/// A text in quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => write!(out, "\\U{:08x}", u32::from(c)).expect("a string takes it"),
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

/// A row's keys, without what must be told apart from other rows.
#[derive(Clone, Debug)]
pub(crate) struct Drawn {
    pub(crate) statuses: Vec<String>,
    pub(crate) code: bool,
    pub(crate) texts: Vec<(&'static str, String)>,
    pub(crate) lists: Vec<(&'static str, Vec<String>)>,
    pub(crate) words: Vec<(&'static str, &'static str)>,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) deprecated: Option<(Option<String>, Option<String>)>,
    pub(crate) group: Option<usize>,
    pub(crate) tags: Vec<bool>,
    pub(crate) extra: bool,
}

fn maybe<S: Strategy>(
    key: &'static str,
    value: S,
) -> impl Strategy<Value = Option<(&'static str, S::Value)>>
where
    S::Value: Clone,
{
    prop::option::weighted(0.3, value.prop_map(move |value| (key, value)))
}

fn distinct(text: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(text, 1..4).prop_map(|set| set.into_iter().collect())
}

pub(crate) fn row() -> impl Strategy<Value = Drawn> {
    let status = prop_oneof![
        6 => (100..=599u16).prop_map(|status| status.to_string()),
        1 => (600..=999u16).prop_map(|status| status.to_string()),
        1 => (1..=9u16).prop_map(|class| format!("{class}xX")),
        1 => (10..=99u16).prop_map(|class| format!("{class}x")),
        1 => (select(vec!["-", " - ", "- "]), 100..=400u16, 401..=999u16).prop_map(|(dash, low, high)| format!("{low}{dash}{high}")),
    ];
    let statuses =
        prop::collection::btree_set(status, 0..3).prop_map(|set| set.into_iter().collect());
    let texts = (
        maybe("title", line()),
        maybe("description", text()),
        maybe("action", text()),
    );
    let texts = texts.prop_map(|(title, description, action)| {
        [title, description, action].into_iter().flatten().collect()
    });
    let lists = (
        maybe("when", distinct(text())),
        maybe("messages", distinct(line())),
        maybe("examples", distinct(text())),
    );
    let lists = lists.prop_map(|(when, messages, examples)| {
        [when, messages, examples].into_iter().flatten().collect()
    });
    let words = (
        select(Outcome::ALL).prop_map(|word| ("outcome", word.as_str())),
        maybe("kind", select(Kind::ALL).prop_map(Kind::as_str)),
        maybe("retry", select(Retry::ALL).prop_map(Retry::as_str)),
    );
    let words = words.prop_map(|(outcome, kind, retry)| {
        [Some(outcome), kind, retry].into_iter().flatten().collect()
    });
    let fields =
        prop::collection::btree_map(line(), text(), 0..3).prop_map(|map| map.into_iter().collect());
    let deprecated =
        prop::option::weighted(0.2, (prop::option::of(line()), prop::option::of(line())));
    let labels = (
        prop::option::of(0..3usize),
        prop::collection::vec(any::<bool>(), 2),
        any::<bool>(),
    );
    (
        statuses,
        any::<bool>(),
        texts,
        lists,
        words,
        fields,
        deprecated,
        labels,
    )
        .prop_map(
            |(statuses, code, texts, lists, words, fields, deprecated, (group, tags, extra))| {
                Drawn {
                    statuses,
                    code,
                    texts,
                    lists,
                    words,
                    fields,
                    deprecated,
                    group,
                    tags,
                    extra,
                }
            },
        )
}

#[derive(Clone, Debug)]
pub(crate) struct Around {
    pub(crate) texts: Vec<(&'static str, String)>,
    pub(crate) notes: Vec<String>,
    pub(crate) codes: &'static str,
    pub(crate) groups: Vec<(String, Option<String>, Option<String>)>,
    pub(crate) tags: Vec<String>,
    pub(crate) body: bool,
    pub(crate) markdown: bool,
}

pub(crate) fn around() -> impl Strategy<Value = Around> {
    let texts = (
        maybe("title", line()),
        maybe(
            "source",
            prop_oneof![line(), Just("https://example.com/a_(b)?c=<d>&e".to_owned())],
        ),
        maybe("protocol", line()),
        maybe("base_url", Just("https://example.com/docs/".to_owned())),
        maybe("about", text()),
        maybe(
            "display",
            select(vec![
                "{status} {{x}} {name} `",
                "a\n{name}|{title}{description}",
            ])
            .prop_map(str::to_owned),
        ),
    );
    let texts =
        texts.prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].into_iter().flatten().collect());
    let group = (line(), prop::option::of(line()), prop::option::of(text()));
    let groups = prop_oneof![
        Just(Vec::new()),
        prop::collection::vec(group, 3).prop_map(|mut groups: Vec<(String, _, _)>| {
            groups
                .iter_mut()
                .enumerate()
                .for_each(|(i, group)| group.0 += &format!("{i}"));
            groups
        }),
    ];
    let codes = select(vec![
        "text", "numbers", "decimal", "hex", "hex4", "hex8", "ranges",
    ]);
    let tags = prop_oneof![Just(Vec::new()), prop::collection::vec(text(), 2)];
    let notes =
        prop::collection::btree_set(text(), 0..3).prop_map(|notes| notes.into_iter().collect());
    (
        texts,
        notes,
        codes,
        groups,
        tags,
        any::<bool>(),
        prop::bool::weighted(0.3),
    )
        .prop_map(
            |(texts, notes, codes, groups, tags, body, markdown)| Around {
                texts,
                notes,
                codes,
                groups,
                tags,
                body,
                markdown,
            },
        )
}
