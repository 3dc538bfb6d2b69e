//! `codes generate`: writes the code of an enum to a file, for builds without the macro.

mod declaration;
mod existing;
mod header;
mod outputs;
mod place;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::exit::Exit;
use crate::files::STDIN;
use crate::messages::{Message, generate as messages};
use crate::output;
use crate::style::ColorOption;
use declaration::Declaration;
use place::FilePlace;

/// Write the enum of a spec to a Rust file, for builds without the macro
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes generate specs/points.yaml --enum PointsCode -o src/points_code.rs
  codes generate --check src
  codes generate --update src

A generated file needs only `codes-runtime` with `default-features = false`. Its second line is the command
that generated it; `--check` and `--update` run it again.

Exit status: 0 on success, 1 if a spec has errors or a checked file is out of date, 2 if a file cannot be read or
written or the arguments are invalid.")]
pub(crate) struct Generate {
    /// Spec files
    #[arg(value_name = "SPEC", required_unless_present_any = ["check", "update"])]
    specs: Vec<PathBuf>,
    #[command(flatten)]
    declaration: Declaration,
    /// File to write, or a directory if there are several specs; without it, standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite the file even if it was not generated
    #[arg(long, requires = "output")]
    force: bool,
    /// Check that generated files are up to date with their specs; directories are searched for such files
    #[arg(
        long,
        value_name = "PATH",
        num_args = 1..,
        conflicts_with_all = ["specs", "update", "output", "force", "Declaration"]
    )]
    check: Vec<PathBuf>,
    /// Regenerate generated files; directories are searched for such files
    #[arg(
        long,
        value_name = "PATH",
        num_args = 1..,
        conflicts_with_all = ["specs", "output", "force", "Declaration"]
    )]
    update: Vec<PathBuf>,
    #[command(flatten)]
    color: ColorOption,
}

impl Generate {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        if !self.check.is_empty() {
            return existing::check(&self.check, self.color);
        }
        if !self.update.is_empty() {
            return Ok(existing::update(&self.update, self.color));
        }
        self.check_arguments()
            .map_err(|message| self.fail(&message))?;
        match &self.output {
            Some(output) => self.write(output),
            None => self.print(&self.specs[0]),
        }
    }

    fn check_arguments(&self) -> Result<(), Message> {
        if self.specs.iter().any(|spec| spec == Path::new(STDIN)) {
            return Err(messages::standard_input());
        }
        if self.specs.len() > 1 {
            if self.declaration.has_name() {
                return Err(messages::one_name_for_several());
            }
            if !self.output.as_deref().is_some_and(Path::is_dir) {
                return Err(messages::several_need_a_directory());
            }
        }
        Ok(())
    }

    fn print(&self, spec: &Path) -> Result<Exit, Exit> {
        let place = FilePlace::standard_output().map_err(|message| self.fail(&message))?;
        output::data(&self.declaration.generate(spec, &place, self.color)?)?;
        Ok(Exit::Success)
    }

    /// Writes the files, or nothing if one cannot be generated.
    fn write(&self, output: &Path) -> Result<Exit, Exit> {
        let outputs = outputs::check(&self.specs, output, self.force)
            .map_err(|message| self.fail(&message))?;
        let mut texts = Vec::new();
        let mut exit = Exit::Success;
        for (spec, output) in self.specs.iter().zip(&outputs) {
            let place = FilePlace::of_file(output).map_err(|message| self.fail(&message));
            match place.and_then(|place| self.declaration.generate(spec, &place, self.color)) {
                Ok(text) => texts.push(text),
                Err(failure) => exit = exit.max(failure),
            }
        }
        if exit != Exit::Success {
            return Err(exit);
        }
        for (output, text) in outputs.iter().zip(&texts) {
            outputs::write(output, text).map_err(|message| self.fail(&message))?;
        }
        Ok(Exit::Success)
    }

    fn fail(&self, message: &Message) -> Exit {
        output::fail(message, self.color, Exit::Failure)
    }
}
