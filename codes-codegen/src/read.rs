//! From a file's bytes to its table, and to what is wrong with it.

use codes_spec::{Loaded, Severity, Table};

/// What a file came to.
#[derive(Default)]
pub(crate) struct Read<'a> {
    pub(crate) table: Table<'a>,
    pub(crate) lost: Vec<String>,
    pub(crate) errors: Vec<String>,
    pub(crate) warnings: Vec<String>,
}

impl<'a> Read<'a> {
    pub(crate) fn new(path: &'a str, spec: &'a Result<Vec<u8>, String>) -> Self {
        let bytes = match spec {
            Ok(bytes) => bytes,
            Err(problem) => {
                return Read {
                    errors: vec![problem.clone()],
                    ..Read::default()
                };
            }
        };
        let Loaded {
            table,
            lost,
            report,
            ..
        } = codes_spec::load(path, bytes);
        let mut read = Read {
            table,
            lost,
            ..Read::default()
        };
        for diagnostic in report.shown() {
            let said = match diagnostic.rule.severity {
                Severity::Error => &mut read.errors,
                Severity::Warning => &mut read.warnings,
            };
            let text = report.render(diagnostic).without_severity();
            said.push(text.trim_end().to_owned());
        }
        if report.errors() > 0 && report.omitted() > 0 {
            read.errors.push(format!(
                "{path}: {} more mistakes are not shown",
                report.omitted()
            ));
        }
        read
    }
}
