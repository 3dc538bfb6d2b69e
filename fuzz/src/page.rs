//! Importing a page: what is written is YAML of the format's shape, whatever is wrong with it.

use codes_spec::{MAX_ROWS, load};

/// What `codes import` does between reading and writing.
#[path = "../../codes-cli/src/import"]
#[allow(dead_code, reason = "the command does more with it")]
mod import {
    mod cells;
    mod columns;
    mod csv;
    mod draft;
    mod facts;
    mod grid;
    mod head;
    mod html;
    mod labels;
    mod layout;
    mod line;
    mod markdown;
    mod marks;
    pub(crate) mod name;
    pub(crate) mod page;
    mod prepare;
    mod prose;
    mod rows;
    mod section;
    mod state;
    mod status;
    mod text;
    pub(crate) mod walk;
    mod wording;
    pub(crate) mod write;
    mod yaml;
}

use import::page::{Format, Page};
use import::write::Given;

/// What no page is to blame for: the shape is the writer's. Beside these, all that begins with `yaml`.
const SHAPES: [&str; 18] = [
    "codes::alias",
    "codes::control-character",
    "codes::cut-text",
    "codes::depth",
    "codes::empty",
    "codes::encoding",
    "codes::final-line-end",
    "codes::merge-key",
    "codes::missing-key",
    "codes::no-status-or-code",
    "codes::repeated-anchor",
    "codes::several-documents",
    "codes::tag",
    "codes::unknown-group",
    "codes::unknown-key",
    "codes::unknown-tag",
    "codes::unprintable",
    "codes::unquoted",
];

pub fn check(bytes: &[u8]) {
    let (choice, text) = super::choice(bytes);
    let text = text.replace("\r\n", "\n").replace(['\r', '\0'], "\n");
    let formats = [
        Format::Markdown,
        Format::Html,
        Format::Csv,
        Format::Tsv,
        Format::Text,
    ];
    let format = formats
        .get(usize::from(choice))
        .copied()
        .unwrap_or_else(|| Format::of("page", &text));
    let mut draft = import::walk::draft(Page::read(&text, format));
    if draft.found > MAX_ROWS {
        return;
    }
    let given = Given {
        vendor: "V",
        source: None,
        retrieved: None,
    };
    let written = import::name::write_named(&mut draft, &given);
    let loaded = load("", written.as_bytes());
    for found in loaded.report.shown() {
        let is_shape = found.rule.id.starts_with("codes::yaml") || SHAPES.contains(&found.rule.id);
        assert!(!is_shape, "{}\n{written}", loaded.report);
    }
}
