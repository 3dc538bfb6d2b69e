//! Chooses and converts values of responses.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use codes_core::lists::TableTexts;

use crate::facts::Params;
use crate::found::By;
use crate::raw::ReadCode;
use crate::read::reader::Reader;
use crate::reply::Reply;

impl Reader {
    /// Returns the first code that is in the table, or else the first code.
    pub(super) fn best_code<'r>(
        &self,
        codes: impl Iterator<Item = ReadCode<'r>>,
    ) -> Option<ReadCode<'r>> {
        let mut first = None;
        for code in codes {
            let reply = Reply::new().code(code.as_raw());
            if (self.find)(self.table, &reply).by == By::Code {
                return Some(code);
            }
            first = first.or(Some(code));
        }
        first
    }

    /// Applies the spec's `trim` to a code, and returns the result unless it is empty.
    pub(super) fn trimmed<'r>(&self, list: TableTexts, code: ReadCode<'r>) -> Option<ReadCode<'r>> {
        let mut texts = self.texts(list);
        let (Some(before), Some(after)) = (texts.next(), texts.next()) else {
            return Some(code);
        };
        let ReadCode::Text(text) = code else {
            return Some(code);
        };
        let text = part(text, |text| {
            let mut rest = text;
            if !before.is_empty() {
                rest = rest.split(before).next().unwrap_or(rest);
            }
            if !after.is_empty() {
                rest = rest.split_once(after).map_or(rest, |(_, rest)| rest);
            }
            rest.trim()
        });
        (!text.is_empty()).then_some(ReadCode::Text(text))
    }

    /// Returns whether the value that `success` points to means success, or `None` if there is no
    /// value.
    pub(super) fn says_success<V>(
        &self,
        list: TableTexts,
        value: impl FnOnce(&'static str) -> Option<V>,
        is: impl Fn(&V, &str) -> bool,
    ) -> Option<bool> {
        let mut texts = self.texts(list);
        let found = value(texts.next()?)?;
        Some(texts.any(|text| is(&found, text)))
    }
}

/// Returns a part of a text, which is copied only if the text is owned.
pub(super) fn part(text: Cow<'_, str>, of: impl Fn(&str) -> &str) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => of(text).into(),
        Cow::Owned(text) => String::from(of(&text)).into(),
    }
}

/// Returns the first value of each parameter. `places` pairs each name with a place to look at; a
/// name may appear several times.
pub(super) fn first_of_each<P>(
    places: impl Iterator<Item = (&'static str, P)>,
    mut value: impl FnMut(P) -> Option<Box<str>>,
) -> Params {
    let mut params: Vec<(&'static str, Box<str>)> = Vec::new();
    for (name, place) in places {
        if params.iter().all(|(known, _)| *known != name)
            && let Some(value) = value(place)
        {
            params.push((name, value));
        }
    }
    params.into()
}
