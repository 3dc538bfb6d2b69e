//! Names: one for each row, none twice, none that is another's former one.

use std::borrow::Cow;

use super::Entry;
use super::labels::Uses;
use crate::diagnostics::phrases;
use crate::diagnostics::report::{Report, SHOWN};
use crate::diagnostics::rules;
use crate::quick_map::{QuickMap, Quickly};
use crate::span::{Span, Spanned};
use crate::table::code::Code;
use crate::table::name::{camel_case, is_keyword, is_telling};
use crate::table::registry;
use crate::table::status::Status;

/// The first row that has each name.
pub(super) type Names<'a> = QuickMap<Cow<'a, str>, usize>;

pub(super) fn check<'a>(
    entries: &mut [Entry<'a>],
    http: bool,
    tags: &Uses<'_, '_>,
    report: &mut Report,
) -> Names<'a> {
    for entry in entries.iter_mut().filter(|entry| !entry.twin) {
        match derive(entry, http) {
            Derived::Name(name) if is_keyword(&name.value) => {
                let meant = format!("`name: Code{}`", name.value);
                entry.refuse(
                    rules::keyword(&name.value).at(name.span).meant(Some(meant)),
                    report,
                );
            }
            Derived::Name(name) if matches!(name.value.as_ref(), "ALL" | "TABLE") => {
                let meant = camel_case(&name.value).map(|meant| format!("`{meant}`"));
                entry.refuse(
                    rules::name_is_item(&name.value).at(name.span).meant(meant),
                    report,
                );
            }
            Derived::Name(name) => entry.name = Some(name),
            Derived::Nothing(found, span) => entry.refuse(rules::no_name(found).at(span), report),
            Derived::Hidden => {}
        }
    }
    let names = check_duplicates(entries, report);
    check_former_names(entries, &names, tags, report);
    check_codes(entries, report);
    names
}

enum Derived<'a> {
    Name(Spanned<Cow<'a, str>>),
    /// No letters or digits to make one of.
    Nothing(String, Span),
    /// What it might come from has a mistake.
    Hidden,
}

/// The name of a row, from nothing but the row. Where a part is broken, none that comes behind it is asked.
fn derive<'a>(entry: &mut Entry<'a>, http: bool) -> Derived<'a> {
    if let Some(name) = entry.draft.name.take() {
        return Derived::Name(name.map(|name| name.0));
    }
    let draft = &entry.draft;
    let (code, title) = (entry.code.as_ref(), draft.title.get());
    let hidden = |broken: bool| broken.then_some(Derived::Hidden);
    let name = |text: Option<String>, span| {
        text.map(|name| {
            Derived::Name(Spanned {
                value: name.into(),
                span,
            })
        })
    };
    let telling = || match code {
        Some(Spanned {
            value: Code::Text(text),
            span,
        }) if is_telling(text) => name(camel_case(text), *span),
        _ => None,
    };
    let from_title = || title.and_then(|title| name(camel_case(&title.value), title.span));
    let from_status = || {
        let statuses @ [first, rest @ ..] = draft.status.items() else {
            return None;
        };
        let phrase = first
            .value
            .single()
            .filter(|_| http && rest.is_empty())
            .and_then(registry::phrase);
        name(
            phrase.map_or_else(|| Some(numbered(statuses)), camel_case),
            first.span,
        )
    };
    let from_code = || {
        let code = code?;
        let text = match &code.value {
            Code::Text(text) => camel_case(&format!("code {text}")).filter(|name| name != "Code"),
            Code::Int(int) => Some(format!("Code{}", digits(*int))),
            Code::Range(low, high, _) => Some(format!("Code{}To{}", digits(*low), digits(*high))),
        };
        name(text, code.span)
    };
    let derived = hidden(draft.name.is_broken() || draft.code.is_broken())
        .or_else(telling)
        .or_else(|| hidden(draft.title.is_broken()))
        .or_else(from_title)
        .or_else(|| hidden(draft.status.is_broken()))
        .or_else(from_status)
        .or_else(from_code);
    derived.unwrap_or_else(|| match (code, title) {
        (Some(code), _) => {
            Derived::Nothing(format!("the code `{}`", code.value.source()), code.span)
        }
        (None, Some(title)) => Derived::Nothing(format!("the title `{}`", title.value), title.span),
        // a row without status and code has a mistake of its own
        (None, None) => Derived::Hidden,
    })
}

/// `Status404`, `Status5xx`, `Status500To504`, `Status400Or422`.
fn numbered(statuses: &[Spanned<Status<'_>>]) -> String {
    let names = statuses.iter().map(|status| {
        status
            .value
            .as_str()
            .to_lowercase()
            .replace(' ', "")
            .replace('-', "To")
    });
    format!("Status{}", names.collect::<Vec<_>>().join("Or"))
}

fn digits(int: i64) -> String {
    format!(
        "{}{}",
        if int < 0 { "Minus" } else { "" },
        int.unsigned_abs()
    )
}

/// Reports rows that come to one name, and gives the rows by name.
fn check_duplicates<'a>(entries: &mut [Entry<'a>], report: &mut Report) -> Names<'a> {
    let mut first_by_name = Names::with_capacity_and_hasher(entries.len(), Quickly::new());
    let mut duplicates = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        let Some(name) = &entry.name else { continue };
        let first = *first_by_name.entry(name.value.clone()).or_insert(i);
        if first != i {
            duplicates.push((i, first));
        }
    }
    if duplicates.is_empty() {
        return first_by_name;
    }
    let mut taken = first_by_name.clone();
    for (i, entry) in entries.iter().enumerate() {
        taken.extend(
            entry
                .draft
                .former_names
                .items()
                .iter()
                .map(|name| (name.value.0.clone(), i)),
        );
    }
    let mut proposed: Vec<Option<String>> = vec![None; entries.len()];
    for (nth, (here, first)) in duplicates.into_iter().enumerate() {
        let Some(Spanned { value: name, span }) = entries[here].name.clone() else {
            continue;
        };
        let first_spot = entries[first].name.as_ref().map_or(span, |name| name.span);
        let mut propose = |row: usize| {
            // they come in file order: no more of them are shown
            let mut proposals = proposals(&entries[row], &name).take_while(|_| nth < SHOWN);
            let of_row = || {
                proposals
                    .find(|name| taken.insert(name.clone().into(), row).is_none())
                    .unwrap_or_default()
            };
            proposed[row].get_or_insert_with(of_row).clone()
        };
        let (other, own) = (propose(first), propose(here));
        let mistake = rules::duplicate_name(&name, own, other);
        entries[here].refuse(mistake.at(span).first_at(first_spot), report);
    }
    first_by_name
}

