//! Checks codes: all have one type, none is reserved, and no alias is a row's code.

use std::collections::HashMap;

use super::entry::RowEntry;
use super::reserved::Reserved;
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::span::{Span, Spanned};
use crate::table::code::{Code, DraftCode, MAX_CODES, prefix, range};
use crate::table::vocabulary::CodeFormat;

/// Sets the code and aliases of every row, and returns the reserved codes.
pub(super) fn check<'a>(
    entries: &mut [RowEntry<'a>],
    reserved: Vec<Spanned<DraftCode<'a>>>,
    format: CodeFormat,
    report: &mut Report,
) -> Vec<Code<'a>> {
    convert(entries, &CodeType::of(entries, format), report);
    let all = || entries.iter().flat_map(RowEntry::codes);
    if let Some(code) = all().nth(MAX_CODES) {
        report.push(rules::too_many_codes(all().count(), MAX_CODES).at(code.span));
    }
    all()
        .filter_map(regex_class)
        .for_each(|mistake| report.push(mistake));
    check_aliases(entries, format, report);
    let reserved = Reserved::new(reserved, format, report);
    reserved.check(entries, report);
    reserved.codes
}

/// Warns about a class such as `parcel_.*`. In `parcel.*`, the full stop may be a part of the codes.
fn regex_class(code: &Spanned<Code<'_>>) -> Option<Mistake> {
    let Code::Class(class) = &code.value else {
        return None;
    };
    let start = prefix(class);
    let meant = start
        .strip_suffix('.')
        .filter(|meant| meant.ends_with(['_', '-']))?;
    let mistake = rules::regex_class(class, start).at(code.span);
    Some(mistake.meant(Some(phrases::meant_key(&format!("{meant}*")))))
}

/// The type of a table's codes: the type of most of them.
struct CodeType {
    integers: bool,
    /// If the types are mixed, the span of the first code of this type, and the table's first integer.
    mixed: Option<(Span, i64)>,
    format: CodeFormat,
}

impl CodeType {
    fn of(entries: &[RowEntry<'_>], format: CodeFormat) -> Self {
        let (mut integers, mut texts, mut ranges) = (Vec::new(), Vec::new(), 0);
        for entry in entries {
            let code = entry.draft.code.get().into_iter();
            for code in code.chain(entry.draft.aliases.items()) {
                match &code.value {
                    DraftCode::Int(int) => integers.push((code.span, *int)),
                    DraftCode::Text(text) if range(text).is_some() => ranges += 1,
                    DraftCode::Text(_) => texts.push(code.span),
                }
            }
        }
        let (Some(&(integer, int)), Some(&text)) = (integers.first(), texts.first()) else {
            return CodeType {
                integers: !integers.is_empty() || texts.is_empty() && ranges > 0,
                mixed: None,
                format,
            };
        };
        let most_are_integers = integers.len() > texts.len();
        CodeType {
            integers: most_are_integers,
            mixed: Some((if most_are_integers { integer } else { text }, int)),
            format,
        }
    }

    /// Converts a draft to a code of this type.
    fn convert<'a>(&self, draft: DraftCode<'a>, span: Span) -> Result<Code<'a>, Mistake> {
        match draft {
            DraftCode::Int(int) if self.integers => Ok(Code::Int(int)),
            DraftCode::Int(int) => {
                let (other, integer) = self.other(span);
                let found = phrases::is_integer(self.format.show(int));
                let mistake = rules::mixed_codes(found, phrases::TEXT, integer);
                Err(mistake
                    .at(span)
                    .also(other, phrases::IS_TEXT)
                    .quotable(phrases::quote))
            }
            DraftCode::Text(text) if self.integers => {
                if let Some((low, high)) = range(&text) {
                    let code = Code::range(low, high, text, self.format);
                    return code.map_err(|mistake| mistake.at(span));
                }
                let (other, integer) = self.other(span);
                let found = phrases::is_text(&text);
                let mistake = rules::mixed_codes(found, phrases::INTEGERS, integer);
                let meant = text.replace([',', '_'], "").parse::<i64>().ok();
                Err(mistake
                    .at(span)
                    .also(other, phrases::IS_INTEGER)
                    .meant(meant))
            }
            DraftCode::Text(text) => Code::text(text).map_err(|mistake| mistake.at(span)),
        }
    }

    /// The span of a code of this type, and the table's first integer.
    fn other(&self, span: Span) -> (Span, String) {
        let (other, integer) = self.mixed.unwrap_or((span, 0));
        (other, self.format.show(integer))
    }
}

fn convert(entries: &mut [RowEntry<'_>], code_type: &CodeType, report: &mut Report) {
    for entry in entries {
        if let Some(Spanned { value, span }) = entry.draft.code.take() {
            match code_type.convert(value, span) {
                Ok(value) => entry.code = Some(Spanned { value, span }),
                Err(mistake) => {
                    entry.draft.code = Field::Broken;
                    entry.refuse(mistake, report);
                }
            }
        }
        for Spanned { value, span } in entry.draft.aliases.take().unwrap_or_default() {
            match code_type.convert(value, span) {
                Ok(value) => entry.aliases.push(Spanned { value, span }),
                Err(mistake) => entry.refuse(mistake, report),
            }
        }
    }
}

fn check_aliases(entries: &mut [RowEntry<'_>], format: CodeFormat, report: &mut Report) {
    if entries.iter().all(|entry| entry.aliases.is_empty()) {
        return;
    }
    let codes: HashMap<_, _> = entries
        .iter()
        .filter_map(|entry| entry.code.as_ref())
        .map(|code| (code.value.key(format), code.span))
        .collect();
    for entry in entries {
        let own = entry
            .code
            .as_ref()
            .map(|code| (code.value.key(format), code.span));
        let taken = |alias: &Spanned<Code<'_>>| {
            let key = alias.value.key(format);
            if let Some((_, own)) = own.as_ref().filter(|(own, _)| *own == key) {
                let shown = alias.value.show(format);
                let mistake = rules::alias_covered(shown, phrases::OWN_CODE).at(alias.span);
                return Some(mistake.also(*own, phrases::THE_CODE));
            }
            let first = *codes.get(&key)?;
            let mistake = rules::alias_taken(alias.value.show(format)).at(alias.span);
            Some(mistake.also(first, phrases::THE_CODE))
        };
        let covered = |alias: &Spanned<Code<'_>>| {
            let Some(Spanned {
                value: Code::Class(class),
                span,
            }) = &entry.code
            else {
                return None;
            };
            let (Code::Text(text) | Code::Class(text)) = &alias.value else {
                return None;
            };
            let is_covered = text.starts_with(prefix(class)) && text != class;
            let how = phrases::covered_by(class);
            let mistake = rules::alias_covered(alias.value.source(), how).at(alias.span);
            is_covered.then(|| mistake.also(*span, phrases::THE_CODE))
        };
        let aliases = || entry.aliases.iter();
        let mistakes = aliases()
            .filter_map(taken)
            .chain(aliases().filter_map(covered));
        for mistake in mistakes.collect::<Vec<_>>() {
            entry.refuse(mistake, report);
        }
    }
}
