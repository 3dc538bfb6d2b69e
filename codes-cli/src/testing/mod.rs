//! For the tests and fuzz targets of this workspace: tables that live as long as the program, and a
//! reference implementation of classification to compare the runtime with.

pub mod random;
pub mod reference;

use crate::runtime_table;

/// The table of a spec without errors, as `codes-spec` and as the runtime see it.
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
