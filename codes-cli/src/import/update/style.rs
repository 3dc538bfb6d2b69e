//! How a spec writes its rows.

use codes_spec::{Code, CodeFormat, Table};

use crate::edit;
use crate::import::model::row::DraftRow;
use crate::import::writer;
use crate::yaml::{double_quoted, line};

#[derive(Clone, Copy)]
pub(super) struct SpecStyle<'t>(pub(super) &'t Table<'t>);

impl SpecStyle<'_> {
    /// Whether codes are integers.
    pub(super) fn has_integers(self) -> bool {
        let mut codes = self.0.rows.iter().filter_map(|row| row.code.as_ref());
        codes.any(|code| matches!(code, Code::Int(_)))
    }

    /// Returns a row as YAML without indentation, one key below the other. `group` is the id of its group.
    pub(super) fn row(self, row: &DraftRow, group: Option<&str>) -> String {
        const INDENT: usize = 4;
        let item = writer::item(row, group, self.0);
        let lines = item
            .lines()
            .map(|line| line.get(INDENT..).unwrap_or_default());
        lines.map(|line| format!("{line}\n")).collect()
    }

    /// Returns the keys of a row with their lines.
    pub(super) fn entries(
        self,
        row: &DraftRow,
        group: Option<&str>,
    ) -> Vec<(&'static str, String)> {
        let mut entries: Vec<(&'static str, String)> = Vec::new();
        for line in self.row(row, group).lines() {
            let key = line.split(':').next().and_then(edit::row_key);
            match (key, entries.last_mut()) {
                (Some(key), _) if !line.starts_with([' ', '-']) => {
                    entries.push((key, format!("{line}\n")));
                }
                (_, Some((_, lines))) => *lines += &format!("{line}\n"),
                _ => {}
            }
        }
        entries
    }

    /// The line above the rows that decides how codes are read.
    pub(super) fn head(self) -> String {
        match self.0.code_format {
            CodeFormat::Decimal => String::new(),
            format => format!("code_format: {}\n", format.as_str()),
        }
    }
}

/// A code of the spec as YAML in a list.
pub(super) fn code_yaml(code: &Code<'_>, table: &Table<'_>) -> String {
    match code {
        Code::Int(_) => code.show(table.code_format).into_owned(),
        Code::Text(text) if is_word(text) => line(text),
        code => double_quoted(&code.source()),
    }
}

/// Whether a text has only characters that need no quotes in brackets.
fn is_word(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}
