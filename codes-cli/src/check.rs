//! `codes check`: reads spec files and shows every mistake in them.

use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use codes_spec::{Diagnostics, Loaded, Severity};

use crate::ending::Ending;
use crate::load;
use crate::mistakes::{self, Note};
use crate::output::{self, count};
use crate::paint::{ColorOption, Paint};
use crate::read::{self, Unreadable};

/// Check spec files, and show every mistake with its place
#[derive(Args)]
pub(crate) struct Check {
    /// Spec files; a directory stands for its `*.yaml`, and `-` for standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// For whom the answer is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// People: each mistake with its lines, on standard error
    Human,
    /// Programs: an object a line
    Json,
    /// GitHub Actions: workflow commands
    Github,
}

impl Check {
    /// Checks every file that can be read, whatever is wrong with the others.
    pub(crate) fn run(&self) -> Result<Ending, Ending> {
        let paint = self.color.words();
        load::stdin_once(&self.files, paint)?;
        let mut tally = Tally::default();
        // a folder and a file in it may both be given
        let mut known = HashSet::new();
        let mut is_new =
            |file: &&PathBuf| known.insert(file.canonicalize().unwrap_or_else(|_| (*file).clone()));
        for argument in &self.files {
            match read::files(argument) {
                Ok(files) => files.iter().filter(&mut is_new).try_for_each(|file| {
                    self.check(file, read::read(file, read::SPECS), paint, &mut tally)
                })?,
                Err(unreadable) => self.check(argument, Err(unreadable), paint, &mut tally)?,
            }
        }
        output::words(&paint.text(&tally.to_string()));
        Ok(tally.ending())
    }

    fn check(
        &self,
        path: &Path,
        read: Result<read::File, Unreadable>,
        paint: Paint,
        tally: &mut Tally,
    ) -> Result<(), Ending> {
        let file = match read {
            Ok(file) => file,
            Err(unreadable) => {
                tally.unreadable += 1;
                output::words(&paint.text(&format!("{unreadable}\n")));
                let Unreadable { message, help } = unreadable;
                let note = Note::of_file(Severity::Error, message, path.to_string_lossy(), help);
                return match self.format {
                    Format::Human => Ok(()),
                    Format::Json => output::data(&note.json()),
                    Format::Github => output::data(&note.github()),
                };
            }
        };
        let loaded = codes_spec::load(&file.name, &file.bytes);
        tally.add(&loaded);
        self.show(&loaded.report, paint)
    }

    fn show(&self, report: &Diagnostics<'_>, paint: Paint) -> Result<(), Ending> {
        match self.format {
            Format::Human => output::words(&paint.text(&mistakes::human(report))),
            Format::Json => output::data(&mistakes::json(report))?,
            Format::Github => output::data(&mistakes::github(report))?,
        }
        output::words(&mistakes::omitted(report));
        Ok(())
    }
}

/// What there was in all files.
#[derive(Default)]
struct Tally {
    files: usize,
    rows: usize,
    errors: usize,
    warnings: usize,
    unreadable: usize,
}

impl Tally {
    fn add(&mut self, loaded: &Loaded<'_>) {
        self.files += 1;
        self.rows += loaded.table.rows.len();
        self.errors += loaded.report.errors();
        self.warnings += loaded.report.warnings();
    }

    fn ending(&self) -> Ending {
        match self {
            Tally {
                unreadable: 1.., ..
            } => Ending::Unable,
            Tally { errors: 1.., .. } => Ending::Mistakes,
            _ => Ending::Fine,
        }
    }
}

/// The summary: `5 files, 105 rows: no mistakes`. How many rows there are is not known where some have mistakes.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally {
            files,
            rows,
            errors,
            warnings,
            unreadable,
        } = *self;
        let mut parts = Vec::new();
        if files > 0 {
            let rows = if errors == 0 {
                format!(", {}", count(rows, "row"))
            } else {
                String::new()
            };
            let found = [(errors, "error"), (warnings, "warning")]
                .into_iter()
                .filter(|(number, _)| *number > 0);
            let found: Vec<_> = found.map(|(number, noun)| count(number, noun)).collect();
            let found = if found.is_empty() {
                "no mistakes".to_owned()
            } else {
                found.join(", ")
            };
            parts.push(format!("{}{rows}: {found}", count(files, "file")));
        }
        if unreadable > 0 {
            parts.push(format!("{} could not be read", count(unreadable, "path")));
        }
        writeln!(f, "{}", parts.join("; "))
    }
}
