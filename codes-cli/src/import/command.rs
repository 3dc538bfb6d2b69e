//! The arguments of `codes import`, and the files it reads and writes.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use codes_spec::MAX_ROWS;

use crate::diagnostics;
use crate::exit::Exit;
use crate::files::{self, File, save};
use crate::import::drift;
use crate::import::input::InputFormat;
use crate::import::load;
use crate::import::model::draft::Draft;
use crate::import::options;
use crate::import::roles::choices::Choices;
use crate::import::writer::{Provenance, names};
use crate::json;
use crate::messages::import::{self as messages, Comparison};
use crate::messages::{Message, cli};
use crate::output;
use crate::spec_file;
use crate::style::ColorOption;
use crate::text::visible;

/// Draft a spec from a vendor's documentation page, or compare the page with a spec
///
/// Content of the page that does not fit into a spec is kept in comments that start with `# skipped:`, and uncertain
/// choices are marked with comments that start with `# doubt:`. The spec records the options that control how the
/// page is read.
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes import page.md --vendor \"Parcel API\" -o specs/parcel.yaml
  codes import page.md --vendor \"Parcel API\" --column 'Enhanced Code=code' --ignore 'Old codes'
  codes import openapi.json --vendor \"Parcel API\" --with retries.toml -o specs/parcel.yaml
  codes import errors.json --vendor \"Parcel API\" --rows /errors --code @key --description /text
  codes import --check page.md specs/parcel.yaml

Exit status: 0 on success, 1 if the page has no table, the written spec has errors or `--check` finds a
difference, 2 if a file cannot be read or written.")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each flag is a command-line option"
)]
pub(crate) struct Import {
    /// File with a saved page (Markdown, HTML, CSV or plain text) or a machine-readable document (see `--from`), or `-`
    /// for standard input
    page: PathBuf,
    /// Spec to compare the page with (only with `--check`)
    #[arg(value_name = "FILE", required_if_eq("check", "true"))]
    spec: Option<PathBuf>,
    /// Report rows that were added, removed or changed on the page since the spec was written
    #[arg(long)]
    check: bool,
    /// Compare descriptions and other texts too (only with `--check`)
    // `--vendor` is required without `--check`, so the conflict limits this option to `--check`
    #[arg(long, conflicts_with = "vendor")]
    texts: bool,
    /// Output format (only with `--check`)
    #[arg(long, value_enum, conflicts_with = "vendor", default_value_t = DriftFormat::Human)]
    format: DriftFormat,
    /// Name of the vendor, required to write a spec
    #[arg(long, required_unless_present = "check", conflicts_with = "check")]
    vendor: Option<String>,
    /// URL of the page, or its name
    #[arg(long, value_name = "URL", conflicts_with = "check", value_parser = options::source)]
    source: Option<String>,
    /// Date on which the page was saved, such as 2026-11-19
    #[arg(long, value_name = "DATE", conflicts_with = "check", value_parser = options::date)]
    retrieved: Option<String>,
    /// File to write instead of standard output, or the directory for `--split`
    #[arg(short, long, value_name = "FILE", conflicts_with = "check")]
    output: Option<PathBuf>,
    /// Write one file per table of the page
    #[arg(long, requires = "output")]
    split: bool,
    /// Overwrite existing files
    #[arg(long, requires = "output")]
    force: bool,
    /// Format of the page or document [default: detected]
    #[arg(long, value_enum)]
    from: Option<InputFormat>,
    /// Second page or document, whose facts are added to the rows with the same code
    #[arg(long, value_name = "FILE")]
    with: Option<PathBuf>,
    /// Print how the page was read: its tables, the key chosen for each column, and why
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    choices: Choices,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DriftFormat {
    /// One line per difference
    Human,
    /// One JSON object for each difference, one per line
    Json,
}

impl Import {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        files::check_stdin_once([&self.page].into_iter().chain(&self.spec).chain(&self.with))
            .map_err(|message| self.failure(&message))?;
        let spec = match &self.spec {
            Some(spec) if self.check => Some(spec_file::read(spec, self.color)?),
            _ => None,
        };
        let given = self.choices.resolved();
        let recorded = spec
            .as_ref()
            .filter(|_| given == Choices::default())
            .and_then(|spec| Choices::recorded(&String::from_utf8_lossy(&spec.bytes)));
        let choices = recorded.unwrap_or(given);
        let (name, input) = load::read(&self.page, self.from, &choices, self.color)?;
        if self.explain {
            output::notice(&input.to_string());
        }
        let mut draft = input.draft;
        if let Some(heading) = draft.unknown_headings.first() {
            return Err(self.failure(&messages::unknown_heading(&name, heading)));
        }
        if draft.rows.is_empty() {
            return Err(self.finding(&messages::no_table(&name, draft.found)));
        }
        if draft.found > MAX_ROWS {
            return Err(self.finding(&messages::too_many_rows(&name, draft.found)));
        }
        if let Some(with) = &self.with {
            load::merge(&mut draft, with, self.color)?;
        }
        match (spec, &self.spec) {
            (Some(spec), _) => self.compare(&draft, &name, &spec),
            (None, Some(spec)) => Err(self.failure(&messages::extra_path(spec))),
            (None, None) if self.split => self.write_split(draft),
            (None, None) => self.write(draft, self.output.as_deref()),
        }
    }

