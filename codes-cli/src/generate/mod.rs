//! `codes generate`: writes the code of an enum to a file, for builds without the macro.

mod existing;
mod header;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use codes_codegen::{Options, OptionsError, SpecFile};
use codes_spec::load;

use crate::diagnostics;
use crate::exit::Exit;
use crate::files::{self, STDIN, save};
use crate::messages::{Message, cli, generate as messages};
use crate::output;
use crate::style::ColorOption;

/// Write the enum of a spec to a Rust file, for builds without the macro
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes generate specs/points.yaml --enum PointsCode -o src/points_code.rs
  codes generate --check src
  codes generate --update src

A generated file needs only `codes-runtime` with `default-features = false`. Its second line is the command
that made it; `--check` and `--update` find generated files by that.

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
    /// Overwrite a file that was not generated
    #[arg(long)]
    force: bool,
    /// Compare generated files, or those below directories, with what their specs produce
    #[arg(long, value_name = "PATH", num_args = 1.., conflicts_with_all = ["specs", "update", "output", "name"])]
    check: Vec<PathBuf>,
    /// Rewrite generated files, or those below directories
    #[arg(long, value_name = "PATH", num_args = 1.., conflicts_with_all = ["specs", "output", "name"])]
    update: Vec<PathBuf>,
    #[command(flatten)]
    color: ColorOption,
}

/// The options that a generated file records in its header.
#[derive(Args, Clone)]
struct Declaration {
    /// Name of the enum; by default derived from the file name, as in `PointsCode` for `points.yaml`
    #[arg(long = "enum", value_name = "NAME")]
    name: Option<String>,
    /// Visibility of the enum, such as `pub(crate)`
    #[arg(long, value_name = "VISIBILITY", default_value = "pub")]
    visibility: String,
    /// Omit `#[non_exhaustive]`
    #[arg(long)]
    exhaustive: bool,
    /// Implement `Serialize` and `Deserialize`; needs the feature `serde` of codes-runtime
    #[arg(long)]
    serde: bool,
    /// Path of codes-runtime, if you renamed or re-export it
    #[arg(long = "crate", value_name = "PATH")]
    runtime: Option<String>,
    /// Documentation of the enum, before the vendor's table
    #[arg(long, value_name = "TEXT")]
    doc: Option<String>,
}

/// Why a file could not be generated.
enum Failure {
    /// It was reported.
    Reported(Exit),
    Message(Message),
}

impl Generate {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        if !self.check.is_empty() {
            return existing::check(&self.check, self.color);
        }
        if !self.update.is_empty() {
            return existing::update(&self.update, self.color);
        }
        let result = self.check_arguments().map_err(Failure::Message);
        result
            .and_then(|()| self.specs.iter().try_for_each(|spec| self.write(spec)))
            .map_err(|failure| failure.report(self.color))?;
        Ok(Exit::Success)
    }

    fn check_arguments(&self) -> Result<(), Message> {
        if self.specs.iter().any(|spec| spec == Path::new(STDIN)) {
            return Err(messages::standard_input());
        }
        if self.specs.len() > 1 {
            if self.declaration.name.is_some() {
                return Err(messages::one_name_for_several());
            }
            if !self.output.as_deref().is_some_and(Path::is_dir) {
                return Err(messages::several_need_a_directory());
            }
        }
        Ok(())
    }

    fn write(&self, spec: &Path) -> Result<(), Failure> {
        let output = self.output.as_deref().map(|output| {
            if output.is_dir() {
                output.join(file_name(spec))
            } else {
                output.to_owned()
            }
        });
        let Some(output) = output else {
            let text = self
                .declaration
                .generate(spec, Path::new("-"), self.color)?;
            return output::data(&text).map_err(Failure::Reported);
        };
        let is_generated =
            fs::read_to_string(&output).is_ok_and(|text| header::is_generated(&text));
        if output.is_file() && !is_generated && !self.force {
            return Err(Failure::Message(messages::not_generated(&output)));
        }
        let text = self.declaration.generate(spec, &output, self.color)?;
        save::save(&output, &text, true).map_err(Failure::Message)
    }
}

impl Declaration {
    /// Returns the text of a generated file. Warnings and errors in the spec are shown.
    fn generate(&self, spec: &Path, output: &Path, color: ColorOption) -> Result<String, Failure> {
        let file = files::read(spec, files::SPECS).map_err(Failure::Message)?;
        let loaded = load(&file.name, &file.bytes);
        diagnostics::show(&loaded.report, color);
        if loaded.report.errors() > 0 {
            return Err(Failure::Reported(Exit::Findings));
        }
        let name = self.name.clone().or_else(|| enum_name(spec));
        let name = name.ok_or_else(|| Failure::Message(messages::missing_name(spec)))?;
        let options = Options {
            name: name.clone(),
            visibility: self.visibility.clone(),
            exhaustive: self.exhaustive,
            serde: self.serde,
            runtime: self.runtime.clone(),
            doc: self.doc.clone(),
        };
        let code = codes_codegen::generate(&SpecFile::new(file.name, file.bytes), &options);
        let code = code.map_err(|error| {
            Failure::Message(match error {
                OptionsError::Name => messages::invalid_name(&name),
                OptionsError::Visibility => messages::invalid_visibility(&self.visibility),
                OptionsError::Runtime => {
                    messages::invalid_crate(self.runtime.as_deref().unwrap_or_default())
                }
            })
        })?;
        let cannot_write =
            |error: std::io::Error| Failure::Message(cli::cannot_write(output, &error));
        let spec = header::absolute(spec).map_err(cannot_write)?;
        let output = header::absolute(output).map_err(cannot_write)?;
        let spec = header::relative(&spec, output.parent().unwrap_or(Path::new("/")));
        let arguments = self.arguments(&spec, &name, &output);
        Ok(header::write(&spec, &arguments) + &code)
    }

    /// The arguments that produce the same file when they are used in its directory.
    fn arguments(&self, spec: &str, name: &str, output: &Path) -> Vec<String> {
        let mut arguments = vec![spec.to_owned(), "--enum".to_owned(), name.to_owned()];
        let mut option = |name: &str, value: Option<&str>| {
            arguments.extend([name.to_owned()]);
            arguments.extend(value.map(str::to_owned));
        };
        if self.visibility != "pub" {
            option("--visibility", Some(&self.visibility));
        }
        if self.exhaustive {
            option("--exhaustive", None);
        }
        if self.serde {
            option("--serde", None);
        }
        if let Some(path) = &self.runtime {
            option("--crate", Some(path));
        }
        if let Some(doc) = &self.doc {
            option("--doc", Some(doc));
        }
        let file = output.file_name().unwrap_or_default().to_string_lossy();
        if file != STDIN {
            option("-o", Some(&file));
        }
        arguments
    }
}

impl Failure {
    fn report(self, color: ColorOption) -> Exit {
        match self {
            Failure::Reported(exit) => exit,
            Failure::Message(message) => output::fail(&message, color, Exit::Failure),
        }
    }
}

/// `PointsCode` for `specs/points.yaml`.
fn enum_name(spec: &Path) -> Option<String> {
    let stem = spec.file_stem()?.to_string_lossy();
    Some(codes_spec::camel_case(&stem)? + "Code")
}

/// `points_code.rs` for `specs/points.yaml`.
fn file_name(spec: &Path) -> String {
    let stem = spec.file_stem().unwrap_or_default().to_string_lossy();
    let word = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '_'
        }
    };
    stem.chars().map(word).collect::<String>() + "_code.rs"
}
