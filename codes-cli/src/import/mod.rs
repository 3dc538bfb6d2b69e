//! `codes import`: drafts a spec from a vendor's page, or compares the page with a spec.
//!
//! text → page → draft → YAML. No step uses the result of a later one. Layers, lowest first:
//!
//! | module | |
//! |---|---|
//! | `model` | shared types: `page`, `text`, `draft` |
//! | `readers` | text → page: blocks of Markdown, HTML, CSV, and text copied from a browser |
//! | `roles` | which key a column, label or value belongs to |
//! | `extract` | page → regions → draft: finds the tables of codes, and assigns every other text |
//! | `blocks` | HTML in the texts of a draft → Markdown |
//! | `writer` | draft → YAML |
//! | `drift` | compares a draft with the table of a spec |
//! | `command` | arguments, files and output |

pub(crate) mod blocks;
mod command;
mod drift;
mod extract;
pub(crate) mod model;
mod options;
mod readers;
mod roles;
#[cfg(test)]
mod tests;
mod writer;

use codes_spec::MAX_ROWS;

pub(crate) use command::Import;
pub use readers::SourceFormat;
pub use writer::Provenance;

use extract::collector;
use model::draft::Draft;
use roles::choices::Choices;

/// Returns the spec that `codes import` writes for a page, or `None` if the page has more rows than a spec may
/// have, or more lines and cells than are read. If no format is given, it is detected from the text.
pub fn spec_of_page(
    text: &str,
    format: Option<SourceFormat>,
    provenance: &Provenance<'_>,
) -> Option<String> {
    let format = format.unwrap_or_else(|| SourceFormat::detect("", text));
    if readers::has_too_many_pieces(text, format) {
        return None;
    }
    let mut draft = draft_of(text, format, &Choices::default());
    (draft.found <= MAX_ROWS).then(|| writer::names::write_named(&mut draft, provenance))
}

fn draft_of(text: &str, format: SourceFormat, choices: &Choices) -> Draft {
    let mut draft = collector::draft_with(readers::read(text, format), choices);
    blocks::read(&mut draft);
    draft
}
