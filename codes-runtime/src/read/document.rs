//! Reads the body of a response.

use alloc::vec::Vec;

use codes_core::lists::TableTexts;

#[cfg(feature = "http")]
use crate::cursor::pairs;
use crate::document::{Document, Scalar};
use crate::facts::{Facts, Fault};
use crate::raw::ReadCode;
#[cfg(feature = "http")]
use crate::read::first_of_each;
use crate::table::Table;

/// The maximum number of errors that are read from a response. Each may copy a string from the
/// root, so without a limit, a body of one mebibyte could use up all memory.
const MOST_ERRORS: usize = 256;

/// A body with the items of its list of errors.
pub(crate) struct Parsed<D> {
    root: D,
    items: Vec<D>,
}

impl Table {
    /// Finds the list of errors in a body.
    pub(crate) fn parsed<'b, D: Document<'b>>(&self, root: D) -> Parsed<D> {
        let pointer = self.texts(TableTexts::Errors).next();
        let mut items = pointer.map_or_else(Vec::new, |pointer| root.items(pointer));
        items.truncate(MOST_ERRORS);
        Parsed { root, items }
    }

    /// Adds the facts in the body of a response, except parameters, to those in its headers.
    pub(crate) fn read_document<'b, D: Document<'b>>(
        &'static self,
        Parsed { root, items }: &Parsed<D>,
        facts: &mut Facts<'b>,
    ) {
        let in_body = |pointer: &str| root.find(pointer);
        facts.success = facts
            .success
            .or_else(|| self.says_success(TableTexts::BodySuccess, in_body, Scalar::is));
        let delay = |pointer| root.find(pointer)?.into_delay();
        facts.asked = self.texts(TableTexts::DelayPointers).find_map(delay);
        let in_headers = facts.first.clone();
        if items.is_empty() {
            facts.first = self.read_error(|pointer| root.find(pointer), &in_headers, true);
            return;
        }
        facts.has_list = true;
        let mut in_root = InRoot::new(*root);
        let mut errors = items
            .iter()
            .map(|item| self.read_error(|pointer| in_root.find(item, pointer), &in_headers, false));
        facts.first = errors.next().unwrap_or(in_headers.clone());
        facts.more = errors.collect();
    }

    /// Adds the parameters in the body of a response to each of its errors.
    #[cfg(feature = "http")]
    pub(crate) fn read_document_params<'b, D: Document<'b>>(
        &'static self,
        Parsed { root, items }: &Parsed<D>,
        facts: &mut Facts<'_>,
    ) {
        let mut in_root = InRoot::new(*root);
        let items = if items.is_empty() {
            core::slice::from_ref(root)
        } else {
            items
        };
        for (fault, item) in facts.errors_mut().zip(items) {
            fault.params = first_of_each(pairs(self.texts(TableTexts::BodyParams)), |pointer| {
                in_root.find(item, pointer).map(Scalar::into_text)
            });
        }
    }

    /// Reads one error. `headers_first` says whether the headers take precedence over the body.
    fn read_error<'b>(
        &'static self,
        mut find: impl FnMut(&'static str) -> Option<Scalar<'b>>,
        in_headers: &Fault<'b>,
        headers_first: bool,
    ) -> Fault<'b> {
        let mut first = |list| {
            self.texts(list)
                .find_map(|pointer| find(pointer)?.into_code())
        };
        let detail = either(in_headers.detail.as_ref(), headers_first, || {
            first(TableTexts::DetailPointers)
        });
        let message = either(in_headers.message.as_ref(), headers_first, || {
            first(TableTexts::MessagePointers).map(ReadCode::into_text)
        });
        let codes = self
            .texts(TableTexts::CodePointers)
            .filter_map(|pointer| self.trimmed(TableTexts::BodyTrim, find(pointer)?.into_code()?));
        let before = in_headers.code.clone().filter(|_| headers_first);
        // an unknown code of an item takes precedence over a known one in the headers
        let code = self
            .best_code(before.into_iter().chain(codes))
            .or_else(|| in_headers.code.clone());
        Fault {
            code,
            detail,
            message,
            ..in_headers.clone()
        }
    }
}

/// Returns a value from the headers or the body. `headers_first` says which takes precedence.
fn either<T: Clone>(
    in_headers: Option<&T>,
    headers_first: bool,
    in_body: impl FnOnce() -> Option<T>,
) -> Option<T> {
    let in_headers = in_headers.cloned();
    if headers_first {
        in_headers.or_else(in_body)
    } else {
        in_body().or(in_headers)
    }
}

/// A cache of values at the root of a body: each pointer is followed only once, however many items
/// lack its value.
struct InRoot<'b, D> {
    root: D,
    known: Vec<(&'static str, Option<Scalar<'b>>)>,
}

impl<'b, D: Document<'b>> InRoot<'b, D> {
    fn new(root: D) -> Self {
        InRoot {
            root,
            known: Vec::new(),
        }
    }

    /// Returns the scalar at a pointer in an item, or else at the root.
    fn find(&mut self, item: &D, pointer: &'static str) -> Option<Scalar<'b>> {
        item.find(pointer).or_else(|| {
            if let Some((_, known)) = self.known.iter().find(|(known, _)| *known == pointer) {
                return known.clone();
            }
            let found = self.root.find(pointer);
            self.known.push((pointer, found.clone()));
            found
        })
    }
}
