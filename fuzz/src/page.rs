//! Importing a page never panics, and the writer causes no errors in the spec.

use codes_cli::import::{Provenance, SourceFormat, spec_of_page};
use codes_spec::load;

/// Rules that the writer must not break, whatever is on the page. Rules whose id starts with `codes::yaml` count as well.
const WRITER_RULES: [&str; 18] = [
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

/// The first byte selects the format, and the rest is the page.
pub fn check(bytes: &[u8]) {
    let (choice, text) = super::choice(bytes);
    let text = text.replace("\r\n", "\n").replace(['\r', '\0'], "\n");
    let formats = [
        SourceFormat::Markdown,
        SourceFormat::Html,
        SourceFormat::Csv,
        SourceFormat::Tsv,
        SourceFormat::Text,
    ];
    let format = formats.get(usize::from(choice)).copied();
    let provenance = Provenance {
        vendor: "V",
        ..Provenance::default()
    };
    let Some(written) = spec_of_page(&text, format, &provenance) else {
        return;
    };
    check_written(&written);
}

/// Panics if a spec breaks a rule that the writer must not break.
pub(crate) fn check_written(written: &str) {
    let loaded = load("", written.as_bytes());
    for found in loaded.report.shown() {
        let is_fault_of_writer =
            found.rule.id.starts_with("codes::yaml") || WRITER_RULES.contains(&found.rule.id);
        assert!(!is_fault_of_writer, "{}\n{written}", loaded.report);
    }
}
