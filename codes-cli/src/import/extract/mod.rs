//! Page → draft: finds the rows, and assigns every other text of the page to a key.
//!
//! `collector` walks over the blocks of the page. Headings are handled in `headings`, paragraphs in `prose`,
//! list items and labels in `labels`.

mod chosen;
pub(crate) mod collector;
mod headings;
mod labels;
mod layout;
mod prose;
mod records;
mod regions;
mod repeated;
mod row_labels;
mod samples;
mod section;
mod split;
mod titles;
