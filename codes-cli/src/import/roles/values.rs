//! The shapes of the values of a column.

use std::collections::HashSet;

use codes_spec::Date;

use crate::import::roles::registry;
use crate::import::roles::role::{Role, is_phrase, outcome};
use crate::import::roles::status;
use crate::messages::confidence::Confidence;

/// The methods of HTTP, which are written like codes.
pub(crate) const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// How many of the values of a column have each shape. Cells without a value do not count.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub(super) filled: usize,
    pub(super) distinct: usize,
    /// Values that begin with a status.
    pub(super) status_leads: usize,
    /// Values that are HTTP statuses, with or without words after them.
    pub(super) statuses: usize,
    /// Values that are statuses with words after them.
    pub(super) worded: usize,
    /// Values whose statuses are registered for HTTP, or used by common servers.
    pub(super) registered: usize,
    /// Values that begin with a status of class 1xx.
    pub(super) informational: usize,
    /// Values that begin with a status of an error.
    pub(super) errors: usize,
    pub(super) tokens: usize,
    pub(super) identifiers: usize,
    /// Integers of at least three digits.
    pub(super) numbers: usize,
    pub(super) integers: usize,
    pub(super) phrases: usize,
    pub(super) outcomes: usize,
    /// Values that are methods of HTTP.
    pub(super) methods: usize,
    /// Values that stand for several codes: `10xx`
    pub(super) patterns: usize,
    /// Values that number the rows: 1, 2, 3.
    pub(super) counted: usize,
    /// The number of characters in all values, where wide ones count twice.
    pub(super) length: usize,
}

impl Values {
    pub(super) fn of<'v>(cells: impl Iterator<Item = &'v str>) -> Self {
        let mut values = Values::default();
        let mut seen = HashSet::new();
        for cell in cells
            .map(str::trim)
            .filter(|cell| !status::is_no_value(cell))
        {
            values.filled += 1;
            values.distinct += usize::from(seen.insert(cell));
            values.status_leads += usize::from(status::statuses_of(cell).is_some());
            values.statuses += usize::from(status::is_statuses(cell));
            let words = status::statuses_of(cell).map_or("", |(_, rest)| rest);
            values.worded += usize::from(!words.trim().is_empty());
            values.registered += usize::from(registry::is_registered(cell));
            values.informational += usize::from(cell.starts_with('1') && status::is_statuses(cell));
            values.errors += usize::from(cell.starts_with(['4', '5']) && status::is_statuses(cell));
            let has_several = several_codes(cell).is_some();
            values.tokens += usize::from(has_several || status::is_token(cell));
            values.identifiers += usize::from(has_several || is_identifier(cell));
            values.integers += usize::from(is_integer(cell));
            values.numbers += usize::from(is_number(cell));
            values.phrases += usize::from(is_phrase(cell));
            values.methods += usize::from(METHODS.contains(&cell));
            values.outcomes += usize::from(outcome(cell).is_some());
            values.counted += usize::from(cell.parse() == Ok(values.filled));
            values.patterns += usize::from(is_pattern(cell));
            // a Chinese character says about as much as two letters
            let width = |c: char| if c >= '\u{2e80}' { 2 } else { 1 };
            values.length += cell.chars().map(width).sum::<usize>();
        }
        values
    }

    /// Returns how many of the values have the form that a key expects. Texts may have any form.
    pub(super) fn confidence(&self, role: Role, is_http: bool) -> Confidence {
        let fitting = match role {
            Role::Status if is_http => self.registered,
            Role::Status => self.status_leads,
            Role::Code => self.tokens - self.patterns.min(self.tokens),
            Role::Title => self.phrases,
            Role::Outcome => self.outcomes,
            _ => self.filled,
        };
        Confidence {
            fitting,
            values: self.filled,
        }
    }

    pub(super) fn most(&self, fitting: usize) -> bool {
        fitting * 2 > self.filled
    }

    pub(super) fn all(&self, fitting: usize) -> bool {
        self.filled > 0 && fitting == self.filled
    }

    /// Whether no value repeats.
    pub(super) fn are_unique(&self) -> bool {
        self.filled > 0 && self.distinct == self.filled
    }

    /// Whether the values sort the rows into few classes, as a `type` does.
    pub(super) fn are_classes(&self) -> bool {
        self.filled > 3 && self.distinct * 2 <= self.filled
    }
}

