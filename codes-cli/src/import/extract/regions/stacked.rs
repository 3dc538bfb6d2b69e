//! Tables whose cells are lines of their own, as some browsers copy them.

use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::columns;
use crate::import::roles::status;
use crate::import::roles::vocabulary;

/// Reads tables that start with two or more lines of column headings. The lines after the headings are the cells.
pub(super) fn read(blocks: Vec<Block>) -> Vec<Block> {
    let mut read = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let Block::Lines(mut lines) = block else {
            read.push(block);
            continue;
        };
        let Some(start) = head_start(&lines) else {
            read.push(Block::Lines(lines));
            continue;
        };
        // the cells may be paragraphs of their own
        let mut ends = vec![lines.len()];
        while let Some(Block::Lines(below)) =
            blocks.next_if(|block| matches!(block, Block::Lines(_)))
        {
            lines.extend(below);
            ends.push(lines.len());
        }
        read_lines(lines, start, &ends, &mut read);
    }
    read
}

/// Reads the tables in the lines of paragraphs. The first table starts at `start`. `ends` has the ends of the
/// paragraphs.
fn read_lines(lines: Vec<Text>, start: usize, ends: &[usize], read: &mut Vec<Block>) {
    let mut tables = Vec::new();
    let mut next = Some(start);
    while let Some(start) = next {
        let after_head = start + heading_lines(&lines[start..]);
        // the title of the page, above the table, may look like a column heading
        let found = (start..after_head - 1).find_map(|start| {
            let head = &lines[start..after_head];
            Some((start, table_of(head, &lines[after_head..])?))
        });
        let end = match found {
            Some((start, (table, cells))) => {
                let end = after_head + cells;
                tables.push((start, end, table));
                end
            }
            None => after_head,
        };
        next = head_start(&lines[end..]).map(|at| end + at);
    }
    let mut tables = tables.into_iter().peekable();
    let mut paragraph = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        if tables.peek().is_some_and(|(_, end, _)| *end <= at) {
            tables.next();
        }
        match tables.peek_mut() {
            Some((start, _, table)) if *start <= at => {
                if *start == at {
                    end_paragraph(&mut paragraph, read);
                    read.push(Block::Table(std::mem::take(table)));
                }
            }
            _ => paragraph.push(line),
        }
        if ends.binary_search(&(at + 1)).is_ok() {
            end_paragraph(&mut paragraph, read);
        }
    }
    end_paragraph(&mut paragraph, read);
}

fn end_paragraph(paragraph: &mut Vec<Text>, read: &mut Vec<Block>) {
    if !paragraph.is_empty() {
        read.push(Block::Lines(std::mem::take(paragraph)));
    }
}

/// Returns the position of the first of two consecutive lines that are column headings.
fn head_start(lines: &[Text]) -> Option<usize> {
    let is_heading = |line: &Text| vocabulary::is_heading(&line.plain);
    lines
        .windows(2)
        .position(|pair| pair.iter().all(is_heading))
}

/// The number of lines at the start that are headings of columns.
fn heading_lines(lines: &[Text]) -> usize {
    let is_heading = |line: &&Text| vocabulary::is_heading(&line.plain);
    lines.iter().take_while(is_heading).count()
}

/// Returns the table and the number of its cells. The table ends before the first row that does not start with a key.
fn table_of(head: &[Text], cells: &[Text]) -> Option<(PageTable, usize)> {
    let is_row =
        |row: &&[Text]| row.len() == head.len() && status::is_token(&without_border(&row[0]).plain);
    let rows: Vec<_> = cells.chunks(head.len()).take_while(is_row).collect();
    if rows.len() < 2 {
        return None;
    }
    let bare: Vec<Vec<Text>> = rows
        .iter()
        .map(|row| row.iter().map(without_border).collect())
        .collect();
    let slices: Vec<&[Text]> = bare.iter().map(Vec::as_slice).collect();
    columns::read(head, &slices, true, &[])?;
    let cells = rows.len() * head.len();
    let table = PageTable {
        head: head.iter().map(without_border).collect(),
        rows: bare,
    };
    Some((table, cells))
}

/// Returns a cell without the border that a converter left in it: `404 |`
fn without_border(cell: &Text) -> Text {
    match cell.plain.strip_suffix(" |") {
        Some(inner) => Text::plain(inner.trim_start_matches("| ")),
        None => cell.clone(),
    }
}
