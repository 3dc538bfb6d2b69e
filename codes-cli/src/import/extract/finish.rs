//! Finishes the draft at the end of a page: keeps what belongs to no row, and resolves groups.

use crate::import::extract::collector::Collector;
use crate::import::extract::section::name_groups;
use crate::import::extract::titles;
use crate::import::model::draft::Draft;
use crate::import::model::page::PageTable;
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::messages::drafts::Skipped;

impl Collector {
    pub(super) fn skip_table(&mut self, table: &PageTable) {
        let line = |cells: &Vec<Text>| {
            cells
                .iter()
                .map(|cell| cell.plain.as_str())
                .collect::<Vec<_>>()
                .join(" | ")
        };
        let lines: Vec<_> = [&table.head]
            .into_iter()
            .chain(&table.rows)
            .map(line)
            .collect();
        self.skipped.push(Skipped::TableWithoutKeys(lines));
    }

    pub(super) fn finish(mut self) -> Draft {
        let skipped = std::mem::take(&mut self.skipped);
        self.draft.below.extend(skipped);
        self.draft.doubts.append(&mut self.doubts);
        if let Some(first) = self.draft.rows.first_mut() {
            self.draft.above.append(&mut first.skipped);
        }
        self.draft.rows.iter_mut().for_each(DraftRow::apply_heading);
        titles::below_headings(&mut self.draft.rows);
        self.draft.quote_details();
        self.draft.place_samples(std::mem::take(&mut self.samples));
        // drop groups that were created for a row, but lost it when the row itself became a group
        let dropped = self.draft.drop_groups(|_, group| group.id.is_empty());
        self.draft.note_groups(dropped);
        name_groups(&mut self.draft.groups);
        self.draft.resolve_groups();
        self.draft
    }
}