/// Words that say nothing in a name.
const SMALL_WORDS: [&str; 13] = [
    "a", "an", "and", "are", "has", "in", "is", "it", "of", "or", "the", "this", "was",
];

/// Names that a row could have besides one that is taken: of its code, its description, its status, or numbered.
fn proposals(entry: &Entry<'_>, name: &str) -> impl Iterator<Item = String> {
    let code = entry.code.as_ref().map(|code| match &code.value {
        Code::Text(text) => text.to_string(),
        Code::Int(int) => format!("{name} {}", digits(*int)),
        Code::Range(low, high, _) => format!("{name} {} to {}", digits(*low), digits(*high)),
    });
    let first_words = entry.draft.description.get().map(|text| {
        let words = text
            .value
            .split_whitespace()
            .filter(|word| !SMALL_WORDS.contains(&word.to_lowercase().as_str()));
        words.take(4).collect::<Vec<_>>().join(" ")
    });
    let statuses = entry
        .draft
        .status
        .get()
        .map(|statuses| format!("{name} {}", &numbered(statuses)["Status".len()..]));
    let texts = [code, first_words, statuses].into_iter().flatten();
    let numbered = (2..).map({
        let name = name.to_owned();
        move |n: u32| format!("{name}{n}")
    });
    texts
        .filter_map(|text| camel_case(&text))
        .filter(|name| !is_keyword(name))
        .chain(numbered)
}

/// What every enum has beside its variants. A variant may be called so; a former name is such an item itself.
const ITEMS: [&str; 31] = [
    "ALL",
    "TABLE",
    "check",
    "classify",
    "clone",
    "cmp",
    "code",
    "covers_status",
    "description",
    "deserialize",
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

fn check_former_names<'a>(
    entries: &mut [Entry<'a>],
    names: &Names<'a>,
    tags: &Uses<'_, '_>,
    report: &mut Report,
) {
    if entries
        .iter()
        .all(|entry| entry.draft.former_names.get().is_none())
    {
        return;
    }
    let spot_of = |entry: &Entry<'_>| entry.name.as_ref().map_or(entry.span, |name| name.span);
    let mut taken: QuickMap<_, _> = names
        .iter()
        .map(|(name, &i)| (name.clone(), spot_of(&entries[i])))
        .collect();
    for entry in entries {
        for Spanned { value: name, span } in entry.draft.former_names.items().to_vec() {
            if ITEMS.contains(&name.0.as_ref())
                || name
                    .0
                    .strip_prefix("is_")
                    .is_some_and(|tag| tags.positions.contains_key(tag))
            {
                entry.refuse(rules::former_name_is_item(&name.0).at(span), report);
                continue;
            }
            match taken.get(&name.0) {
                Some(&first) => {
                    entry.refuse(
                        rules::former_name_taken(&name.0)
                            .at(span)
                            .also(first, phrases::BY_THIS),
                        report,
                    );
                }
                None => _ = taken.insert(name.0, span),
            }
        }
    }
}

/// Warns of codes that one row has and that are another's name: read from text, the code wins.
fn check_codes(entries: &[Entry<'_>], report: &mut Report) {
    const SEVERAL: usize = usize::MAX;
    let mut texts = Vec::with_capacity(entries.len());
    let mut by_text = QuickMap::with_capacity_and_hasher(entries.len(), Quickly::new());
    for (i, entry) in entries.iter().enumerate() {
        for code in entry.code.iter().chain(&entry.aliases) {
            let Code::Text(text) = &code.value else {
                continue;
            };
            by_text
                .entry(Cow::from(text.as_ref()))
                .and_modify(|nth| *nth = SEVERAL)
                .or_insert(texts.len());
            texts.push((i, code.span));
        }
    }
    let comes_to = |row: usize, name: &str| {
        entries[row]
            .name
            .as_ref()
            .is_some_and(|own| own.value == name)
    };
    for (i, entry) in entries.iter().enumerate() {
        let name = entry.name.iter().map(|name| {
            (
                name.value.as_ref(),
                name.span,
                phrases::NAME,
                phrases::HAS_NAME,
            )
        });
        // of a former name that is in use, more was said
        let former = if entry.broken {
            &[]
        } else {
            entry.draft.former_names.items()
        };
        let former = former.iter().map(|name| {
            (
                name.value.0.as_ref(),
                name.span,
                phrases::FORMER_NAME,
                phrases::HAD_NAME,
            )
        });
        for (name, name_spot, what, label) in name.chain(former) {
            match by_text.get(name).and_then(|&nth| texts.get(nth)) {
                // of rows of one name more was said
                Some(&(owner, span)) if owner != i && !comes_to(owner, name) => {
                    report.push(
                        rules::code_is_name(name, what)
                            .at(span)
                            .also(name_spot, label),
                    );
                }
                _ => {}
            }
        }
    }
}
