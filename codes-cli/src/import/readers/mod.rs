//! Text → page: one reader for each format.

mod csv;
pub(crate) mod fixed_width;
mod html;
pub(crate) mod markdown;
mod pasted;
pub(crate) mod source_code;

use clap::ValueEnum;

use crate::import::model::page::Page;

/// The format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SourceFormat {
    /// Markdown, also MDX and pages with template tags
    Markdown,
    Html,
    /// Values separated by commas or semicolons
    Csv,
    /// Values separated by tabs
    Tsv,
    /// Text copied from a browser
    Text,
}

/// The maximum number of lines, cells and tags in a page, which bounds memory. A page with as many rows as a spec may
/// have needs far fewer.
pub(crate) const MAX_PIECES: usize = 300_000;

/// Returns whether a page has more than [`MAX_PIECES`] pieces: lines, cells, tags and other markup, counted together.
pub(crate) fn has_too_many_pieces(text: &str, format: SourceFormat) -> bool {
    // a marker of emphasis or inline code takes about a quarter of the memory of a line, a link half of it
    let (between, marks): (&[u8], &[u8]) = match format {
        SourceFormat::Markdown => (b"\n|<", b"*_~`!"),
        SourceFormat::Html => (b"<", b""),
        SourceFormat::Csv => (b"\n,;\t", b""),
        SourceFormat::Tsv | SourceFormat::Text => (b"\n\t", b""),
    };
    let quarters = text.bytes().map(|byte| match byte {
        byte if between.contains(&byte) => 4,
        b'[' if format == SourceFormat::Markdown => 2,
        byte => usize::from(marks.contains(&byte)),
    });
    quarters.sum::<usize>() > 4 * MAX_PIECES
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
    /// Detects the format from the extension, or else from the text.
    pub(crate) fn detect(name: &str, text: &str) -> SourceFormat {
        let extension = name
            .rsplit_once('.')
            .map(|(_, extension)| extension.to_ascii_lowercase());
        match extension.as_deref() {
            Some("md" | "mdx" | "markdown" | "mdown" | "rst" | "adoc" | "asciidoc") => {
                SourceFormat::Markdown
            }
            Some("html" | "htm" | "xhtml") => SourceFormat::Html,
            Some("csv") => SourceFormat::Csv,
            Some("tsv" | "tab") => SourceFormat::Tsv,
            _ if html::looks_like_html(text) => SourceFormat::Html,
            _ if markdown::looks_like_markdown(text) => SourceFormat::Markdown,
            _ if csv::looks_like_csv(text) => SourceFormat::Csv,
            _ => SourceFormat::Text,
        }
    }
}
