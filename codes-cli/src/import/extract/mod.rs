//! Page → draft: finds the rows, and assigns every other text of the page to a key.
//!
//! `collector` walks over the blocks of the page. Headings are handled in `headings`, paragraphs in `prose`,
//! list items and labels in `labels`.

mod assignments;
mod chosen;
mod code_headings;
mod code_listings;
pub(crate) mod collector;
mod finish;
mod group_columns;
mod heading_ends;
mod headings;
mod labelled_lines;
mod labels;
mod layout;
mod named_numbers;
mod prose;
mod protocol;
mod records;
mod regions;
mod repeated;
mod row_labels;
mod row_titles;
mod samples;
mod section;
mod split;
mod table_shapes;
mod titles;
