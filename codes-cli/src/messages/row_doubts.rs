//! Doubts about keys and rows.

use super::confidence::Confidence;
use super::doubts::Doubt;
use super::excerpts::short;
use crate::text::{shell_quoted, visible};

impl Doubt {
    /// Doubts about the keys of columns.
    pub(super) fn about_column(&self) -> Option<String> {
        Some(match self {
            Doubt::UnsureColumn {
                column,
                key,
                other,
                fits: Confidence { fitting, values },
            } => {
                let form = form(key);
                let way_out = match other {
                    Some(other) => format!("if that is wrong, {}", option(column, other)),
                    None => "are the others codes?".to_owned(),
                };
                format!(
                    "`{column}` is read as `{key}`, but only {fitting} of {values} values are {form}; {way_out}"
                )
            }
            Doubt::StatusesAndCodes(column) => format!(
                "`{column}` is read as HTTP statuses here, but as codes in other tables with the same headings"
            ),
            Doubt::SeveralColumns { key, chosen, other } => format!(
                "`{chosen}` is read as `{key}`; if that is `{other}`, {}",
                option(other, key)
            ),
            Doubt::CodesAreStatuses(column) => format!(
                "`{column}` is read as `code`, but all its values are HTTP statuses; if they are not codes, {}",
                option(column, "fields")
            ),
            Doubt::Vacant { key, column } => format!(
                "no column is read as `{key}`; if `{}` is, {}",
                short(column),
                option(column, key)
            ),
            Doubt::CodesWithSpaces(column) => format!(
                "`{column}` is read as `code`, but its values are phrases; if they are not codes, {}",
                option(column, "title")
            ),
            _ => return None,
        })
    }

    /// Doubts about statuses and codes.
    pub(super) fn about_key(&self) -> Option<String> {
        Some(match self {
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
            Doubt::SharedStatus(rows) => {
                format!("{rows} rows have this status and no code; are their codes somewhere else?")
            }
            Doubt::WeakCodes(first) => format!(
                "items such as `{}` are read as codes, but may be steps or options; are they codes?",
                short(first)
            ),
            _ => return None,
        })
    }

    /// Whether the doubt is only about the row that has it, and not about others that are skipped there.
    pub(crate) fn is_about_row(&self) -> bool {
        self.about_row().is_some()
    }

    /// Doubts about rows that are skipped above the row that has the doubt.
    pub(super) fn about_skipped_row(&self) -> Option<String> {
        Some(match self {
            Doubt::RowWithoutKey(text) => format!(
                "the row `{}` that is skipped here has no status or code; does it belong to the row above it?",
                short(text)
            ),
            Doubt::RowLeftOut { cell, column, key } => format!(
                "the row that is skipped here has `{}` in `{}`, which is not a {key}",
                short(cell),
                short(column)
            ),
            _ => return None,
        })
    }

    /// Doubts about rows that look unlike others.
    pub(super) fn about_row(&self) -> Option<String> {
        Some(match self {
            Doubt::UnlikeDuplicates => {
                "rows with the same status, code and texts are skipped, but have other fields; add them here"
                    .to_owned()
            }
            Doubt::GroupsOfDuplicates => {
                "rows with the same status, code and texts in other groups are skipped; is the group of this row right?"
                    .to_owned()
            }
            Doubt::MoreCells(cell) => format!(
                "this row has more cells than its table has columns, such as `{}`; is a mark between cells part of a text?",
                short(cell)
            ),
            Doubt::GroupsAsRows(heading) => format!(
                "headings such as `{}` are read as groups, but most have only one row; are they its code or title?",
                short(heading)
            ),
            Doubt::OutsideOfGroup(heading) => format!(
                "this row is below the heading `{}`, which names a range without it; is the heading a row?",
                short(heading)
            ),
            Doubt::NoText => {
                "this row has no text, unlike most others; is its text somewhere else?".to_owned()
            }
            Doubt::LongText => {
                "the texts of this row are far longer than those of the others; do all belong to it?"
                    .to_owned()
            }
            Doubt::TornText(text) => format!(
                "the text `{}` begins or ends within a sentence; is the rest of it somewhere else?",
                short(text)
            ),
            Doubt::KeysInText(key) => format!(
                "the text of this row contains `{}`, which may be the key of another row; does it contain other rows?",
                short(key)
            ),
            Doubt::RunOn(text) => format!(
                "the text of this row ends with `{}`; is that the heading of the next row?",
                short(text)
            ),
            Doubt::Remains(mark) => format!(
                "a text of this row contains `{mark}`, which may be markup that was not read"
            ),
            Doubt::HeadAsRow => {
                "this row consists of headings of columns; is it one?".to_owned()
            }
            _ => return None,
        })
    }
}

/// Describes the values that a key expects.
fn form(key: &str) -> &'static str {
    match key {
        "status" => "registered statuses",
        "code" => "written like codes",
        "outcome" => "outcomes",
        _ => "short phrases",
    }
}

/// The advice to set the key of a column with an option.
pub(super) fn option(column: &str, key: &str) -> String {
    // the whole heading, since only that can be given
    let choice = format!("{}={key}", visible(column));
    format!("use `--column {}`", shell_quoted(&choice))
}
