//! The command `codes`, for those who write vendors' tables of status codes.

mod check;
mod diff;
mod ending;
mod explain;
mod import;
mod json;
mod load;
mod mistakes;
mod output;
mod paint;
mod read;
mod runtime;
mod schema;
mod wrap;

use std::process::ExitCode;

use clap::Parser;

use ending::Ending;

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

fn main() -> ExitCode {
    let (Ok(ending) | Err(ending)) = match Command::parse() {
        Command::Check(check) => check.run(),
        Command::Diff(diff) => diff.run(),
        Command::Explain(explain) => explain.run(),
        Command::Import(import) => import.run(),
        Command::Schema => {
            output::data(&format!("{:#}\n", schema::schema())).map(|()| Ending::Fine)
        }
    };
    ending.into()
}
