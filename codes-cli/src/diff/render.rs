//! Formats changes and their verdict as text, JSON or Markdown.

use codes_spec::code_span;
use serde::Serialize;

use super::change::{Change, Level};
use crate::json;
use crate::style::Style;
use crate::text::wrap;

/// Formats a line for each change, and the verdict. If a width is given, longer lines are wrapped and indented.
pub(super) fn human(changes: &[Change], width: Option<usize>) -> String {
    const MARGIN: &str = "       ";
    let line = |change: &Change| {
        let subject = change.row.as_ref().map_or("table", |row| row);
        let text = format!("{subject}: {}; {}", describe(change), change.why);
        let width = width.map_or(usize::MAX, |width| width - MARGIN.len());
        let text = wrap(&text, width).join(&format!("\n{MARGIN}"));
        let subject = text
            .get(..subject.len())
            .filter(|start| *start == subject)
            .unwrap_or_default();
        let bold = if subject.is_empty() {
            String::new()
        } else {
            Style::BOLD.paint(subject)
        };
        format!(
            "{}  {bold}{}\n",
            level(change.level),
            &text[subject.len()..]
        )
    };
    let lines: String = changes.iter().map(line).collect();
    let verdict = match verdict(changes) {
        Some(verdict) => {
            let text = wrap(
                &format!("({})", tally(changes)),
                width.map_or(usize::MAX, |width| width - MARGIN.len()),
            );
            let too_long =
                "verdict: major (".len() + text.concat().len() > width.unwrap_or(usize::MAX);
            let separator = if too_long {
                format!("\n{MARGIN}")
            } else {
                " ".to_owned()
            };
            format!(
                "{}{separator}{}",
                level(verdict),
                text.join(&format!("\n{MARGIN}"))
            )
        }
        None => "none (no differences)".to_owned(),
    };
    format!("{lines}verdict: {verdict}\n")
}

fn level(level: Level) -> String {
    let style = match level {
        Level::Major => Style::ERROR,
        Level::Minor => Style::WARNING,
        Level::Patch => Style::ACCENT,
    };
    style.paint(level.as_str())
}

/// The last line of JSON output.
#[derive(Serialize)]
struct VerdictRecord {
    verdict: &'static str,
    major: usize,
    minor: usize,
    patch: usize,
}

/// Formats each change as a JSON object on a line of its own, and the verdict as the last.
pub(super) fn json(changes: &[Change]) -> String {
    let verdict = VerdictRecord {
        verdict: verdict(changes).map_or("none", Level::as_str),
        major: count(changes, Level::Major),
        minor: count(changes, Level::Minor),
        patch: count(changes, Level::Patch),
    };
    let changes: String = changes.iter().map(json::line).collect();
    changes + &json::line(&verdict)
}

/// Formats a list for each level, and the verdict.
pub(super) fn markdown(changes: &[Change]) -> String {
    let mut out = String::new();
    for level in Level::ALL {
        let mut heading = format!("### {}\n\n", level.as_str());
        for change in changes.iter().filter(|change| change.level == level) {
            let subject = change
                .row
                .as_ref()
                .map_or("table".to_owned(), |row| code_span(row));
            out += &format!(
                "{}- {subject}: {}; {}\n",
                std::mem::take(&mut heading),
                describe(change),
                change.why
            );
        }
        if heading.is_empty() {
            out.push('\n');
        }
    }
    let verdict = match verdict(changes) {
        Some(verdict) => format!("**{}** ({})", verdict.as_str(), tally(changes)),
        None => "**none** (no differences)".to_owned(),
    };
    format!("{out}Verdict: {verdict}\n")
}

/// Returns the highest level, or `None` if there are no changes.
pub(super) fn verdict(changes: &[Change]) -> Option<Level> {
    changes.iter().map(|change| change.level).max()
}

fn count(changes: &[Change], level: Level) -> usize {
    changes
        .iter()
        .filter(|change| change.level == level)
        .count()
}

/// `1 major, 2 patch`
fn tally(changes: &[Change]) -> String {
    let counts = Level::ALL.map(|level| (count(changes, level), level.as_str()));
    let found = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, level)| format!("{count} {level}"));
    found.collect::<Vec<_>>().join(", ")
}

/// Describes a change. Long texts are left out: a diff of the files shows them better.
fn describe(change: &Change) -> String {
    const LONGEST: usize = 60;
    let key = match change.key {
        // items of these lists are reported one by one
        "aliases" => "alias",
        "former_names" => "former name",
        "tags" => "tag",
        "messages" => "message",
        "fields" => "field",
        "groups" => "group",
        key => key,
    };
    let is_short = |text: &str| text.chars().count() <= LONGEST && !text.contains(char::is_control);
    if key == "codes" {
        return if change.old.is_some() {
            "removed"
        } else {
            "added"
        }
        .to_owned();
    }
    // the text before the colon is an id or a name
    let id = |text: &String| match (key, text.split_once(": ")) {
        ("tag" | "field" | "group" | "body" | "headers", Some((id, _))) if is_short(id) => {
            format!(" {}", code_span(id))
        }
        _ => String::new(),
    };
    let quote = |text: &String| {
        if is_short(text) {
            format!(" {}", code_span(text))
        } else {
            id(text)
        }
    };
    match (&change.old, &change.new) {
        (Some(_), Some(new)) if key == "name" => format!("renamed to {}", code_span(new)),
        (Some(old), Some(new)) if old == new => format!("{key}{} is now shared", quote(old)),
        (Some(old), Some(new)) if is_short(old) && is_short(new) => {
            format!("{key}{} →{}", quote(old), quote(new))
        }
        (Some(old), Some(_)) => format!("{key}{} changed", id(old)),
        (Some(old), None) => format!("{key}{} removed", quote(old)),
        (None, Some(new)) => format!("{key}{} added", quote(new)),
        (None, None) => key.to_owned(),
    }
}
