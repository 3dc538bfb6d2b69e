//! Page → draft: where the rows are, and where every other text of the page belongs.
//!
//! `collector` walks over the blocks of the page. Its parts for headings are in
//! `headings`, for lines in `prose`, for items and labels in `labels`.

pub(crate) mod collector;
mod headings;
mod labels;
mod layout;
mod prose;
mod records;
mod row_labels;
mod section;
