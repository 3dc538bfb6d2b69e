//! Text copied from a browser → page.

use std::collections::{HashMap, HashSet};

use crate::import::model::page::{Block, Page, PageTable};
use crate::import::model::text::Text;
use crate::import::readers::fixed_width;

pub(crate) fn read(text: &str) -> Page {
    let mut page = Page::default();
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_end_matches('\r'))
        // some converters leave a lone `|` as the border of a cell
        .filter(|line| line.trim() != "|")
        .collect();
    let widths = widths(&lines);
    for run in lines.split(|line| line.trim().is_empty()) {
        let mut rest = run;
        while !rest.is_empty() {
            let (block, end) = first_block(rest, &widths);
            page.blocks.push(block);
            rest = &rest[end..];
        }
    }
    page
}

/// Reads the first block of `lines`, which has no blank lines, and returns how many lines it takes.
fn first_block(lines: &[&str], widths: &HashSet<(usize, usize)>) -> (Block, usize) {
    if let Some((table, end)) = fixed_width::ruled(lines) {
        return (Block::Table(table), end);
    }
    let rows = table_lines(lines, widths);
    if rows > 0 {
        let split = |line: &&str| {
            fixed_width::split(line)
                .into_iter()
                .map(Text::plain)
                .collect()
        };
        let rows_of = lines[..rows].iter().map(split).collect();
        let table = PageTable {
            head: Vec::new(),
            rows: rows_of,
        };
        return (Block::Table(table), rows);
    }
    let more = lines[1..].iter().enumerate();
    let end = more
        .take_while(|(at, line)| {
            !line.trim().contains('\t') && table_lines(&lines[at + 1..], widths) == 0
        })
        .count()
        + 1;
    let lines = lines[..end].iter().map(|line| without_bullet(line));
    (Block::Lines(lines.collect()), end)
}

/// The number of lines at the start that are rows of a table: lines with tabs, or lines with the same number of cells
/// between spaces.
fn table_lines(lines: &[&str], widths: &HashSet<(usize, usize)>) -> usize {
    let has_tab = |line: &&&str| line.trim().contains('\t');
    let tabs = lines.iter().take_while(has_tab).count();
    if tabs > 1 || tabs == 1 && lines.len() == 1 {
        return tabs;
    }
    let width = |line: &&str| fixed_width::split(line).len();
    let first = lines.first().map_or(0, width);
    let alike = |line: &&&str| width(line) == first && !line.contains('\t');
    let count = lines.iter().take(2).take_while(alike).count();
    let is_alone = count == 1 && shape(lines[0]).is_some_and(|shape| widths.contains(&shape));
    if first < 2 || count < 2 && !is_alone || tabs > 0 {
        return 0;
    }
    lines.iter().take_while(alike).count()
}

/// The line shapes that occur more than twice on a page. A line of such a shape is a table even if it stands alone.
fn widths(lines: &[&str]) -> HashSet<(usize, usize)> {
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for shape in lines.iter().filter_map(|line| shape(line)) {
        *counts.entry(shape).or_default() += 1;
    }
    let often = counts.into_iter().filter(|(_, count)| *count > 2);
    often.map(|(shape, _)| shape).collect()
}

/// The number of cells between spaces, and the length of the first cell. `None` if the first cell is not a single word.
fn shape(line: &str) -> Option<(usize, usize)> {
    let cells = fixed_width::split(line);
    let first = cells.first().filter(|first| !first.contains(' '))?;
    (cells.len() > 1 && !line.contains('\t')).then_some((cells.len(), first.len()))
}

/// Removes the bullet of a list item.
fn without_bullet(line: &str) -> Text {
    let line = line.trim();
    let item = ["• ", "* ", "- ", "– ", "· "]
        .into_iter()
        .find_map(|mark| line.strip_prefix(mark));
    let item = item.map(without_borders);
    Text::plain(item.unwrap_or(line))
}

/// Removes the borders of a cell: `| Not found |`
fn without_borders(text: &str) -> &str {
    let inner = text.strip_prefix("| ").unwrap_or(text);
    inner.strip_suffix(" |").unwrap_or(text)
}
