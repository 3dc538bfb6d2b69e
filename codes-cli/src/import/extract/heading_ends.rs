//! Statuses and codes at the end of headings.

use crate::import::model::text::Text;
use crate::import::roles::registry;
use crate::import::roles::role::is_phrase;
use crate::import::roles::status;

/// Reads a heading that ends with a class of statuses: `Client errors (4xx)`
pub(super) fn class_at_end(text: &str) -> Option<(&str, Vec<String>)> {
    let text = text.trim().strip_suffix(')')?;
    let (title, inner) = text.rsplit_once('(')?;
    let (statuses, rest) = status::leading_statuses(inner)?;
    let are_classes = statuses.iter().all(|status| status::is_class(status));
    (rest.is_empty() && are_classes && is_phrase(title)).then(|| (title.trim_end(), statuses))
}

/// Returns the code at the end of a heading such as ``401 Unauthorized - `key_missing` ``, and where it starts.
pub(super) fn code_at_end(heading: &Text) -> Option<(usize, String)> {
    let source = heading.source.trim_end().trim_end_matches(')');
    let code = source.strip_suffix('`')?.rsplit_once('`')?.1;
    let text = heading.plain.trim().trim_end_matches(')');
    let before = text
        .strip_suffix(code)?
        .trim_end_matches(|c: char| c.is_whitespace() || "-–—:(".contains(c));
    let begins = before.contains(' ') && status::is_token(code);
    begins.then(|| (before.len(), code.to_owned()))
}

/// Reads a heading that ends with statuses of errors: `Not Found (404)`, `Too many requests – 429`, `Invalid (400, 422)`
pub(super) fn statuses_at_end(text: &str) -> Option<(&str, Vec<String>)> {
    let in_brackets = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    let (title, last) = in_brackets.or_else(|| text.rsplit_once(char::is_whitespace))?;
    let (statuses, rest) = status::statuses_of(last.trim_matches(['(', ')', '[', ']', '`']))?;
    let is_error_status = |status: &String| {
        !status::is_class(status)
            && status.len() == 3
            && status.starts_with(['4', '5'])
            && registry::is_registered(status)
    };
    let is_error = rest.is_empty() && statuses.iter().all(is_error_status);
    let mut title = title.trim_end_matches(|c: char| c.is_whitespace() || "-–—:".contains(c));
    for word in ["HTTP", "Status", "Code", "Error"] {
        title = title.strip_suffix(word).map_or(title, str::trim_end);
    }
    (is_error && !title.is_empty()).then_some((title, statuses))
}
