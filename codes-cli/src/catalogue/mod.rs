//! A catalogue of tables as static HTML pages: an index, and a page for each table.

mod anchors;
mod html;
mod index;
mod list;
mod page;
mod row;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use codes_spec::Table;

use crate::exit::Exit;
use crate::files::{self, File, save};
use crate::messages::{Message, catalogue as messages, cli};
use crate::output;
use crate::spec_file;
use crate::style::ColorOption;
use crate::text::{count, visible};
use anchors::Anchors;
use page::TablePage;

/// Options of `codes explain --format html`.
#[derive(Clone, clap::Args)]
pub(crate) struct CatalogueOptions {
    /// Directory for the pages; it is created if it does not exist (only with `--format html`)
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Address where the pages will be, so that the address of a row can be the `type` of a problem (RFC 9457; only with
    /// `--format html`)
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Overwrite files that are not pages of a catalogue (only with `--format html`)
    #[arg(long, requires = "output")]
    force: bool,
}

/// Accepts an `http` or `https` address, and makes sure that it ends in `/`.
fn base_url(text: &str) -> Result<String, &'static str> {
    let is_address = ["https://", "http://"].iter().any(|scheme| {
        text.strip_prefix(scheme)
            .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
    });
    let is_plain =
        !text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>?#".contains(c));
    if is_address && is_plain {
        Ok(format!("{}/", text.trim_end_matches('/')))
    } else {
        Err(messages::INVALID_BASE_URL)
    }
}

impl CatalogueOptions {
    /// Returns whether an option is given that only applies to a catalogue.
    pub(crate) fn are_given(&self) -> bool {
        self.output.is_some() || self.base_url.is_some()
    }

    /// Writes a catalogue of the table of a standard, if one is given, and of specs and directories with specs.
    pub(crate) fn write(
        &self,
        standard: Option<File>,
        arguments: &[PathBuf],
        color: ColorOption,
    ) -> Result<Exit, Exit> {
        let fail = |message: Message| output::fail(&message, color, Exit::Failure);
        let Some(directory) = &self.output else {
            return Err(fail(messages::needs_output()));
        };
        files::check_stdin_once(arguments).map_err(fail)?;
        let mut files: Vec<_> = standard.into_iter().collect();
        for argument in arguments {
            for path in files::expand(argument).map_err(fail)? {
                files.push(spec_file::read(&path, color)?);
            }
        }
        let tables = files.iter().map(|file| spec_file::table(file, color));
        // collected first, so that the errors of all specs are printed
        let tables: Vec<_> = tables.collect::<Vec<_>>();
        let tables = tables.into_iter().collect::<Result<Vec<_>, _>>()?;
        let pages = pages(&files, &tables, self.base_url.as_deref());
        let written = render(&pages, self.base_url.as_deref());
        self.save(directory, &written).map_err(fail)?;
        let rows = tables.iter().map(|table| table.rows.len()).sum();
        output::notice(&format!(
            "{}: {} with {}\n",
            visible(&directory.join("index.html").to_string_lossy()),
            count(tables.len(), "table"),
            count(rows, "row")
        ));
        Ok(Exit::Success)
    }

    /// Writes all files, or none if one of them must not be overwritten.
    fn save(&self, directory: &Path, files: &[(String, String)]) -> Result<(), Message> {
        if directory.exists() && !directory.is_dir() {
            return Err(messages::not_a_directory(directory));
        }
        fs::create_dir_all(directory).map_err(|error| cli::cannot_write(directory, &error))?;
        for (name, _) in files {
            let path = directory.join(name);
            save::check(&path, true)?;
            let is_page = || {
                files::read(&path, &[])
                    .is_ok_and(|file| file.bytes.starts_with(page::MARK.as_bytes()))
            };
            if !self.force && path.exists() && !is_page() {
                return Err(messages::not_a_page(&path));
            }
        }
        for (name, html) in files {
            save::save(&directory.join(name), html, true)?;
        }
        Ok(())
    }
}

/// Names each table's page after the file of its spec, or after the vendor if the spec is from standard input.
fn pages<'t>(
    files: &[File],
    tables: &'t [Table<'t>],
    base_url: Option<&'t str>,
) -> Vec<TablePage<'t>> {
    let mut taken = HashSet::from(["index".to_owned()]);
    let pages = files.iter().zip(tables).map(|(file, table)| {
        let stem = Path::new(&file.name)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let slug = slug(if file.name == "<stdin>" {
            &table.vendor
        } else {
            &stem
        });
        let mut name = slug.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{slug}-{number}");
            number += 1;
        }
        TablePage {
            table,
            file: format!("{name}.html"),
            anchors: Anchors::new(table),
            base_url,
        }
    });
    pages.collect()
}

/// Converts text to lower-case letters, digits and hyphens.
fn slug(text: &str) -> String {
    const LONGEST: usize = 60;
    let keep = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let slug: String = text.chars().map(keep).take(LONGEST).collect();
    let slug = slug.trim_matches('-');
    if slug.is_empty() {
        "table".to_owned()
    } else {
        slug.to_owned()
    }
}

/// Returns the names and texts of all files.
fn render(pages: &[TablePage<'_>], base_url: Option<&str>) -> Vec<(String, String)> {
    let index = ("index.html".to_owned(), index::html(pages, base_url));
    let pages = pages.iter().map(|page| (page.file.clone(), page.html()));
    std::iter::once(index).chain(pages).collect()
}
