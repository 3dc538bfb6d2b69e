//! Lists of the fields of an error's body, which look like lists of codes.

use crate::import::extract::regions::keyed_line::KeyedLine;

/// Names that fields of a body have, in lower case and without separators.
const NAMES: [&str; 24] = [
    "code",
    "errno",
    "error",
    "errors",
    "message",
    "msg",
    "info",
    "detail",
    "details",
    "status",
    "type",
    "title",
    "instance",
    "description",
    "reason",
    "timestamp",
    "path",
    "field",
    "requestid",
    "traceid",
    "errorcode",
    "errormessage",
    "statuscode",
    "errordescription",
];

/// Removes the codes of a run if at least two of them, and half of all, are names of fields.
pub(super) fn remove(keyed: &mut [Vec<Option<KeyedLine>>]) {
    const LEAST: usize = 2;
    let is_code = |line: &&KeyedLine| line.status.is_empty();
    let codes = || keyed.iter().flatten().flatten().filter(is_code);
    let fields = codes().filter(|line| is_field(&line.code.plain)).count();
    if fields < LEAST || fields * 2 < codes().count() {
        return;
    }
    for line in keyed.iter_mut().flatten() {
        if line.as_ref().is_some_and(|line| is_code(&line)) {
            *line = None;
        }
    }
}

fn is_field(code: &str) -> bool {
    const LONGEST: usize = 24;
    let is_short = code.len() <= LONGEST && !code.starts_with(char::is_uppercase);
    let letters = code.chars().filter(|c| !"_-".contains(*c));
    is_short && NAMES.contains(&&*letters.collect::<String>().to_lowercase())
}
