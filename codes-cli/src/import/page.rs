//! What a page is, whatever its format: headings, texts, tables and code, in the order in which they stand.

use super::{csv, html, markdown, marks, text};

/// A page as it was read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What the page says of itself ahead of its text: its title, and what it is about.
    pub(crate) title: Option<String>,
    pub(crate) about: Option<String>,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Block {
    Heading(u8, Text),
    /// A paragraph, by its lines.
    Lines(Vec<Text>),
    /// An item of a list, and how many lists it stands in.
    Item(usize, Text),
    /// A text that stands out from the others: a hint, a quotation.
    Note(Text),
    Table(Table),
    Code(String),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Table {
    /// Empty where the page has no heading over the columns.
    pub(crate) head: Vec<Text>,
    pub(crate) rows: Vec<Vec<Text>>,
}

/// A line of text, or a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text {
    /// As readers of the page see it.
    pub(crate) plain: String,
    /// As Markdown.
    pub(crate) source: String,
    /// Whether the Markdown is more than the text.
    pub(crate) marked: bool,
    /// Where a label in bold type ends that the text begins with: in what is seen, and in the Markdown.
    pub(crate) label: Option<(usize, usize)>,
}

impl Text {
    /// Text that has no marks, with its white space as one blank each.
    pub(crate) fn plain(text: &str) -> Self {
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let source = plain.chars().flat_map(|c| {
            ("\\`*_[]<>&".contains(c))
                .then_some('\\')
                .into_iter()
                .chain([c])
        });
        Text {
            source: source.collect(),
            plain,
            ..Text::default()
        }
    }

    /// Text that is shown as it stands: an example.
    pub(crate) fn as_it_is(text: &str) -> Self {
        Text {
            plain: text.to_owned(),
            source: text.to_owned(),
            ..Text::default()
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.plain.trim().is_empty()
    }

    /// What stands behind a byte of the text that is seen; the Markdown is cut where it has the same beginning.
    pub(crate) fn after(&self, at: usize) -> Text {
        let (head, rest) = self.plain.split_at(at);
        match self.source.strip_prefix(head) {
            Some(source) => Text {
                plain: rest.trim().into(),
                source: source.trim().into(),
                ..self.clone()
            },
            None => Text::plain(rest),
        }
    }

    /// The label that the text begins with, and the text behind it: `**When to expect:** Later.`, `Cause: Rain.`
    pub(crate) fn labelled(&self) -> Option<(&str, Text)> {
        const LONGEST: usize = 40;
        if let Some((plain, source)) = self.label {
            let label = &self.plain[..plain];
            let (plain, source) = (&self.plain[plain..], &self.source[source..]);
            // behind the colon stands one blank; further ones are the text's own
            let (plain, source) = if label.ends_with(':') {
                (
                    plain
                        .strip_prefix(' ')
                        .filter(|_| source.starts_with(' '))
                        .unwrap_or(plain),
                    source.trim_start(),
                )
            } else {
                let marks = [':', ' ', '\u{a0}', '–', '—'];
                (
                    plain.trim_start_matches(marks),
                    source.trim_start_matches(marks),
                )
            };
            let (plain, source) = (plain.to_owned(), source.to_owned());
            let rest = Text {
                marked: self.marked && marks::has_any(&source),
                plain,
                source,
                label: None,
            };
            return Some((label.trim_end_matches([':', ' ']), rest));
        }
        let colon = self
            .plain
            .find(": ")
            .or_else(|| self.plain.strip_suffix(':').map(str::len))?;
        (colon <= LONGEST).then(|| (&self.plain[..colon], self.after(colon + 1)))
    }

    /// Texts in one, with something between each two.
    pub(crate) fn join(texts: impl IntoIterator<Item = Text>, between: &str) -> Text {
        let mut all = Text::default();
        texts.into_iter().for_each(|text| all.push(&text, between));
        all
    }

    /// Goes on with another text.
    pub(crate) fn push(&mut self, text: &Text, between: &str) {
        if text.is_empty() {
            return;
        }
        if !self.plain.is_empty() {
            self.plain += between;
            self.source += between;
        }
        self.plain += &text.plain;
        self.source += &text.source;
        self.marked |= text.marked;
    }
}

/// What a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
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

impl Page {
    pub(crate) fn read(text: &str, format: Format) -> Page {
        match format {
            Format::Markdown => markdown::read(text),
            Format::Html => html::read(text),
            Format::Csv => csv::read(text, csv::delimiter(text)),
            Format::Tsv => csv::read(text, b'\t'),
            Format::Text => text::read(text),
        }
    }
}

impl Format {
    /// The format of a file: what its name says, else what its text looks like.
    pub(crate) fn of(name: &str, text: &str) -> Format {
        let extension = name
            .rsplit_once('.')
            .map(|(_, extension)| extension.to_ascii_lowercase());
        match extension.as_deref() {
            Some("md" | "mdx" | "markdown" | "mdown") => Format::Markdown,
            Some("html" | "htm" | "xhtml") => Format::Html,
            Some("csv") => Format::Csv,
            Some("tsv" | "tab") => Format::Tsv,
            _ if html::is_like(text) => Format::Html,
            _ if markdown::is_like(text) => Format::Markdown,
            _ if csv::is_like(text) => Format::Csv,
            _ => Format::Text,
        }
    }
}
