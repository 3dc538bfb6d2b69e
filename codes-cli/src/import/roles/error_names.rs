//! Names of headings, tables and members that suggest errors.

use crate::import::roles::vocabulary::normalize;

/// Whether a name suggests errors or statuses: `error_codes`, `HTTPStatus`, `declineReasons`
pub(crate) fn names_errors(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "error",
        "err",
        "errno",
        "errcode",
        "exception",
        "fault",
        "failure",
        "decline",
        "rejection",
        "http",
        "错误",
        "エラー",
    ];
    const PHRASES: [&str; 4] = ["status code", "response code", "result code", "return code"];
    let name = normalize(name);
    name.split(' ').any(|word| WORDS.contains(&word))
        || PHRASES.iter().any(|phrase| name.contains(phrase))
}

/// Whether a name is too generic to tell one table of codes from another.
pub(crate) fn is_generic(name: &str) -> bool {
    const NAMES: [&str; 12] = [
        "code",
        "error",
        "error code",
        "errorcode",
        "item",
        "value",
        "entry",
        "list",
        "row",
        "data",
        "status",
        "member",
    ];
    NAMES.contains(&normalize(name).as_str())
}
