//! From an argument to a table without mistakes, or to words on what stands in the way.

use std::path::Path;

use codes_spec::{Table, load};

use crate::ending::Ending;
use crate::mistakes;
use crate::output;
use crate::paint::Paint;
use crate::read::{self, File};

pub(crate) fn file(path: &Path, paint: Paint) -> Result<File, Ending> {
    read::read(path).map_err(|unreadable| {
        output::words(&paint.text(&unreadable.to_string()));
        Ending::Unable
    })
}

/// The table of a file. Its mistakes are shown as `codes check` shows them; mere warnings are left to that.
pub(crate) fn table(file: &File, paint: Paint) -> Result<Table<'_>, Ending> {
    let loaded = load(&file.name, &file.bytes);
    if loaded.report.errors() == 0 {
        return Ok(loaded.table);
    }
    output::words(&(paint.text(&mistakes::human(&loaded.report)) + &mistakes::omitted(&loaded.report)));
    Err(Ending::Mistakes)
}
