//! Finds codes in the sample responses of rows that have no code.

use std::collections::HashSet;

use serde_json::Value;

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::roles::status;
use crate::messages::doubts::Doubt;

/// Returns a doubt if the samples of most rows have different codes, but the rows have none.
pub(super) fn codes(draft: &Draft) -> Option<Doubt> {
    const LEAST: usize = 2;
    let without_code = || draft.rows.iter().filter(|row| row.code.is_none());
    let found: Vec<String> = without_code().filter_map(of_row).collect();
    let distinct = found.iter().collect::<HashSet<_>>().len();
    let is_sign = distinct >= LEAST && distinct * 2 > without_code().count();
    let first = found.first().filter(|_| is_sign)?;
    Some(Doubt::CodesInSamples {
        first: first.clone(),
        rows: found.len(),
    })
}

/// Returns the code in the first sample of a row, unless it is a status of the row.
fn of_row(row: &DraftRow) -> Option<String> {
    let samples = row.examples.iter();
    let mut codes = samples.filter_map(|sample| code_in(&object_in(sample)?));
    codes.next().filter(|code| !row.statuses.contains(code))
}

/// Returns the object in a sample, which may have a status line and headers above it.
fn object_in(sample: &str) -> Option<Value> {
    let (start, end) = (sample.find('{')?, sample.rfind('}')?);
    serde_json::from_str(sample.get(start..=end)?).ok()
}

/// Returns the code in a body, or in the error of a body.
fn code_in(body: &Value) -> Option<String> {
    const KEYS: [&str; 6] = [
        "code",
        "errorCode",
        "error_code",
        "errno",
        "errcode",
        "error",
    ];
    let errors = [body.get("error"), body.pointer("/errors/0"), Some(body)];
    let mut values = errors
        .into_iter()
        .flatten()
        .flat_map(|object| KEYS.iter().filter_map(|key| object.get(key)));
    values.find_map(|value| match value {
        Value::String(text) => status::is_token(text).then(|| text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}
