//! Reads the body of a response.

use alloc::vec::Vec;

use codes_core::lists::TableTexts;

use crate::cursor::pairs;
use crate::document::{Format, LONGEST_BODY, MOST_POINTERS, Scalar, ValueTexts};
use crate::facts::{Facts, Fault, Params};
use crate::raw::ReadCode;
use crate::read::reader::Reader;
use crate::read::values::first_of_each;
use crate::table::in_ranges;

/// A document with the values at a table's pointers.
pub(crate) struct Values<'b> {
    format: &'static dyn Format,
    document: &'b [u8],
    found: ValueTexts<'b>,
}

impl<'b> Values<'b> {
    fn new(reader: &Reader, format: &'static dyn Format, document: &'b [u8]) -> Self {
        Values {
            format,
            document,
            found: format.values(document, reader.first_pointers()),
        }
    }

    /// Returns the value at the pointer with this number.
    fn value(&self, (number, pointer): (usize, &str)) -> Option<&'b str> {
        if number < MOST_POINTERS {
            self.found.get(number)
        } else {
            self.format.values(self.document, &[pointer]).get(0)
        }
    }

    fn scalar(&self, pointer: (usize, &str)) -> Option<Scalar<'b>> {
        self.format.scalar(self.value(pointer)?)
    }

    /// Returns the items of the list at a pointer.
    fn items(&self, pointer: (usize, &str)) -> Vec<&'b [u8]> {
        self.value(pointer).map_or(Vec::new(), |value| {
            self.format.items(self.document, pointer.1, value)
        })
    }
}

/// Finds the scalar at a pointer.
type FindScalar<'f, 'b> = &'f dyn Fn((usize, &'static str)) -> Option<Scalar<'b>>;

impl Reader {
    /// Adds the facts in the body of a response to those in its headers. Returns the body, or `None`
    /// if it is not read.
    ///
    /// The parameters of a response without a list of errors are left to [`read_root_params`](Self::read_root_params).
    pub(crate) fn read_body<'b>(
        &self,
        body: &'b [u8],
        status: u16,
        facts: &mut Facts<'b>,
    ) -> Option<Values<'b>> {
        if !in_ranges(self.body_statuses.clone(), status) || body.len() > LONGEST_BODY {
            return None;
        }
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let root = Values::new(self, self.format?, body);
        facts.success = facts.success.or_else(|| {
            let in_body = |_| root.scalar(self.pointers(TableTexts::BodySuccess).next()?);
            self.says_success(TableTexts::BodySuccess, in_body, Scalar::is)
        });
        let delay = |pointer| root.scalar(pointer)?.into_delay();
        facts.asked = self.pointers(TableTexts::DelayPointers).find_map(delay);
        let list = self.pointers(TableTexts::Errors).next();
        let items = list.map_or(Vec::new(), |list| root.items(list));
        let in_headers = &facts.first;
        let mut errors = items.into_iter().map(|item| {
            let item = Values::new(self, root.format, item);
            let find: FindScalar<'_, 'b> =
                &|pointer| item.scalar(pointer).or_else(|| root.scalar(pointer));
            let mut fault = self.read_fault(find, in_headers, false);
            fault.params = self.params(find);
            fault
        });
        match errors.next() {
            Some(first) => {
                facts.more = errors.collect();
                facts.first = first;
                facts.has_list = true;
            }
            None => {
                facts.first = self.read_fault(&|pointer| root.scalar(pointer), in_headers, true);
            }
        }
        Some(root)
    }

    /// Adds the parameters in the body of a response to its error, unless they were read from a
    /// list of errors.
    #[cfg(feature = "http")]
    pub(crate) fn read_root_params(&self, root: &Values<'_>, facts: &mut Facts<'_>) {
        if !facts.has_list {
            facts.first.params = self.params(&|pointer| root.scalar(pointer));
        }
    }

    fn params(&self, find: FindScalar<'_, '_>) -> Params {
        let names = pairs(self.texts(TableTexts::BodyParams)).map(|(name, _)| name);
        let places = names.zip(self.pointers(TableTexts::BodyParams));
        first_of_each(places, |pointer| find(pointer).map(Scalar::into_text))
    }

    /// Reads one error. `headers_first` says whether the headers take precedence over the body.
    fn read_fault<'b>(
        &self,
        find: FindScalar<'_, 'b>,
        in_headers: &Fault<'b>,
        headers_first: bool,
    ) -> Fault<'b> {
        let first = |list| {
            self.pointers(list)
                .find_map(|pointer| find(pointer)?.into_code())
        };
        let detail = either(in_headers.detail.as_ref(), headers_first, || {
            first(TableTexts::DetailPointers)
        });
        let message = either(in_headers.message.as_ref(), headers_first, || {
            first(TableTexts::MessagePointers).map(ReadCode::into_text)
        });
        let codes = self
            .pointers(TableTexts::CodePointers)
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
