//! Loads the table of a spec file.

use codes_spec::{Loaded, MAX_BYTES, Severity, Table};

use crate::file::SpecFile;
use crate::messages;
use crate::report::Report;

/// The contents of a spec file. The default is a file that could not be read.
#[derive(Default)]
pub struct Spec<'a> {
    /// The table. If there were errors, it has only the rows without them.
    pub(crate) table: Table<'a>,
    /// The names of the rows that are left out because of errors, if they are known.
    pub(crate) skipped_names: Vec<String>,
    /// Whether the file was read and has no errors.
    pub(crate) is_complete: bool,
    /// Whether the file is small enough to be watched: the compiler reads watched files completely.
    pub(crate) can_be_watched: bool,
}

impl<'a> Spec<'a> {
    /// Loads a file, if there is one, and reports its errors and warnings.
    pub fn load(file: Option<&'a SpecFile>, report: &mut Report) -> Self {
        let Some(file) = file else {
            return Spec::default();
        };
        let Loaded {
            table,
            skipped_names,
            report: diagnostics,
            ..
        } = codes_spec::load(&file.path, &file.bytes);
        let shown = diagnostics.shown().iter();
        for diagnostic in shown.filter(|diagnostic| !diagnostic.rule.only_in_check) {
            // rustc writes the severity itself
            let text = diagnostics.render(diagnostic).without_severity();
            let message = messages::from_spec(text.trim_end());
            match diagnostic.rule.severity {
                Severity::Error => report.error(message.at(file.span)),
                Severity::Warning => report.warning(file.span, message),
            }
        }
        if diagnostics.errors() > 0 && diagnostics.omitted() > 0 {
            let message = messages::errors_omitted(&file.path, diagnostics.omitted());
            report.error(message.at(file.span));
        }
        Spec {
            table,
            skipped_names,
            is_complete: diagnostics.errors() == 0,
            can_be_watched: file.bytes.len() <= MAX_BYTES,
        }
    }

    /// Returns whether no row is known, not even by name.
    pub(crate) fn has_no_names(&self) -> bool {
        self.table.rows.is_empty() && self.skipped_names.is_empty()
    }

    /// Returns the table. If there were errors, it has only the rows without them.
    pub fn table(&self) -> &Table<'a> {
        &self.table
    }
}
