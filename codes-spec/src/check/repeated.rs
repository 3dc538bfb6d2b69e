//! Reports rows with neither status nor code, and rows that repeat another row.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use super::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::span::Spanned;
use crate::table::vocabulary::CodeFormat;

pub(super) fn check(entries: &mut [RowEntry<'_>], format: CodeFormat, report: &mut Report) {
    let all_have_messages = entries
        .iter()
        .all(|entry| !matches!(entry.draft.messages, Field::Absent));
    let any_has_messages_alone = entries
        .iter()
        .any(|entry| !entry.is_identified() && !matches!(entry.draft.messages, Field::Absent));
    for (i, entry) in entries.iter_mut().enumerate() {
        // in a broken row, an unknown key may be a misspelled `status` or `code`
        if !entry.is_identified() && !entry.broken && !all_have_messages {
            let or = if i > 0 && !any_has_messages_alone {
                phrases::REMOVE_DASH
            } else {
                phrases::ADD_MESSAGES
            };
            let mistake = rules::no_status_or_code(or).at(entry.span);
            entry.refuse(mistake, report);
        }
    }
    for (i, first) in repeated(entries, format) {
        let fix = second_name(&entries[first], &entries[i]);
        let (span, first) = (entries[i].span, entries[first].span);
        entries[i].repeated = true;
        entries[i].refuse(rules::repeated_row(fix).at(span).first_at(first), report);
    }
}

/// Describes how to keep both names when one of the two rows is removed.
fn second_name(first: &RowEntry<'_>, second: &RowEntry<'_>) -> String {
    match (first.draft.name.get(), second.draft.name.get()) {
        (Some(first), Some(second)) if first.value.0 != second.value.0 => {
            phrases::former_name(&second.value.0)
        }
        _ => String::new(),
    }
}

/// Returns each row that repeats an earlier one, together with that earlier row.
fn repeated(entries: &[RowEntry<'_>], format: CodeFormat) -> Vec<(usize, usize)> {
    let mut seen = HashMap::with_capacity(entries.len());
    let mut repeated = Vec::new();
    for (i, entry) in entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.broken)
    {
        let draft = &entry.draft;
        let messages = draft.messages.items().iter();
        let mut messages: Vec<_> = messages.map(|message| message.value.as_str()).collect();
        messages.sort_unstable();
        let texts = (text(&draft.title), text(&draft.description), messages);
        match seen.entry((entry.key(format), texts)) {
            Slot::Occupied(first) => repeated.push((i, *first.get())),
            Slot::Vacant(slot) => _ = slot.insert(i),
        }
    }
    repeated
}

fn text<'e>(field: &'e Field<Spanned<Cow<'_, str>>>) -> Option<&'e str> {
    field.get().map(|text| text.value.as_ref())
}
