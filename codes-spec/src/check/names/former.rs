//! Checks former names: each belongs to one row, and none conflicts with a generated item.

use std::borrow::Cow;
use std::collections::HashMap;

use super::duplicates::FirstByName;
use crate::check::entry::RowEntry;
use crate::check::labels::Declared;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::{Span, Spanned};

/// The associated items of every enum. A variant may have one of these names, but a former name may not,
/// because it becomes an associated constant.
const ITEMS: [&str; 33] = [
    "ALL",
    "TABLE",
    "check",
    "check_reply",
    "classify",
    "clone",
    "cmp",
    "code",
    "covers_status",
    "description",
    "deserialize",
    "detail",
    "eq",
    "fmt",
    "from_name",
    "from_str",
    "hash",
    "http_status",
    "is_error",
    "kind",
    "name",
    "outcome",
    "partial_cmp",
    "retry",
    "row",
    "serialize",
    "status",
    "table",
    "title",
    "try_from",
    "vendor",
    "with_code",
    "with_status",
];

pub(super) fn check<'a>(
    entries: &mut [RowEntry<'a>],
    first_by_name: &FirstByName<'a>,
    tags: &Declared<'_, '_>,
    report: &mut Report,
) {
    let any = entries
        .iter()
        .any(|entry| entry.draft.former_names.get().is_some());
    if !any {
        return;
    }
    let span_of = |entry: &RowEntry<'_>| entry.name.as_ref().map_or(entry.span, |name| name.span);
    let mut taken: HashMap<Cow<'a, str>, (Span, &str)> = first_by_name
        .iter()
        .map(|(name, &i)| {
            (
                name.clone(),
                (span_of(&entries[i]), phrases::OTHER_FORMER_NAME),
            )
        })
        .collect();
    for entry in entries {
        for Spanned { value: name, span } in entry.draft.former_names.items().to_vec() {
            if let Some(item) = item(&name.0, tags) {
                entry.refuse(rules::former_name_is_item(&name.0, item).at(span), report);
                continue;
            }
            match taken.get(&name.0) {
                Some(&(first, fix)) => {
                    let own = entry.name.as_ref().is_some_and(|own| own.value == name.0);
                    let fix = if own { phrases::OWN_NAME } else { fix };
                    let mistake = rules::former_name_taken(&name.0, fix).at(span);
                    entry.refuse(mistake.also(first, phrases::USED), report);
                }
                None => _ = taken.insert(name.0, (span, phrases::REMOVE_FROM_ONE)),
            }
        }
    }
}

/// Describes the generated item with this name, if there is one.
fn item(name: &str, tags: &Declared<'_, '_>) -> Option<Cow<'static, str>> {
    if ITEMS.contains(&name) {
        return Some(phrases::AN_ITEM.into());
    }
    let tag = name.strip_prefix("is_")?;
    let is_tag = tags.positions.contains_key(tag);
    is_tag.then(|| phrases::tag_method(name).into())
}
