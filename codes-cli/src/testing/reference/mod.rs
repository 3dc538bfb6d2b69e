//! A slow and simple implementation of the rules of classification.

mod matches;
mod sets;
mod step;

use codes_runtime::Reply;
use codes_spec::Table;

use matches::{code_width, status_width, text_of};
use sets::first_set;
pub use step::Step;

/// Returns the positions of the matching rows, and the rules that decided.
pub fn classify(table: &Table<'_>, reply: &Reply<'_>) -> (Vec<usize>, Vec<Step>) {
    let mut steps = Vec::new();
    let Some((step, set)) = first_set(table, reply, &mut steps) else {
        return (Vec::new(), vec![Step::Unlisted]);
    };
    steps.push(step);
    let by_code = step <= Step::Code;
    let by_status = !by_code || step == Step::CodeUnderStatus;
    let widths = |row: usize| {
        let row = &table.rows[row];
        let code = reply.code.filter(|_| by_code);
        let code = code.and_then(|code| code_width(table, row, code, &mut Vec::new()));
        let status = reply.status.filter(|_| by_status);
        let status = status.and_then(|status| status_width(row, status));
        (code.unwrap_or(0), status.unwrap_or(0))
    };
    let text = |row: usize| text_of(&table.rows[row], reply.message);
    let fitting = || set.iter().copied().filter(|&row| text(row).is_some());
    // prefer the narrowest code, and then the narrowest status
    let (code, status) = fitting().map(widths).min().unwrap_or_default();
    let is_wide = |row| widths(row).0 > code;
    steps.extend(fitting().any(is_wide).then_some(Step::NarrowerCode));
    let is_wide = |row| widths(row).0 == code && widths(row).1 > status;
    steps.extend(fitting().any(is_wide).then_some(Step::NarrowerStatus));
    let narrow = || fitting().filter(|&row| widths(row) == (code, status));
    if let (Some(code), true, Some(row)) = (reply.code, by_code, narrow().next()) {
        let _ = code_width(table, &table.rows[row], code, &mut steps);
    }
    let most = narrow().filter_map(text).max().unwrap_or(0);
    let best: Vec<_> = narrow().filter(|&row| text(row) == Some(most)).collect();
    steps.extend((best.len() < narrow().count()).then_some(Step::MoreText));
    if best.len() <= 8 || most == 0 {
        return (best, steps);
    }
    // with more than eight best rows, the runtime also returns rows that do not fit the message
    steps.push(Step::TooManyMessages);
    let all = set
        .iter()
        .copied()
        .filter(|&row| widths(row) == (code, status));
    (all.collect(), steps)
}
