//! The options that a generated file records in its header, and the text that they produce.

use std::path::Path;

use clap::Args;
use codes_codegen::{Options, OptionsError};
use codes_spec::{is_unprintable, load};

use super::header;
use super::place::FilePlace;
use crate::diagnostics;
use crate::exit::Exit;
use crate::messages::{Message, generate as messages};
use crate::output;
use crate::spec_file;
use crate::style::ColorOption;

#[derive(Args)]
pub(super) struct Declaration {
    /// Name of the enum; by default derived from the file name, as in `PointsCode` for `points.yaml`
    #[arg(long = "enum", value_name = "NAME")]
    name: Option<String>,
    /// Visibility of the enum, such as `pub(crate)`; `''` is private, for a file that you `include!`
    #[arg(long, value_name = "VISIBILITY", default_value = "pub")]
    visibility: String,
    /// Omit `#[non_exhaustive]`
    #[arg(long)]
    exhaustive: bool,
    /// Use the codes as discriminants, with this integer type, such as `i32`
    #[arg(long, value_name = "TYPE")]
    repr: Option<String>,
    /// Implement `Serialize` and `Deserialize`; needs the feature `serde` of codes-runtime
    #[arg(long)]
    serde: bool,
    /// Path of codes-runtime, if it is renamed or re-exported
    #[arg(long = "crate", value_name = "PATH")]
    runtime: Option<String>,
    /// Documentation of the enum, placed before the vendor's table (may be repeated, once for each line)
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    doc: Vec<String>,
}

impl Declaration {
    pub(super) fn has_name(&self) -> bool {
        self.name.is_some()
    }

    /// Returns the text of a generated file. Warnings and errors are printed.
    pub(super) fn generate(
        &self,
        spec: &Path,
        place: &FilePlace,
        color: ColorOption,
    ) -> Result<String, Exit> {
        let fail = |message: Message| output::fail(&message, color, Exit::Failure);
        let options = self.options(spec).map_err(fail)?;
        let file = spec_file::read(spec, color)?;
        let loaded = load(&file.name, &file.bytes);
        diagnostics::show(&loaded.report, color);
        if loaded.report.errors() > 0 {
            return Err(Exit::Findings);
        }
        let code = codes_codegen::generate(loaded.table, &options)
            .map_err(|error| fail(invalid(&error, &options)))?;
        let spec = place.path_to(spec).map_err(fail)?;
        Ok(header::write(&spec, &arguments(&spec, &options, place)) + &code)
    }

    fn options(&self, spec: &Path) -> Result<Options, Message> {
        let name = self.name.clone().or_else(|| enum_name(spec));
        let doc: Vec<_> = self.doc.iter().flat_map(|text| lines(text)).collect();
        if doc.iter().any(|line| line.contains(is_unprintable)) {
            return Err(messages::unprintable_doc());
        }
        Ok(Options {
            name: name.ok_or_else(|| messages::missing_name(spec))?,
            visibility: self.visibility.clone(),
            exhaustive: self.exhaustive,
            repr: self.repr.clone(),
            serde: self.serde,
            runtime: self.runtime.clone(),
            doc: doc.join("\n"),
        })
    }
}

/// Returns the lines of text. Empty text is one blank line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().chain(text.is_empty().then_some(text))
}

fn invalid(error: &OptionsError, options: &Options) -> Message {
    match error {
        OptionsError::Name => messages::invalid_name(&options.name),
        OptionsError::Visibility => messages::invalid_visibility(&options.visibility),
        OptionsError::Runtime => {
            messages::invalid_crate(options.runtime.as_deref().unwrap_or_default())
        }
        OptionsError::Repr => messages::invalid_repr(options.repr.as_deref().unwrap_or_default()),
        OptionsError::Codes(reason) => messages::invalid_codes(reason),
    }
}

/// Returns the arguments that generate the same file if the command runs in its directory.
fn arguments(spec: &str, options: &Options, place: &FilePlace) -> Vec<String> {
    let mut arguments = vec![spec.to_owned(), "--enum".to_owned(), options.name.clone()];
    let mut option = |name: &str, value: Option<&str>| {
        arguments.push(name.to_owned());
        arguments.extend(value.map(str::to_owned));
    };
    if options.visibility != "pub" {
        option("--visibility", Some(&options.visibility));
    }
    if options.exhaustive {
        option("--exhaustive", None);
    }
    if let Some(repr) = &options.repr {
        option("--repr", Some(repr));
    }
    if options.serde {
        option("--serde", None);
    }
    if let Some(path) = &options.runtime {
        option("--crate", Some(path));
    }
    // one option per line, because the command in the header must fit on one line
    for line in options.doc.lines() {
        option("--doc", Some(line));
    }
    if let Some(name) = &place.name {
        option("-o", Some(name));
    }
    arguments
}

/// `PointsCode` for `specs/points.yaml`.
fn enum_name(spec: &Path) -> Option<String> {
    let stem = spec.file_stem()?.to_string_lossy();
    Some(codes_spec::camel_case(&stem)? + "Code")
}
