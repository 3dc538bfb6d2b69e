//! The arguments that say which table to read, and which reply to look up.

use std::path::PathBuf;

use clap::Args;
use codes_spec::Table;

use super::query::Query;
use crate::exit::Exit;
use crate::files::File;
use crate::messages::cli::{self, NotAStatus};
use crate::messages::{Message, catalogue, explain};
use crate::spec_file;
use crate::standards;
use crate::style::ColorOption;

#[derive(Args)]
pub(super) struct Arguments {
    /// Spec file, or `-` for standard input
    #[arg(required_unless_present = "table", allow_negative_numbers = true)]
    file: Option<PathBuf>,
    /// Status of the reply; if it is the only argument, it may also be a code, a variant name, a title or a status class
    /// such as `5xx`
    #[arg(value_name = "STATUS", allow_negative_numbers = true)]
    first: Option<String>,
    /// Code of the reply
    #[arg(value_name = "CODE", allow_negative_numbers = true, conflicts_with_all = ["status", "code"])]
    second: Option<String>,
    /// Table of an open standard, instead of a file; `codes tables` lists them
    #[arg(long, value_name = "NAME", value_parser = standards::names(), hide_possible_values = true)]
    table: Option<String>,
    /// Status of the reply; the positional argument is then the code
    #[arg(long, value_parser = |text: &str| status_of(text).ok_or(explain::INVALID_STATUS))]
    status: Option<u16>,
    /// Code of the reply, even if it looks like a status
    #[arg(long, allow_hyphen_values = true)]
    code: Option<String>,
    /// Message of the reply, to distinguish rows with the same status and code
    #[arg(long, allow_hyphen_values = true)]
    message: Option<String>,
    /// Further specs (only with `--format html`)
    #[arg(value_name = "SPEC", hide = true)]
    more: Vec<PathBuf>,
}

fn status_of(text: &str) -> Option<u16> {
    text.parse()
        .ok()
        .filter(|status| (100..=999).contains(status))
}

impl Arguments {
    /// Reads the file, or the table of a standard.
    pub(super) fn read(&self, color: ColorOption) -> Result<File, Exit> {
        match (&self.table, &self.file) {
            (Some(name), _) => Ok(spec_file::standard(name)),
            (None, Some(file)) => spec_file::read(file, color),
            (None, None) => unreachable!("clap requires a file or a table"),
        }
    }

    /// Returns all arguments as specs, after the table of a standard if one is given.
    pub(super) fn specs(&self) -> (Option<File>, Vec<PathBuf>) {
        let standard = self.table.as_deref().map(spec_file::standard);
        let others = self.first.iter().chain(&self.second).map(PathBuf::from);
        let specs = self.file.iter().cloned().chain(others);
        (standard, specs.chain(self.more.iter().cloned()).collect())
    }

    /// Returns the positional arguments after the file; with `--table`, there is no file.
    fn positional(&self) -> Result<[Option<String>; 2], Message> {
        let [first, second] = match (&self.table, &self.file) {
            (Some(_), Some(_)) if self.second.is_some() => return Err(cli::table_and_file()),
            (Some(_), Some(file)) => {
                let first = file.to_string_lossy().into_owned();
                [Some(first), self.first.clone()]
            }
            _ => [self.first.clone(), self.second.clone()],
        };
        if second.is_some() && (self.status.is_some() || self.code.is_some()) {
            return Err(cli::status_and_code_given_twice());
        }
        Ok([first, second])
    }

    /// Builds the query, or returns `None` if nothing is looked up. A single argument from 100 to 999 is a status, unless
    /// `--status` is given.
    pub(super) fn query(&self) -> Result<Option<Query>, Message> {
        if let Some(argument) = self.more.first() {
            return Err(catalogue::only_html(&argument.to_string_lossy()));
        }
        let (mut status, mut code) = (self.status, self.code.clone());
        let is_single = status.is_none() && code.is_none() && self.message.is_none();
        match self.positional()? {
            [Some(_), _] if status.is_some() && code.is_some() => {
                return Err(cli::status_and_code_given_twice());
            }
            [Some(first), Some(second)] => {
                (status, code) = (Some(needs_status(&first, Some(&second))?), Some(second));
            }
            [Some(first), None] if code.is_some() => status = Some(needs_status(&first, None)?),
            [Some(first), None] => match status_of(&first).filter(|_| status.is_none()) {
                Some(first) => status = Some(first),
                None => code = Some(first),
            },
            [None, _] => {}
        }
        let is_empty = status.is_none() && code.is_none() && self.message.is_none();
        Ok((!is_empty).then(|| Query {
            word: code.clone().filter(|_| is_single && status.is_none()),
            status,
            code,
            message: self.message.clone(),
        }))
    }

    /// Treats a single number as a code if no row of the table has a status.
    pub(super) fn adapt(&self, query: Query, table: &Table<'_>) -> Query {
        let has_statuses = table.rows.iter().any(|row| !row.statuses.is_empty());
        match self.positional() {
            Ok([number, None])
                if !has_statuses && query.code.is_none() && self.status.is_none() =>
            {
                Query {
                    word: number.clone().filter(|_| query.message.is_none()),
                    status: None,
                    code: number,
                    ..query
                }
            }
            _ => query,
        }
    }
}

fn needs_status(text: &str, code: Option<&str>) -> Result<u16, Message> {
    let reason = match code {
        None => NotAStatus::CodeGivenByOption,
        Some(second) if status_of(second).is_some() => NotAStatus::Swapped { status: second },
        Some(_) => NotAStatus::CodeFirst,
    };
    status_of(text).ok_or_else(|| cli::not_a_status(text, &reason))
}
