//! Blank cells, which stand for the cell above or continue the row above.

use std::collections::HashSet;

use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::status;
use crate::import::roles::values::several_codes;

/// Fills the blank cells of the first column with the cell above, and adds lines without a key to the row above.
pub(super) fn read(rows: &mut Vec<Vec<Text>>, roles: &[Role]) {
    let has_code = roles.contains(&Role::Code);
    match roles.first() {
        Some(Role::Field) => fill_down(rows),
        Some(Role::Status) if has_code => fill_down(rows),
        _ => {}
    }
    continue_rows(rows, roles);
}

/// Fills the blank cells of the first column, if a third of its cells are blank, the first is not, and the others are
/// all different.
fn fill_down(rows: &mut [Vec<Text>]) {
    const LONGEST: usize = 80;
    let firsts = rows.iter().filter_map(|row| row.first());
    let blank = firsts.clone().filter(|cell| cell.is_empty()).count();
    let mut seen = HashSet::new();
    let mut filled = firsts.clone().filter(|cell| !cell.is_empty());
    let are_short = filled.all(|cell| cell.source.len() <= LONGEST && seen.insert(&*cell.plain));
    let has_first = firsts.clone().next().is_some_and(|cell| !cell.is_empty());
    if !has_first || !are_short || seen.len() < 2 || blank * 3 < rows.len() {
        return;
    }
    let mut above = Text::default();
    for row in rows {
        let is_alone = row.iter().skip(1).all(Text::is_empty);
        match row.first_mut() {
            Some(cell) if cell.is_empty() && !is_alone => cell.clone_from(&above),
            Some(cell) if !cell.is_empty() => above = cell.clone(),
            _ => {}
        }
    }
}

/// Adds the cells of lines without a key to the row above, unless they have a title: such a line may be a row.
fn continue_rows(rows: &mut Vec<Vec<Text>>, roles: &[Role]) {
    let is_key = |at: usize| matches!(roles.get(at), Some(Role::Status | Role::Code));
    let is_title = |at: usize| matches!(roles.get(at), Some(Role::Title | Role::Text));
    if !is_key(0) {
        return;
    }
    let mut read: Vec<Vec<Text>> = Vec::with_capacity(rows.len());
    for row in rows.drain(..) {
        let is_own = (0..row.len()).any(|at| (is_key(at) || is_title(at)) && !row[at].is_empty());
        let above = read.last_mut().filter(|above| {
            let is_code = |text: &str| status::is_token(text) || several_codes(text).is_some();
            let has_key = |at: usize| is_key(at) && is_code(&above[at].plain);
            !is_own && (0..above.len()).any(has_key)
        });
        let Some(above) = above else {
            read.push(row);
            continue;
        };
        above.resize(above.len().max(row.len()), Text::default());
        for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let is_prose = !matches!(roles.get(at), Some(Role::Field) | None);
            above[at].push(cell, if is_prose { "\n\n" } else { "; " });
        }
    }
    *rows = read;
}
