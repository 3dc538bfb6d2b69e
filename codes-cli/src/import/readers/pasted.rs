//! Text copied from a browser → page.

use crate::import::model::page::{Block, Page, PageTable};
use crate::import::model::text::Text;
use crate::import::readers::fixed_width;

pub(crate) fn read(text: &str) -> Page {
    let mut page = Page::default();
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_end_matches('\r'))
        .collect();
    for run in lines.split(|line| line.trim().is_empty()) {
        let mut rest = run;
        while !rest.is_empty() {
            let (block, end) = first_block(rest);
            page.blocks.push(block);
            rest = &rest[end..];
        }
    }
    page
}

/// Reads the first block of lines without a blank line, and returns the number of its lines.
fn first_block(lines: &[&str]) -> (Block, usize) {
    if let Some((table, end)) = fixed_width::ruled(lines) {
        return (Block::Table(table), end);
    }
    let rows = table_lines(lines);
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
        .take_while(|(at, line)| !line.trim().contains('\t') && table_lines(&lines[at + 1..]) == 0)
        .count()
        + 1;
    let lines = lines[..end].iter().map(|line| without_bullet(line));
    (Block::Lines(lines.collect()), end)
}

/// The number of lines at the start that are rows of a table: with tabs, or with spaces between as many cells.
fn table_lines(lines: &[&str]) -> usize {
    let has_tab = |line: &&&str| line.trim().contains('\t');
    let tabs = lines.iter().take_while(has_tab).count();
    if tabs > 1 || tabs == 1 && lines.len() == 1 {
        return tabs;
    }
    let width = |line: &&str| fixed_width::split(line).len();
    let first = lines.first().map_or(0, width);
    let alike = |line: &&&str| width(line) == first && !line.contains('\t');
    let count = lines.iter().take(2).take_while(alike).count();
    if first < 2 || count < 2 || tabs > 0 {
        return 0;
    }
    lines.iter().take_while(alike).count()
}

/// Removes the bullet of a list item.
fn without_bullet(line: &str) -> Text {
    let line = line.trim();
    let item = ["• ", "* ", "- ", "– ", "· "]
        .into_iter()
        .find_map(|mark| line.strip_prefix(mark));
    Text::plain(item.unwrap_or(line))
}
