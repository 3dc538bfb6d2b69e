//! `codes import`: a vendor's page → a spec, or what the page says that a spec does not.
//!
//! bytes → page → draft → YAML text. No step reads back.
//!
//! | | |
//! |---|---|
//! | page | `page`; Markdown: `markdown`, `line`, `prepare`, `grid`, `marks`; HTML: `html`, `cells`; `csv`; pasted: `text` |
//! | draft | `draft`, `walk`; where rows are: `layout`; what texts mean: `section`, `prose`, `labels`, `facts`, `columns`, `wording`; rows: `rows`, `state`, `status` |
//! | text | `write`, `head`, `name`, `yaml`; `save` writes a file, `drift` compares |

mod cells;
mod columns;
mod csv;
pub(crate) mod draft;
mod drift;
mod facts;
mod grid;
mod head;
mod html;
mod labels;
mod layout;
mod line;
mod markdown;
mod marks;
mod name;
mod page;
mod prepare;
mod prose;
mod rows;
mod save;
mod section;
mod state;
mod status;
#[cfg(test)]
mod tests;
mod text;
mod walk;
mod wording;
mod write;
mod yaml;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use codes_spec::{MAX_BYTES, MAX_ROWS};

use crate::ending::Ending;
use crate::output::{self, count};
use crate::paint::ColorOption;
use crate::wrap::visible;
use crate::{load, mistakes, read};
use draft::Draft;
use page::{Format, Page};
use write::Given;

/// Write a spec from a vendor's page, or compare the two
///
/// What could not be placed stands in the spec as a comment, and is counted.
#[derive(Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each flag is one of the command line's"
)]
pub(crate) struct Import {
    /// The page: Markdown, HTML, CSV or pasted text; `-` is standard input
    page: PathBuf,
    /// With `--check`: the spec to compare the page with
    #[arg(value_name = "FILE", required_if_eq("check", "true"))]
    spec: Option<PathBuf>,
    /// Compare: which rows were added, are gone, or have changed
    #[arg(long)]
    check: bool,
    /// With `--check`: compare descriptions and the like as well
    // that is only with `--check`, for without it a vendor is required
    #[arg(long, conflicts_with = "vendor")]
    texts: bool,
    /// With `--check`: for whom the answer is written
    #[arg(long, value_enum, conflicts_with = "vendor", default_value_t = Shown::Human)]
    format: Shown,
    /// Who answers with the codes; a spec cannot be written without
    #[arg(long, required_unless_present = "check", conflicts_with = "check")]
    vendor: Option<String>,
    /// Where the page stands
    #[arg(long, value_name = "URL", conflicts_with = "check")]
    source: Option<String>,
    /// When the page was read, as 2026-11-19
    #[arg(long, value_name = "DATE", conflicts_with = "check")]
    retrieved: Option<String>,
    /// The file to write, in place of standard output; with `--split`, a folder
    #[arg(short, long, value_name = "FILE", conflicts_with = "check")]
    output: Option<PathBuf>,
    /// A file for each table of the page
    #[arg(long, requires = "output")]
    split: bool,
    /// Write over files that are there
    #[arg(long, requires = "output")]
    force: bool,
    /// What the page is written in; by default, what it looks like
    #[arg(long, value_enum)]
    from: Option<Format>,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shown {
    /// People: a line for each difference
    Human,
    /// Programs: an object a line
    Json,
}

impl Import {
    pub(crate) fn run(&self) -> Result<Ending, Ending> {
        let words = self.color.words();
        load::stdin_once([&self.page].into_iter().chain(&self.spec), words)?;
        let file = load::page(&self.page, words)?;
        let name = visible(&file.name);
        let text = text_of(&file.bytes)
            .map_err(|why| self.unable(&format!("error: cannot read `{name}`: {why}\n")))?;
        let page = Page::read(&text, self.from.unwrap_or_else(|| Format::of(&name, &text)));
        let mut draft = walk::draft(page);
        if draft.rows.is_empty() {
            let help = "a row begins with a status or a code: in a table, in a heading, or on a line of its own";
            let lost = if draft.found > 0 {
                format!("; {} have neither", count(draft.found, "row"))
            } else {
                String::new()
            };
            return Err(self.mistaken(&format!(
                "error: no table of codes was found in `{name}`{lost}\n  = help: {help}\n"
            )));
        }
        if draft.found > MAX_ROWS {
            let found = count(draft.found, "row");
            return Err(self.mistaken(&format!(
                "error: `{name}` has {found}; a spec has at most {MAX_ROWS}: cut the page into parts\n"
            )));
        }
        match (&self.spec, self.check) {
            (Some(spec), true) => self.compare(&draft, &name, spec),
            (Some(spec), false) => {
                let help = "import one page at a time, name the file to write by `-o`, or compare with `--check`";
                Ok(self.unable(&format!(
                    "error: {} is one path too many\n  = help: {help}\n",
                    read::shown(spec)
                )))
            }
            (None, _) if self.split => self.write_split(draft),
            (None, _) => self.write(&mut draft, self.output.as_deref()),
        }
    }

