//! Codes: of one type in a table, none reserved, no alias that is a code.

use std::borrow::Cow;

use super::Entry;
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::encode::MAX_CODES;
use crate::format::field::Field;
use crate::quick_map::QuickMap;
use crate::span::{Span, Spanned};
use crate::table::code::{Code, DraftCode, range};
use crate::table::vocabulary::CodeFormat;

/// Settles every row's code and aliases, and gives the reserved codes.
pub(super) fn check<'a>(
    entries: &mut [Entry<'a>],
    reserved: Vec<Spanned<DraftCode<'a>>>,
    format: CodeFormat,
    report: &mut Report,
) -> Vec<Code<'a>> {
    let usual = Usual::of(entries, format);
    for entry in entries.iter_mut() {
        if let Some(code) = entry.draft.code.take() {
            entry.code = settle(code, &usual, entry, report);
            if entry.code.is_none() {
                entry.draft.code = Field::Broken;
            }
        }
        for alias in entry.draft.aliases.take().unwrap_or_default() {
            let alias = settle(alias, &usual, entry, report);
            entry.aliases.extend(alias);
        }
    }
    let all = || {
        entries
            .iter()
            .flat_map(|entry| entry.code.iter().chain(&entry.aliases))
    };
    if let Some(code) = all().nth(MAX_CODES) {
        report.push(rules::too_many_codes(all().count(), MAX_CODES).at(code.span));
    }
    check_aliases(entries, format, report);
    let reserved = Reserved::new(reserved, format, report);
    if reserved.codes.is_empty() {
        return Vec::new();
    }
    for entry in entries.iter_mut() {
        let used = entry.code.iter().chain(&entry.aliases);
        let hits: Vec<_> = used
            .filter_map(|code| {
                Some((
                    code.span,
                    code.value.show(format).into_owned(),
                    reserved.find(&code.value)?,
                ))
            })
            .collect();
        for (span, code, first) in hits {
            entry.refuse(
                rules::reserved_code(code)
                    .at(span)
                    .also(first, phrases::RESERVED),
                report,
            );
        }
    }
    reserved.codes
}

/// Of which type the table's codes are: that of most.
struct Usual {
    integers: bool,
    /// One of them, and the first integer, where not all are of one type.
    mixed: Option<(Span, i64)>,
    format: CodeFormat,
}

impl Usual {
    fn of(entries: &[Entry<'_>], format: CodeFormat) -> Self {
        let (mut integers, mut texts, mut ranges) = (Vec::new(), Vec::new(), 0);
        for entry in entries {
            for code in entry
                .draft
                .code
                .get()
                .into_iter()
                .chain(entry.draft.aliases.items())
            {
                match &code.value {
                    DraftCode::Int(int) => integers.push((code.span, *int)),
                    DraftCode::Text(text) if range(text).is_some() => ranges += 1,
                    DraftCode::Text(_) => texts.push(code.span),
                }
            }
        }
        let (Some(&(integer, int)), Some(&text)) = (integers.first(), texts.first()) else {
            return Usual {
                integers: !integers.is_empty() || texts.is_empty() && ranges > 0,
                mixed: None,
                format,
            };
        };
        let prevail = integers.len() > texts.len();
        Usual {
            integers: prevail,
            mixed: Some((if prevail { integer } else { text }, int)),
            format,
        }
    }

    /// A code that is of the other type.
    fn odd(&self, found: String, span: Span) -> Mistake {
        let (usual, integer) = self.mixed.unwrap_or((span, 0));
        let others = if self.integers { "integers" } else { "text" };
        rules::mixed_codes(found, others, self.format.show(integer))
            .at(span)
            .also(usual, phrases::OTHER_CODE)
    }
}

/// A code of the table's type.
fn settle<'a>(
    code: Spanned<DraftCode<'a>>,
    usual: &Usual,
    entry: &mut Entry<'a>,
    report: &mut Report,
) -> Option<Spanned<Code<'a>>> {
    let Spanned { value, span } = code;
    let value = match value {
        DraftCode::Int(int) if usual.integers => Ok(Code::Int(int)),
        DraftCode::Int(int) => Err(usual
            .odd(format!("{} is an integer", usual.format.show(int)), span)
            .quotable()),
        DraftCode::Text(text) if usual.integers => match range(&text) {
            Some((low, high)) if low > high => Err(usual.format.empty_range(low, high).at(span)),
            Some((low, high)) => Ok(Code::Range(low, high, text)),
            None => Err(usual
                .odd(format!("`{text}` is text"), span)
                .meant(text.parse::<i64>().ok())),
        },
        DraftCode::Text(text) => Ok(Code::Text(text)),
    };
    match value {
        Ok(value) => Some(Spanned { value, span }),
        Err(mistake) => {
            entry.refuse(mistake, report);
            None
        }
    }
}

