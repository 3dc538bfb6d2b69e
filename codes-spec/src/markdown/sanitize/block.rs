//! Blocks that have blocks in them, and code.

use super::Writer;
use crate::markdown::plain::Gap;
use crate::markdown::rustdoc::code_block;

pub(super) struct List {
    /// The next item's number; none with bullets.
    pub(super) number: Option<u64>,
    /// The bullet, or what stands behind numbers.
    pub(super) mark: char,
}

impl Writer<'_> {
    /// Begins a block that has blocks in it.
    pub(super) fn open(&mut self, mark: &str, margin: &str) {
        self.put(mark);
        self.margins.push(margin.to_owned());
        self.start = true;
    }

    /// Ends it, even if nothing stands in it.
    pub(super) fn close(&mut self) {
        self.margins.pop();
        self.start = false;
        self.part(Gap::Block);
    }

    /// Begins a list with another mark than the one before it, which would run on, and than the one around it: bullets in
    /// a row and nothing else are a rule.
    pub(super) fn list(&mut self, number: Option<u64>) {
        self.part(Gap::Block);
        let around = self
            .lists
            .last()
            .filter(|list| list.number.is_none())
            .map(|list| list.mark);
        let mark = match (number, self.last_list.or(around)) {
            (None, Some('-')) => '+',
            (None, _) => '-',
            (Some(_), Some('.')) => ')',
            (Some(_), _) => '.',
        };
        self.lists.push(List { number, mark });
    }

    pub(super) fn item(&mut self) {
        let mark = match self.lists.last_mut() {
            Some(List {
                number: Some(number),
                mark,
            }) => {
                let item = format!("{number}{mark} ");
                // more digits are no number of an item
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
        for (i, line) in code_block(&code).split('\n').enumerate() {
            if i > 0 {
                self.line();
            }
            self.put(line);
        }
        self.part(Gap::Block);
    }
}
