//! Types shared by readers, extraction and writer: pages, and drafts of specs.

pub(crate) mod draft;
mod duplicates;
mod groups;
pub(crate) mod markup;
pub(crate) mod page;
pub(crate) mod row;
pub(crate) mod text;
