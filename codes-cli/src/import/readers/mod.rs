//! Bytes of a page → page: one reader for each format.

mod csv;
mod html;
pub(crate) mod markdown;
mod pasted;

use clap::ValueEnum;

use crate::import::model::page::Page;

/// The format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SourceFormat {
    /// Markdown, also with JSX or templates around it
    Markdown,
    Html,
    /// Values between commas or semicolons
    Csv,
    /// Values between tabs
    Tsv,
    /// Text as it was copied from a page
    Text,
}

pub(crate) fn read(text: &str, format: SourceFormat) -> Page {
    match format {
        SourceFormat::Markdown => markdown::read(text),
        SourceFormat::Html => html::read(text),
        SourceFormat::Csv => csv::read(text, csv::delimiter(text)),
        SourceFormat::Tsv => csv::read(text, b'\t'),
        SourceFormat::Text => pasted::read(text),
    }
}

impl SourceFormat {
    /// The format of a file by its extension, else by what its text looks like.
    pub(crate) fn detect(name: &str, text: &str) -> SourceFormat {
        let extension = name
            .rsplit_once('.')
            .map(|(_, extension)| extension.to_ascii_lowercase());
        match extension.as_deref() {
            Some("md" | "mdx" | "markdown" | "mdown") => SourceFormat::Markdown,
            Some("html" | "htm" | "xhtml") => SourceFormat::Html,
            Some("csv") => SourceFormat::Csv,
            Some("tsv" | "tab") => SourceFormat::Tsv,
            _ if html::is_like(text) => SourceFormat::Html,
            _ if markdown::is_like(text) => SourceFormat::Markdown,
            _ if csv::is_like(text) => SourceFormat::Csv,
            _ => SourceFormat::Text,
        }
    }
}
