//! Reads the body of a response.

use alloc::boxed::Box;
use alloc::vec::Vec;

use codes_core::lists::TableTexts;

use crate::cursor::pairs;
use crate::document::{Document, Scalar};
use crate::facts::{Facts, Fault};
use crate::raw::OwnedCode;
use crate::table::Table;

impl Table {
    /// Adds the facts in the body of a response to those in its headers.
    pub(crate) fn read_document(&'static self, root: &impl Document, facts: &mut Facts) {
        let in_body = |pointer: &str| Some(root.find(pointer)?.into_text());
        facts.success = facts
            .success
            .or_else(|| self.says_success(TableTexts::BodySuccess, in_body));
        let delay = |pointer| root.find(pointer)?.into_delay();
        facts.asked = self.texts(TableTexts::DelayPointers).find_map(delay);
        let in_headers = facts.first.clone();
        let pointer = self.texts(TableTexts::Errors).next();
        let items = pointer.map_or_else(Vec::new, |pointer| root.items(pointer));
        if items.is_empty() {
            facts.first = self.read_error(|pointer| root.find(pointer), &in_headers, true);
            return;
        }
        facts.has_list = true;
        // each pointer is followed from the root once, however many items lack its value
        let mut in_root: Vec<(&str, Option<Scalar>)> = Vec::new();
        let mut errors = items.iter().map(|item| {
            let find = |pointer: &'static str| {
                item.find(pointer).or_else(|| {
                    if let Some((_, known)) = in_root.iter().find(|(known, _)| *known == pointer) {
                        return known.clone();
                    }
                    let found = root.find(pointer);
                    in_root.push((pointer, found.clone()));
                    found
                })
            };
            self.read_error(find, &in_headers, false)
        });
        facts.first = errors.next().unwrap_or(in_headers.clone());
        facts.more = errors.collect();
    }

    /// Reads one error. `headers_first` says whether the headers are asked before the body.
    fn read_error(
        &'static self,
        mut find: impl FnMut(&'static str) -> Option<Scalar>,
        in_headers: &Fault,
        headers_first: bool,
    ) -> Fault {
        let mut first = |list| {
            self.texts(list)
                .find_map(|pointer| find(pointer)?.into_code())
        };
        let detail = either(&in_headers.detail, headers_first, || {
            first(TableTexts::DetailPointers)
        });
        let message = either(&in_headers.message, headers_first, || {
            first(TableTexts::MessagePointers).map(OwnedCode::into_text)
        });
        let codes = self
            .texts(TableTexts::CodePointers)
            .filter_map(|pointer| self.trimmed(TableTexts::BodyTrim, find(pointer)?.into_code()?));
        let before = in_headers.code.clone().filter(|_| headers_first);
        // an unknown code of an item is not replaced by a known one of the headers
        let code = self
            .best_code(before.into_iter().chain(codes))
            .or_else(|| in_headers.code.clone());
        let mut params: Vec<(&'static str, Box<str>)> = Vec::new();
        for (name, pointer) in pairs(self.texts(TableTexts::BodyParams)) {
            if params.iter().all(|(known, _)| *known != name)
                && let Some(value) = find(pointer)
            {
                params.push((name, value.into_text()));
            }
        }
        Fault {
            code,
            detail,
            message,
            params: params.into(),
            ..in_headers.clone()
        }
    }
}

/// Returns a value from the headers or, if there is none, from the body; or the other way round.
fn either<T: Clone>(
    in_headers: &Option<T>,
    headers_first: bool,
    in_body: impl FnOnce() -> Option<T>,
) -> Option<T> {
    if headers_first {
        in_headers.clone().or_else(in_body)
    } else {
        in_body().or_else(|| in_headers.clone())
    }
}
