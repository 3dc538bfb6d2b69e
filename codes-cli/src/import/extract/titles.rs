//! Titles of rows whose headings are their codes.

use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::import::roles::role;

/// Uses the first paragraph below each heading that is a code as the title, if all these paragraphs are phrases with
/// texts after them.
pub(super) fn below_headings(rows: &mut [DraftRow]) {
    let below_heading = |row: &&mut DraftRow| row.region == 0 && row.code.is_some();
    let mut rows: Vec<_> = rows.iter_mut().filter(below_heading).collect();
    let has_title = |row: &&mut DraftRow| {
        let is_phrase = |text: &Text| role::is_phrase(&text.plain);
        row.title.is_none() && row.description.len() > 1 && is_phrase(&row.description[0])
    };
    if rows.len() > 1 && rows.iter().all(has_title) {
        for row in &mut rows {
            row.title = Some(row.description.remove(0));
        }
    }
}
