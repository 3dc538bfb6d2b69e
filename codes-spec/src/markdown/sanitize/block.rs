//! Writes code blocks, and blocks that contain other blocks.

use crate::markdown::code::code_block_in;
use crate::markdown::plain::Gap;
use crate::markdown::sanitize::writer::{MarkdownWriter, OpenList};

impl MarkdownWriter<'_> {
    /// Begins a block that contains blocks.
    pub(super) fn open(&mut self, mark: &str, margin: &str) {
        self.put(mark);
        self.margins.push(margin.to_owned());
        self.start = true;
    }

    /// Ends a block that contains blocks, even if it is empty.
    pub(super) fn close(&mut self) {
        self.margins.pop();
        self.start = false;
        self.part(Gap::Block);
    }

    /// Begins a list. Its mark differs from that of a list directly before it, which would otherwise
    /// continue, or else from that of the enclosing list, because a line of equal bullets is a
    /// horizontal rule.
    pub(super) fn list(&mut self, number: Option<u64>) {
        self.part(Gap::Block);
        let outer_mark = self
            .lists
            .last()
            .filter(|list| list.number.is_none())
            .map(|list| list.mark);
        let mark = match (number, self.last_list.or(outer_mark)) {
            (None, Some('-')) => '+',
            (None, _) => '-',
            (Some(_), Some('.')) => ')',
            (Some(_), _) => '.',
        };
        self.lists.push(OpenList { number, mark });
    }

    pub(super) fn item(&mut self) {
        let mark = match self.lists.last_mut() {
            Some(OpenList {
                number: Some(number),
                mark,
            }) => {
                let item = format!("{number}{mark} ");
                // an item's number has at most nine digits
                *number = (*number + 1).min(999_999_999);
                item
            }
            list => format!("{} ", list.map_or('-', |list| list.mark)),
        };
        self.open(&mark, &" ".repeat(mark.len()));
    }

    pub(super) fn code_block(&mut self) {
        let code = self.code.take().unwrap_or_default();
        self.part(Gap::Block);
        let block = code_block_in(&self.language, &code);
        for (i, line) in block.split('\n').enumerate() {
            if i > 0 {
                self.line();
            }
            self.put(line);
        }
        self.part(Gap::Block);
    }
}
