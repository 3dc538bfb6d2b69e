//! Doubts of `codes import` about the spec that it writes.

use std::fmt;

use super::source_notes::SourceDoubt;
use crate::text::{count, visible};

/// A decision about a row or the page that may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The column is read as statuses, but may contain codes.
    StatusOrCode(String),
    /// The column has statuses here, but codes in tables with the same headings.
    StatusesAndCodes(String),
    /// Two columns may have the codes.
    SeveralCodes {
        chosen: String,
        other: String,
    },
    /// All values of the code column are HTTP statuses, although there is a status column too.
    CodesAreStatuses(String),
    /// All texts of a column are read the same way, although the form of many suggests a different reading.
    MixedTexts {
        column: String,
        as_titles: bool,
        others: usize,
        texts: usize,
    },
    /// A cell in the status or code column is not a status or code.
    NotAKey {
        cell: String,
        column: String,
        key: &'static str,
    },
    /// Several rows have the same status and code.
    SharedCode {
        code: String,
        rows: usize,
    },
    /// The items of a list are read as codes because of the text above.
    WeakCodes(String),
    /// A table whose headings suggest codes is left out.
    TableLeftOut(String),
    /// Lines that start like rows are left out.
    LinesLeftOut {
        first: String,
        lines: usize,
    },
    /// A row in the middle of a table is read as a heading of the rows below.
    HeadingRow(String),
    /// A paragraph below a row is not read as part of the row.
    TextBetween(String),
    /// A line names columns, but the lines below it cannot be split into these columns.
    LostColumns(String),
    /// A code contains non-ASCII letters or looks like `10xx`, so it may stand for several codes.
    OddCode(String),
    /// The names of these rows are made of descriptions, shortened or numbered.
    ProposedNames(Vec<String>),
    /// These rows have no text to derive a good name from.
    PoorNames(Vec<String>),
    /// The sample of a body does not show for which statuses it is sent.
    BodyStatuses,
    Source(SourceDoubt),
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.about_key().or_else(|| self.about_text());
        let text = text.or_else(|| self.about_page()).unwrap_or_default();
        write!(f, "doubt: {text}")
    }
}

impl Doubt {
    /// Doubts about the columns of statuses and codes, and their values.
    fn about_key(&self) -> Option<String> {
        Some(match self {
            Doubt::StatusOrCode(column) => format!(
                "`{column}` is read as HTTP statuses, but some of its values are not registered; are they codes?"
            ),
            Doubt::StatusesAndCodes(column) => format!(
                "`{column}` is read as HTTP statuses here, but as codes in other tables with the same headings"
            ),
            Doubt::SeveralCodes { chosen, other } => {
                format!("`{chosen}` is read as the code; is `{other}` the code instead?")
            }
            Doubt::CodesAreStatuses(column) => format!(
                "`{column}` is read as the code, but all its values are HTTP statuses; are they codes?"
            ),
            Doubt::NotAKey { cell, column, key } => format!(
                "`{}` in `{column}` is not a {key}, so it is in `fields`",
                short(cell)
            ),
            Doubt::OddCode(code) => {
                format!("is `{}` a code, or does it describe several?", short(code))
            }
            Doubt::SharedCode { code, rows } => format!(
                "{rows} rows have this status and code `{}`; is another column the code?",
                short(code)
            ),
            Doubt::WeakCodes(first) => format!(
                "items such as `{}` are read as codes because the text above is about errors; are they?",
                short(first)
            ),
            _ => return None,
        })
    }

    /// Doubts about texts and columns of texts.
    fn about_text(&self) -> Option<String> {
        Some(match self {
            Doubt::MixedTexts {
                column,
                as_titles,
                others,
                texts,
            } => {
                let (is, are) = if *as_titles {
                    ("titles with descriptions", "have only one of the two")
                } else {
                    ("one text", "look like titles with descriptions")
                };
                format!("`{column}` is read as {is}, but {others} of {texts} texts {are}")
            }
            Doubt::TextBetween(text) => format!(
                "the paragraph that ends with `{}` is read as a note; does it belong to the row above it?",
                last_words(text)
            ),
            Doubt::HeadingRow(text) => format!(
                "the row `{}` is read as a heading of the rows below; does it belong to the row above it?",
                short(text)
            ),
            Doubt::LostColumns(head) => format!(
                "the line `{}` names columns, but the lines below cannot be split into them",
                short(head)
            ),
            Doubt::TableLeftOut(column) => format!(
                "the table that is skipped here has a column `{column}`, but no statuses or codes were found in it; \
                 choose its columns with `--column`"
            ),
            Doubt::LinesLeftOut { first, lines } => format!(
                "{} such as `{}` look like rows, but are read as text",
                count(*lines, "line"),
                short(first)
            ),
            _ => return None,
        })
    }

    /// Doubts about names and the body.
    fn about_page(&self) -> Option<String> {
        Some(match self {
            Doubt::ProposedNames(names) => format!(
                "check these names, which are derived from descriptions, shortened or numbered: {}",
                list(names)
            ),
            Doubt::PoorNames(names) => format!(
                "these rows have no text to derive a name from; add a `name` to each: {}",
                list(names)
            ),
            Doubt::BodyStatuses => {
                "the page does not say for which statuses the body is sent; check `statuses`"
                    .to_owned()
            }
            Doubt::Source(doubt) => doubt.to_string(),
            _ => return None,
        })
    }
}

/// The start of a text.
fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = visible(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// The end of a text.
fn last_words(text: &str) -> String {
    const WORDS: usize = 8;
    let text = visible(text);
    let words: Vec<_> = text.split_whitespace().collect();
    let start = words.len().saturating_sub(WORDS);
    let words = words[start..].join(" ");
    if start == 0 {
        words
    } else {
        format!("… {words}")
    }
}

/// The first few names, and the number of names that are not listed.
fn list(names: &[String]) -> String {
    const LISTED: usize = 12;
    let first: Vec<_> = names
        .iter()
        .take(LISTED)
        .map(|name| format!("`{name}`"))
        .collect();
    match names.len().saturating_sub(LISTED) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}