    fn compare(&self, draft: &Draft, name: &str, spec: &Path) -> Result<Ending, Ending> {
        let words = self.color.words();
        let file = load::spec(spec, words)?;
        let table = load::table(&file, words).map_err(|_| {
            self.mistaken("error: the spec has mistakes; correct them before it is compared\n")
        })?;
        let differing = drift::report(draft, &table, self.texts);
        output::data(&match self.format {
            Shown::Human => differing
                .iter()
                .map(|difference| format!("{difference}\n"))
                .collect::<String>(),
            Shown::Json => differing
                .iter()
                .map(|difference| format!("{}\n", difference.json()))
                .collect(),
        })?;
        let differences = differing.len();
        let spec = visible(&file.name);
        let (page_rows, spec_rows) = (
            count(draft.rows.len(), "row"),
            count(table.rows.len(), "row"),
        );
        let doubts = match draft.doubts() {
            0 => String::new(),
            doubts => format!("; {} on the page", count(doubts, "doubt")),
        };
        let found = if differences == 0 {
            "no drift".to_owned()
        } else {
            count(differences, "difference")
        };
        output::words(&format!(
            "{page_rows} in {name}, {spec_rows} in {spec}: {found}{doubts}\n"
        ));
        Ok(if differences == 0 {
            Ending::Fine
        } else {
            Ending::Mistakes
        })
    }

    fn write(&self, draft: &mut Draft, path: Option<&Path>) -> Result<Ending, Ending> {
        let vendor = self.vendor.as_deref().unwrap_or_default();
        let given = Given {
            vendor,
            source: self.source.as_deref(),
            retrieved: self.retrieved.as_deref(),
        };
        let written = name::write_named(draft, &given);
        let path = path.filter(|path| *path != Path::new("-"));
        match path {
            Some(path) => {
                save::save(path, &written, self.force).map_err(|why| self.unable(&why))?
            }
            None => output::data(&written)?,
        }
        let place = path.map_or(String::new(), |path| {
            format!("{}: ", visible(&path.to_string_lossy()))
        });
        output::words(&format!("{place}{}\n", tally(draft)));
        let shown = path.map_or("<stdout>".to_owned(), |path| {
            path.to_string_lossy().into_owned()
        });
        let loaded = codes_spec::load(&shown, written.as_bytes());
        output::words(
            &(self.color.words().text(&mistakes::human(&loaded.report))
                + &mistakes::omitted(&loaded.report)),
        );
        match loaded.report.errors() {
            0 => Ok(Ending::Fine),
            errors => Ok(self.mistaken(&format!(
                "the spec has {}; correct by hand what the page leaves open\n",
                count(errors, "mistake")
            ))),
        }
    }

    fn write_split(&self, draft: Draft) -> Result<Ending, Ending> {
        let folder = self.output.as_deref().unwrap_or(Path::new("."));
        if !folder.is_dir() {
            let folder = read::shown(folder);
            return Err(self.unable(&format!(
                "error: there is no folder {folder}\n  = help: make it first\n"
            )));
        }
        let drafts = draft.split().into_iter().enumerate();
        let mut files: Vec<_> = drafts
            .map(|(i, (id, draft))| (folder.join(file_name(&id, i + 1)), draft))
            .collect();
        // all of them or none, as far as can be told ahead
        files
            .iter()
            .try_for_each(|(path, _)| save::check(path, self.force))
            .map_err(|why| self.unable(&why))?;
        let mut ending = Ending::Fine;
        for (path, draft) in &mut files {
            match self.write(draft, Some(path))? {
                Ending::Fine => {}
                worse => ending = worse,
            }
        }
        Ok(ending)
    }

    fn unable(&self, words: &str) -> Ending {
        output::words(&self.color.words().text(words));
        Ending::Unable
    }

    fn mistaken(&self, words: &str) -> Ending {
        output::words(&self.color.words().text(words));
        Ending::Mistakes
    }
}

/// The text of a page's bytes, or why there is none.
fn text_of(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > MAX_BYTES {
        return Err(format!(
            "it has more than {MAX_BYTES} bytes\n  = help: cut out the part with the table"
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match str::from_utf8(bytes) {
        Ok(text) => Ok(text.replace("\r\n", "\n").replace(['\r', '\0'], "\n")),
        Err(error) => Err(format!(
            "byte {} is not UTF-8\n  = help: save the page as UTF-8",
            error.valid_up_to() + 1
        )),
    }
}

/// `8 rows found, 8 written, no doubts`
fn tally(draft: &Draft) -> String {
    let doubts = match draft.doubts() {
        0 => "no doubts".to_owned(),
        doubts => format!(
            "{}, each a comment that begins with `not placed`",
            count(doubts, "doubt")
        ),
    };
    format!(
        "{} found, {} written, {doubts}",
        count(draft.found, "row"),
        draft.rows.len()
    )
}

/// The name of a group's file. Ids are in snake case; long ones are cut, and numbered.
fn file_name(id: &str, number: usize) -> String {
    const LONGEST: usize = 60;
    match id.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}_{number}.yaml", &id[..end]),
        None => format!("{id}.yaml"),
    }
}
