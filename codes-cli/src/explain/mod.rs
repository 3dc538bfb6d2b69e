//! `codes explain`: what a reply means, or the whole table.

mod found;
mod json;
mod markdown;
mod page;
mod row;
mod table;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use codes_runtime::Reply;
use codes_spec::{Row, Table};

use crate::ending::Ending;
use crate::paint::ColorOption;
use crate::{load, output, runtime, wrap};

/// Show what a status, a code and a message mean, or the whole table
///
/// The rows are found as the enum finds them. Ends with 1 if no row fits.
#[derive(Args)]
pub(crate) struct Explain {
    /// The spec; `-` is standard input
    file: PathBuf,
    /// The reply's status
    #[arg(value_name = "STATUS", allow_negative_numbers = true)]
    first: Option<String>,
    /// The reply's code, which stands alone if it is no number from 100 to 999; so does a name, or a status as the table
    /// shows it
    #[arg(value_name = "CODE", allow_negative_numbers = true, conflicts_with_all = ["status", "code"])]
    second: Option<String>,
    /// The reply's status, whatever stands beside it
    #[arg(long, value_parser = |text: &str| status_of(text).ok_or("a status is a number from 100 to 999"))]
    status: Option<u16>,
    /// The reply's code, although it looks like a status
    #[arg(long, allow_hyphen_values = true)]
    code: Option<String>,
    /// The text in the reply, which may tell apart what status and code do not
    #[arg(long, allow_hyphen_values = true)]
    message: Option<String>,
    /// For whom the answer is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// People: as wide as the terminal
    Human,
    /// Programs: an object a line
    Json,
    /// A documentation site: a section for each row
    Markdown,
}

/// What a reply shows of itself, as the command line says it.
#[derive(Default)]
struct Asked {
    status: Option<u16>,
    code: Option<String>,
    message: Option<String>,
    /// What stands alone, and may be a name, or written as the table shows it.
    word: Option<String>,
}

fn status_of(text: &str) -> Option<u16> {
    text.parse()
        .ok()
        .filter(|status| (100..=999).contains(status))
}

impl Explain {
    pub(crate) fn run(&self) -> Result<Ending, Ending> {
        let words = self.color.words();
        let asked = self.asked().map_err(|why| {
            output::words(&words.text(&format!("error: {why}\n")));
            Ending::Unable
        })?;
        let file = load::spec(&self.file, words)?;
        self.explain(&load::table(&file, words)?, asked)
    }

    /// A lone argument that fits a status is one, unless options say which is which.
    fn asked(&self) -> Result<Option<Asked>, String> {
        let needs_status = |text: &str| {
            status_of(text).ok_or_else(|| {
                let text = wrap::visible(text);
                let help = match &self.second {
                    None => "`--code` is given already: leave out one of the two".to_owned(),
                    Some(second) if status_of(second).is_some() => {
                        format!("the status stands first: `{second} {text}`")
                    }
                    Some(_) => format!("say `--code {text}`, and nothing else"),
                };
                format!("`{text}` is not a status, a number from 100 to 999\n  = help: {help}")
            })
        };
        let (mut status, mut code) = (self.status, self.code.clone());
        match (&self.first, &self.second) {
            (Some(_), _) if status.is_some() && code.is_some() => {
                return Err("status and code are given by options, and again without".to_owned());
            }
            (Some(first), Some(second)) => {
                (status, code) = (Some(needs_status(first)?), Some(second.clone()))
            }
            (Some(first), None) if code.is_some() => status = Some(needs_status(first)?),
            (Some(first), None) => match status_of(first).filter(|_| status.is_none()) {
                Some(first) => status = Some(first),
                None => code = Some(first.clone()),
            },
            (None, _) => {}
        }
        let nothing = status.is_none() && code.is_none() && self.message.is_none();
        let is_alone = status.is_none() && self.code.is_none() && self.message.is_none();
        let word = code.clone().filter(|_| is_alone);
        Ok((!nothing).then(|| Asked {
            status,
            code,
            message: self.message.clone(),
            word,
        }))
    }

    fn explain(&self, table: &Table<'_>, asked: Option<Asked>) -> Result<Ending, Ending> {
        let (width, paint) = (wrap::columns(), self.color.data());
        let all: Vec<&Row<'_>> = table.rows.iter().collect();
        let Some(mut asked) = asked else {
            output::data(&match self.format {
                Format::Human => table::whole(table, width, paint),
                Format::Json => json::rows(table, &all),
                Format::Markdown => page::whole(table),
            })?;
            return Ok(Ending::Fine);
        };
        let mut rows = classify(table, &asked);
        if rows.is_empty() {
            rows = asked
                .word
                .as_ref()
                .map_or(rows, |word| found::shown_as(table, word));
            asked.code = asked.code.filter(|_| rows.is_empty());
        }
        if rows.is_empty() {
            let near = found::nearest(table, &asked, width, paint);
            // where programs read, people are told beside
            if self.format == Format::Human {
                output::data(&near)?;
            } else {
                output::words(&near);
            }
            return Ok(Ending::Mistakes);
        }
        let step = found::step(table, &rows, &asked);
        let step = step.map_or(String::new(), |step| {
            format!("{}\n", table::plain(&step, width))
        });
        if self.format != Format::Human {
            output::words(&step);
        }
        output::data(&match (self.format, rows.as_slice()) {
            (Format::Human, [row]) => step + &row::whole(table, row, width, paint),
            (Format::Human, rows) => step + &found::several(table, rows, &asked, width, paint),
            (Format::Json, rows) => json::rows(table, rows),
            (Format::Markdown, rows) => page::rows(table, rows),
        })?;
        Ok(Ending::Fine)
    }
}

/// The rows that a reply can mean, by the runtime's own code.
fn classify<'t, 'a>(table: &'t Table<'a>, asked: &Asked) -> Vec<&'t Row<'a>> {
    let mut reply = Reply::new();
    reply.status = asked.status;
    reply.code = asked.code.as_deref().map(Into::into);
    reply.message = asked.message.as_deref();
    let found = runtime::leak(table).classify(&reply).candidates();
    let names: std::collections::HashSet<_> = found.iter().map(codes_runtime::Row::name).collect();
    table
        .rows
        .iter()
        .filter(|row| names.contains(row.name.as_ref()))
        .collect()
}
