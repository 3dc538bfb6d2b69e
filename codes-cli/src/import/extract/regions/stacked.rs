//! Tables whose cells are lines of their own, as some browsers copy them.

use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::columns;
use crate::import::roles::status;
use crate::import::roles::vocabulary;

/// Reads tables where two or more lines are headings of columns, and the lines after them the cells.
pub(super) fn read(blocks: Vec<Block>) -> Vec<Block> {
    let mut read = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let head = match &block {
            Block::Lines(lines) => heading_lines(lines),
            _ => 0,
        };
        let Block::Lines(mut lines) = block else {
            read.push(block);
            continue;
        };
        if head < 2 {
            read.push(Block::Lines(lines));
            continue;
        }
        let mut below = Vec::new();
        while let Some(block) = blocks.next_if(|block| matches!(block, Block::Lines(_))) {
            below.push(block);
        }
        let mut cells = lines.split_off(head);
        cells.extend(below.iter().flat_map(lines_of).cloned());
        if let Some((table, end)) = table_of(&lines, &cells) {
            read.push(Block::Table(table));
            let rest = cells.split_off(end);
            read.extend((!rest.is_empty()).then_some(Block::Lines(rest)));
        } else {
            lines.extend(cells.drain(..cells.len() - below.iter().flat_map(lines_of).count()));
            read.push(Block::Lines(lines));
            read.append(&mut below);
        }
    }
    read
}

/// The number of lines at the start that are headings of columns.
fn heading_lines(lines: &[Text]) -> usize {
    let is_heading = |line: &&Text| vocabulary::is_heading(&line.plain);
    lines.iter().take_while(is_heading).count()
}

fn lines_of(block: &Block) -> &[Text] {
    match block {
        Block::Lines(lines) => lines,
        _ => &[],
    }
}

/// Returns the table and the number of its cells. It ends where a row does not start with a key as the others do.
fn table_of(head: &[Text], cells: &[Text]) -> Option<(PageTable, usize)> {
    let is_row = |row: &&[Text]| row.len() == head.len() && status::is_token(&row[0].plain);
    let rows: Vec<_> = cells.chunks(head.len()).take_while(is_row).collect();
    if rows.len() < 2 {
        return None;
    }
    columns::read(head, &rows, true, &[])?;
    let table = PageTable {
        head: head.to_vec(),
        rows: rows.iter().map(|row| row.to_vec()).collect(),
    };
    Some((table, rows.len() * head.len()))
}
