//! `codes check`: reports every error and warning in spec files.

use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use codes_spec::{Diagnostics, Loaded, Severity};

use crate::diagnostics::{self, records};
use crate::exit::Exit;
use crate::files::{self, File};
use crate::json;
use crate::messages::Message;
use crate::output;
use crate::style::ColorOption;
use crate::text::count;

/// Check spec files and report every error with its location
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes check specs
  codes check --format github specs/points.yaml

Exit status: 0 if there are no errors, 1 if there are, 2 if a file cannot be read. Warnings do not count.")]
pub(crate) struct Check {
    /// Spec files, directories with `.yaml` files, or `-` for standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    format: CheckFormat,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// Errors with the lines they refer to, on standard error
    Human,
    /// One JSON object for each error or warning, one per line
    Json,
    /// Workflow commands for GitHub Actions, which annotate pull requests
    Github,
}

impl Check {
    /// Checks every file, even after one that cannot be read.
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        files::check_stdin_once(&self.files)
            .map_err(|message| output::fail(&message, self.color, Exit::Failure))?;
        let mut tally = Totals::default();
        // skip files that are given twice, by themselves or as part of a directory
        let mut known = HashSet::new();
        let mut is_new =
            |file: &&PathBuf| known.insert(file.canonicalize().unwrap_or_else(|_| (*file).clone()));
        for argument in &self.files {
            match files::expand(argument) {
                Ok(files) => files.iter().filter(&mut is_new).try_for_each(|file| {
                    self.check(file, files::read(file, files::SPECS), &mut tally)
                })?,
                Err(message) => self.check(argument, Err(message), &mut tally)?,
            }
        }
        output::notice(&tally.to_string());
        Ok(tally.exit())
    }

    fn check(
        &self,
        path: &Path,
        file: Result<File, Message>,
        tally: &mut Totals,
    ) -> Result<(), Exit> {
        match file {
            Ok(file) => {
                let loaded = codes_spec::load(&file.name, &file.bytes);
                tally.add(&loaded);
                self.show(&loaded.report)
            }
            Err(message) => {
                tally.unreadable += 1;
                self.show_unreadable(path, message)
            }
        }
    }

    fn show(&self, report: &Diagnostics<'_>) -> Result<(), Exit> {
        match self.format {
            CheckFormat::Human => diagnostics::show(report, self.color),
            CheckFormat::Json => output::data(&records::json(report))?,
            CheckFormat::Github => output::data(&records::github(report))?,
        }
        if self.format != CheckFormat::Human {
            diagnostics::show_omitted(report);
        }
        Ok(())
    }

    fn show_unreadable(&self, path: &Path, message: Message) -> Result<(), Exit> {
        output::styled_notice(&(message.styled() + "\n"), self.color);
        let Message { text, help } = message;
        let path = path.to_string_lossy().into_owned();
        let record = records::DiagnosticRecord::of_file(Severity::Error, text, path, help);
        match self.format {
            CheckFormat::Human => Ok(()),
            CheckFormat::Json => output::data(&json::line(&record)),
            CheckFormat::Github => output::data(&record.github()),
        }
    }
}

/// Totals over all files.
#[derive(Default)]
struct Totals {
    files: usize,
    rows: usize,
    errors: usize,
    warnings: usize,
    unreadable: usize,
}

impl Totals {
    fn add(&mut self, loaded: &Loaded<'_>) {
        self.files += 1;
        self.rows += loaded.table.rows.len();
        self.errors += loaded.report.errors();
        self.warnings += loaded.report.warnings();
    }

    fn exit(&self) -> Exit {
        match self {
            Totals {
                unreadable: 1.., ..
            } => Exit::Failure,
            Totals { errors: 1.., .. } => Exit::Findings,
            _ => Exit::Success,
        }
    }
}

/// The summary: `5 files, 105 rows: no problems`. Rows with errors are not in the table, so the number of rows is
/// left out if there are errors.
impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Totals {
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
                "no problems".to_owned()
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
