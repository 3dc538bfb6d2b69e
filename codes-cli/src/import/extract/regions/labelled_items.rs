//! Lists whose items have the same labels: `Code: E12 Message: Not found`.

use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::columns;
use crate::import::roles::vocabulary;

/// Reads runs of two or more items with the same labels as tables, with the labels as headings.
pub(super) fn read(blocks: Vec<Block>) -> Vec<Block> {
    let mut read = Vec::with_capacity(blocks.len());
    let mut run: Vec<(Block, Vec<(String, Text)>)> = Vec::new();
    for block in blocks {
        let cells = match &block {
            Block::Item(_, text) => cells(text),
            _ => Vec::new(),
        };
        let is_alike = run
            .last()
            .is_none_or(|(_, above)| has_labels(&cells, above));
        if cells.len() < 2 || !is_alike {
            end_run(&mut run, &mut read);
        }
        if cells.len() < 2 {
            read.push(block);
        } else {
            run.push((block, cells));
        }
    }
    end_run(&mut run, &mut read);
    read
}

fn has_labels(cells: &[(String, Text)], others: &[(String, Text)]) -> bool {
    cells
        .iter()
        .map(|(label, _)| label)
        .eq(others.iter().map(|(label, _)| label))
}

fn end_run(run: &mut Vec<(Block, Vec<(String, Text)>)>, read: &mut Vec<Block>) {
    let (blocks, cells): (Vec<_>, Vec<_>) = run.drain(..).unzip();
    let Some(first) = cells.first().filter(|_| cells.len() > 1) else {
        return read.extend(blocks);
    };
    let head: Vec<_> = first.iter().map(|(label, _)| Text::plain(label)).collect();
    let text = |(_, text)| text;
    let rows: Vec<Vec<Text>> = cells
        .into_iter()
        .map(|row| row.into_iter().map(text).collect())
        .collect();
    let slices: Vec<&[Text]> = rows.iter().map(Vec::as_slice).collect();
    match columns::read(&head, &slices, true, &[]) {
        Some(_) => read.push(Block::Table(PageTable { head, rows })),
        None => read.extend(blocks),
    }
}

/// Splits a text before each label: a word with a colon that is a known column heading. The text must start with a
/// label.
fn cells(text: &Text) -> Vec<(String, Text)> {
    const MOST: usize = 12;
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    for word in text.plain.split_inclusive(char::is_whitespace) {
        let end = at + word.len();
        let label = word.trim().strip_suffix(':');
        if label.is_some_and(vocabulary::is_heading) && starts.len() < MOST {
            starts.push((at, end));
        }
        if starts.is_empty() {
            return Vec::new();
        }
        at = end;
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|(start, _)| *start)
        .chain([text.plain.len()]);
    let cell = |((start, end), next): (&(usize, usize), usize)| {
        let label = text.plain[*start..*end].trim().trim_end_matches(':');
        (label.to_owned(), Text::plain(&text.plain[*end..next]))
    };
    starts.iter().zip(ends).map(cell).collect()
}
