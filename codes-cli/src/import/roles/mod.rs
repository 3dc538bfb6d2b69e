//! What texts of a page mean: by their headings and labels, and by the looks of their values.

pub(crate) mod columns;
pub(crate) mod glued;
pub(crate) mod role;
pub(crate) mod status;
pub(crate) mod table_facts;
pub(crate) mod vocabulary;
mod wordings;
