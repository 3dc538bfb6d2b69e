//! `--check` and `--update`: files that were generated before.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use similar::TextDiff;

use super::{Declaration, Failure, header};
use crate::exit::Exit;
use crate::files::save;
use crate::messages::{Message, cli, generate as messages};
use crate::output;
use crate::style::ColorOption;
use crate::text::{count, visible};

/// The most lines of a diff that are shown.
const DIFF_LINES: usize = 40;

/// The command in a generated file's header.
#[derive(Parser)]
#[command(no_binary_name = true)]
struct Recorded {
    spec: PathBuf,
    #[command(flatten)]
    declaration: Declaration,
    #[arg(short)]
    output: PathBuf,
}

/// A generated file, and what its header produces now.
struct Existing {
    path: PathBuf,
    text: String,
    now: String,
}

impl Existing {
    /// Whether only the version of the command differs, if anything.
    fn is_current(&self) -> bool {
        header::body(&self.text) == header::body(&self.now)
    }
}

pub(super) fn check(paths: &[PathBuf], color: ColorOption) -> Result<Exit, Exit> {
    let (files, mut exit) = generate_all(paths, color);
    for file in files.iter().filter(|file| !file.is_current()) {
        output::data(&diff(file))?;
        output::fail(&messages::out_of_date(&file.path), color, Exit::Findings);
        exit = exit.max(Exit::Findings);
    }
    if exit == Exit::Success {
        output::notice(&format!("{} up to date\n", count(files.len(), "file")));
    }
    Ok(exit)
}

pub(super) fn update(paths: &[PathBuf], color: ColorOption) -> Result<Exit, Exit> {
    let (files, exit) = generate_all(paths, color);
    let mut updated = 0;
    for file in files.iter().filter(|file| file.text != file.now) {
        save::save(&file.path, &file.now, true)
            .map_err(|message| output::fail(&message, color, Exit::Failure))?;
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
    Ok(exit)
}

/// Generates all files below the paths again, in order. What cannot be generated is reported.
fn generate_all(paths: &[PathBuf], color: ColorOption) -> (Vec<Existing>, Exit) {
    let mut files = Vec::new();
    let mut exit = Exit::Success;
    for path in paths {
        let mut found = Vec::new();
        if let Err(message) = find(path, &mut found) {
            exit = exit.max(output::fail(&message, color, Exit::Failure));
            continue;
        }
        if found.is_empty() {
            let message = messages::no_generated_file(path);
            exit = exit.max(output::fail(&message, color, Exit::Failure));
        }
        for (path, text) in found {
            match generate(&path, &text, color) {
                Ok(now) => files.push(Existing { path, text, now }),
                Err(failure) => exit = exit.max(failure.report(color)),
            }
        }
    }
    (files, exit)
}

/// Adds the generated files at or below a path, sorted by name. Build directories, hidden ones and links are skipped.
fn find(path: &Path, found: &mut Vec<(PathBuf, String)>) -> Result<(), Message> {
    let cannot_read = |error: std::io::Error| cli::cannot_read(path, &error);
    if path.is_dir() {
        let mut entries = fs::read_dir(path)
            .map_err(cannot_read)?
            .map(|entry| Ok(entry?.path()))
            .collect::<std::io::Result<Vec<_>>>()
            .map_err(cannot_read)?;
        entries.sort();
        for entry in entries {
            let name = entry
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let is_rust = entry.extension().is_some_and(|extension| extension == "rs");
            let is_skipped = name.starts_with('.') || name == "target" || entry.is_symlink();
            if !is_skipped && (entry.is_dir() || is_rust && entry.is_file()) {
                find(&entry, found)?;
            }
        }
        return Ok(());
    }
    let text = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).replace("\r\n", "\n"),
        Err(error) => return Err(cannot_read(error)),
    };
    if header::is_generated(&text) {
        found.push((path.to_owned(), text));
    }
    Ok(())
}

fn generate(path: &Path, text: &str, color: ColorOption) -> Result<String, Failure> {
    let broken = || Failure::Message(messages::broken_header(path));
    let arguments = header::arguments(text).ok_or_else(broken)?;
    let recorded = Recorded::try_parse_from(arguments).map_err(|_| broken())?;
    // a moved or renamed file is written where it is now
    let directory = path.parent().unwrap_or(Path::new("."));
    recorded
        .declaration
        .generate(&directory.join(recorded.spec), path, color)
}

fn diff(file: &Existing) -> String {
    let path = visible(&file.path.to_string_lossy());
    let diff = TextDiff::from_lines(header::body(&file.text), header::body(&file.now));
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
