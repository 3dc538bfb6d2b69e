//! Tables of HTML in Markdown, whose cells may be Markdown.

use crate::import::model::page::Block;
use crate::import::model::text::Text;

/// Reads the cells of an HTML table that are Markdown: text between two `*`, or in backticks.
pub(super) fn read(block: &mut Block) {
    let Block::Table(table) = block else {
        return;
    };
    for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
        // `_` does not count, since `_id_` may be a code; a `*` at one end only may refer to a footnote
        let is_marked = ['*', '`'].into_iter().any(|mark| {
            let inside = cell.plain.strip_prefix(mark);
            let inside = inside.and_then(|rest| rest.strip_suffix(mark));
            inside.is_some_and(|text| text.contains(char::is_alphanumeric))
        });
        if is_marked && !cell.plain.contains('<') {
            *cell = Text::markdown(&cell.plain);
        }
    }
}
