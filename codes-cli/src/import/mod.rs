//! `codes import`: drafts a spec from a vendor's page, or compares the page with a spec.
//!
//! text → page → draft → YAML. No step uses the result of a later one. Layers, lowest first:
//!
//! | module | |
//! |---|---|
//! | `model` | shared types: `page`, `text`, `draft` |
//! | `readers` | text → page: blocks of Markdown, HTML, CSV, and text copied from a browser |
//! | `roles` | which key a column, label or value belongs to |
//! | `sources` | machine-readable document → page: OpenAPI, Smithy, botocore, proto, JSON, YAML, TOML |
//! | `extract` | page → regions → draft: finds the tables of codes, and assigns every other text to a row, a group or the notes |
//! | `blocks` | HTML in the texts of a draft → Markdown |
//! | `audit` | looks for signs that a draft is wrong |
//! | `writer` | draft → YAML |
//! | `doubts`, `input` | file of any format → draft, with doubts about its rows |
//! | `with`, `load` | adds the facts of a second draft; reads files |
//! | `drift` | compares a draft with the table of a spec |
//! | `reading`, `source_page` | file → draft, by the options of the command and those recorded in the spec |
//! | `compare`, `update` | the options `--check` and `--update` |
//! | `command` | arguments, files and output |

mod audit;
pub(crate) mod blocks;
mod command;
mod compare;
mod doubts;
mod drift;
mod extract;
mod html_tokens;
mod input;
mod load;
pub(crate) mod model;
mod options;
mod readers;
mod reading;
mod roles;
mod source_page;
mod sources;
#[cfg(test)]
mod tests;
mod update;
mod with;
mod writer;

use codes_spec::MAX_ROWS;

pub(crate) use command::Import;
pub use readers::SourceFormat;
pub use sources::DataFormat;
pub use writer::Provenance;

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
    let draft = input::draft_of_page(text, format, &Choices::default());
    written(draft, provenance)
}

/// Returns the spec that `codes import` writes for a machine-readable document, or `None` if the document has no codes or
/// cannot be read, or has more rows than a spec may have.
pub fn spec_of_document(
    name: &str,
    text: &str,
    format: Option<DataFormat>,
    provenance: &Provenance<'_>,
) -> Option<String> {
    let format = format.map(input::InputFormat::Data);
    let read = input::read(name, text, format, &Choices::default()).ok()?;
    written(read.draft, provenance)
}

fn written(mut draft: Draft, provenance: &Provenance<'_>) -> Option<String> {
    draft.drop_repeats();
    (draft.found <= MAX_ROWS && !draft.rows.is_empty())
        .then(|| writer::names::write_named(&mut draft, provenance))
}
