//! Reads the facts of a response from the places in its headers and body that the spec names.

#[cfg(any(feature = "json", feature = "xml"))]
mod document;
#[cfg(feature = "http")]
mod headers;
mod reader;
mod values;

use crate::found::Find;
pub(crate) use crate::read::reader::Reader;
use crate::table::Table;

impl Reader {
    /// Returns a reader for the responses of a table.
    pub(crate) const fn new(table: &'static Table, find: Find) -> Self {
        #[cfg_attr(not(feature = "http"), expect(unused_mut, reason = "for headers"))]
        let mut reader = Reader::without_headers(table, find);
        #[cfg(feature = "http")]
        if table.flags().reads_headers() {
            reader.headers = Some(headers::STEPS);
        }
        reader
    }
}