/// Whether a text is written like a code rather than like a word: `not_found`, `E101`, `NotFound`, `GONE`, `5.7.1`
pub(crate) fn is_identifier(text: &str) -> bool {
    let text = text.trim_matches('`');
    let is_allowed = |c: char| c.is_alphanumeric() || "_-.:#".contains(c);
    let (mut letters, mut digits, mut lower, mut inner_upper) = (0, 0, 0, false);
    let mut before = '_';
    for c in text.chars() {
        letters += usize::from(c.is_alphabetic());
        digits += usize::from(c.is_ascii_digit());
        lower += usize::from(c.is_lowercase());
        inner_upper |= before.is_lowercase() && c.is_uppercase();
        before = c;
    }
    let is_upper_case = lower == 0 && letters > 2 && text.is_ascii();
    let is_path = text.matches('.').count() > 1 && text.split('.').all(|part| part.len() > 1);
    let is_joined = text.contains('_') || letters == 0 && text.contains(['.', '-']) || is_path;
    text.chars().all(is_allowed)
        && letters + digits > 1
        && !text.ends_with(['_', '-', '.', ':'])
        && !text.starts_with(['.', ':', '#'])
        && !is_date(text)
        && (is_joined || inner_upper || is_upper_case || letters > 0 && digits > 0)
}

/// Whether a text begins with a date: `2026-11-19`
fn is_date(text: &str) -> bool {
    let is_date = |date: &str| date.parse::<Date>().is_ok();
    text.get(..10).is_some_and(is_date)
}

/// Returns the codes of a cell that has several, such as `E_ONE, E_TWO`.
pub(crate) fn several_codes(cell: &str) -> Option<Vec<&str>> {
    const MOST: usize = 32;
    let mut numbers = cell.split(['/', '|']);
    let are_numbers = cell.contains(['/', '|']) && numbers.all(is_number);
    if status::is_token(cell) && !are_numbers {
        return None;
    }
    let is_mark = |c: char| matches!(c, ',' | '/' | '|' | ';' | '\n');
    let by = |is_end: &dyn Fn(char) -> bool| -> Vec<&str> {
        let parts = cell.split(is_end).map(str::trim);
        parts.take(MOST + 1).collect()
    };
    let parts = if cell.contains(is_mark) {
        by(&is_mark)
    } else {
        by(&char::is_whitespace)
    };
    // words in capitals are a phrase
    let is_word = |part: &&str| part.bytes().all(|byte| byte.is_ascii_uppercase());
    if !cell.contains(is_mark) && parts.iter().all(is_word) {
        return None;
    }
    let are_numbers = are_numbers || cell.contains(';') || cell.contains(", ");
    let is_code = |part: &&str| {
        is_identifier(part) || are_numbers && is_number(part) || status::range(part).is_some()
    };
    ((2..=MOST).contains(&parts.len()) && parts.iter().all(is_code)).then_some(parts)
}

/// Whether a text is a range, or an integer of at least three digits, which is more likely a code than a count.
pub(crate) fn is_number(text: &str) -> bool {
    let digits = text.trim().trim_start_matches('-');
    digits.len() > 2 && is_integer(text) || status::range(text).is_some()
}

/// Whether a text stands for all codes that begin with its digits: `10xx`, `4XXXX`
pub(crate) fn is_pattern(text: &str) -> bool {
    let digits = text.trim().trim_end_matches(['x', 'X']);
    let marks = text.trim().len() - digits.len();
    let is_status = digits.len() == 1 && marks == 2;
    marks > 1
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !is_status
}

/// Whether a text is an integer.
pub(crate) fn is_integer(text: &str) -> bool {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_identifier;

    #[test]
    fn identifiers_are_told_from_words() {
        for text in [
            "not_found",
            "E101",
            "NotFound",
            "notFound",
            "GONE",
            "5.7.1",
            "E-100",
            "Depot.Crate.Gone",
        ] {
            assert!(is_identifier(text), "{text}");
        }
        for text in [
            "string",
            "Gone",
            "OK",
            "404",
            "AUTH_",
            "a/b",
            "Not found",
            "",
            "x",
            "2026-11-19",
            "depot.example",
            "i.e.",
        ] {
            assert!(!is_identifier(text), "{text}");
        }
    }
}
