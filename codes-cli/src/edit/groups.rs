//! Adds groups to a spec that already has some.

use super::place::{column, indented, line_end};
use super::splice::Order;
use super::{Editor, flow};
use crate::messages::edit::Refusal;

impl Editor<'_> {
    /// Adds a group, given as YAML without indentation, at the end of `groups`.
    pub(crate) fn add_group(&mut self, yaml: &str) -> Result<(), Refusal> {
        let (_, groups) = self.root.entry("groups").ok_or(Refusal::Structure)?;
        let (key, value) = groups.entries().last().ok_or(Refusal::Structure)?;
        let end = value.range.end.max(key.range.end);
        let (at, text) = if groups.in_flow {
            let map = flow::of_lines(yaml).ok_or(Refusal::Structure)?;
            let entry = map.trim_start_matches('{').strip_suffix('}');
            (end, format!(", {}", entry.ok_or(Refusal::Structure)?))
        } else {
            let column = column(self.text, groups.range.start);
            (
                line_end(self.text, end),
                indented(yaml, column, self.newline),
            )
        };
        self.splices.add(at..at, Order::Row, text);
        Ok(())
    }
}
