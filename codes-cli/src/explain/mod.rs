//! `codes explain`: looks up a reply in a spec, or prints the whole table.

mod answer;
mod arguments;
mod blocks;
mod json;
mod markdown;
mod page;
mod query;
mod row;
mod table;
#[cfg(test)]
mod tests;

use clap::{Args, ValueEnum};
use codes_spec::Table;

use crate::catalogue::CatalogueOptions;
use crate::exit::Exit;
use crate::messages::catalogue;
use crate::style::ColorOption;
use crate::{output, spec_file, text};
use arguments::Arguments;
use query::Query;

/// Look up a status or code in a spec, or print the whole table
///
/// Lookups work exactly as in the generated enum.
#[derive(Args)]
#[command(override_usage = "\
codes explain [OPTIONS] <FILE> [STATUS] [CODE]
       codes explain [OPTIONS] --table <NAME> [STATUS] [CODE]
       codes explain --format html -o <DIR> <SPEC>...")]
#[command(after_help = "\
Examples:
  codes explain specs/points.yaml 404
  codes explain --table grpc 14
  codes explain specs/points.yaml --format markdown > errors.md
  codes explain --format html specs -o site

Exit status: 0 if a row matches, 1 if none does or the spec has errors, 2 if a file cannot be read or written.")]
pub(crate) struct Explain {
    #[command(flatten)]
    arguments: Arguments,
    /// Output format
    #[arg(long, value_enum, default_value_t = ExplainFormat::Human)]
    format: ExplainFormat,
    #[command(flatten)]
    catalogue: CatalogueOptions,
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
    /// A catalogue of static pages in the directory `-o DIR`: all arguments are specs, or directories with specs
    Html,
}

impl Explain {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        if self.format == ExplainFormat::Html {
            let (standard, specs) = self.arguments.specs();
            return self.catalogue.write(standard, &specs, self.color);
        }
        if self.catalogue.are_given() {
            let message = catalogue::only_html("-o");
            return Err(output::fail(&message, self.color, Exit::Failure));
        }
        let query = self
            .arguments
            .query()
            .map_err(|message| output::fail(&message, self.color, Exit::Failure))?;
        let file = self.arguments.read(self.color)?;
        let table = spec_file::table(&file, self.color)?;
        match query {
            Some(query) => self.explain_reply(&table, self.arguments.adapt(query, &table)),
            None => self.explain_table(&table),
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
            ExplainFormat::Markdown | ExplainFormat::Html => output::data(&page::render(table)),
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
            (ExplainFormat::Markdown | ExplainFormat::Html, rows) => {
                output::data(&page::render_rows(table, rows))
            }
        }?;
        Ok(Exit::Success)
    }
}
