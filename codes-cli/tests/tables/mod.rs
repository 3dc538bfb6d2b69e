//! Tables that live as long as the program, as those do that macros write.

use codes_runtime::__private::Parts;
use codes_runtime::{Group, Table};
use codes_spec::Encoded;

/// A table as the runtime sees it.
pub(crate) fn read(encoded: Encoded, groups: &'static [Group]) -> &'static Table {
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
        groups,
        codes_are: encoded.codes_are,
    };
    Box::leak(Box::new(parts.table()))
}

/// Both views of a spec without mistakes.
pub(crate) fn load(spec: String) -> (&'static codes_spec::Table<'static>, &'static Table) {
    let spec: &'static str = spec.leak();
    let loaded = Box::leak(Box::new(codes_spec::load("spec.yaml", spec.as_bytes())));
    assert_eq!(loaded.report.errors(), 0, "{}\n{spec}", loaded.report);
    (&loaded.table, read(codes_spec::encode(&loaded.table), &[]))
}
