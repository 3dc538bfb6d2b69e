//! The macro that declares rules.

use crate::diagnostics::rule::Rule;

/// Declares the rules, and for each a function that creates its mistake.
macro_rules! rules {
    ($list:ident; $($name:ident($($arg:ident),*) = $id:literal $severity:ident $($mark:ident)?: $message:literal => $help:literal;)*) => {
        #[allow(non_upper_case_globals, reason = "a rule has the name of its function")]
        mod catalogue {
            use super::{Rule, Severity};

            $(pub(super) const $name: &Rule = &Rule {
                id: concat!("codes::", $id),
                severity: Severity::$severity,
                in_schema: false $(|| $crate::diagnostics::catalogue::rules!(InSchema $mark))?,
                only_in_check: false $(|| $crate::diagnostics::catalogue::rules!(OnlyInCheck $mark))?,
            };)*
        }

        pub(super) const $list: &[&Rule] = &[$(catalogue::$name),*];

        $(pub(crate) fn $name($($arg: impl Display),*) -> Mistake {
            Mistake::new(catalogue::$name, &format!($message), &format!($help))
        })*
    };
    (InSchema InSchema) => { true };
    (OnlyInCheck OnlyInCheck) => { true };
    (InSchema OnlyInCheck) => { false };
    (OnlyInCheck InSchema) => { false };
}
pub(crate) use rules;

/// Joins two lists of rules.
pub(super) const fn join<const N: usize>(
    first: &[&'static Rule],
    second: &[&'static Rule],
) -> [&'static Rule; N] {
    let mut all = [first[0]; N];
    let mut i = 0;
    while i < N {
        all[i] = if i < first.len() {
            first[i]
        } else {
            second[i - first.len()]
        };
        i += 1;
    }
    all
}
