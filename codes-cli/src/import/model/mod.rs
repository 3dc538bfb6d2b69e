//! What readers, extraction and the writer of specs share: pages, and drafts of specs.

pub(crate) mod draft;
pub(crate) mod markup;
pub(crate) mod page;
pub(crate) mod row;
pub(crate) mod text;
