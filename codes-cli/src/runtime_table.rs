//! A spec's table as the runtime sees it, so that the command answers with the code that users run.

use codes_runtime::__private::v1::Parts;
use codes_spec::{Table, encode};

/// The table is never freed: it is as permanent as the literals that macros emit.
pub(crate) fn leak(table: &Table<'_>) -> &'static codes_runtime::Table {
    let encoded = encode(table);
    let parts = Parts {
        text: encoded.text.leak(),
        rows: encoded.rows.leak(),
        details: encoded.details.leak(),
        first_status: encoded.first_status,
        statuses: encoded.statuses.leak(),
        codes: encoded.codes.leak(),
        names: encoded.names.leak(),
        list_ends: encoded.list_ends.leak(),
        lists: encoded.lists.leak(),
        codes_are: encoded.codes_are as u8,
    };
    Box::leak(Box::new(parts.table()))
}
