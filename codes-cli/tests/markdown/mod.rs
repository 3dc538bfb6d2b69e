//! Random Markdown with the blocks that people write.

use proptest::prelude::*;
use proptest::sample::select;

/// Parts of a line: inline markup, and text that would be markup in other places.
const INLINE: &[&str] = &[
    "The parcel",
    "is *lost*",
    "**gone**",
    "`a|b`",
    "`<ul>`",
    "[docs](https://depot.example/a_b)",
    "[docs](https://depot.example/a_b \"The `docs` | *all*\")",
    "~~old~~",
    "3 < 4",
    "a | b",
    "\\<ul\\>",
    "&amp;",
    "1. one",
    "# hash",
    "</ul>",
    "\u{a0}",
];

fn inline() -> impl Strategy<Value = String> {
    prop::collection::vec(select(INLINE), 1..4).prop_map(|parts| format!("A {}", parts.join(" ")))
}

/// Puts `mark` before the first line of text, and as many spaces before the others.
fn item(mark: &str, text: &str) -> String {
    let margin = format!("\n{}", " ".repeat(mark.len()));
    format!("{mark}{}", text.replace('\n', &margin))
}

fn table(cells: &[String]) -> String {
    let row = |cells: &[String]| {
        let cells = cells.iter().map(|cell| cell.replace('|', "\\|"));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    format!("{}\n|---|--:|\n{}", row(&cells[..2]), row(&cells[2..]))
}

fn leaf() -> impl Strategy<Value = String> {
    let code = select(vec![
        "{\"a\": [1, *2*]}",
        "x = 1\n\n    y | z\n</pre>",
        "`tick` &lt;",
    ]);
    prop_oneof![
        4 => inline(),
        1 => (inline(), inline()).prop_map(|(a, b)| format!("{a}\\\n{b}")),
        2 => (select(vec!["", "json", "c++", "rust"]), code)
            .prop_map(|(language, code)| format!("```{language}\n{code}\n```")),
        1 => inline().prop_map(|text| format!("## {text}")),
        1 => prop::collection::vec(inline(), 4).prop_map(|cells| table(&cells)),
        1 => Just("***".to_owned()),
    ]
}

fn blocks(block: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop::collection::vec(block, 1..4).prop_map(|blocks| blocks.join("\n\n"))
}

/// Paragraphs, lists, quotes, tables and code, also inside each other.
pub(crate) fn markdown() -> impl Strategy<Value = String> {
    let block = leaf().prop_recursive(3, 12, 3, |inner| {
        let list = |mark: &'static str| {
            move |items: Vec<String>| {
                let items = items.iter().map(|text| item(mark, text));
                items.collect::<Vec<_>>().join("\n")
            }
        };
        let items = || prop::collection::vec(blocks(inner.clone()), 1..3);
        prop_oneof![
            2 => items().prop_map(list("- ")),
            2 => items().prop_map(list("7. ")),
            1 => blocks(inner.clone()).prop_map(|text| format!("> {}", text.replace('\n', "\n> "))),
        ]
    });
    (inline(), blocks(block)).prop_map(|(first, rest)| format!("{first}\n\n{rest}"))
}
