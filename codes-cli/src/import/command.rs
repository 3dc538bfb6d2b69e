//! The arguments of `codes import`, and the files it reads and writes.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::diagnostics;
use crate::exit::Exit;
use crate::files::{self, save};
use crate::import::compare::{DriftFormat, Request};
use crate::import::model::draft::Draft;
use crate::import::options;
use crate::import::reading::ReadingOptions;
use crate::import::source_page::SourcePage;
use crate::import::update::{UpdateOptions, UpdateSource};
use crate::import::writer::{Provenance, names};
use crate::messages::import as messages;
use crate::messages::{Message, cli};
use crate::output;
use crate::style::ColorOption;
use crate::text::visible;

/// Draft a spec from a vendor's documentation page, or compare the page with a spec
///
/// Content of the page that does not fit into a spec is kept in comments that start with `# skipped:`, and uncertain
/// choices are marked with comments that start with `# doubt:`, next to the rows that they concern. The spec records
/// the options that control how the page is read, and `--check` and `--update` use them again.
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes import page.md --vendor \"Parcel API\" -o specs/parcel.yaml
  codes import page.md --vendor \"Parcel API\" --column 'Enhanced Code=code' --ignore 'Old codes'
  codes import openapi.json --vendor \"Parcel API\" --with retries.toml -o specs/parcel.yaml
  codes import errors.json --vendor \"Parcel API\" --rows /errors --code @key --description /text
  codes import --check page.md specs/parcel.yaml
  codes import --update page.md specs/parcel.yaml
  codes import page.md --vendor \"Parcel API\" --split -o specs
  codes import --check --baseline old.md new.md specs

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
    /// Specs to compare the page with, or directories of specs (only with `--check`), or the spec to update (only with
    /// `--update`)
    #[arg(value_name = "FILE", required_if_eq_any([("check", "true"), ("update", "true")]))]
    specs: Vec<PathBuf>,
    /// Report rows that were added, removed or changed on the page since the spec was written
    #[arg(long)]
    check: bool,
    /// Compare descriptions and other texts too (only with `--check` and `--update`)
    // `--vendor` is required without `--check` and `--update`, so conflicting with it limits this option to those two
    #[arg(long, conflicts_with = "vendor")]
    texts: bool,
    /// Report only changes since this older copy of the page, including changed texts (only with `--check`)
    #[arg(long, value_name = "PAGE", conflicts_with_all = ["vendor", "texts", "update"])]
    baseline: Option<PathBuf>,
    /// Output format (only with `--check`)
    #[arg(long, value_enum, conflicts_with = "vendor", default_value_t = DriftFormat::Human)]
    format: DriftFormat,
    #[command(flatten)]
    update: UpdateOptions,
    /// Name of the vendor, required to write a spec
    #[arg(long, required_unless_present_any = ["check", "update"], conflicts_with_all = ["check", "update"])]
    vendor: Option<String>,
    /// URL of the page, or its name
    #[arg(long, value_name = "URL", conflicts_with_all = ["check", "update"], value_parser = options::source)]
    source: Option<String>,
    /// Date on which the page was saved, such as 2026-11-19
    #[arg(long, value_name = "DATE", conflicts_with = "check", value_parser = options::date)]
    retrieved: Option<String>,
    /// File to write instead of standard output, or the directory for `--split`
    #[arg(short, long, value_name = "FILE", conflicts_with_all = ["check", "update"])]
    output: Option<PathBuf>,
    /// Write one file per section of the page that has rows
    #[arg(long, requires = "output")]
    split: bool,
    /// Overwrite existing files
    #[arg(long, requires = "output")]
    force: bool,
    /// Print how the page was read: its tables, the key of each column and why, how many values fit, and doubts
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    reading: ReadingOptions,
    #[command(flatten)]
    color: ColorOption,
}

impl Import {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        let inputs = [&self.page]
            .into_iter()
            .chain(&self.baseline)
            .chain(&self.reading.with);
        files::check_stdin_once(inputs.chain(&self.specs))
            .map_err(|message| self.failure(&message))?;
        let with = self.reading.with.as_ref();
        let page = SourcePage::read(&self.page, with, self.color)?;
        let reading = self.reading.resolved();
        if self.check {
            let baseline = self.baseline.as_ref();
            let baseline = baseline.map(|path| page.copy(path)).transpose()?;
            let request = Request {
                page,
                baseline,
                specs: &self.specs,
                reading,
                texts: self.texts,
                explain: self.explain,
                format: self.format,
                color: self.color,
            };
            return request.run();
        }
        if self.update.update {
            let [path] = &self.specs[..] else {
                return Err(self.failure(&messages::extra_path(&self.specs[1])));
            };
            let source = UpdateSource {
                page,
                reading,
                texts: self.texts,
                explain: self.explain,
                retrieved: self.retrieved.as_deref(),
            };
            return self.update.run(&source, path, self.color);
        }
        if let Some(extra) = self.specs.first() {
            return Err(self.failure(&messages::extra_path(extra)));
        }
        let mut draft = page.draft(&reading, self.explain)?;
        if self.split {
            return self.write_split(draft, &reading);
        }
        draft.drop_repeats();
        self.write(draft, self.output.as_deref(), &reading)
    }

    fn write(
        &self,
        mut draft: Draft,
        path: Option<&Path>,
        reading: &ReadingOptions,
    ) -> Result<Exit, Exit> {
        let path = path.filter(|path| *path != Path::new("-"));
        let record = reading.record(path);
        let record = record.map_err(|message| self.failure(&message))?;
        let provenance = Provenance {
            record: record.as_deref(),
            vendor: self.vendor.as_deref().unwrap_or_default(),
            source: self.source.as_deref(),
            retrieved: self.retrieved.as_deref(),
        };
        let written = names::write_named(&mut draft, &provenance);
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

    fn write_split(&self, draft: Draft, reading: &ReadingOptions) -> Result<Exit, Exit> {
        let directory = self.output.as_deref().unwrap_or(Path::new("."));
        if !directory.is_dir() {
            return Err(self.failure(&cli::output_directory_missing(directory)));
        }
        let files: Vec<_> = draft
            .split(&reading.choices)
            .into_iter()
            .enumerate()
            .map(|(i, part)| (directory.join(options::file_name(&part.id, i + 1)), part))
            .collect();
        // check all paths first, so that either all files are written or none
        files
            .iter()
            .try_for_each(|(path, _)| save::check(path, self.force))
            .map_err(|message| self.failure(&message))?;
        let mut exit = Exit::Success;
        for (path, mut part) in files {
            part.draft.drop_repeats();
            let reading = reading.with_choices(part.choices);
            match self.write(part.draft, Some(&path), &reading)? {
                Exit::Success => {}
                failure => exit = failure,
            }
        }
        Ok(exit)
    }

    fn failure(&self, message: &Message) -> Exit {
        output::fail(message, self.color, Exit::Failure)
    }
}
