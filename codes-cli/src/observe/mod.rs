//! `codes observe`: reads recorded responses as a client does, and reports what the table lacks.
//!
//! recordings → records → tallies → report and missing rows.

mod arguments;
mod draft;
mod input;
mod observer;
mod report;
mod tally;
mod value;
mod write;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::exit::Exit;
use crate::messages::Message;
use crate::output;
use crate::spec_file;
use crate::style::ColorOption;
use arguments::{HostMap, InputPaths};
use observer::{Observer, Subject};

/// Read recorded responses, and report the codes that a spec lacks
///
/// A recording is a HAR file, or has one JSON object per line: {"status": 404, "headers": {"x-code": "A"}, "body": "…"},
/// with the body as text or as JSON, or {"status": 404, "code": "A", "detail": "B", "message": "…"}, as a client may log
/// it. Responses are read exactly as the enum's `check` reads them. Only statuses, codes, details and messages are
/// printed.
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes observe specs/points.yaml responses.jsonl
  kubectl logs gateway | codes observe specs/points.yaml
  codes observe --write specs/points.yaml responses.jsonl
  codes observe --map api.example.com=specs/points.yaml --map '*.example.org=specs/coverage.yaml' session.har

Exit status: 0 on success, 1 if a response has a code or detail that no row has (unless `--write` adds a row) or a spec
has errors, 2 if a file cannot be read or written. Items of a recording that cannot be read do not change the exit
status; their number is printed.")]
pub(crate) struct Observe {
    /// Specs (`.yaml` or `.yml`) and recordings; without recordings, or for `-`, standard input is read
    #[arg(value_name = "SPEC|FILE")]
    paths: Vec<PathBuf>,
    /// Spec for the responses of a host; `*.example.com` matches all subdomains of example.com. The host is taken from
    /// the request in HAR, and from `url` or `host` in JSON. A spec without a host is for all other responses
    #[arg(long, value_name = "HOST=SPEC", value_parser = HostMap::parse)]
    map: Vec<HostMap>,
    /// Append the draft rows to the specs
    #[arg(long)]
    write: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t = ObserveFormat::Human)]
    format: ObserveFormat,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ObserveFormat {
    /// Text, wrapped to the width of the terminal
    Human,
    /// One JSON object for each finding, one per line
    Json,
}

impl Observe {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        let arguments =
            InputPaths::new(&self.paths, &self.map).map_err(|message| self.fail(&message))?;
        let files = arguments.specs.iter();
        let files = files.map(|path| spec_file::read(path, self.color));
        let files = files.collect::<Result<Vec<_>, _>>()?;
        let tables = files.iter().map(|file| spec_file::table(file, self.color));
        let tables = tables.collect::<Result<Vec<_>, _>>()?;
        let subjects = files
            .iter()
            .zip(&tables)
            .map(|(file, table)| Subject::new(file, table));
        let mut observer = Observer::new(subjects.collect(), &arguments);
        let mut exit = Exit::Success;
        for path in &arguments.recordings {
            if let Err(message) = observer.read(path) {
                exit = self.fail(&message);
            }
        }
        let report = match self.format {
            ObserveFormat::Human => report::human::render(&observer),
            ObserveFormat::Json => report::json::render(&observer),
        };
        output::styled_data(&report, self.color)?;
        output::notice(&observer.totals());
        let found = if self.write {
            write::write(&observer, self.color)
        } else {
            observer.exit()
        };
        Ok(exit.max(found))
    }

    fn fail(&self, message: &Message) -> Exit {
        output::fail(message, self.color, Exit::Failure)
    }
}
