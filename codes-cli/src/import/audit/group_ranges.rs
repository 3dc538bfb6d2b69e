//! Finds rows in groups whose headings name a range of other codes.

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::roles::status::range;
use crate::import::roles::values::is_integer;
use crate::messages::doubts::Doubt;

/// Adds a doubt to the first row of each group whose number is outside of the range that the heading of the group has:
/// `310-318 Reserved`
pub(super) fn doubt(draft: &mut Draft) {
    for (at, group) in draft.groups.iter().enumerate() {
        let Some(range) = range_in(&group.title) else {
            continue;
        };
        let mut rows = draft.rows.iter_mut();
        if let Some(row) = rows.find(|row| row.group == Some(at) && is_outside(row, range)) {
            row.doubts.push(Doubt::OutsideOfGroup(group.title.clone()));
        }
    }
}

/// Returns the range or the class in a heading: `1000-1999 General`, `General (10xx)`
fn range_in(heading: &str) -> Option<(i64, i64)> {
    let words: Vec<&str> = heading
        .split_whitespace()
        .map(|word| word.trim_matches(['(', ')', '[', ']', ':', ',']))
        .collect();
    let one = words
        .iter()
        .find_map(|word| range(word).or_else(|| class(word)));
    // `1000 – 1999`
    one.or_else(|| words.windows(3).find_map(|words| range(&words.concat())))
}

fn class(word: &str) -> Option<(i64, i64)> {
    let digits = word.trim_end_matches(['x', 'X']);
    let marks = u32::try_from(word.len() - digits.len()).ok()?;
    let is_class = (1..10).contains(&marks) && is_integer(digits) && !digits.starts_with('-');
    let start = digits.parse::<i64>().ok().filter(|_| is_class)?;
    let size = 10_i64.pow(marks);
    let low = start.checked_mul(size)?;
    Some((low, low.checked_add(size - 1)?))
}

/// Whether all numbers of a row are outside of a range, and have as many digits as its end.
fn is_outside(row: &DraftRow, (low, high): (i64, i64)) -> bool {
    let digits = high.to_string().len();
    let numbers: Vec<i64> = row
        .statuses
        .iter()
        .chain(&row.code)
        .filter(|key| key.len() == digits)
        .filter_map(|key| key.parse().ok())
        .collect();
    !numbers.is_empty() && numbers.iter().all(|number| !(low..=high).contains(number))
}
