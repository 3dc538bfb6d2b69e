//! Doubts of `codes import` about the spec that it writes.

use std::fmt;

use super::confidence::Confidence;
use super::source_notes::SourceDoubt;

/// A decision about a row or the page that may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Many of the column's values do not have the form that its key expects. `other` is the key that the column may
    /// have instead. It is `None` for the statuses of lines or list items, which are not a column of the page.
    UnsureColumn {
        column: String,
        key: &'static str,
        other: Option<&'static str>,
        fits: Confidence,
    },
    /// The column has statuses in this table, but codes in other tables with the same headings.
    StatusesAndCodes(String),
    /// Another column fits this key nearly as well.
    SeveralColumns {
        key: &'static str,
        chosen: String,
        other: String,
    },
    /// All values of the code column are HTTP statuses, although there is a status column too.
    CodesAreStatuses(String),
    /// No column is read as this key, although a column that fits no other key may have it.
    Vacant {
        key: &'static str,
        column: String,
    },
    /// The values of the code column are phrases, so they may not be codes.
    CodesWithSpaces(String),
    /// All texts of a column are read as titles with descriptions, or all as one text, but many of them look as if
    /// they should be read the other way.
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
    /// Several rows have the same status and no code.
    SharedStatus(usize),
    /// The items of a list are read as codes only because the text above it is about errors.
    WeakCodes(String),
    /// A table whose headings suggest codes is left out.
    TableLeftOut(String),
    /// A table whose values look like codes is left out, because others have codes of another form.
    OtherTable(String),
    /// Lines that start like rows are left out.
    LinesLeftOut {
        first: String,
        lines: usize,
    },
    /// An item of a list of rows is not read as a row.
    ItemLeftOut(String),
    /// A row in the middle of a table is read as a heading of the rows below.
    HeadingRow(String),
    /// A paragraph below a row is not read as part of the row.
    TextBetween(String),
    /// A line names columns, but the lines below it cannot be split into these columns.
    LostColumns(String),
    /// A code has an unusual form, such as non-ASCII letters, or is a pattern such as `10xx`, which describes several
    /// codes.
    OddCode(String),
    /// The page contains statuses or codes that look like those of rows, but no row has them.
    KeysLeftOut {
        first: String,
        keys: usize,
    },
    /// The heading of a section is about codes, and the section seems to have some, but no row has them.
    NoRowsBelow(String),
    /// Most statuses of headings are not registered for HTTP.
    OddStatuses {
        first: String,
        registered: usize,
        statuses: usize,
    },
    /// Most titles begin with a number.
    NumberedTitles(String),
    /// The samples of rows without a code have codes.
    CodesInSamples {
        first: String,
        rows: usize,
    },
    /// The heading of the row's group names a range without the row.
    OutsideOfGroup(String),
    /// Rows that are skipped as duplicates of this one have different fields or actions.
    UnlikeDuplicates,
    /// Rows that are skipped as duplicates of this one are in other groups.
    GroupsOfDuplicates,
    /// A row without a status and code is left out.
    RowWithoutKey(String),
    /// A row whose status or code is not one is left out.
    RowLeftOut {
        cell: String,
        column: String,
        key: &'static str,
    },
    /// Most groups have only one row, without a text.
    GroupsAsRows(String),
    /// A text outside of the rows has the remains of a table.
    TableInText(String),
    /// The row has no text, unlike most others.
    NoText,
    /// The texts of the row are far longer than those of the others.
    LongText,
    /// The texts of the row contain statuses or codes that may belong to other rows.
    KeysInText(String),
    /// The last paragraph of the row may be the heading of the next one.
    RunOn(String),
    /// A text begins or ends within a sentence.
    TornText(String),
    /// A text contains the remains of markup.
    Remains(String),
    /// The row has more cells than its table has columns.
    MoreCells(String),
    /// The row consists of column headings, so it may not be a row.
    HeadAsRow,
    /// The names of these rows are derived from descriptions, shortened or numbered.
    ProposedNames(Vec<String>),
    /// These rows have no text to derive a good name from.
    PoorNames(Vec<String>),
    /// The code block that begins in this line has no closing fence, so it is read up to its first blank line.
    Unclosed(usize),
    /// The sample of a body does not show for which statuses it is sent.
    BodyStatuses,
    Source(SourceDoubt),
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.about_column().or_else(|| self.about_key());
        let text = text.or_else(|| self.about_text());
        let text = text.or_else(|| self.about_left_out());
        let text = text.or_else(|| self.about_row());
        let text = text.or_else(|| self.about_skipped_row());
        let text = text.or_else(|| self.about_page()).unwrap_or_default();
        write!(f, "doubt: {text}")
    }
}
