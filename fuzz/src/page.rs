//! Importing a page: what is written is YAML of the format's shape, whatever is wrong with it.

use codes_spec::{MAX_ROWS, Severity, load};

/// What `codes import` does between reading and writing.
#[path = "../../codes-cli/src/import"]
#[allow(dead_code, reason = "the command does more with it")]
mod import {
    mod cells;
    mod columns;
    mod csv;
    mod draft;
    mod facts;
    mod head;
    mod html;
    mod labels;
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

/// What a page can leave for people to decide.
const LEFT_OPEN: [&str; 42] = [
    "codes::alias-taken",
    "codes::body-statuses",
    "codes::code-is-name",
    "codes::code-range",
    "codes::code-size",
    "codes::control-character",
    "codes::date",
    "codes::display-constant",
    "codes::display-empty",
    "codes::duplicate-key",
    "codes::duplicate-name",
    "codes::empty-list",
    "codes::empty-text",
    "codes::former-name-is-item",
    "codes::former-name-taken",
    "codes::keyword",
    "codes::long-key",
    "codes::message-any",
    "codes::message-blanks",
    "codes::mixed-codes",
    "codes::name",
    "codes::name-is-item",
    "codes::no-name",
    "codes::no-pointer",
    "codes::outcome-unclear",
    "codes::placeholder",
    "codes::placeholder-close",
    "codes::placeholder-open",
    "codes::pointer",
    "codes::pointer-escape",
    "codes::protocol",
    "codes::repeated-item",
    "codes::repeated-row",
    "codes::reserved-code",
    "codes::status",
    "codes::status-range",
    "codes::tag",
    "codes::tag-name",
    "codes::tag-taken",
    "codes::template-size",
    "codes::type",
    "codes::url",
];

pub fn check(bytes: &[u8]) {
    let (choice, text) = super::choice(bytes);
    let text = text.replace("\r\n", "\n").replace(['\r', '\0'], "\n");
    let formats = [Format::Markdown, Format::Html, Format::Csv, Format::Tsv, Format::Text];
    let format = formats.get(usize::from(choice)).copied().unwrap_or_else(|| Format::of("page", &text));
    let mut draft = import::walk::draft(Page::read(&text, format));
    if draft.found > MAX_ROWS {
        return;
    }
    let given = Given { vendor: "V", source: None, retrieved: None };
    let written = import::name::write_named(&mut draft, &given);
    let loaded = load("", written.as_bytes());
    let mut errors = loaded.report.shown().iter().filter(|found| found.rule.severity == Severity::Error);
    assert!(errors.all(|error| LEFT_OPEN.contains(&error.rule.id)), "{}\n{written}", loaded.report);
}
