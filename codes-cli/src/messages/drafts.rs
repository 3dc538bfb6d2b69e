//! Messages of `codes import` about the pages that it reads: content that it skips, doubts, and how it read a page.

use std::fmt;

use crate::text::{count, visible};

/// Content of a page that has no place in the spec. It is kept there as a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Skipped {
    /// Text that belongs to no row, group or note.
    Text(String),
    /// Code blocks that belong to no row.
    Samples(Vec<String>),
    RowWithoutKey(String),
    /// A table that lists something else, by its lines.
    TableWithoutKeys(Vec<String>),
    DuplicateRow(String),
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("skipped: ")?;
        match self {
            Skipped::Text(text) => f.write_str(text),
            Skipped::Samples(samples) => match &samples[..] {
                [code] if code.lines().count() < 12 => write!(f, "code block: {code}"),
                samples => {
                    write!(f, "{}, which begin:", count(samples.len(), "code block"))?;
                    let first = samples.iter().filter_map(|code| code.lines().next());
                    first.take(8).try_for_each(|line| write!(f, "\n  {line}"))
                }
            },
            Skipped::RowWithoutKey(row) => write!(f, "row without status or code: {row}"),
            Skipped::TableWithoutKeys(lines) => {
                write!(f, "table without statuses or codes:\n{}", lines.join("\n"))
            }
            Skipped::DuplicateRow(row) => write!(f, "duplicate row: {row}"),
        }
    }
}

/// A decision about a row or the page that may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The column may have statuses or codes.
    StatusOrCode(String),
    /// The column has statuses here, but codes in tables with the same headings.
    StatusesAndCodes(String),
    /// Two columns may have the codes.
    SeveralCodes { chosen: String, other: String },
    /// All codes of a column are statuses too, beside a column of statuses.
    CodesAreStatuses(String),
    /// The texts of a column are all read alike, but not all have the same form.
    MixedTexts {
        column: String,
        as_titles: bool,
        others: usize,
        texts: usize,
    },
    /// A cell in the column of statuses or codes is neither.
    NotAKey {
        cell: String,
        column: String,
        key: &'static str,
    },
    /// Several rows have the same status and code.
    SharedCode { code: String, rows: usize },
    /// The items of a list are read as codes because of the text above.
    WeakCodes(String),
    /// A table is left out whose headings suggest codes.
    TableLeftOut(String),
    /// Lines are left out that start as rows do.
    LinesLeftOut { first: String, lines: usize },
    /// A paragraph between two rows belongs to none.
    TextBetween(String),
    /// A line names more columns than can be told apart in the lines below.
    LostColumns(String),
    /// A code is not written as codes are.
    OddCode(String),
    /// The names of these rows are made of descriptions, shortened or numbered.
    ProposedNames(Vec<String>),
    /// These rows have nothing that a good name could be made of.
    PoorNames(Vec<String>),
    /// The sample of a body does not show for which statuses it is sent.
    BodyStatuses,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("doubt: ")?;
        match self {
            Doubt::StatusOrCode(column) => write!(
                f,
                "`{column}` is read as HTTP statuses, but some of its values are not registered; are they codes?"
            ),
            Doubt::StatusesAndCodes(column) => write!(
                f,
                "`{column}` is read as HTTP statuses here, but as codes in other tables with the same headings"
            ),
            Doubt::SeveralCodes { chosen, other } => {
                write!(f, "`{chosen}` is read as the code; is it `{other}`?")
            }
            Doubt::CodesAreStatuses(column) => write!(
                f,
                "`{column}` is read as the code, but all its values are HTTP statuses; are they codes?"
            ),
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
                write!(
                    f,
                    "`{column}` is read as {is}, but {others} of {texts} texts {are}"
                )
            }
            Doubt::NotAKey { cell, column, key } => {
                write!(
                    f,
                    "`{}` in `{column}` is not a {key}, so it is in `fields`",
                    short(cell)
                )
            }
            Doubt::SharedCode { code, rows } => write!(
                f,
                "{rows} rows have this status and code `{}`; is another column the code?",
                short(code)
            ),
            Doubt::WeakCodes(first) => write!(
                f,
                "items such as `{}` are read as codes because the text above is about errors; are they?",
                short(first)
            ),
            Doubt::TableLeftOut(column) => write!(
                f,
                "the table that is skipped here has a column `{column}`, but no statuses or codes were found in it; \
                 `--column` can name them"
            ),
            Doubt::LinesLeftOut { first, lines } => write!(
                f,
                "{} like `{}` start as rows do, but are read as text",
                count(*lines, "line"),
                short(first)
            ),
            Doubt::TextBetween(text) => write!(
                f,
                "the paragraph that ends with `{}` is read as a note; does it belong to the row above it?",
                last_words(text)
            ),
            Doubt::LostColumns(head) => write!(
                f,
                "the line `{}` names columns, but those of the lines below cannot be told apart",
                short(head)
            ),
            Doubt::OddCode(code) => write!(
                f,
                "is `{}` a code, or does it stand for others?",
                short(code)
            ),
            Doubt::ProposedNames(names) => write!(
                f,
                "these names are made from descriptions, shortened or numbered; choose names to keep: {}",
                list(names)
            ),
            Doubt::PoorNames(names) => write!(
                f,
                "the page has no words to name these rows by; add `name`: {}",
                list(names)
            ),
            Doubt::BodyStatuses => f.write_str(
                "the page does not say for which statuses the body is sent; correct `statuses`",
            ),
        }
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

/// The first names, and the number of the others.
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

// why a column is read as a key
pub(crate) const CHOSEN: &str = "chosen by an option";
pub(crate) const BY_HEADING: &str = "by its heading and values";
pub(crate) const BY_VALUES: &str = "by its values";
pub(crate) const AS_A_LINE: &str = "by the form of the lines";

/// How a table or list of the page was read.
#[derive(Debug)]
pub(crate) struct Explained {
    /// The heading above, unless it is the title of the page.
    pub(crate) heading: Option<String>,
    pub(crate) is_list: bool,
    pub(crate) rows: usize,
    /// The heading of each column, its key, and the reason.
    pub(crate) columns: Vec<(String, &'static str, &'static str)>,
}

impl fmt::Display for Explained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.is_list { "list" } else { "table" };
        write!(f, "{kind} with {}", count(self.rows, "row"))?;
        if let Some(heading) = &self.heading {
            write!(f, " below `{}`", visible(heading))?;
        }
        for (at, (heading, key, reason)) in self.columns.iter().enumerate() {
            let heading = match &*visible(heading) {
                "" => format!("column {}", at + 1),
                heading => format!("`{heading}`"),
            };
            write!(f, "\n  {heading}: {key}, {reason}")?;
        }
        Ok(())
    }
}
