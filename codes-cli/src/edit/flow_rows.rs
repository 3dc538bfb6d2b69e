//! Adds and removes rows of a list in brackets.

use std::ops::Range;

use super::outline::Node;
use super::place::{column, indented, line_end};
use super::splice::Order;
use super::{Editor, flow};
use crate::messages::edit::Refusal;

impl Editor<'_> {
    pub(super) fn codes_in_brackets(&self) -> bool {
        self.codes().is_some_and(|codes| codes.in_flow)
    }

    /// Adds a row, on a line of its own if the row before it starts a line.
    pub(super) fn add_in_brackets(&mut self, after: usize, yaml: &str) -> Result<(), Refusal> {
        let row = flow::of_lines(yaml).ok_or(Refusal::Structure)?;
        let before = self.row(after).ok_or(Refusal::Structure)?;
        let end = before.range.end;
        let column = column(self.text, before.range.start);
        let line = |text: &str| indented(text, column, self.newline);
        let rest = &self.text[end..line_end(self.text, end)];
        let comma = rest.trim_start().strip_prefix(',').map(str::trim_start);
        let (at, text) = match comma {
            _ if !self.starts_line(before) => (end, format!(", {row}")),
            // a comment after the comma belongs to the row before it
            Some(comment) if comment.is_empty() || comment.starts_with('#') => {
                (end + rest.len(), line(&format!("{row},")))
            }
            None if rest.trim_start().starts_with('#') => {
                (end + rest.len(), line(&format!(", {row}")))
            }
            _ => (end, format!(",{}", line(&row))),
        };
        self.splices.add(at..at, Order::Row, text);
        Ok(())
    }

    /// Removes a row and its comma, or its whole lines if they contain nothing else but a comment.
    pub(super) fn remove_in_brackets(&mut self, row: usize) -> Result<(), Refusal> {
        let node = self.row(row).ok_or(Refusal::Structure)?;
        let range = self
            .own_lines(node)
            .unwrap_or_else(|| self.with_comma(row, node));
        self.splices.add(range, Order::Row, String::new());
        Ok(())
    }

    /// Returns the range of a row and the comma after it or, if there is none, the comma before it.
    fn with_comma(&self, row: usize, node: &Node) -> Range<usize> {
        let rest = &self.text[node.range.end..];
        let gap = rest.len() - rest.trim_start().len();
        if let Some(after) = rest.trim_start().strip_prefix(',') {
            let blanks = after.len() - after.trim_start_matches(' ').len();
            return node.range.start..node.range.end + gap + 1 + blanks;
        }
        let before = row.checked_sub(1).and_then(|before| self.row(before));
        before.map_or(node.range.start, |before| before.range.end)..node.range.end
    }

    fn starts_line(&self, node: &Node) -> bool {
        let before = &self.text[..node.range.start];
        before.trim_end_matches(' ').ends_with('\n')
    }

    /// Returns the lines of a row if they contain only the row, its comma and a comment.
    fn own_lines(&self, node: &Node) -> Option<Range<usize>> {
        let end = line_end(self.text, node.range.end);
        let rest = self.text[node.range.end..end].trim_start();
        let rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        let is_alone = self.starts_line(node) && (rest.is_empty() || rest.starts_with('#'));
        let start = self.text[..node.range.start].rfind('\n')? + 1;
        let next = self.text[end..].find('\n')?;
        is_alone.then_some(start..end + next + 1)
    }
}
