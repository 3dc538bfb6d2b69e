//! Machine-readable documents → page: models, enums and plain data become tables whose headings are the names of
//! fields, so that all later steps are the same as for pages.
//!
//! | module | |
//! |---|---|
//! | `document` | a document and the page made of it |
//! | `tree`, `build`, `parse` | JSON, YAML and TOML as one tree |
//! | `html`, `prose` | documentation strings → texts |
//! | `cells` | facts of rows → table |
//! | `plain` | lists and mappings of records |
//! | `openapi`, `smithy`, `botocore`, `proto` | one kind of document each |

mod botocore;
mod build;
mod cells;
mod document;
mod format;
mod html;
mod openapi;
mod parse;
mod plain;
mod prose;
mod proto;
mod shapes;
mod smithy;
mod tree;

pub use format::DataFormat;

use crate::messages::sources as messages;
pub(crate) use document::{Document, ImportError, Source};
pub(crate) use format::Parser;

/// Reads a document, or says why it cannot be read.
pub(crate) fn read(document: &Document<'_>) -> Result<Source, ImportError> {
    let mapping = &document.choices.mapping;
    let Parser::Tree(syntax) = document.parser else {
        if mapping.is_empty() || mapping.is_number() {
            return proto::read(document);
        }
        return Err(messages::mapping_without_rows(document.name, "proto file").into());
    };
    let root = parse::parse(document.name, document.text, syntax)?;
    let detected = || match mapping.rows {
        Some(_) => syntax.plain(),
        None => DataFormat::of_tree(&root, syntax),
    };
    let format = document.format.unwrap_or_else(detected);
    let read = match format {
        DataFormat::OpenApi => openapi::read,
        DataFormat::Smithy => smithy::read,
        DataFormat::Botocore => botocore::read,
        DataFormat::Proto | DataFormat::Json | DataFormat::Yaml | DataFormat::Toml => plain::read,
    };
    let source = read(document, &root)?;
    let is_plain = [DataFormat::Json, DataFormat::Yaml, DataFormat::Toml].contains(&format);
    if !is_plain && !mapping.is_empty() {
        let kind = &source.reading.kind;
        return Err(messages::mapping_without_rows(document.name, kind).into());
    }
    Ok(source)
}
