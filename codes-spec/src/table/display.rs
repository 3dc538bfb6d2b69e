//! The text that `Display` prints for a row.

use std::borrow::Cow;

use codes_core::details::{LongForm, Uncut};

use crate::table::model::{Row, Table};
use crate::table::sentence::{cut, first_sentence};
use crate::table::status::Status;
use crate::table::template::{Piece, Placeholder};
use crate::table::vocabulary::CodeFormat;

/// The maximum length of the `Display` texts of all rows together, in bytes.
pub(crate) const MAX_DISPLAYED: usize = 16 << 20;

/// The maximum width of the sentence that is displayed in place of a title, in columns.
const MAX_SENTENCE: usize = 80;

impl Table<'_> {
    /// Returns the text that `{}` prints for a row.
    pub fn display(&self, row: &Row<'_>) -> String {
        let Some(template) = &self.display else {
            return self.default_display(row);
        };
        let mut line = String::new();
        let (mut any_empty, mut after_empty) = (false, false);
        for piece in &template.0 {
            match piece {
                Piece::Text(text) if after_empty => {
                    after_empty = text.trim_start().is_empty();
                    push_after_empty(&mut line, text);
                }
                Piece::Text(text) => line.push_str(text),
                Piece::Place(placeholder) => {
                    let value = self.placeholder_value(row, *placeholder);
                    after_empty = value.is_empty();
                    any_empty |= after_empty;
                    line.push_str(&value);
                }
            }
        }
        if any_empty {
            line.trim().to_owned()
        } else {
            line
        }
    }

    fn placeholder_value<'r>(&'r self, row: &'r Row<'_>, placeholder: Placeholder) -> Cow<'r, str> {
        match placeholder {
            Placeholder::Vendor => self.vendor.as_ref().into(),
            Placeholder::Status => row.show_statuses().into(),
            Placeholder::Code => self.show_code(row),
            Placeholder::Name => row.name.as_ref().into(),
            Placeholder::Title => row.title.as_deref().unwrap_or_default().into(),
            Placeholder::Description => row.description().trim_end().into(),
        }
    }

    /// Returns the text that `{:#}` prints for a row: the vendor, the short form, and the rest of
    /// the description.
    pub fn display_long(&self, row: &Row<'_>) -> String {
        let (mut shown, text) = (self.display(row), row.description());
        let rest = match self.long_form(row) {
            LongForm::Same => "",
            LongForm::Description => {
                shown += ": ";
                text
            }
            LongForm::DescriptionFrom(start) => &text[start..],
            LongForm::Uncut(uncut) => {
                let ellipsis = uncut.ellipsis..uncut.ellipsis + '…'.len_utf8();
                shown.replace_range(ellipsis, &text[uncut.start..uncut.end]);
                &text[uncut.end..]
            }
        };
        format!("{}: {shown}{}", self.vendor, rest.trim_end())
    }

    /// Returns how the long form adds the description to the short form.
    pub(crate) fn long_form(&self, row: &Row<'_>) -> LongForm {
        let description = row.description();
        match (&self.display, &row.title) {
            (Some(template), _) if template.has(Placeholder::Description) => LongForm::Same,
            _ if description.trim().is_empty() => LongForm::Same,
            (None, None) => {
                let (sentence, rest) = first_sentence(description);
                let end = description.len() - rest.len();
                match cut(sentence, MAX_SENTENCE) {
                    Some(cut) => {
                        let kept = cut.len() - '…'.len_utf8();
                        let statuses = row.show_statuses().len();
                        LongForm::Uncut(Uncut {
                            ellipsis: statuses + usize::from(statuses > 0) + kept,
                            start: end - sentence.len() + kept,
                            end: end - (sentence.len() - sentence.trim_end().len()),
                        })
                    }
                    None if rest.trim().is_empty() => LongForm::Same,
                    None => LongForm::DescriptionFrom(end),
                }
            }
            _ => LongForm::Description,
        }
    }

    fn default_display(&self, row: &Row<'_>) -> String {
        let title = row.title.as_deref().map_or_else(
            || {
                let (sentence, _) = first_sentence(row.description());
                cut(sentence, MAX_SENTENCE).map_or(sentence.into(), Cow::Owned)
            },
            Cow::Borrowed,
        );
        let code = self.show_code(row);
        let mut shown = row.show_statuses();
        if !shown.is_empty() && !title.is_empty() {
            shown.push(' ');
        }
        shown.push_str(&title);
        if shown.is_empty() {
            return code.into_owned();
        }
        if !code.is_empty() && !same_letters(&code, &title) {
            shown.push_str(" (");
            shown.push_str(&code);
            shown.push(')');
        }
        shown
    }

    /// Returns the code of a row as it is displayed, or an empty string if there is none.
    pub fn show_code<'r>(&self, row: &'r Row<'_>) -> Cow<'r, str> {
        row.code
            .as_ref()
            .map_or(Cow::Borrowed(""), |code| code.show(self.code_format))
    }
}

/// Appends the text after an empty placeholder. The spaces on both sides of the placeholder become one.
fn push_after_empty(line: &mut String, text: &str) {
    let rest = text.trim_start();
    let end = line.trim_end().len();
    if end < line.len() || rest.len() < text.len() {
        line.truncate(end);
        line.push(' ');
    }
    line.push_str(rest);
}

/// Returns whether two texts have the same letters and digits, ignoring case, and at least one of them.
fn same_letters(one: &str, other: &str) -> bool {
    let (mut one_at, mut other_at) = (0, 0);
    let mut some = false;
    loop {
        match (letter(one, &mut one_at), letter(other, &mut other_at)) {
            (None, None) => return some,
            (Some(a), Some(b)) if a == b || a.to_lowercase().eq(b.to_lowercase()) => some = true,
            _ => return false,
        }
    }
}

/// Returns the next letter or digit at or after `at`, in lower case if it is ASCII, and moves `at` past it.
fn letter(text: &str, at: &mut usize) -> Option<char> {
    while let Some(&byte) = text.as_bytes().get(*at) {
        if byte.is_ascii() {
            *at += 1;
            if byte.is_ascii_alphanumeric() {
                return Some(byte.to_ascii_lowercase().into());
            }
        } else {
            let c = text[*at..].chars().next()?;
            *at += c.len_utf8();
            if c.is_alphanumeric() {
                return Some(c);
            }
        }
    }
    None
}

impl Row<'_> {
    /// Returns the statuses as in the spec, separated by `, `.
    pub fn show_statuses(&self) -> String {
        match self.statuses.as_slice() {
            [one] => one.as_str().to_owned(),
            several => several
                .iter()
                .map(Status::as_str)
                .collect::<Vec<_>>()
                .join(", "),
        }
    }

    /// Returns the detail as it is displayed, or an empty string if there is none.
    pub fn show_detail(&self) -> Cow<'_, str> {
        let detail = self.detail.as_ref();
        detail.map_or(Cow::Borrowed(""), |detail| detail.show(CodeFormat::Decimal))
    }

    fn description(&self) -> &str {
        self.description
            .as_ref()
            .map_or("", |description| description.plain())
    }
}
