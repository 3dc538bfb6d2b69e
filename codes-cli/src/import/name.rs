//! Names for rows that would come to one: the spec's own reader proposes them.

use codes_spec::load;

use super::draft::Draft;
use super::write::{Given, Written, write};

/// How often the reader is asked. It shows fifty mistakes at a time; a page with more than this many is left to people.
const ROUNDS: usize = 40;

/// Writes the draft, with a `name:` for each row that the reader asks for one.
pub(crate) fn write_named(draft: &mut Draft, given: &Given<'_>) -> Written {
    let mut written = write(draft, given);
    for _ in 0..ROUNDS {
        let names = proposals(&written);
        if names.is_empty() {
            break;
        }
        for (row, name) in names {
            draft.rows[row].name = Some(name);
        }
        written = write(draft, given);
    }
    written
}

/// The rows that need a name, and what is proposed for each.
fn proposals(written: &Written) -> Vec<(usize, String)> {
    let loaded = load("", written.text.as_bytes());
    let row_at = |line: usize| written.lines.partition_point(|first| *first <= line).checked_sub(1);
    let named =
        loaded.report.shown().iter().filter(|diagnostic| {
            ["codes::duplicate-name", "codes::keyword", "codes::name"].contains(&diagnostic.rule.id)
        });
    named.filter_map(|diagnostic| Some((row_at(diagnostic.place.line)?, proposal(diagnostic.help())?))).collect()
}

/// The first name that a help shows: ``add `name: InvalidRoute` to this row``.
fn proposal(help: &str) -> Option<String> {
    let (_, behind) = help.split_once("`name: ")?;
    let (name, _) = behind.split_once('`')?;
    (!name.is_empty()).then(|| name.to_owned())
}
