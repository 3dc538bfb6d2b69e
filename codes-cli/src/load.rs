//! From an argument to a table without mistakes, or to words on what stands in the way.

use std::path::{Path, PathBuf};

use codes_spec::{Table, load};

use crate::ending::Ending;
use crate::mistakes;
use crate::output;
use crate::paint::Paint;
use crate::read::{self, File};

/// Refuses to read standard input twice, for then there is nothing left in it.
pub(crate) fn stdin_once<'p>(
    paths: impl IntoIterator<Item = &'p PathBuf>,
    paint: Paint,
) -> Result<(), Ending> {
    if paths
        .into_iter()
        .filter(|path| **path == Path::new(read::STDIN))
        .count()
        < 2
    {
        return Ok(());
    }
    output::words(
        &paint.text(
            "error: standard input can be read only once\n  = help: give one `-`, and paths\n",
        ),
    );
    Err(Ending::Unable)
}

pub(crate) fn spec(path: &Path, paint: Paint) -> Result<File, Ending> {
    file(path, read::SPECS, paint)
}

pub(crate) fn page(path: &Path, paint: Paint) -> Result<File, Ending> {
    file(path, read::PAGES, paint)
}

fn file(path: &Path, endings: &[&str], paint: Paint) -> Result<File, Ending> {
    read::read(path, endings).map_err(|unreadable| {
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
    output::words(
        &(paint.text(&mistakes::human(&loaded.report)) + &mistakes::omitted(&loaded.report)),
    );
    Err(Ending::Mistakes)
}
