//! Reads the facts of a response from its headers and its body, where the spec says that they are.

#[cfg(any(feature = "json", feature = "xml"))]
mod document;
#[cfg(feature = "http")]
mod headers;

#[cfg(feature = "http")]
use alloc::boxed::Box;
#[cfg(feature = "http")]
use alloc::vec::Vec;

use codes_core::lists::TableTexts;

#[cfg(feature = "http")]
use crate::facts::Params;
use crate::raw::OwnedCode;
use crate::table::Table;

impl Table {
    /// Returns the first code that a row has, or else the first.
    pub(super) fn best_code(
        &'static self,
        codes: impl Iterator<Item = OwnedCode>,
    ) -> Option<OwnedCode> {
        let mut first = None;
        for code in codes {
            if self.has_code(code.as_raw(), None) {
                return Some(code);
            }
            first = first.or(Some(code));
        }
        first
    }

    /// Cuts from a code what is not part of it, and returns the rest unless it is empty.
    pub(super) fn trimmed(&self, list: TableTexts, code: OwnedCode) -> Option<OwnedCode> {
        let mut texts = self.texts(list);
        let (Some(before), Some(after), OwnedCode::Text(text)) =
            (texts.next(), texts.next(), &code)
        else {
            return Some(code);
        };
        let mut rest = text.as_ref();
        if !before.is_empty() {
            rest = rest.split(before).next().unwrap_or(rest);
        }
        if !after.is_empty() {
            rest = rest.split_once(after).map_or(rest, |(_, rest)| rest);
        }
        let rest = rest.trim();
        (!rest.is_empty()).then(|| OwnedCode::Text(rest.into()))
    }

    /// Returns whether the value at a place means success, if there is one.
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

/// Returns the first value of each parameter. `places` are the names with the places to look at.
#[cfg(feature = "http")]
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
