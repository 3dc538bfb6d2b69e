//! Converts the codes of replies to the form of a table's codes.

use codes_core::code_form::CodeForm;
use codes_core::digits::Digits;

use crate::raw::RawCode;
use crate::table::Table;

/// A code in the form of its table's codes.
#[derive(Clone, Copy)]
pub(crate) enum CodeKey<'a> {
    Text(&'a str),
    /// The digits of an integer, for a table whose codes are text.
    Digits(Digits),
    Int(i64),
}

impl<'a> CodeKey<'a> {
    /// Returns a code without converting it, or `None` if its type (text or integer) is not that of the table's codes.
    #[inline]
    pub(crate) fn unconverted(code: RawCode<'a>, form: CodeForm) -> Option<Self> {
        match (code, form) {
            (RawCode::Text(text), CodeForm::Text) => Some(CodeKey::Text(text)),
            (RawCode::Text(_), _) | (RawCode::Int(_), CodeForm::Text) => None,
            (RawCode::Int(int), form) => Some(CodeKey::Int(form.canonical(int))),
        }
    }

    /// Returns whether both are the same code.
    #[cfg(feature = "alloc")]
    pub(crate) fn is(&self, other: &CodeKey<'_>) -> bool {
        match (self, other) {
            (CodeKey::Int(int), CodeKey::Int(other)) => int == other,
            (CodeKey::Text(text), CodeKey::Text(other)) => text == other,
            (CodeKey::Text(text), CodeKey::Digits(digits))
            | (CodeKey::Digits(digits), CodeKey::Text(text)) => *text == digits.as_str(),
            _ => false,
        }
    }
}

impl Table {
    /// Returns a reply's code in the form of the table's codes, unless it cannot be one of them.
    #[inline]
    pub(crate) fn key<'a>(&self, code: RawCode<'a>) -> Option<CodeKey<'a>> {
        Some(match (code, self.code_form()) {
            (RawCode::Text(text), CodeForm::Text) => CodeKey::Text(text),
            (RawCode::Int(int), CodeForm::Text) => CodeKey::Digits(Digits::new(int.into())),
            (RawCode::Int(int), form) => CodeKey::Int(form.canonical(int)),
            (RawCode::Text(text), form) => CodeKey::Int(form.canonical(form.parse(text)?)),
        })
    }
}
