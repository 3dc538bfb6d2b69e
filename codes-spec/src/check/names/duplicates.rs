//! Reports rows with the same name, and proposes other names for them.

use std::borrow::Cow;
use std::collections::HashMap;

use super::derive::{digits, status_name};
use crate::check::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::{Report, SHOWN};
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::code::Code;
use crate::table::name::{camel_case, is_keyword};

/// The first row that has each name.
pub(in crate::check) type FirstByName<'a> = HashMap<Cow<'a, str>, usize>;

/// Reports rows that have the same name as an earlier row, and returns the first row of each name.
pub(super) fn check<'a>(entries: &mut [RowEntry<'a>], report: &mut Report) -> FirstByName<'a> {
    let mut first_by_name = FirstByName::with_capacity(entries.len());
    let mut duplicates = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        let Some(name) = &entry.name else { continue };
        let first = *first_by_name.entry(name.value.clone()).or_insert(i);
        // a row with neither status nor code is probably part of another row
        if first != i && entry.is_identified() && entries[first].is_identified() {
            duplicates.push((i, first));
        }
    }
    if !duplicates.is_empty() {
        report_duplicates(entries, &first_by_name, duplicates, report);
    }
    first_by_name
}

fn report_duplicates<'a>(
    entries: &mut [RowEntry<'a>],
    first_by_name: &FirstByName<'a>,
    duplicates: Vec<(usize, usize)>,
    report: &mut Report,
) {
    let mut taken = first_by_name.clone();
    for (i, entry) in entries.iter().enumerate() {
        let former = entry.draft.former_names.items();
        taken.extend(former.iter().map(|name| (name.value.0.clone(), i)));
    }
    let mut proposed: Vec<Option<String>> = vec![None; entries.len()];
    for (nth, (here, first)) in duplicates.into_iter().enumerate() {
        let Some(Spanned { value: name, span }) = entries[here].name.clone() else {
            continue;
        };
        let first_span = entries[first].name.as_ref().map_or(span, |name| name.span);
        let mut propose = |row: usize, other: usize| {
            // proposals are slow: they are only made for the duplicates that will be shown
            let mut proposals =
                proposals(&entries[row], &entries[other], &name).take_while(|_| nth < SHOWN);
            let free_name = || {
                proposals
                    .find(|name| taken.insert(name.clone().into(), row).is_none())
                    .unwrap_or_default()
            };
            proposed[row].get_or_insert_with(free_name).clone()
        };
        let (for_first, for_here) = (propose(first, here), propose(here, first));
        let has_name = |row: usize| entries[row].draft.name.get().is_some();
        let mut fix = match (has_name(here), has_name(first)) {
            _ if for_here.is_empty() => phrases::NAME_APART.to_owned(),
            (false, false) if !for_first.is_empty() => phrases::name_both(&for_here, for_first),
            (false, _) => phrases::add_name(&for_here),
            (true, _) => phrases::change_name(&for_here),
        };
        let code = |row: usize| entries[row].code.as_ref().map(|code| &code.value);
        if code(here).is_some() && code(here) == code(first) {
            fix += phrases::ONE_CODE;
        }
        let mistake = rules::duplicate_name(&name, fix).propose_name(for_here);
        entries[here].refuse(mistake.at(span).first_at(first_span), report);
    }
}

/// Words that are left out of a proposed name.
const SMALL_WORDS: [&str; 13] = [
    "a", "an", "and", "are", "has", "in", "is", "it", "of", "or", "the", "this", "was",
];

/// Endings of names such as `NotFound`, to which a proposed name adds a subject: `ParcelNotFound`.
const STATES: [&str; 4] = ["Found", "Missing", "Invalid", "Unknown"];

/// Returns the text that says how a row differs from others: its description, or a message.
fn sentence<'e>(entry: &'e RowEntry<'_>) -> Option<&'e str> {
    let message = entry.draft.messages.items().first();
    let message = message.map(|message| message.value.as_str());
    let description = entry.draft.description.get();
    description.map(|text| text.value.as_ref()).or(message)
}

/// Returns those words of a text that can be used in a name.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_small = |word: &str| SMALL_WORDS.contains(&word.to_lowercase().as_str());
    text.split_whitespace().filter(move |word| !is_small(word))
}

/// Returns the subject of a negation, such as `parcel` in `No parcel has this number`: the first or second
/// significant word, if the other row's text does not contain it.
fn subject<'e>(entry: &'e RowEntry<'_>, other: &RowEntry<'_>) -> Option<&'e str> {
    let (text, other) = (sentence(entry)?, sentence(other)?);
    let is_negation = |word: &&str| ["no", "not"].iter().any(|no| word.eq_ignore_ascii_case(no));
    words(text).find(is_negation)?;
    words(text)
        .filter(|word| !is_negation(word))
        .take(2)
        .find(|word| words(other).all(|other| !other.eq_ignore_ascii_case(word)))
}

/// Proposes other names for a row whose name is taken, from its code, title, description or statuses.
/// A plain counter, or a status that both rows have, would not say how the rows differ.
fn proposals(
    entry: &RowEntry<'_>,
    other: &RowEntry<'_>,
    name: &str,
) -> impl Iterator<Item = String> {
    let code = entry.code.as_ref().map(|code| &code.value);
    let text_code = code.and_then(|code| match code {
        Code::Text(text) | Code::Class(text) => Some(text.to_string()),
        Code::Int(_) | Code::Range(..) => None,
    });
    let title = entry.draft.title.get().map(|title| title.value.to_string());
    let number = code.and_then(|code| match code {
        Code::Text(_) | Code::Class(_) => None,
        Code::Int(int) => Some(format!("{name} {}", digits(*int))),
        Code::Range(low, high, _) => Some(format!("{name} {} to {}", digits(*low), digits(*high))),
    });
    let first_words = sentence(entry).map(|text| words(text).take(4).collect::<Vec<_>>().join(" "));
    let subject = subject(entry, other).map(|subject| format!("{subject} {name}"));
    let subject = subject.filter(|_| STATES.iter().any(|state| name.ends_with(state)));
    let status_name = |entry: &RowEntry<'_>| entry.draft.status.get().map(|list| status_name(list));
    let statuses = status_name(entry)
        .filter(|_| status_name(entry) != status_name(other))
        .map(|statuses| format!("{name} {}", &statuses["Status".len()..]));
    let texts = [text_code, title, subject, first_words, number, statuses];
    texts
        .into_iter()
        .flatten()
        .filter_map(|text| camel_case(&text))
        .filter(|name| !is_keyword(name))
}
