//! Loads the table of a spec, and prints the errors if there are any.

use std::path::Path;

use codes_spec::Table;

use crate::diagnostics;
use crate::exit::Exit;
use crate::files::{self, File};
use crate::output;
use crate::standards;
use crate::style::ColorOption;

pub(crate) fn read(path: &Path, color: ColorOption) -> Result<File, Exit> {
    files::read(path, files::SPECS).map_err(|message| output::fail(&message, color, Exit::Failure))
}

/// Returns the spec of a standard, by a name that `standards::names` has accepted.
pub(crate) fn standard(name: &str) -> File {
    File {
        name: format!("{name}.yaml"),
        bytes: standards::named(name).spec.into(),
    }
}

/// Returns the table of a file, or prints its errors as `codes check` does. Warnings alone are not printed.
pub(crate) fn table(file: &File, color: ColorOption) -> Result<Table<'_>, Exit> {
    let loaded = codes_spec::load(&file.name, &file.bytes);
    if loaded.report.errors() == 0 {
        return Ok(loaded.table);
    }
    diagnostics::show(&loaded.report, color);
    Err(Exit::Findings)
}
