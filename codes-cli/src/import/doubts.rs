//! Doubts about the rows of a document.

use std::collections::HashMap;

use crate::import::model::draft::Draft;
use crate::messages::source_notes::SourceDoubt;

/// Returns a doubt about rows with the same statuses, code, detail and messages, if there are any.
pub(super) fn repeated(draft: &Draft) -> Option<SourceDoubt> {
    let mut counts: HashMap<_, usize> = HashMap::new();
    let mut codes = Vec::new();
    let mut rows = 0;
    for row in &draft.rows {
        let key = (&row.statuses, &row.code, &row.detail, &row.messages);
        let count = counts.entry(key).or_default();
        *count += 1;
        rows += usize::from(*count > 1);
        if *count == 2 {
            codes.push(row.code.clone().unwrap_or_else(|| row.statuses.join(", ")));
        }
    }
    (rows > 0).then_some(SourceDoubt::Repeated { codes, rows })
}