    fn compare(&self, draft: &Draft, page: &str, file: &File) -> Result<Exit, Exit> {
        let table = spec_file::table(file, self.color)
            .map_err(|_| self.finding(&messages::spec_has_errors()))?;
        let differences = drift::differences(draft, &table, self.texts);
        output::data(&match self.format {
            DriftFormat::Human => differences
                .iter()
                .map(|difference| format!("{difference}\n"))
                .collect::<String>(),
            DriftFormat::Json => differences.iter().map(json::line).collect(),
        })?;
        let comparison = Comparison {
            page,
            page_rows: draft.rows.len(),
            spec: &file.name,
            spec_rows: table.rows.len(),
            differences: differences.len(),
            skipped: draft.skipped_items(),
        };
        output::notice(&format!("{comparison}\n"));
        Ok(if differences.is_empty() {
            Exit::Success
        } else {
            Exit::Findings
        })
    }

    fn write(&self, mut draft: Draft, path: Option<&Path>) -> Result<Exit, Exit> {
        let record = self.choices.resolved().record();
        let provenance = Provenance {
            record: record.as_deref(),
            vendor: self.vendor.as_deref().unwrap_or_default(),
            source: self.source.as_deref(),
            retrieved: self.retrieved.as_deref(),
        };
        let written = names::write_named(&mut draft, &provenance);
        let path = path.filter(|path| *path != Path::new("-"));
        let summary = messages::import_summary(
            draft.found,
            draft.rows.len(),
            draft.doubts(),
            draft.skipped_items(),
        );
        let name = if let Some(path) = path {
            save::save(path, &written, self.force).map_err(|message| self.failure(&message))?;
            let name = path.to_string_lossy().into_owned();
            output::notice(&format!("{}: {summary}\n", visible(&name)));
            name
        } else {
            output::data(&written)?;
            output::notice(&format!("{summary}\n"));
            "<stdout>".to_owned()
        };
        let loaded = codes_spec::load(&name, written.as_bytes());
        diagnostics::show(&loaded.report, self.color);
        match loaded.report.errors() {
            0 => Ok(Exit::Success),
            errors => {
                output::notice(&messages::written_spec_has_errors(errors));
                Ok(Exit::Findings)
            }
        }
    }

    fn write_split(&self, draft: Draft) -> Result<Exit, Exit> {
        let directory = self.output.as_deref().unwrap_or(Path::new("."));
        if !directory.is_dir() {
            return Err(self.failure(&cli::output_directory_missing(directory)));
        }
        let drafts = draft.split().into_iter().enumerate();
        let files: Vec<_> = drafts
            .map(|(i, (id, draft))| (directory.join(options::file_name(&id, i + 1)), draft))
            .collect();
        // check all paths first, so that either all files are written or none
        files
            .iter()
            .try_for_each(|(path, _)| save::check(path, self.force))
            .map_err(|message| self.failure(&message))?;
        let mut exit = Exit::Success;
        for (path, draft) in files {
            match self.write(draft, Some(&path))? {
                Exit::Success => {}
                failure => exit = failure,
            }
        }
        Ok(exit)
    }

    fn failure(&self, message: &Message) -> Exit {
        output::fail(message, self.color, Exit::Failure)
    }

    fn finding(&self, message: &Message) -> Exit {
        output::fail(message, self.color, Exit::Findings)
    }
}
