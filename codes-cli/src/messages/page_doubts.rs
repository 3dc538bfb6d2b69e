//! Doubts about the texts of a page, the parts of it that are left out, and the page as a whole.

use super::doubts::Doubt;
use super::excerpts::{last_words, list, short};
use super::row_doubts::option;
use crate::text::count;

impl Doubt {
    /// Doubts about texts and columns of texts.
    pub(super) fn about_text(&self) -> Option<String> {
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
            Doubt::TableInText(line) => format!(
                "the text with `{}` has the remains of a table; does the table have rows?",
                short(line)
            ),
            _ => return None,
        })
    }

    /// Doubts about parts of the page that are not read as rows.
    pub(super) fn about_left_out(&self) -> Option<String> {
        Some(match self {
            Doubt::ItemLeftOut(text) => format!(
                "the item `{}` of a list of rows is read as text; is it a row?",
                short(text)
            ),
            Doubt::TableLeftOut(column) => format!(
                "the table that is skipped here has a column `{column}`, but no statuses or codes were found in it; \
                 choose its columns with `--column`"
            ),
            Doubt::OtherTable(column) => format!(
                "the values of `{}` in the table that is skipped here are unlike the codes of the other tables; \
                 if they are codes, {}",
                short(column),
                option(column, "code")
            ),
            Doubt::LinesLeftOut { first, lines: 1 } => format!(
                "the line `{}` looks like a row, but is read as text",
                short(first)
            ),
            Doubt::LinesLeftOut { first, lines } => format!(
                "{lines} lines such as `{}` look like rows, but are read as text",
                short(first)
            ),
            Doubt::KeysLeftOut { first, keys: 1 } => format!(
                "the key `{}` may belong to a row, but no row has it",
                short(first)
            ),
            Doubt::KeysLeftOut { first, keys } => format!(
                "{keys} keys such as `{}` may belong to rows, but no row has them",
                short(first)
            ),
            Doubt::NoRowsBelow(heading) => format!(
                "no row was found below the heading `{}`, although there seem to be codes",
                short(heading)
            ),
            _ => return None,
        })
    }

    /// Doubts about all rows, names and the body.
    pub(super) fn about_page(&self) -> Option<String> {
        Some(match self {
            Doubt::ProposedNames(names) => format!(
                "check these names, which are derived from descriptions, shortened or numbered: {}",
                list(names)
            ),
            Doubt::PoorNames(names) => format!(
                "these rows have no text to derive a name from; add a `name` to each: {}",
                list(names)
            ),
            Doubt::OddStatuses {
                first,
                registered,
                statuses,
            } => format!(
                "{registered} of {statuses} statuses in headings are registered, but others such as `{first}` are not; \
                 are they codes?"
            ),
            Doubt::NumberedTitles(title) => format!(
                "titles such as `{}` begin with a number; is it a code?",
                short(title)
            ),
            Doubt::CodesInSamples { first, rows } => format!(
                "the samples of {} have codes such as `{}`, but the rows have none",
                count(*rows, "row"),
                short(first)
            ),
            Doubt::Unclosed(line) => format!(
                "the code block in line {line} of the page is not closed; it is read up to its first blank line"
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
