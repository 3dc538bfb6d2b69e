//! Limits the size of codes and names, because the index keeps their lengths in 16 bits.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;

/// The maximum length of a code or name, in bytes.
const MAX: usize = 1_000;

/// Returns a mistake if a code is too long.
pub(super) fn check_code(code: &str) -> Result<(), Mistake> {
    check(code, phrases::THE_CODE, phrases::IS_MESSAGE)
}

/// Returns a mistake with a fix if a name is too long.
pub(crate) fn check_name(name: &str, fix: &str) -> Result<(), Mistake> {
    check(name, phrases::THE_NAME, fix)
}

fn check(key: &str, subject: &str, fix: &str) -> Result<(), Mistake> {
    if key.len() <= MAX {
        return Ok(());
    }
    Err(rules::key_size(subject, key.len(), MAX, fix))
}
