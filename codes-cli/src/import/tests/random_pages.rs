//! Pages put together from random pieces.

use codes_spec::load;
use proptest::prelude::*;

use super::{SourceFormat, collector, readers};
use crate::import::writer::{Provenance, names, write};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_becomes_a_spec_with_allowed_errors_only(page in random_page(), format in format()) {
        let mut draft = collector::draft(readers::read(&page, format));
        draft.drop_repeats();
        let written = names::write_named(&mut draft, &Provenance { vendor: "V", ..Provenance::default() });
        // errors may come from the page, but not from how the spec is written
        let loaded = load("", written.as_bytes());
        let ids: Vec<_> = loaded.report.shown().iter().map(|error| error.rule.id).collect();
        let allowed = ["codes::empty-list", "codes::type", "codes::outcome-unclear", "codes::outcome-default", "codes::indistinct-rows",
            "codes::no-name", "codes::code-is-name", "codes::code-range", "codes::status-range", "codes::empty-text",
            "codes::html-text", "codes::several-codes", "codes::code-wildcard"];
        prop_assert!(ids.iter().all(|id| allowed.contains(id)), "{:?}\n{}\n{}", ids, page, written);
        prop_assert!(!write(&draft, &Provenance::default()).is_empty());
    }
}

fn format() -> impl Strategy<Value = SourceFormat> {
    prop_oneof![
        Just(SourceFormat::Markdown),
        Just(SourceFormat::Html),
        Just(SourceFormat::Csv),
        Just(SourceFormat::Tsv),
        Just(SourceFormat::Text)
    ]
}

fn random_page() -> impl Strategy<Value = String> {
    let pieces = proptest::collection::vec(
        prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()],
        0..60,
    );
    pieces.prop_map(|pieces| pieces.concat())
}

const PIECES: &[&str] = &[
    "| Code | Description |\n|---|---|\n",
    "| 404 | Not found |\n",
    "| 4xx | |\n",
    "| -1003 | `X` |\n",
    "404",
    " - ",
    "Not FoundThe page is gone.",
    "\n",
    "\n\n",
    "# ",
    "## 404: Gone\n",
    "## 5xx Server\n",
    "**Description:** ",
    "**When:**\n",
    "- ",
    "> ",
    "```\n",
    "---\n",
    "title: x\n",
    "<table>",
    "<tr>",
    "<td>",
    "<td rowspan=9 colspan=9>",
    "</table>",
    "<dl><dt>",
    "<dd>",
    "<pre>",
    "<h1>",
    "<b>a:</b>",
    "<script>",
    "&amp;",
    "{%hint%}",
    "{%endhint%}",
    ":::note\n",
    ":::\n",
    "<Tabs>\n",
    "import x from 'y';\n",
    "+---+---+\n",
    "| a | b |\n",
    "+===+===+\n",
    ",",
    ";",
    "\t",
    "\"",
    "Status",
    "Code",
    "Retry",
    "No",
    "ok",
    "error",
    "0x1F",
    "007",
    "3000-3999",
    "599-400",
    "\u{202e}",
    "\u{0}",
    "\r",
    "é",
    "残",
    "\\",
    "|",
    "*",
    "_",
    "[a](b)",
    "200-404",
    "Self",
    "!!",
    "'",
    ": ",
    " #",
    "\u{85}",
    "\u{feff}",
    "    ",
    "1. ",
    "===\n",
    "~~~~\n",
    "#|\n",
    "|| a | b ||\n",
    "|#\n",
    ".. code-block:: x\n\n",
    ":ref:`a <b>`",
    "::\n",
    "|===\n",
    "{\n",
    "\"code\": 1,\n",
    "}\n",
    "Code : 12\n",
    "HTTP code : 404\n",
    "Client errors (4xx)\n",
    "E00001 The lamp",
    "SMTP",
    "002-03",
];
