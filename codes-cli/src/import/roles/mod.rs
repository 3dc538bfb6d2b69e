//! Decides which spec key a text of a page belongs to, by its heading or label and by its form.

pub(crate) mod about;
pub(crate) mod choices;
pub(crate) mod columns;
pub(crate) mod error_names;
pub(crate) mod forms;
pub(crate) mod furniture;
pub(crate) mod glued;
pub(crate) mod head_lines;
pub(crate) mod mapping;
pub(crate) mod message;
mod ranges;
pub(crate) mod registry;
pub(crate) mod role;
pub(crate) mod split;
pub(crate) mod status;
pub(crate) mod table_facts;
pub(crate) mod values;
pub(crate) mod vocabulary;
mod wordings;
