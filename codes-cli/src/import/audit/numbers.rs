//! Finds numbers in the wrong place: codes that are read as statuses, and titles that begin with codes.

use std::collections::HashSet;

use crate::import::model::draft::Draft;
use crate::import::roles::values::is_integer;
use crate::import::roles::{registry, status};
use crate::messages::doubts::Doubt;

/// The minimum number of rows that show a mistake.
const LEAST: usize = 3;

/// Returns a doubt if most statuses that were read from headings are not registered for HTTP. Columns and lists of
/// statuses were judged when they were read.
pub(super) fn odd_statuses(draft: &Draft) -> Option<Doubt> {
    let of_headings = draft.rows.iter().filter(|row| row.region == 0);
    let mut seen = HashSet::new();
    let statuses: Vec<&String> = of_headings
        .flat_map(|row| &row.statuses)
        .filter(|status| !status::is_class(status) && seen.insert(*status))
        .collect();
    let is_odd = |status: &&&String| !registry::is_registered(status);
    let first = statuses.iter().find(is_odd)?;
    let registered = statuses.len() - statuses.iter().filter(is_odd).count();
    let is_http = draft.facts.protocol.is_none();
    let are_odd = is_http && statuses.len() >= LEAST && registered * 2 < statuses.len();
    are_odd.then(|| Doubt::OddStatuses {
        first: (*first).clone(),
        registered,
        statuses: statuses.len(),
    })
}

/// Returns a doubt if most titles begin with different numbers: `(0x07) Door open`
pub(super) fn numbered_titles(draft: &Draft) -> Option<Doubt> {
    let titles = draft.rows.iter().filter_map(|row| row.title.as_ref());
    let mut numbers = HashSet::new();
    let mut numbered = titles.filter(|title| {
        let number = leading_number(&title.plain);
        number.is_some_and(|number| numbers.insert(number))
    });
    let first = numbered.next()?;
    let count = 1 + numbered.count();
    let are_most = count >= LEAST && count * 2 > draft.rows.len();
    are_most.then(|| Doubt::NumberedTitles(first.plain.clone()))
}

/// Returns the integer or hexadecimal number at the start of a title.
fn leading_number(title: &str) -> Option<&str> {
    let title = title.trim_start_matches(['(', '[', '#']);
    let number = title.split(|c: char| !c.is_alphanumeric()).next()?;
    let is_hex = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_number = is_integer(number) || number.strip_prefix("0x").is_some_and(is_hex);
    (is_number && number.len() < title.len()).then_some(number)
}
