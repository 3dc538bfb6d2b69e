//! The reasons that `codes diff` gives for the level of a change.

pub(crate) const DISPLAYED_TEXT: &str = "changes displayed text";
pub(crate) const DISPLAYED_ROWS: &str = "changes the displayed text of rows";
pub(crate) const DOCUMENTATION: &str = "changes documentation only";
pub(crate) const SPEC_ONLY: &str = "affects only the spec";

pub(crate) const VARIANT_ADDED: &str = "existing code still compiles";
pub(crate) const VARIANT_ADDED_TO_EXHAUSTIVE: &str =
    "a `match` without a wildcard arm no longer compiles";
pub(crate) const VARIANT_REMOVED: &str =
    "code that uses it no longer compiles, and replies that matched it are classified differently";
pub(crate) const RENAMED_WITH_FORMER_NAME: &str =
    "the old name remains available as a deprecated constant";
pub(crate) const FORMER_NAME_ADDED: &str = "adds a deprecated constant";
pub(crate) const FORMER_NAME_REMOVED: &str =
    "code that uses the deprecated constant no longer compiles, and the name is no longer parsed";
pub(crate) const DEPRECATED: &str = "code that uses the variant gets a deprecation warning";
pub(crate) const NOT_DEPRECATED: &str =
    "code that uses the variant no longer gets a deprecation warning";

/// `matched_by` says how the renamed row was recognized.
pub(crate) fn renamed(old: &str, matched_by: &str) -> String {
    format!(
        "code that uses the variant no longer compiles: add `{old}` to its `former_names`; {matched_by}"
    )
}

pub(crate) const MATCHED_BY_CODE: &str = "the rows have the same code";
pub(crate) const MATCHED_BY_ALIAS: &str = "the code of one row is an alias of the other row";
pub(crate) const MATCHED_BY_GUESS: &str =
    "the rows are assumed to be the same because they are similar";

pub(crate) const CODE: &str = "changes `code()`";
pub(crate) const CODE_STILL_MATCHES: &str =
    "changes `code()`; replies with the old code still match";
pub(crate) const CODE_REMOVED: &str = "replies with this code no longer match";
pub(crate) const CODE_SHARED: &str = "another row now has the same code, so parsing the code fails";
pub(crate) const RANGE_NOTATION: &str = "changes only how the range is written";

pub(crate) fn code_replaced(old: &str) -> String {
    format!("replies with the old code no longer match: add `{old}` to `aliases`")
}

pub(crate) const ALIAS_ADDED: &str = "replies with this code now match";
pub(crate) const ALIAS_ALREADY_MATCHED: &str = "replies with this code already matched";
pub(crate) const ALIAS_REMOVED: &str = "replies with this code no longer match";
pub(crate) const ALIAS_STILL_MATCHES: &str = "replies with this code still match";

pub(crate) const STATUS: &str = "changes `status()` or which replies match";
pub(crate) const DETAIL_ADDED: &str = "replies with another detail no longer match";
pub(crate) const DETAIL_CHANGED: &str = "the old detail no longer matches";
pub(crate) const DETAIL_REMOVED: &str = "changes `detail()`; any detail matches";
pub(crate) const FIRST_MESSAGE_ADDED: &str = "other messages no longer match";
pub(crate) const MESSAGE_ADDED: &str = "more messages match";
pub(crate) const MESSAGE_REMOVED: &str = "such messages no longer match, or lose a parameter";
pub(crate) const MESSAGE_STILL_MATCHES: &str = "such messages still match";
pub(crate) const LAST_MESSAGE_REMOVED: &str = "any message matches";
pub(crate) const OUTCOME: &str = "changes `outcome()`, `is_error()` and `check`";
pub(crate) const KIND: &str = "changes `kind()`";
pub(crate) const RETRY: &str = "changes `retry()`";
pub(crate) const TAG: &str = "changes `is_<tag>()`";
pub(crate) const FIELD: &str = "changes `field()`";

pub(crate) const TAG_METHOD_ADDED: &str = "adds a method";
pub(crate) const TAG_METHOD_REMOVED: &str = "code that calls `is_<tag>()` no longer compiles";
pub(crate) const PROTOCOL: &str = "changes `http_status()` and `kind()`";
pub(crate) const RESPONSE_ADDED: &str = "changes how `check` reads responses";
pub(crate) const RESPONSE_CHANGED: &str =
    "`check` no longer reads parts of responses that it read before";

pub(crate) const CODE_FORMAT: &str = "changes how codes are displayed";
pub(crate) const CODE_FORMAT_WIDER: &str =
    "changes how codes are displayed; more spellings are parsed";
pub(crate) const CODE_FORMAT_NARROWER: &str =
    "changes how codes are displayed; some spellings are no longer parsed";
pub(crate) const CODE_FORMAT_UNUSED: &str = "no row has an integer code";
