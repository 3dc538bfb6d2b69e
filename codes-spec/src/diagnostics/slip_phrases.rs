//! The parts of messages about common slips that vary within a rule.

use std::fmt::Display;

// files of other formats, and prefixes of lines
pub(crate) const CSV: &str = "a CSV table";
pub(crate) const OPENAPI: &str = "an OpenAPI document";
pub(crate) const TOML: &str = "a TOML document";
pub(crate) const QUOTE_PREFIX: &str = "Markdown quote markers (`>`)";
pub(crate) const LINE_NUMBERS: &str = "line numbers";

// text with a colon, numbers with a fraction
pub(crate) fn key_on_own_line(key: impl Display) -> String {
    format!(", or put `{key}: …` on a line of its own")
}

// pointers that find nothing
pub(crate) const ONE_ERROR: &str = "is one error, but `errors` must be the list";
pub(crate) const REMOVE_LAST_STEP: &str = "remove the last step";
pub(crate) const ENDS_IN_SLASH: &str = "ends in `/`, so its last key is empty";
pub(crate) const WITHOUT_SLASH: &str = "remove the `/`";
pub(crate) const HAS_STAR: &str = "contains `*`, which in a JSON pointer is an ordinary key";
pub(crate) const USE_ERRORS: &str =
    "write the list as `errors`, and the other pointers relative to an item";

// codes that match nothing
pub(crate) const PERCENT: &str = "`%` is not a wildcard in a code";
pub(crate) const STAR_AT_END: &str =
    "write `*` for a class of codes, unless `%` belongs to the code";
pub(crate) const INNER_STAR: &str = "`*` matches any text only at the end of a code";
pub(crate) const COMMON_START: &str = "list the codes, or write the text that they start with before a final `*`, unless `*` belongs to the code";
