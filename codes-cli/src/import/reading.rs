//! The options that say how a page is read, and their record in the spec.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, ValueEnum};

use crate::files::{STDIN, paths};
use crate::import::input::InputFormat;
use crate::import::roles::choices::Choices;
use crate::messages::{Message, cli, import as messages};
use crate::text::shell_quoted;

/// The comment in a spec that records the options.
const RECORD: &str = "# imported with: codes import";

/// How a page is read.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub(super) struct ReadingOptions {
    /// Format of the page or document [default: detected]
    #[arg(long, value_enum)]
    pub(super) from: Option<InputFormat>,
    /// Second page or document, whose facts are added to the rows with the same code
    #[arg(long, value_name = "FILE")]
    pub(super) with: Option<PathBuf>,
    #[command(flatten)]
    pub(super) choices: Choices,
}

/// The options alone, to read them from a comment.
#[derive(Parser)]
#[command(no_binary_name = true, disable_help_flag = true)]
struct RecordedOptions {
    #[command(flatten)]
    reading: ReadingOptions,
}

impl ReadingOptions {
    /// Turns the short forms of options into the long ones.
    pub(super) fn resolved(&self) -> Self {
        ReadingOptions {
            choices: self.choices.resolved(),
            ..self.clone()
        }
    }

    /// Returns the same options with other choices.
    pub(super) fn with_choices(&self, choices: Choices) -> Self {
        ReadingOptions {
            choices,
            ..self.clone()
        }
    }

    /// The options as a comment for the spec, if there are any. The path of the second file is written relative to the
    /// spec, or as given if the path of the spec is not known.
    pub(super) fn record(&self, spec: Option<&Path>) -> Result<Option<String>, Message> {
        let from = self.from.and_then(|from| from.to_possible_value());
        let from = from.map(|from| ("--from", from.get_name().to_owned()));
        let with = self.with.as_ref().map(|with| path_from(spec, with));
        let with = with.transpose()?.map(|with| ("--with", with));
        let options = from.into_iter().chain(with).chain(self.choices.record());
        let all: String = options
            .map(|(option, value)| format!(" {option} {}", shell_quoted(&value)))
            .collect();
        Ok((!all.is_empty()).then(|| format!("{RECORD}{all}\n")))
    }

    /// Adds options that a spec records to those that are given. If any of `choices` is given, none of the recorded
    /// `choices` is used.
    pub(super) fn or_recorded(&self, name: &str, text: &str) -> Result<Self, Message> {
        let Some(line) = text.lines().find_map(|line| line.strip_prefix(RECORD)) else {
            return Ok(self.clone());
        };
        let recorded = RecordedOptions::try_parse_from(words(line));
        let recorded = recorded
            .map_err(|_| messages::invalid_record(name))?
            .reading;
        let with = match (&self.with, recorded.with) {
            (Some(with), _) => Some(with.clone()),
            (None, Some(with)) if with == Path::new(STDIN) => {
                return Err(messages::recorded_stdin(name));
            }
            (None, with) => with.map(|with| located(Path::new(name), with)),
        };
        Ok(ReadingOptions {
            from: self.from.or(recorded.from),
            with,
            choices: if self.choices == Choices::default() {
                recorded.choices.resolved()
            } else {
                self.choices.clone()
            },
        })
    }
}

/// Returns the path of a second file relative to the spec.
fn path_from(spec: Option<&Path>, with: &Path) -> Result<String, Message> {
    let absolute = |path| paths::absolute(path).ok();
    let relative = || {
        let (spec, with) = (absolute(spec?)?, absolute(with)?);
        Some(paths::relative(&with, spec.parent()?))
    };
    let path = match with {
        with if with == Path::new(STDIN) => return Ok(STDIN.to_owned()),
        with => relative().unwrap_or_else(|| with.to_owned()),
    };
    paths::comment_text(&path).ok_or_else(|| cli::unprintable_path(with))
}

/// Returns the path of a file that a spec names. The path is relative to the spec or, if the file exists only there, to
/// the current directory: such a spec was written to standard output.
fn located(spec: &Path, with: PathBuf) -> PathBuf {
    let beside = spec.parent().map(|directory| directory.join(&with));
    match beside {
        Some(beside) if beside.exists() || !with.exists() => beside,
        _ => with,
    }
}

/// Splits a command line into words, as a shell does with single quotes.
fn words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut is_open, mut is_quoted, mut is_escaped) = (false, false, false);
    for c in line.chars() {
        let is_plain = is_quoted || is_escaped;
        match c {
            '\'' if !is_escaped => is_quoted = !is_quoted,
            '\\' if !is_plain => {
                is_escaped = true;
                continue;
            }
            ' ' if !is_plain => {
                is_open = false;
                continue;
            }
            _ => {
                words.extend((!is_open).then(String::new));
                words.last_mut().into_iter().for_each(|word| word.push(c));
            }
        }
        words.extend((!is_open && c == '\'' && !is_escaped).then(String::new));
        (is_open, is_escaped) = (true, false);
    }
    words
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::{InputFormat, Path, ReadingOptions};

    fn options() -> ReadingOptions {
        let record = "# imported with: codes import --table 'It'\\''s here' --table 'A \\ b' \
                      --column 'Enhanced Code=code'\n";
        let read = ReadingOptions::default().or_recorded("a.yaml", record);
        read.expect("options")
    }

    #[test]
    fn recorded_options_are_read_back() {
        let mut reading = options();
        assert_eq!(reading.choices.tables, ["It's here", "A \\ b"]);
        reading.from = InputFormat::from_str("smithy", false).ok();
        reading.with = Some("specs/more.toml".into());
        let record = reading.record(Some(Path::new("specs/a.yaml")));
        let record = record.expect("a path").expect("options");
        assert_eq!(
            record,
            "# imported with: codes import --from 'smithy' --with 'more.toml' \
             --table 'It'\\''s here' --table 'A \\ b' --column 'Enhanced Code=code'\n"
        );
        let spec = format!("{record}vendor: V\n");
        let read =
            |given: &ReadingOptions| given.or_recorded("specs/a.yaml", &spec).expect("options");
        assert_eq!(read(&ReadingOptions::default()), reading);
        assert_eq!(read(&reading), reading);
        let given = ReadingOptions {
            from: InputFormat::from_str("json", false).ok(),
            ..ReadingOptions::default()
        };
        let both = read(&given);
        assert_eq!((both.from, both.with), (given.from, reading.with));
        assert_eq!(both.choices, reading.choices);
    }

    #[test]
    fn given_options_apply_if_the_spec_records_none() {
        let reading = options();
        let read = reading
            .or_recorded("a.yaml", "vendor: V\n")
            .expect("options");
        assert_eq!(read, reading);
        assert_eq!(
            ReadingOptions::default().record(None).expect("nothing"),
            None
        );
    }

    #[test]
    fn records_that_cannot_be_obeyed_are_refused() {
        for (options, problem) in [
            ("--form 'json'", "options that are not valid"),
            ("--from 'jsn'", "options that are not valid"),
            ("--with '-'", "standard input"),
        ] {
            let spec = format!("vendor: V\n# imported with: codes import {options}\n");
            let refused = ReadingOptions::default().or_recorded("a.yaml", &spec);
            let message = refused.expect_err(options).plain();
            assert!(message.contains(problem), "{message}");
        }
    }
}
