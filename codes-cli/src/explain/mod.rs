//! `codes explain`: looks up a reply in a spec, or prints the whole table.

mod answer;
mod blocks;
mod json;
mod markdown;
mod page;
mod query;
mod row;
mod table;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use codes_spec::Table;

use crate::exit::Exit;
use crate::messages::Message;
use crate::messages::cli::{self, NotAStatus};
use crate::style::ColorOption;
use crate::{output, spec_file, text};
use query::Query;

/// Look up a status or code in a spec, or print the whole table
///
/// Lookups work exactly as in the generated enum.
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes explain specs/points.yaml 404
  codes explain specs/points.yaml --format markdown > errors.md

Exit status: 0 if a row matches, 1 if none does or the spec has errors, 2 if a file cannot be read.")]
pub(crate) struct Explain {
    /// Spec file, or `-` for standard input
    file: PathBuf,
    /// Status of the reply; if it is the only argument, it may also be a code, a variant name or a status class such as `5xx`
    #[arg(value_name = "STATUS", allow_negative_numbers = true)]
    first: Option<String>,
    /// Code of the reply
    #[arg(value_name = "CODE", allow_negative_numbers = true, conflicts_with_all = ["status", "code"])]
    second: Option<String>,
    /// Status of the reply; the positional argument is then the code
    #[arg(long, value_parser = |text: &str| status_of(text).ok_or("expected a number from 100 to 999"))]
    status: Option<u16>,
    /// Code of the reply, even if it looks like a status
    #[arg(long, allow_hyphen_values = true)]
    code: Option<String>,
    /// Message of the reply, to distinguish rows with the same status and code
    #[arg(long, allow_hyphen_values = true)]
    message: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t = ExplainFormat::Human)]
    format: ExplainFormat,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExplainFormat {
    /// Text, wrapped to the width of the terminal
    Human,
    /// One JSON object for each row, one per line
    Json,
    /// A page with a section for each row, for a documentation site
    Markdown,
}

fn status_of(text: &str) -> Option<u16> {
    text.parse()
        .ok()
        .filter(|status| (100..=999).contains(status))
}

impl Explain {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        let query = self
            .query()
            .map_err(|message| output::fail(&message, self.color, Exit::Failure))?;
        let file = spec_file::read(&self.file, self.color)?;
        self.explain(&spec_file::table(&file, self.color)?, query)
    }

    /// Builds the query. A single argument from 100 to 999 is a status, unless `--status` is given.
    fn query(&self) -> Result<Option<Query>, Message> {
        let needs_status = |text: &str| {
            let reason = match self.second.as_deref() {
                None => NotAStatus::CodeGivenByOption,
                Some(second) if status_of(second).is_some() => {
                    NotAStatus::Swapped { status: second }
                }
                Some(_) => NotAStatus::CodeFirst,
            };
            status_of(text).ok_or_else(|| cli::not_a_status(text, &reason))
        };
        let (mut status, mut code) = (self.status, self.code.clone());
        match (&self.first, &self.second) {
            (Some(_), _) if status.is_some() && code.is_some() => {
                return Err(cli::status_and_code_given_twice());
            }
            (Some(first), Some(second)) => {
                (status, code) = (Some(needs_status(first)?), Some(second.clone()));
            }
            (Some(first), None) if code.is_some() => status = Some(needs_status(first)?),
            (Some(first), None) => match status_of(first).filter(|_| status.is_none()) {
                Some(first) => status = Some(first),
                None => code = Some(first.clone()),
            },
            (None, _) => {}
        }
        let is_empty = status.is_none() && code.is_none() && self.message.is_none();
        let is_single = status.is_none() && self.code.is_none() && self.message.is_none();
        let word = code.clone().filter(|_| is_single);
        Ok((!is_empty).then(|| Query {
            status,
            code,
            message: self.message.clone(),
            word,
        }))
    }

    fn explain(&self, table: &Table<'_>, query: Option<Query>) -> Result<Exit, Exit> {
        match query {
            Some(query) => self.explain_reply(table, query),
            None => self.explain_table(table),
        }
    }

    fn explain_table(&self, table: &Table<'_>) -> Result<Exit, Exit> {
        match self.format {
            ExplainFormat::Human => {
                output::styled_data(&table::render(table, text::columns()), self.color)
            }
            ExplainFormat::Json => {
                output::data(&json::rows(table, &table.rows.iter().collect::<Vec<_>>()))
            }
            ExplainFormat::Markdown => output::data(&page::render(table)),
        }?;
        Ok(Exit::Success)
    }

    fn explain_reply(&self, table: &Table<'_>, mut query: Query) -> Result<Exit, Exit> {
        let width = text::columns();
        let is_human = self.format == ExplainFormat::Human;
        let mut rows = query.classify(table);
        if rows.is_empty() {
            rows = query
                .word
                .as_ref()
                .map_or(rows, |word| answer::displayed_as(table, word));
            query.code = query.code.filter(|_| rows.is_empty());
        }
        if rows.is_empty() {
            let nearest = answer::nearest(table, &query, width);
            // JSON and Markdown on standard output are for programs
            if is_human {
                output::styled_data(&nearest, self.color)?;
            } else {
                output::styled_notice(&nearest, self.color);
            }
            return Ok(Exit::Findings);
        }
        let step = match answer::step(table, &rows, &query) {
            Some(step) => format!("{}\n", table::plain(&step, width)),
            None => String::new(),
        };
        if !is_human {
            output::notice(&step);
        }
        match (self.format, rows.as_slice()) {
            (ExplainFormat::Human, [row]) => {
                output::styled_data(&(step + &row::render(table, row, width)), self.color)
            }
            (ExplainFormat::Human, rows) => {
                let several = answer::several(table, rows, &query, width);
                output::styled_data(&(step + &several), self.color)
            }
            (ExplainFormat::Json, rows) => output::data(&json::rows(table, rows)),
            (ExplainFormat::Markdown, rows) => output::data(&page::render_rows(table, rows)),
        }?;
        Ok(Exit::Success)
    }
}
