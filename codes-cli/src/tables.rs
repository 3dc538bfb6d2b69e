//! `codes tables`: lists the tables of open standards, or prints one as a spec.

use clap::Args;

use crate::exit::Exit;
use crate::output;
use crate::spec_file;
use crate::standards::{self, STANDARDS, Standard};
use crate::style::{ColorOption, Style};

/// List the tables of open standards that come with this command, or print one as a spec
#[derive(Args)]
#[command(after_help = "\
Examples:
  codes tables
  codes explain --table grpc 14
  codes tables grpc > specs/grpc.yaml

The enums of these tables are in the crate `codes-tables`.

Exit status: 0 on success, 2 if standard output cannot be written.")]
pub(crate) struct Tables {
    /// Print the spec of this table, as a starting point for your own
    #[arg(value_name = "NAME", value_parser = standards::names())]
    name: Option<String>,
    #[command(flatten)]
    color: ColorOption,
}

impl Tables {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        match &self.name {
            Some(name) => output::data(&spec(standards::named(name))),
            None => output::styled_data(&self.list()?, self.color),
        }?;
        Ok(Exit::Success)
    }

    fn list(&self) -> Result<String, Exit> {
        let mut list = Style::ACCENT.paint("Name       Rows  Table") + "\n";
        for Standard { name, .. } in STANDARDS {
            let file = spec_file::standard(name);
            let table = spec_file::table(&file, self.color)?;
            let title = table.title.as_deref().unwrap_or_default();
            list += &format!(
                "{name:9}  {:4}  {}: {title}\n",
                table.rows.len(),
                table.vendor
            );
        }
        Ok(list)
    }
}

/// Returns the spec of a standard. Its `$schema` comment names a file in the same directory, as the help of
/// `codes schema` proposes.
fn spec(standard: &Standard) -> String {
    standard.spec.replacen("$schema=../", "$schema=", 1)
}
