//! `codes import --check`: compares a page with specs, or with an older copy of the page.

use std::path::PathBuf;

use clap::ValueEnum;
use codes_spec::Table;

use crate::exit::Exit;
use crate::files::{self, File};
use crate::import::drift::{self, Difference, SpecTable};
use crate::import::reading::ReadingOptions;
use crate::import::source_page::SourcePage;
use crate::json;
use crate::messages::import::{self as messages, Comparison};
use crate::output;
use crate::spec_file;
use crate::style::ColorOption;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DriftFormat {
    /// One line per difference, and the rows to add as YAML
    Human,
    /// One JSON object for each difference, one per line
    Json,
}

/// A request to compare a page, with its options.
pub(super) struct Request<'r> {
    pub(super) page: SourcePage,
    /// An older copy of the page. Only what changed since then is reported.
    pub(super) baseline: Option<SourcePage>,
    pub(super) specs: &'r [PathBuf],
    /// Options of this run. Options that are not given are taken from the comment in each spec.
    pub(super) reading: ReadingOptions,
    pub(super) texts: bool,
    pub(super) explain: bool,
    pub(super) format: DriftFormat,
    pub(super) color: ColorOption,
}

impl Request<'_> {
    pub(super) fn run(&self) -> Result<Exit, Exit> {
        let files = self.files()?;
        let tables = self.tables(&files)?;
        let several = files.len() > 1;
        let (mut all, mut page_rows, mut skipped) = (Vec::new(), 0, 0);
        for (reading, places) in self.by_reading(&files)? {
            let specs: Vec<_> = places
                .iter()
                .map(|at| SpecTable {
                    file: several.then_some(files[*at].name.as_str()),
                    table: &tables[*at],
                })
                .collect();
            let mut draft = self.page.draft(&reading, self.explain)?;
            draft.drop_repeats();
            page_rows += draft.rows.len();
            skipped += draft.skipped_items();
            all.append(&mut match &self.baseline {
                Some(baseline) => {
                    let mut before = baseline.draft(&reading, false)?;
                    before.drop_repeats();
                    drift::since(&before, &draft, &specs)
                }
                None => drift::differences(&draft, &specs, self.texts),
            });
        }
        self.print(&all)?;
        let comparison = Comparison {
            page: &self.page.name,
            page_rows,
            specs: files.iter().map(|file| file.name.as_str()).collect(),
            spec_rows: tables.iter().map(|table| table.rows.len()).sum(),
            differences: all.len(),
            skipped,
        };
        output::notice(&format!("{comparison}\n"));
        Ok(if all.is_empty() {
            Exit::Success
        } else {
            Exit::Findings
        })
    }

    /// Reads the specs, including all specs in the given directories.
    fn files(&self) -> Result<Vec<File>, Exit> {
        let mut files = Vec::new();
        for path in self.specs {
            let paths = files::expand(path)
                .map_err(|message| output::fail(&message, self.color, Exit::Failure))?;
            for path in paths {
                files.push(spec_file::read(&path, self.color)?);
            }
        }
        Ok(files)
    }

    fn tables<'f>(&self, files: &'f [File]) -> Result<Vec<Table<'f>>, Exit> {
        let table = |file| spec_file::table(file, self.color);
        files
            .iter()
            .map(table)
            .collect::<Result<_, _>>()
            .map_err(|_| output::fail(&messages::spec_has_errors(), self.color, Exit::Findings))
    }

    /// Groups the specs by the options that the page is read with.
    fn by_reading(&self, files: &[File]) -> Result<Vec<(ReadingOptions, Vec<usize>)>, Exit> {
        let mut groups: Vec<(ReadingOptions, Vec<usize>)> = Vec::new();
        for (at, file) in files.iter().enumerate() {
            let text = String::from_utf8_lossy(&file.bytes);
            let reading = self.reading.or_recorded(&file.name, &text);
            let reading =
                reading.map_err(|message| output::fail(&message, self.color, Exit::Failure))?;
            match groups.iter_mut().find(|(known, _)| *known == reading) {
                Some((_, places)) => places.push(at),
                None => groups.push((reading, vec![at])),
            }
        }
        Ok(groups)
    }

    fn print(&self, differences: &[Difference]) -> Result<(), Exit> {
        let text: String = match self.format {
            DriftFormat::Human => differences.iter().map(ToString::to_string).collect(),
            DriftFormat::Json => differences.iter().map(json::line).collect(),
        };
        output::data(&text)
    }
}
