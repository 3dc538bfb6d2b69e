//! The roles of columns and labels, and the values that can be recognized without them.

use codes_spec::Outcome;

/// The key that the text of a column or after a label belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Status,
    Code,
    Title,
    Description,
    /// Title or description, as each text is like.
    Text,
    When,
    Action,
    Outcome,
    Retry,
    Example,
    Alias,
    Variant,
    Pattern,
    Kind,
    Group,
    Tag,
    Url,
    Fields,
    Deprecated,
    Since,
    Replacement,
    FormerName,
    Field,
}

/// The outcome that a word means.
pub(crate) fn outcome(text: &str) -> Option<Outcome> {
    Some(match text.trim().to_lowercase().as_str() {
        "ok" | "success" | "successful" | "succeeded" => Outcome::Ok,
        "error" | "fail" | "failed" | "failure" => Outcome::Error,
        "pending" | "processing" => Outcome::Pending,
        "warning" => Outcome::Warning,
        _ => return None,
    })
}

/// Whether a text is a phrase, as titles are, and no sentence.
pub(crate) fn is_phrase(text: &str) -> bool {
    const MOST_WORDS: usize = 9;
    let text = text.trim();
    !text.is_empty()
        && !text.ends_with(['.', '!', '?', ':', ';', ',', '…', '。'])
        && !text.contains(". ")
        && text.split_whitespace().count() <= MOST_WORDS
}
