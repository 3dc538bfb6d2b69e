//! Converts the table of a spec to a table of the runtime, so that the command classifies replies
//! as generated enums do.

use codes_runtime::__private::v1::Parts;
use codes_spec::{Table, encode};

/// Returns a table that is never freed, like the static tables that the macros generate.
pub(crate) fn leak(table: &Table<'_>) -> &'static codes_runtime::Table {
    let encoded = encode(table);
    let parts = Parts {
        text: encoded.text.leak(),
        rows: encoded.rows.leak(),
        details: encoded.details.leak(),
        first_status: encoded.first_status,
        statuses: encoded.statuses.leak(),
        codes: encoded.codes.leak(),
        code_seeds: encoded.code_seeds.leak(),
        names: encoded.names.leak(),
        name_seeds: encoded.name_seeds.leak(),
        list_ends: encoded.list_ends.leak(),
        lists: encoded.lists.leak(),
        flags: encoded.flags.to_byte(),
    };
    Box::leak(Box::new(parts.table()))
}
