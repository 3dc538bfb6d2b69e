//! Tables that live as long as the program, as those do that macros write.

use codes_runtime::Table;

#[path = "../../src/runtime.rs"]
mod runtime;

/// Both views of a spec without mistakes.
pub(crate) fn load(spec: String) -> (&'static codes_spec::Table<'static>, &'static Table) {
    let spec: &'static str = spec.leak();
    let loaded = Box::leak(Box::new(codes_spec::load("spec.yaml", spec.as_bytes())));
    assert_eq!(loaded.report.errors(), 0, "{}\n{spec}", loaded.report);
    (&loaded.table, runtime::leak(&loaded.table))
}