fn check_aliases(entries: &mut [Entry<'_>], format: CodeFormat, report: &mut Report) {
    if entries.iter().all(|entry| entry.aliases.is_empty()) {
        return;
    }
    let codes = entries.iter().filter_map(|entry| entry.code.as_ref());
    let codes: QuickMap<_, _> = codes
        .map(|code| (code.value.key(format), code.span))
        .collect();
    for entry in entries {
        let taken = |alias: &Spanned<Code<'_>>| {
            Some((
                alias.value.show(format).into_owned(),
                alias.span,
                *codes.get(&alias.value.key(format))?,
            ))
        };
        for (alias, span, first) in entry.aliases.iter().filter_map(taken).collect::<Vec<_>>() {
            entry.refuse(
                rules::alias_taken(alias)
                    .at(span)
                    .also(first, phrases::THE_CODE),
                report,
            );
        }
    }
}

impl Code<'_> {
    /// As a message names it.
    pub(super) fn source(&self) -> Cow<'_, str> {
        match self {
            Code::Text(text) | Code::Range(_, _, text) => text.as_ref().into(),
            Code::Int(int) => int.to_string().into(),
        }
    }

    /// The integers it stands for; decimal text stands for its number.
    fn bounds(&self) -> Option<(i64, i64)> {
        match self {
            Code::Text(text) => text
                .parse::<i64>()
                .ok()
                .filter(|int| int.to_string() == *text)
                .map(|int| (int, int)),
            Code::Int(int) => Some((*int, *int)),
            Code::Range(low, high, _) => Some((*low, *high)),
        }
    }

    /// The same in canonical form: from a negative code to one that is not, these lie at two ends.
    fn spans(&self, format: CodeFormat) -> impl Iterator<Item = (i64, i64)> {
        let spans = self.bounds().map(|(low, high)| {
            match (format.canonical(low), format.canonical(high)) {
                (low, high) if low <= high => [Some((low, high)), None],
                (low, high) => [Some((0, high)), Some((low, u32::MAX.into()))],
            }
        });
        spans.into_iter().flatten().flatten()
    }
}

impl CodeFormat {
    fn empty_range(self, low: i64, high: i64) -> Mistake {
        rules::code_range(self.show(low), self.show(high))
    }
}

/// The codes that no row may use.
struct Reserved<'a> {
    codes: Vec<Code<'a>>,
    format: CodeFormat,
    texts: QuickMap<Cow<'a, str>, Span>,
    /// Ranges by their lower end, each with the one that reaches farthest among it and those before it.
    ranges: Vec<(i64, i64, Span)>,
}

impl<'a> Reserved<'a> {
    fn new(drafts: Vec<Spanned<DraftCode<'a>>>, format: CodeFormat, report: &mut Report) -> Self {
        let mut reserved = Reserved {
            codes: Vec::new(),
            format,
            texts: QuickMap::default(),
            ranges: Vec::new(),
        };
        for Spanned { value, span } in drafts {
            let code = match value {
                DraftCode::Int(int) => Code::Int(int),
                DraftCode::Text(text) => match range(&text) {
                    Some((low, high)) if low > high => {
                        report.push(format.empty_range(low, high).at(span));
                        continue;
                    }
                    Some((low, high)) => Code::Range(low, high, text),
                    None => Code::Text(text),
                },
            };
            if let Code::Text(text) = &code {
                reserved.texts.insert(text.clone(), span);
            } else {
                reserved
                    .ranges
                    .extend(code.spans(format).map(|(low, high)| (low, high, span)));
            }
            reserved.codes.push(code);
        }
        reserved.ranges.sort_by_key(|&(low, ..)| low);
        let mut farthest: Option<(i64, Span)> = None;
        for (_, high, span) in &mut reserved.ranges {
            match farthest {
                Some((reach, first)) if reach >= *high => (*high, *span) = (reach, first),
                _ => farthest = Some((*high, *span)),
            }
        }
        reserved
    }

    /// Where a code is reserved, if it is.
    fn find(&self, code: &Code<'_>) -> Option<Span> {
        // an integer's text is its decimal digits
        if let Some(span) = self.texts.get(code.source().as_ref()) {
            return Some(*span);
        }
        code.spans(self.format).find_map(|(low, high)| {
            let before = self.ranges.partition_point(|&(start, ..)| start <= high);
            self.ranges[..before]
                .last()
                .filter(|&&(_, reach, _)| reach >= low)
                .map(|&(_, _, span)| span)
        })
    }
}
