//! Numbers that look like statuses but are codes.

use crate::import::extract::regions::keyed_line::{Certainty, KeyedLine};
use crate::import::roles::registry;
use crate::import::roles::values::is_integer;

/// The minimum number of rows for the absence of HTTP phrases to suggest that the numbers are not statuses.
const MANY: usize = 6;

/// How many rows show that none of them has a status of an error.
const SEVERAL: usize = 3;

/// Turns the statuses of a run into codes if most of them are neither registered for HTTP nor in its error classes, or
/// if at least a third are not registered and the page has no phrases of HTTP. One that is not registered is enough
/// if all are below 400.
pub(super) fn to_codes(keyed: &mut [Vec<Option<KeyedLine>>], has_phrases: bool) {
    let is_number = |line: &&mut KeyedLine| line.status.plain.bytes().all(|b| b.is_ascii_digit());
    let mut lines: Vec<_> = keyed.iter_mut().flatten().flatten().collect();
    lines.retain(|line| {
        let has_status = !line.status.is_empty() && line.code.is_empty();
        has_status || line.status.is_empty() && line.certainty == Certainty::Weak
    });
    let statuses = lines.iter().map(|line| &*line.status.plain);
    let is_known = |status: &&str| registry::is_registered(status);
    let is_likely = |status: &&str| is_known(status) || status.starts_with(['4', '5']);
    let likely = statuses.clone().filter(is_likely).count();
    // many statuses that are not registered for HTTP, and none of its phrases
    let unknown = lines.len() - statuses.clone().filter(is_known).count();
    let are_others = !has_phrases && lines.len() >= MANY && unknown * 3 >= lines.len();
    let is_low = |status: &str| status < "4";
    let has_status = statuses.clone().any(|status| !status.is_empty());
    let are_low = has_status && lines.len() >= SEVERAL && statuses.clone().all(is_low);
    // HTTP has no status with leading zeros
    let some_have_zeros = lines.iter().any(|line| has_zeros(&line.code.plain));
    let are_others = are_others || !has_phrases && (are_low && unknown > 0 || some_have_zeros);
    if lines.len() < 2 || likely * 2 >= lines.len() && !are_others {
        return;
    }
    for line in lines.into_iter().filter(is_number) {
        if !line.status.is_empty() {
            line.code = std::mem::take(&mut line.status);
            line.certainty = line.certainty.min(Certainty::Fair);
        } else if line.code.plain.starts_with('-') && is_integer(&line.code.plain)
            || has_zeros(&line.code.plain)
        {
            // the number of a step has neither a sign nor leading zeros
            line.certainty = Certainty::Fair;
        }
    }
}

/// Whether a number is written like a status, but with leading zeros: `000`
pub(super) fn has_zeros(number: &str) -> bool {
    number.len() == 3 && number.starts_with('0') && is_integer(number)
}
