//! Whether the codes of a table are written as integers or as text.

use codes_spec::{Code, CodeFormat, Table};

use crate::import::model::draft::Draft;
use crate::import::roles::status;

/// How codes are written: as integers if a code format displays them as they are on the page, or else as text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum CodeNotation {
    #[default]
    Text,
    Integers(CodeFormat),
}

impl CodeNotation {
    /// Returns the notation of the codes in a table.
    pub(super) fn in_table(table: &Table<'_>) -> Self {
        let mut codes = table.rows.iter().filter_map(|row| row.code.as_ref());
        match codes.next() {
            Some(Code::Text(_) | Code::Class(_)) => CodeNotation::Text,
            _ => CodeNotation::Integers(table.code_format),
        }
    }

    pub(super) fn of(draft: &Draft) -> Self {
        if let Some(name) = &draft.facts.code_format {
            let format = CodeFormat::ALL
                .iter()
                .find(|format| format.as_str() == name);
            return format.map_or(CodeNotation::Text, |format| CodeNotation::Integers(*format));
        }
        let codes: Vec<&str> = draft
            .rows
            .iter()
            .filter_map(|row| row.code.as_deref())
            .collect();
        let fits = |format: CodeFormat| {
            let shows = |code: &&str| integer(code).is_some_and(|int| format.show(int) == *code);
            codes
                .iter()
                .filter(|code| status::range(code).is_none())
                .all(shows)
                && !codes.iter().all(|code| status::range(code).is_some())
        };
        // among the hex formats, prefer the one with the most digits
        let formats = [CodeFormat::Decimal]
            .into_iter()
            .chain(CodeFormat::ALL.iter().rev().copied());
        formats
            .into_iter()
            .find(|format| fits(*format))
            .map_or(CodeNotation::Text, CodeNotation::Integers)
    }
}

pub(super) fn integer(code: &str) -> Option<i64> {
    let (sign, digits) = code
        .strip_prefix('-')
        .map_or(("", code), |digits| ("-", digits));
    match digits.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(&format!("{sign}{digits}"), 16).ok(),
        None => code.parse().ok(),
    }
}
