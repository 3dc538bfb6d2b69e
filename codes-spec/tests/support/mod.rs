//! A helper for several tests.

use codes_spec::load;

/// The ids of the rules that a file breaks, in file order.
pub(crate) fn rules(bytes: &[u8]) -> Vec<&'static str> {
    load("a.yaml", bytes)
        .report
        .shown()
        .iter()
        .map(|diagnostic| diagnostic.rule.id)
        .collect()
}
