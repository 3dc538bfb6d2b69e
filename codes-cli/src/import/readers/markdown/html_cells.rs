//! Tables of HTML in Markdown, whose cells may be Markdown.

use crate::import::model::page::Block;
use crate::import::model::text::Text;

/// Reads the cells of an HTML table that are Markdown: text between two marks.
pub(super) fn read(block: &mut Block) {
    let Block::Table(table) = block else {
        return;
    };
    for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
        let is_marked = ['*', '`', '_']
            .into_iter()
            .any(|mark| cell.plain.starts_with(mark) && cell.plain.ends_with(mark));
        if is_marked && !cell.plain.contains('<') {
            *cell = Text::markdown(&cell.plain);
        }
    }
}
