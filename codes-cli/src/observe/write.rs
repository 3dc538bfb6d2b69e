//! Adds missing rows to specs.

use std::path::Path;

use codes_spec::load;

use super::draft::missing_rows;
use super::observer::{Observer, Subject};
use crate::edit::Editor;
use crate::exit::Exit;
use crate::files::{STDIN, save};
use crate::messages::Message;
use crate::messages::edit::Refusal;
use crate::messages::observe as messages;
use crate::output;
use crate::style::ColorOption;

/// Appends the missing rows to each spec. On success, every unknown code has a row afterwards.
pub(super) fn write(observer: &Observer<'_>, color: ColorOption) -> Exit {
    let subjects = observer.subjects.iter();
    let exits = subjects.map(|subject| match append(subject) {
        Ok(written) => written.report(subject, color),
        Err(message) => output::fail(&message, color, Exit::Failure),
    });
    exits.max().unwrap_or(Exit::Success)
}

struct Written {
    added: usize,
    /// Rows that would be errors in the spec.
    refused: Vec<String>,
}

impl Written {
    fn report(&self, subject: &Subject<'_>, color: ColorOption) -> Exit {
        let path = Path::new(subject.spec);
        for row in &self.refused {
            output::fail(&messages::row_not_added(path, row), color, Exit::Findings);
        }
        if self.added > 0 {
            output::notice(&messages::rows_added(path, self.added));
        }
        if self.refused.is_empty() && subject.tally.beyond_unknown == 0 {
            Exit::Success
        } else {
            Exit::Findings
        }
    }
}

fn append(subject: &Subject<'_>) -> Result<Written, Message> {
    let path = Path::new(subject.spec);
    let rows = missing_rows(&subject.tally, subject.table);
    let mut written = Written {
        added: 0,
        refused: Vec::new(),
    };
    if rows.is_empty() {
        return Ok(written);
    }
    if path == Path::new(STDIN) {
        return Err(messages::standard_input());
    }
    let mut text = subject.text.to_owned();
    if let Some(all) = with_rows(&text, &rows, subject)? {
        text = all;
        written.added = rows.len();
    } else {
        for row in rows {
            match with_rows(&text, std::slice::from_ref(&row), subject)? {
                Some(more) => {
                    text = more;
                    written.added += 1;
                }
                None => written.refused.push(row),
            }
        }
    }
    if written.added > 0 {
        save::save(path, &text, true)?;
    }
    Ok(written)
}

/// Returns the text with more rows, or `None` if it would have errors or its old rows would change.
fn with_rows(
    text: &str,
    rows: &[String],
    subject: &Subject<'_>,
) -> Result<Option<String>, Message> {
    let refused = |reason: Refusal| messages::cannot_add(Path::new(subject.spec), reason);
    let mut editor = Editor::new(text).map_err(refused)?;
    for row in rows {
        editor.add_row(None, row).map_err(refused)?;
    }
    let text = editor.finish(text).map_err(refused)?;
    let loaded = load("", text.as_bytes());
    let old = &subject.table.rows;
    let is_right = loaded.report.errors() == 0 && loaded.table.rows.starts_with(old);
    Ok(is_right.then_some(text))
}
