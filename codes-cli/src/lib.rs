//! The command `codes` as a library, so that tests and fuzz targets call the code that users run.
//!
//! Modules by layer, lowest first; a module imports only from the layers above its own line here:
//!
//! | modules | |
//! |---|---|
//! | `exit`, `style`, `json`, `text` | exit codes, colour, JSON, wrapped lines |
//! | `messages` | every error and doubt that the command reports |
//! | `output` | standard output and standard error |
//! | `files` | reading and writing of files |
//! | `diagnostics`, `runtime_table` | errors in specs as output; specs as the runtime sees them |
//! | `spec_file`, `testing` | from a path to a table |
//! | `check`, `diff`, `import`, `schema` | one verb each |
//! | `explain` | a verb whose Markdown page has to be what `import` reads |

mod check;
mod diagnostics;
mod diff;
mod exit;
mod explain;
mod files;
#[doc(hidden)]
pub mod import;
mod json;
mod messages;
mod output;
mod runtime_table;
mod schema;
mod spec_file;
mod style;
#[doc(hidden)]
pub mod testing;
mod text;

use std::process::ExitCode;

use clap::Parser;

/// Checks vendors' tables of status codes that are written in YAML.
///
/// Ends with 0 if all is well, 1 if there are mistakes, differences that matter, or no answer, and 2 if something could
/// not be read or written.
#[derive(Parser)]
#[command(name = "codes", version, arg_required_else_help = true)]
enum Command {
    Check(check::Check),
    Diff(diff::Diff),
    Explain(explain::Explain),
    Import(import::Import),
    /// Print the JSON Schema of spec files, for editors
    Schema,
}

/// Runs the command on the arguments of the process.
pub fn run() -> ExitCode {
    let (Ok(exit) | Err(exit)) = match Command::parse() {
        Command::Check(check) => check.run(),
        Command::Diff(diff) => diff.run(),
        Command::Explain(explain) => explain.run(),
        Command::Import(import) => import.run(),
        Command::Schema => schema::run(),
    };
    exit.into()
}
