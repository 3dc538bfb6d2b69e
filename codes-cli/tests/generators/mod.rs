//! Tables at random: every key of the format, with texts of all that means something on a page.

mod head;
mod row;
mod spec;
mod texts;

pub(crate) use head::head;
pub(crate) use row::row;
pub(crate) use spec::spec;
pub(crate) use texts::line;
