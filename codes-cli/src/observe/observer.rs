//! Assigns responses to specs, and counts items that could not be read.

use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::time::{Duration, Instant};

use codes_spec::Table;

use super::arguments::InputPaths;
use super::input::{self, RecordedResponse};
use super::tally::Tally;
use crate::exit::Exit;
use crate::files::{self, File};
use crate::messages::observe::{self as messages, BadRecord, Place};
use crate::messages::{Message, cli};
use crate::output;
use crate::runtime_table;

/// The maximum number of unreadable items that are reported one by one.
const NAMED: u64 = 10;

/// A spec, and the tally of its vendor's responses.
pub(super) struct Subject<'s> {
    pub(super) spec: &'s str,
    /// The text of the spec.
    pub(super) text: &'s str,
    pub(super) table: &'s Table<'s>,
    pub(super) tally: Tally,
}

impl<'s> Subject<'s> {
    pub(super) fn new(file: &'s File, table: &'s Table<'s>) -> Self {
        Subject {
            spec: &file.name,
            // a spec without errors is UTF-8
            text: str::from_utf8(&file.bytes).unwrap_or_default(),
            table,
            tally: Tally::new(runtime_table::leak(table), table),
        }
    }
}

pub(super) struct Observer<'s> {
    pub(super) subjects: Vec<Subject<'s>>,
    arguments: &'s InputPaths<'s>,
    responses: u64,
    bad: u64,
    without_spec: u64,
    progress: Progress,
}

impl<'s> Observer<'s> {
    pub(super) fn new(subjects: Vec<Subject<'s>>, arguments: &'s InputPaths<'s>) -> Self {
        Observer {
            subjects,
            arguments,
            responses: 0,
            bad: 0,
            without_spec: 0,
            progress: Progress::new(),
        }
    }

    /// Reads a recording.
    pub(super) fn read(&mut self, path: &Path) -> Result<(), Message> {
        let (name, input) = files::open(path, files::RECORDINGS)?;
        self.read_from(&name, input)
            .map_err(|error| cli::cannot_read(Path::new(&name), &error))
    }

    fn read_from(&mut self, name: &str, input: impl Read) -> io::Result<()> {
        let done = input::read(name, input, &mut |place, record| match record {
            Ok(record) => self.add(&record),
            Err(problem) => self.name(place, problem),
        });
        self.progress.clear();
        done
    }

    fn add(&mut self, record: &RecordedResponse) {
        self.responses += 1;
        self.progress.show(self.responses, record.content.len());
        match self.arguments.spec_for(record.host.as_deref()) {
            Some(at) => self.subjects[at].tally.add(record),
            None => self.without_spec += 1,
        }
    }

    fn name(&mut self, place: &Place<'_>, problem: BadRecord) {
        self.bad += 1;
        if self.bad <= NAMED {
            self.progress.clear();
            output::notice(&messages::bad_record(place, problem));
        }
    }

    pub(super) fn totals(&self) -> String {
        let more = self.bad.saturating_sub(NAMED);
        let more = if more > 0 {
            messages::more_bad_records(more)
        } else {
            String::new()
        };
        more + &messages::totals(self.responses, self.bad, self.without_spec)
    }

    /// Returns the exit status, which depends on whether a response had a code or detail that no row has or, if the
    /// table has only messages, a message that no row matches.
    pub(super) fn exit(&self) -> Exit {
        let is_complete = |subject: &Subject<'_>| {
            subject.tally.unknown.is_empty() && subject.tally.beyond_unknown == 0
        };
        if self.subjects.iter().all(is_complete) {
            Exit::Success
        } else {
            Exit::Findings
        }
    }
}

/// A line that is updated while a long recording is read, if standard error is a terminal.
struct Progress {
    next: Option<Instant>,
    bytes: u64,
    is_shown: bool,
}

impl Progress {
    const PAUSE: Duration = Duration::from_secs(1);

    fn new() -> Self {
        Progress {
            next: io::stderr()
                .is_terminal()
                .then(|| Instant::now() + Self::PAUSE),
            bytes: 0,
            is_shown: false,
        }
    }

    fn show(&mut self, responses: u64, body: usize) {
        self.bytes += body as u64;
        // reading the clock is slower than counting
        if let Some(next) = self.next.filter(|_| responses.is_multiple_of(1024))
            && Instant::now() >= next
        {
            output::notice(&format!("\r{}", messages::progress(responses, self.bytes)));
            self.is_shown = true;
            self.next = Some(Instant::now() + Self::PAUSE);
        }
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            output::notice("\r\x1b[K");
        }
    }
}
