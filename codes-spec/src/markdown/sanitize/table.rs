//! Writes tables.

use std::mem;

use pulldown_cmark::Alignment;

use crate::markdown::sanitize::writer::MarkdownWriter;

impl MarkdownWriter<'_> {
    pub(super) fn cell(&mut self) {
        self.put("| ");
        if let Some(table) = &mut self.table {
            table.cell = self.out.len();
        }
    }

    pub(super) fn end_cell(&mut self) {
        let empty = self
            .table
            .as_ref()
            .is_some_and(|table| table.cell == self.out.len() && table.row_end > 0);
        self.put(" ");
        if let Some(table) = self.table.as_mut().filter(|_| !empty) {
            table.row_end = self.out.len();
        }
    }

    pub(super) fn end_row(&mut self) {
        if let Some(table) = &mut self.table {
            self.out.truncate(mem::take(&mut table.row_end));
        }
        self.put("|");
    }

    pub(super) fn table_rule(&mut self) {
        let rule = |alignment: &Alignment| match alignment {
            Alignment::None => "|---",
            Alignment::Left => "|:--",
            Alignment::Center => "|:-:",
            Alignment::Right => "|--:",
        };
        let Some(table) = &mut self.table else { return };
        table.row_end = 0;
        let rules: String = table.alignments.iter().map(rule).collect();
        self.put("|");
        self.line();
        self.put(&rules);
        self.put("|");
    }
}
