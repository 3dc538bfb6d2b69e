//! Tables whose values look like codes, beside tables that have codes by their headings.

use std::collections::HashSet;

use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::about::is_about_codes;
use crate::import::roles::columns::{self, Reading, Reason};
use crate::import::roles::role::Role;
use crate::import::roles::{forms, vocabulary};

/// What the codes of a table are judged by.
struct Judged {
    name: String,
    /// The heading of the column, or the author, says that it has codes.
    is_named: bool,
    /// The heading above the table is about codes.
    is_announced: bool,
    forms: HashSet<String>,
}

/// Removes the readings of tables without statuses that nothing says to have codes, if other tables have codes by their
/// headings and these have other forms. Returns the heading of the column with the values for each of these tables.
pub(super) fn leave_out(blocks: &[Block], readings: &mut [Option<Reading>]) -> Vec<Option<String>> {
    let mut is_announced = false;
    let mut judged: Vec<Option<Judged>> = Vec::with_capacity(readings.len());
    for block in blocks {
        match block {
            Block::Heading(_, text) => is_announced = is_about_codes(&text.plain),
            Block::Table(table) => {
                let reading = readings.get(judged.len()).and_then(Option::as_ref);
                let judge = |reading| judge(reading, &table.head, &table.rows, is_announced);
                judged.push(reading.and_then(judge));
            }
            _ => {}
        }
    }
    let named = judged.iter().flatten().filter(|judged| judged.is_named);
    let known: HashSet<&String> = named.flat_map(|judged| &judged.forms).collect();
    let is_other = |judged: &Judged| {
        let is_said = judged.is_named || judged.is_announced;
        !known.is_empty() && !is_said && judged.forms.iter().all(|form| !known.contains(form))
    };
    let others: Vec<Option<String>> = judged
        .iter()
        .map(|judged| {
            let judged = judged.as_ref().filter(|judged| is_other(judged))?;
            Some(judged.name.clone())
        })
        .collect();
    for (reading, other) in readings.iter_mut().zip(&others) {
        if other.is_some() {
            *reading = None;
        }
    }
    others
}

fn judge(
    reading: &Reading,
    head: &[Text],
    rows: &[Vec<Text>],
    is_announced: bool,
) -> Option<Judged> {
    let column = reading.roles.iter().position(|role| *role == Role::Code)?;
    let heading = head.get(column).map_or("", |cell| &cell.plain);
    let cells = rows.iter().filter_map(|row| row.get(column));
    Some(Judged {
        is_named: reading.reasons.get(column) == Some(&Reason::Chosen)
            || reading.roles.contains(&Role::Status)
            || vocabulary::labels_codes(heading),
        is_announced,
        forms: cells.map(|cell| forms::form(&cell.plain)).collect(),
        name: columns::name(head, column),
    })
}
