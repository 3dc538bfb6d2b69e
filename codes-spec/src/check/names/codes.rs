//! Warns about codes that are also the name of another row, because `FromStr` prefers the code.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::check::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::Span;
use crate::table::code::Code;

pub(super) fn check(entries: &[RowEntry<'_>], report: &mut Report) {
    let owners = owners(entries);
    let other_owner = |row: usize, name: &str| match owners.get(name) {
        Some(&Some((owner, span))) if owner != row => {
            let own = entries[owner].name.as_ref();
            // rows with the same name have been reported
            let same_name = own.is_some_and(|own| own.value == name);
            (!same_name).then_some(span)
        }
        _ => None,
    };
    for (i, entry) in entries.iter().enumerate() {
        if let Some(name) = &entry.name
            && let Some(span) = other_owner(i, &name.value)
        {
            let mistake =
                rules::code_is_name(&name.value, phrases::NAME, phrases::RENAME_UNLESS_INTENDED);
            report.push(mistake.at(span).also(name.span, phrases::HAS_NAME));
        }
        // a former name that is already used has been reported, and its row is broken
        let former = if entry.broken {
            &[]
        } else {
            entry.draft.former_names.items()
        };
        for name in former {
            if let Some(span) = other_owner(i, &name.value.0) {
                let fix = phrases::REMOVE_UNLESS_INTENDED;
                let mistake = rules::code_is_name(&name.value.0, phrases::FORMER_NAME, fix);
                report.push(mistake.at(span).also(name.span, phrases::HAD_NAME));
            }
        }
    }
}

/// Returns, for each text code, its row and its span, or `None` if several rows have it.
fn owners<'e>(entries: &'e [RowEntry<'_>]) -> HashMap<Cow<'e, str>, Option<(usize, Span)>> {
    let mut owners = HashMap::with_capacity(entries.len());
    for (i, entry) in entries.iter().enumerate() {
        for code in entry.codes() {
            if let Code::Text(text) = &code.value {
                owners
                    .entry(Cow::from(text.as_ref()))
                    .and_modify(|owner| *owner = None)
                    .or_insert(Some((i, code.span)));
            }
        }
    }
    owners
}
