//! Tables and definition lists, which are tables with two columns.

use std::ops::Range;

use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::readers::markdown::reader::MarkdownReader;

impl MarkdownReader<'_> {
    pub(super) fn start_table(&mut self) {
        // a table inside a definition ends the list
        if self.in_definition {
            self.end_definition();
            self.end_table();
        }
        self.end_lines();
        self.table = PageTable::default();
    }

    pub(super) fn end_cell(&mut self) {
        let mut cell = self.one_text();
        cell.source = cell.source.replace("\\|", "|");
        match self.table.rows.last_mut() {
            Some(row) => row.push(cell),
            None => self.table.head.push(cell),
        }
    }

    /// Adds the cells that the row has beyond the columns of its table, which Markdown leaves out.
    pub(super) fn end_row(&mut self, range: Range<usize>) {
        let columns = self.table.head.len();
        let line = self.text[range].trim();
        let line = line.strip_prefix('|').unwrap_or(line);
        // `<!-- a comment -->`, `{: .class}`
        let is_remark =
            |cell: &str| cell.starts_with("<!--") || cell.starts_with('{') || cell == "\\";
        let beyond = unescaped_parts(line).skip(columns).map(str::trim);
        let beyond = beyond.map(|cell| if is_remark(cell) { "" } else { cell });
        if let Some(row) = self.table.rows.last_mut() {
            row.resize(columns, Text::default());
            row.extend(beyond.map(Text::markdown));
            while row.len() > columns && row.last().is_some_and(Text::is_empty) {
                row.pop();
            }
        }
    }

    pub(super) fn end_term(&mut self) {
        let term = self.one_text();
        self.table.rows.push(vec![term]);
    }

    pub(super) fn end_definition(&mut self) {
        self.in_definition = false;
        let text = self.one_text();
        if let Some(row) = self.table.rows.last_mut() {
            row.resize(2, Text::default());
            row[1].push(&text, "\n\n");
        }
    }

    pub(super) fn end_table(&mut self) {
        let table = std::mem::take(&mut self.table);
        if !table.rows.is_empty() || !table.head.is_empty() {
            self.page.blocks.push(Block::Table(table));
        }
    }
}

/// Splits a line at each `|` that is not escaped.
fn unescaped_parts(line: &str) -> impl Iterator<Item = &str> {
    let mut is_escaped = false;
    line.split(move |c| {
        let is_end = c == '|' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    })
}
