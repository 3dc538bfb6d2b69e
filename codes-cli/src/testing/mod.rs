//! Code shared by tests and fuzz targets: random tables, and a reference implementation of classification to compare
//! the runtime with.

pub mod random;
pub mod reference;
pub mod replies;

use crate::runtime_table;

/// Loads a spec that has no errors, as a table of `codes-spec` and as a table of the runtime. Neither is ever freed.
pub fn load(
    spec: String,
) -> (
    &'static codes_spec::Table<'static>,
    &'static codes_runtime::Table,
) {
    let spec: &'static str = spec.leak();
    let loaded = Box::leak(Box::new(codes_spec::load("spec.yaml", spec.as_bytes())));
    assert_eq!(loaded.report.errors(), 0, "{}\n{spec}", loaded.report);
    (&loaded.table, runtime_table::leak(&loaded.table))
}
