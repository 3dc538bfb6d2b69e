//! `--check` and `--update`, which work on files that were generated before.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use similar::TextDiff;

use super::declaration::Declaration;
use super::place::FilePlace;
use super::{header, outputs};
use crate::exit::Exit;
use crate::files::save;
use crate::messages::{Message, cli, generate as messages};
use crate::output;
use crate::style::ColorOption;
use crate::text::{count, visible};

/// The maximum number of lines of a diff that are shown.
const DIFF_LINES: usize = 40;

/// The command in a generated file's header.
#[derive(Parser)]
#[command(no_binary_name = true)]
struct Recorded {
    spec: PathBuf,
    #[command(flatten)]
    declaration: Declaration,
    /// Absent if the command wrote to standard output. The name is ignored: a moved or renamed file
    /// is written where it is now.
    #[arg(short)]
    output: Option<PathBuf>,
}

/// A generated file, and the text that the command in its header produces now.
struct Existing {
    path: PathBuf,
    text: String,
    now: String,
}

pub(super) fn check(paths: &[PathBuf], color: ColorOption) -> Result<Exit, Exit> {
    let (files, mut exit) = generate_all(paths, color);
    for file in &files {
        let [text, now] = [&file.text, &file.now].map(|text| header::without_version(text));
        if text != now {
            output::data(&diff(&file.path, &text, &now))?;
            output::fail(&messages::out_of_date(&file.path), color, Exit::Findings);
            exit = exit.max(Exit::Findings);
        }
    }
    if exit == Exit::Success {
        output::notice(&format!("{} up to date\n", count(files.len(), "file")));
    }
    Ok(exit)
}

pub(super) fn update(paths: &[PathBuf], color: ColorOption) -> Exit {
    let (files, mut exit) = generate_all(paths, color);
    let mut updated = 0;
    for file in files.iter().filter(|file| file.text != file.now) {
        if let Err(message) = save::save(&file.path, &file.now, true) {
            exit = exit.max(output::fail(&message, color, Exit::Failure));
            continue;
        }
        output::notice(&format!(
            "updated {}\n",
            visible(&file.path.to_string_lossy())
        ));
        updated += 1;
    }
    output::notice(&format!(
        "{}, {updated} updated\n",
        count(files.len(), "generated file")
    ));
    exit
}

/// Runs the command that is recorded in each generated file at or below the paths, without writing the result. Errors are printed.
fn generate_all(paths: &[PathBuf], color: ColorOption) -> (Vec<Existing>, Exit) {
    let mut files = Vec::new();
    let mut exit = Exit::Success;
    for path in paths {
        let mut found = FoundFiles::default();
        found.find(path);
        if found.files.is_empty() && found.errors.is_empty() {
            found.errors.push(messages::no_generated_file(path));
        }
        for message in found.errors {
            exit = exit.max(output::fail(&message, color, Exit::Failure));
        }
        for (path, text) in found.files {
            match generate(&path, &text, color) {
                Ok(now) => files.push(Existing { path, text, now }),
                Err(failure) => exit = exit.max(failure),
            }
        }
    }
    (files, exit)
}

/// The generated files with their texts, and errors about files and directories that cannot be
/// read.
#[derive(Default)]
struct FoundFiles {
    files: Vec<(PathBuf, String)>,
    errors: Vec<Message>,
}

impl FoundFiles {
    /// Adds the generated files at or below a path, sorted by name. Build directories, symbolic links and
    /// names with a leading dot are skipped.
    fn find(&mut self, path: &Path) {
        if path.is_dir() {
            return match entries(path) {
                Ok(entries) => entries.iter().for_each(|entry| self.find(entry)),
                Err(error) => self.errors.push(cli::cannot_read(path, &error)),
            };
        }
        // reading a pipe would wait for a writer
        if path.metadata().is_ok_and(|found| !found.is_file()) {
            return self.errors.push(messages::no_generated_file(path));
        }
        match outputs::read(path) {
            Ok(text) if header::is_generated(&text) => self.files.push((path.to_owned(), text)),
            Ok(_) => {}
            Err(error) => self.errors.push(cli::cannot_read(path, &error)),
        }
    }
}

fn entries(directory: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(directory)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<_>>>()?;
    entries.retain(|entry| {
        let name = entry.file_name().unwrap_or_default().to_string_lossy();
        let is_rust = entry.extension().is_some_and(|extension| extension == "rs");
        let is_skipped = name.starts_with('.') || name == "target" || entry.is_symlink();
        !is_skipped && (entry.is_dir() || is_rust && entry.is_file())
    });
    entries.sort();
    Ok(entries)
}

fn generate(path: &Path, text: &str, color: ColorOption) -> Result<String, Exit> {
    let fail = |message: Message| output::fail(&message, color, Exit::Failure);
    let broken = || fail(messages::broken_header(path));
    let arguments = header::arguments(text).ok_or_else(broken)?;
    let recorded = Recorded::try_parse_from(arguments).map_err(|_| broken())?;
    let mut place = FilePlace::of_file(path).map_err(fail)?;
    if recorded.output.is_none() {
        place.name = None;
    }
    let spec = place.locate(&recorded.spec);
    if !spec.exists() {
        return Err(fail(messages::spec_missing(path, &spec)));
    }
    recorded.declaration.generate(&spec, &place, color)
}

fn diff(path: &Path, text: &str, now: &str) -> String {
    let path = visible(&path.to_string_lossy());
    let diff = TextDiff::from_lines(text, now);
    let unified = diff
        .unified_diff()
        .context_radius(1)
        .header(&path, "from the spec")
        .to_string();
    let lines: Vec<_> = unified.lines().collect();
    let omitted = lines.len().saturating_sub(DIFF_LINES);
    let mut shown = String::new();
    for line in lines.iter().take(DIFF_LINES) {
        shown += &visible(line);
        shown.push('\n');
    }
    if omitted > 0 {
        shown += &format!("… {} more\n", count(omitted, "line"));
    }
    shown
}
