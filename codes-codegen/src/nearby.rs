//! Finds help for a path that does not lead to a spec.

use std::fs;
use std::path::Path;

use crate::messages::{self, Message};

/// Returns the help for a path to a file that does not exist.
pub(crate) fn help_for_missing(path: &str, file: &Path) -> String {
    if path.contains("://") {
        return messages::url_for_path().to_string();
    }
    if let Some(meant) = meant_path(path) {
        let slashes = path.trim().replace('\\', "/");
        // if the path differs only in case or lacks its extension, the help need not explain its prefix
        let is_spelling = meant.eq_ignore_ascii_case(&slashes) || meant.starts_with(&slashes);
        return if is_spelling {
            messages::similar_spec(meant).to_string()
        } else {
            messages::meant_path(meant).to_string()
        };
    }
    let Some(folder) = file.parent() else {
        return String::new();
    };
    nearby_specs(folder, Path::new(path), messages::its_directory()).to_string()
}

/// Returns the path of an existing file, relative to the manifest's directory, that differs from
/// the given path only in its prefix, separators, case or extension. For Rust's own macros, paths are
/// relative to the source file, so users often write the wrong prefix.
fn meant_path(path: &str) -> Option<String> {
    const STARTS: [&str; 6] = ["/", "./", "../", "~/", "$CARGO_MANIFEST_DIR/", "src/"];
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")?;
    let slashes = path.trim().replace('\\', "/");
    let mut below = slashes.as_str();
    while let Some(rest) = STARTS.iter().find_map(|start| below.strip_prefix(start)) {
        below = rest;
    }
    let name = below.rsplit('/').next().unwrap_or(below);
    let candidates = [
        below.to_owned(),
        below.to_lowercase(),
        format!("{below}.yaml"),
        format!("{below}.yml"),
        format!("specs/{name}"),
    ];
    let mut candidates = candidates.into_iter();
    candidates.find(|candidate| candidate != path && Path::new(&manifest).join(candidate).is_file())
}

/// Lists the specs in a directory, or proposes the path of one whose name is similar to `wanted`.
pub(crate) fn nearby_specs(folder: &Path, wanted: &Path, place: Message) -> Message {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| is_spec(name)).collect();
    names.sort();
    if names.is_empty() {
        return if folder.is_dir() {
            messages::no_specs(place)
        } else {
            messages::no_folder(folder.display())
        };
    }
    // compared without their extension, which would make all short names similar
    let stem = |name: &str| name.rsplit_once('.').map_or(0, |(stem, _)| stem.len());
    let stems = names.iter().map(|name| &name[..stem(name)]);
    let name = wanted.file_name().unwrap_or_default().to_string_lossy();
    let near = codes_spec::nearest(&name[..stem(&name)], stems.clone());
    if let Some(at) = near.and_then(|near| stems.clone().position(|stem| stem == near)) {
        return messages::similar_spec(wanted.with_file_name(&names[at]).display());
    }
    let more = if names.len() > 5 { ", …" } else { "" };
    names.truncate(5);
    messages::specs(place, names.join(", ") + more)
}

fn is_spec(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|extension| extension == "yaml" || extension == "yml")
}
