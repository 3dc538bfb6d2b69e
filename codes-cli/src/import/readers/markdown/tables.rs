//! Tables and definition lists, which are tables with two columns.

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
