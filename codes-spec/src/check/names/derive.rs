//! Derives the name of a row from the row alone.

use std::borrow::Cow;

use crate::check::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::span::{Span, Spanned};
use crate::table::code::Code;
use crate::table::name::{camel_case, is_descriptive};
use crate::table::registry;
use crate::table::status::Status;

/// Where a row's name comes from.
pub(super) enum DerivedName<'a> {
    Name(Spanned<Cow<'a, str>>),
    /// No name can be derived: the code or title has no letter or digit, or the row has only
    /// `messages`. The string names the code, title or messages in the diagnostic.
    None(String, Span),
    /// The value from which the name would be derived has a mistake.
    Unknown,
}

/// Derives a row's name. If a value that would give the name has a mistake, later sources are not tried.
pub(super) fn derive<'a>(entry: &RowEntry<'a>, http: bool) -> DerivedName<'a> {
    if let Some(name) = entry.draft.name.get() {
        return DerivedName::Name(name.clone().map(|name| name.0));
    }
    let draft = &entry.draft;
    let (code, title) = (entry.code.as_ref(), draft.title.get());
    let unknown_if = |broken: bool| broken.then_some(DerivedName::Unknown);
    let from_title = || title.and_then(|title| name(camel_case(&title.value), title.span));
    let derived = unknown_if(draft.name.is_broken() || draft.code.is_broken())
        .or_else(|| code.and_then(from_descriptive_code))
        .or_else(|| unknown_if(draft.title.is_broken()))
        .or_else(from_title)
        .or_else(|| unknown_if(draft.status.is_broken()))
        .or_else(|| from_statuses(draft.status.items(), http))
        .or_else(|| code.and_then(from_code));
    let derived = derived.map(|derived| with_detail(derived, entry.detail.as_ref()));
    derived.unwrap_or_else(|| match (code, title) {
        (Some(code), _) => DerivedName::None(phrases::code(code.value.source()), code.span),
        (None, Some(title)) => DerivedName::None(phrases::title(&title.value), title.span),
        // a row with no status, code or messages has been reported
        (None, None) => match draft.messages.items().first() {
            Some(message) => DerivedName::None(phrases::MESSAGES.to_owned(), message.span),
            None => DerivedName::Unknown,
        },
    })
}

/// Appends the detail to a name, with a `_` between two digits.
fn with_detail<'a>(
    derived: DerivedName<'a>,
    detail: Option<&Spanned<Code<'_>>>,
) -> DerivedName<'a> {
    let suffix = detail.and_then(|detail| match &detail.value {
        Code::Int(int) => Some(digits(*int)),
        other => suffix(&other.source()),
    });
    match (derived, suffix) {
        (DerivedName::Name(name), Some(suffix)) => DerivedName::Name(name.map(|name| {
            let digits = name.ends_with(|c: char| c.is_ascii_digit())
                && suffix.starts_with(|c: char| c.is_ascii_digit());
            let joint = if digits { "_" } else { "" };
            format!("{name}{joint}{suffix}").into()
        })),
        (derived, _) => derived,
    }
}

/// Converts text to camel case for use at the end of a name, where a leading digit is allowed.
fn suffix(text: &str) -> Option<String> {
    camel_case(&format!("x {text}")).and_then(|name| name.strip_prefix('X').map(str::to_owned))
}

fn name<'a>(text: Option<String>, span: Span) -> Option<DerivedName<'a>> {
    text.map(|name| {
        DerivedName::Name(Spanned {
            value: name.into(),
            span,
        })
    })
}

fn from_descriptive_code<'a>(code: &Spanned<Code<'_>>) -> Option<DerivedName<'a>> {
    match &code.value {
        Code::Text(text) if is_descriptive(text) => name(camel_case(text), code.span),
        _ => None,
    }
}

fn from_statuses<'a>(statuses: &[Spanned<Status<'_>>], http: bool) -> Option<DerivedName<'a>> {
    let (first, rest) = statuses.split_first()?;
    let phrase = first
        .value
        .single()
        .filter(|_| http && rest.is_empty())
        .and_then(registry::status_phrase);
    let text = match phrase {
        Some(phrase) => camel_case(phrase),
        None => Some(status_name(statuses)),
    };
    name(text, first.span)
}

fn from_code<'a>(code: &Spanned<Code<'_>>) -> Option<DerivedName<'a>> {
    let text = match &code.value {
        Code::Text(text) | Code::Class(text) => {
            camel_case(&format!("code {text}")).filter(|name| name != "Code")
        }
        Code::Int(int) => Some(format!("Code{}", digits(*int))),
        Code::Range(low, high, _) => Some(format!("Code{}To{}", digits(*low), digits(*high))),
    };
    name(text, code.span)
}

/// `Status404`, `Status5xx`, `Status500To504`, `Status400Or422`.
pub(super) fn status_name(statuses: &[Spanned<Status<'_>>]) -> String {
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

/// `1003`, `Minus1003`.
pub(super) fn digits(int: i64) -> String {
    format!(
        "{}{}",
        if int < 0 { "Minus" } else { "" },
        int.unsigned_abs()
    )
}
