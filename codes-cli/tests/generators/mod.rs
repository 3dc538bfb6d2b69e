//! Random specs with every key of the format, and texts that contain YAML and Markdown syntax.

mod head;
mod row;
mod spec;
mod texts;

pub(crate) use head::head;
pub(crate) use row::row;
pub(crate) use spec::spec;
pub(crate) use texts::line;
