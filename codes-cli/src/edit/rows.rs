//! Adds and removes rows.

use std::ops::Range;

use super::Editor;
use super::place::{column, indented, line_end};
use super::splice::Order;
use crate::messages::edit::Refusal;

impl Editor<'_> {
    /// Adds a row after another one, or at the end. `yaml` has no indentation, and its keys are on separate lines.
    pub(crate) fn add_row(&mut self, after: Option<usize>, yaml: &str) -> Result<(), Refusal> {
        let rows = self.codes().map_or(0, |codes| codes.items().len());
        let after = after.unwrap_or(rows.saturating_sub(1));
        if self.codes_in_brackets() {
            return self.add_in_brackets(after, yaml);
        }
        let dash = self.dash_column()?;
        let at = self.row_end(after, dash)?;
        let mut lines = String::new();
        for (number, line) in yaml.lines().enumerate() {
            lines += &match (number, line) {
                (0, line) => format!("- {line}\n"),
                (_, "") => "\n".to_owned(),
                (_, line) => format!("  {line}\n"),
            };
        }
        let gap = if self.has_gap(after, dash) {
            self.newline
        } else {
            ""
        };
        let text = format!("{gap}{}", indented(&lines, dash, self.newline));
        self.splices.add(at..at, Order::Row, text);
        Ok(())
    }

    /// Removes a row with the comments in it.
    pub(crate) fn remove_row(&mut self, row: usize) -> Result<(), Refusal> {
        if self.codes_in_brackets() {
            return self.remove_in_brackets(row);
        }
        let dash = self.dash_column()?;
        let start = self.row_start(row, dash)?;
        let node = self.row(row).ok_or(Refusal::Structure)?;
        let end = line_end(self.text, node.range.end);
        let mut range = with_line_break(self.text, start, end);
        // if the row is between two blank lines, remove one of them too
        let before = self.text[..range.start].trim_end_matches(['\r', '\n', ' ']);
        let is_blank = self.text[before.len()..range.start].matches('\n').count() > 1;
        let rest = &self.text[range.end..];
        let first = rest.split_inclusive('\n').next().unwrap_or_default();
        if is_blank && !first.is_empty() && first.trim().is_empty() {
            range.end += first.len();
        }
        self.splices.add(range, Order::Row, String::new());
        Ok(())
    }

    /// Returns the column of the dashes of rows.
    fn dash_column(&self) -> Result<usize, Refusal> {
        let codes = self.codes().ok_or(Refusal::Structure)?;
        let is_dash = self.text[codes.range.start..].starts_with('-');
        is_dash
            .then(|| column(self.text, codes.range.start))
            .ok_or(Refusal::Structure)
    }

    /// Returns the start of the line with a row's dash.
    fn row_start(&self, row: usize, dash: usize) -> Result<usize, Refusal> {
        let node = self.row(row).ok_or(Refusal::Structure)?;
        let mut end = node.range.start;
        loop {
            let start = self.text[..end].rfind('\n').map_or(0, |at| at + 1);
            let line = &self.text[start..];
            if line.get(dash..).is_some_and(|rest| rest.starts_with('-'))
                && line[..dash].trim().is_empty()
            {
                return Ok(start);
            }
            end = start.checked_sub(1).ok_or(Refusal::Structure)?;
        }
    }

    /// Returns the end of a row's last line. Comments after the row that are indented more than its dash belong to it.
    fn row_end(&self, row: usize, dash: usize) -> Result<usize, Refusal> {
        let node = self.row(row).ok_or(Refusal::Structure)?;
        let mut end = line_end(self.text, node.range.end);
        let mut at = end;
        for line in self.text[end..].split_inclusive('\n').skip(1) {
            at = self.text[at..].find('\n').map_or(at, |next| at + next + 1);
            let indent = line.len() - line.trim_start().len();
            if !line.trim_start().starts_with('#') || indent <= dash {
                break;
            }
            end = line_end(self.text, at);
        }
        Ok(end)
    }

    /// Returns whether a blank line separates this row from the next one or, if it is the last, from the previous
    /// one. A single row counts as separated.
    fn has_gap(&self, row: usize, dash: usize) -> bool {
        let between = |first: usize| {
            let end = self.row_end(first, dash).ok()?;
            let start = self.row_start(first + 1, dash).ok()?;
            let gap = self.text.get(end..start)?;
            Some(gap.lines().skip(1).any(|line| line.trim().is_empty()))
        };
        between(row)
            .or_else(|| row.checked_sub(1).and_then(between))
            .unwrap_or(true)
    }
}

/// Extends whole lines by the line break after them or, at the end of the text, by the one before them.
fn with_line_break(text: &str, start: usize, end: usize) -> Range<usize> {
    if let Some(at) = text[end..].find('\n') {
        return start..end + at + 1;
    }
    let before = text[..start].strip_suffix('\n').map_or(start, str::len);
    before..text.len()
}
