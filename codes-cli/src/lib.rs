//! The `codes` command as a library, so that tests and fuzz targets call the code that users run.
//!
//! Modules by layer, lowest first. A module imports only from layers listed before its own:
//!
//! | modules | |
//! |---|---|
//! | `exit`, `style`, `json`, `yaml`, `text`, `response_keys`, `clues`, `row_names`, `standards` | exit status, color, JSON, YAML, wrapped lines, the keys of `body` and `headers` as strings, the values that distinguish rows, the names of rows, the specs of open standards |
//! | `messages` | all messages of the command, except errors in specs |
//! | `edit`, `output` | changing the text of a spec in place; standard output and standard error |
//! | `files` | reading and writing files |
//! | `diagnostics`, `runtime_table` | printing errors in specs; specs as runtime tables |
//! | `spec_file`, `testing` | loading a spec from a path; shared test code |
//! | `catalogue` | HTML pages of tables |
//! | `check`, `diff`, `generate`, `import`, `schema`, `tables` | one subcommand each |
//! | `explain`, `observe` | a subcommand whose Markdown pages `import` reads back, and one that reads recorded responses |

mod catalogue;
mod check;
mod clues;
mod diagnostics;
mod diff;
mod edit;
mod exit;
mod explain;
mod files;
mod generate;
#[doc(hidden)]
pub mod import;
mod json;
mod messages;
mod observe;
mod output;
mod response_keys;
mod row_names;
mod runtime_table;
mod schema;
mod spec_file;
mod standards;
mod style;
mod tables;
#[doc(hidden)]
pub mod testing;
mod text;
mod yaml;

use std::process::ExitCode;

use clap::Parser;

/// Check, look up, compare and import tables of API status codes written in YAML
#[derive(Parser)]
#[command(name = "codes", version, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  codes import page.md --vendor \"Parcel API\" -o specs/parcel.yaml
  codes check specs
  codes explain specs/parcel.yaml 404
  codes generate specs/parcel.yaml -o src/parcel_code.rs

Exit status: 0 on success, 1 if a spec has errors or the answer is negative (see each command), 2 if a file
cannot be read or written or the arguments are invalid.")]
enum Command {
    Check(check::Check),
    Diff(diff::Diff),
    Explain(explain::Explain),
    Generate(generate::Generate),
    Import(Box<import::Import>),
    Observe(observe::Observe),
    Schema(schema::PrintSchema),
    Tables(tables::Tables),
}

/// Runs the command with the arguments of the process.
pub fn run() -> ExitCode {
    let (Ok(exit) | Err(exit)) = match Command::parse() {
        Command::Check(check) => check.run(),
        Command::Diff(diff) => diff.run(),
        Command::Explain(explain) => explain.run(),
        Command::Generate(generate) => generate.run(),
        Command::Import(import) => import.run(),
        Command::Observe(observe) => observe.run(),
        Command::Schema(schema) => schema.run(),
        Command::Tables(tables) => tables.run(),
    };
    exit.into()
}
