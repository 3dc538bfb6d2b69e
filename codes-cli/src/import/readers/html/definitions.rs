//! Definition lists, which are tables with two columns.

use super::cells::Cells;
use crate::import::model::text::Text;

impl Cells {
    pub(super) fn add_term(&mut self, term: Text) {
        self.table.rows.push(vec![term]);
    }

    /// Adds a text to the definition of the last term. An item of a list inside the definition is kept as one.
    pub(super) fn add_definition(&mut self, mut text: Text, is_item: bool) {
        let Some(row) = self.table.rows.last_mut() else {
            return self.add_term(text);
        };
        if is_item {
            text = Text {
                plain: format!("- {}", text.plain),
                source: format!("- {}", text.source),
                marked: true,
                ..Text::default()
            };
        }
        row.resize(row.len().max(2), Text::default());
        // only the last line is searched, not all lines for each item
        let last = row[1].source.rsplit('\n').next().unwrap_or_default();
        let is_in_list = last.starts_with("- ");
        row[1].push(
            &text,
            match is_item {
                true if is_in_list => "\n",
                true => "\n\n",
                false => " ",
            },
        );
    }
}
