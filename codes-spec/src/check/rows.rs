//! Rows: what each says in whole, and whether another says the same.

use std::borrow::Cow;
use std::collections::hash_map::Entry as Slot;

use codes_core::{Kind, Outcome};

use super::labels::Labels;
use super::{Entry, ProseReader, value};
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::keys::BodyDraft;
use crate::quick_map::{QuickMap, Quickly};
use crate::span::Spanned;
use crate::table::code::Code;
use crate::table::display::MAX_DISPLAYED;
use crate::table::registry;
use crate::table::status::Status;
use crate::table::vocabulary::CodeFormat;
use crate::table::{Body, Deprecated, Row, Table};

/// Reports rows without status and code, and rows that say what another says.
pub(super) fn check(entries: &mut [Entry<'_>], format: CodeFormat, report: &mut Report) {
    for entry in entries.iter_mut() {
        if let (Field::Absent, Field::Absent, None) =
            (&entry.draft.status, &entry.draft.code, &entry.code)
        {
            let span = entry.span;
            entry.refuse(rules::no_status_or_code().at(span), report);
        }
    }
    let mut seen = QuickMap::with_capacity_and_hasher(entries.len(), Quickly::new());
    let mut repeated = Vec::new();
    for (i, entry) in entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.broken)
    {
        let draft = &entry.draft;
        let mut statuses: Vec<_> = draft
            .status
            .items()
            .iter()
            .map(|status| status.value.bounds())
            .collect();
        statuses.sort_unstable();
        let code = entry.code.as_ref().map(|code| code.value.key(format));
        match seen.entry((statuses, code, text(&draft.title), text(&draft.description))) {
            Slot::Occupied(first) => repeated.push((i, *first.get())),
            Slot::Vacant(slot) => _ = slot.insert(entry.span),
        }
    }
    for (i, first) in repeated {
        let span = entries[i].span;
        entries[i].twin = true;
        entries[i].refuse(rules::repeated_row().at(span).first_at(first), report);
    }
}

fn text<'e>(field: &'e Field<Spanned<Cow<'_, str>>>) -> Option<&'e str> {
    field.get().map(|text| text.value.as_ref())
}

/// Where a response carries what classifies it.
pub(super) fn body<'a>(mut draft: BodyDraft<'a>, table: &Table<'_>) -> Body<'a> {
    let said = draft.statuses.take().map(|statuses| {
        statuses
            .iter()
            .map(|status| status.value.bounds())
            .collect()
    });
    let listed = || {
        let mut statuses = vec![(400, 999)];
        for row in table.rows.iter().filter(|row| row.code.is_some()) {
            statuses.extend(
                row.statuses
                    .iter()
                    .map(Status::bounds)
                    .filter(|&(low, _)| low < 400),
            );
        }
        statuses.sort_unstable();
        statuses.dedup();
        statuses
    };
    Body {
        code: values(draft.code.take()),
        message: values(draft.message.take()),
        statuses: said.unwrap_or_else(listed),
    }
}

/// The finished row, unless there is a mistake in it.
pub(super) fn row<'a>(
    entry: &mut Entry<'a>,
    table: &Table<'a>,
    labels: &Labels<'a>,
    http: bool,
    prose: &mut ProseReader<'_>,
) -> Option<Row<'a>> {
    let statuses = entry.draft.status.take().unwrap_or_default();
    let outcome = outcome(entry, &statuses, prose.report);
    let draft = &mut entry.draft;
    let errors = prose.report.errors();
    let description = prose.one(&mut draft.description, "description");
    let when = prose.many(&mut draft.when, "when");
    let action = prose.one(&mut draft.action, "action");
    let name = entry.name.take()?;
    if entry.broken || prose.report.errors() > errors {
        return None;
    }
    let given = value(&mut draft.kind);
    let statuses = values(Some(statuses));
    let tags = draft.tags.take().unwrap_or_default();
    let fields = draft.fields.take().unwrap_or_default().list;
    let row = Row {
        name: name.value,
        code: entry.code.take().map(|code| code.value),
        aliases: entry.aliases.drain(..).map(|alias| alias.value).collect(),
        title: value(&mut draft.title),
        description,
        when,
        action,
        messages: values(draft.messages.take()),
        outcome,
        kind: given.or_else(|| default_kind(&statuses, outcome).filter(|_| http)),
        retry: value(&mut draft.retry),
        group: value(&mut draft.group).and_then(|group| labels.groups.get(&group).copied()),
        tags: tags
            .iter()
            .filter_map(|tag| labels.tags.get(&tag.value).copied())
            .collect(),
        url: value(&mut draft.url),
        fields: fields
            .into_iter()
            .map(|(name, text)| (name.value, text.value))
            .collect(),
        examples: values(draft.examples.take()),
        deprecated: draft
            .deprecated
            .take()
            .filter(|deprecated| deprecated.is)
            .map(|mut deprecated| Deprecated {
                since: value(&mut deprecated.details.since),
                note: value(&mut deprecated.details.note),
            }),
        former_names: values(draft.former_names.take())
            .into_iter()
            .map(|name| name.0)
            .collect(),
        statuses,
    };
    if table.display.is_some() {
        if prose.displayed > MAX_DISPLAYED {
            return None; // which was said of the row that reached it
        }
        let display = table.display(&row).len();
        prose.displayed += display;
        if display == 0 {
            return prose.report.refuse(rules::display_empty().at(entry.span));
        }
        if prose.displayed > MAX_DISPLAYED {
            return prose
                .report
                .refuse(rules::display_size(MAX_DISPLAYED).at(entry.span));
        }
    }
    Some(row)
}

/// A list without places; by a loop, as a chain collected in place is much code for each type.
fn values<T>(list: Option<Vec<Spanned<T>>>) -> Vec<T> {
    let list = list.unwrap_or_default();
    let mut values = Vec::with_capacity(list.len());
    for at in list {
        values.push(at.value);
    }
    values
}

/// The outcome that the row says, or the one that its statuses and code show.
fn outcome(
    entry: &mut Entry<'_>,
    statuses: &[Spanned<Status<'_>>],
    report: &mut Report,
) -> Outcome {
    if let Field::Is(outcome) = &entry.draft.outcome {
        return outcome.value;
    }
    let low = statuses.iter().map(|status| status.value.bounds().0).min();
    let high = statuses.iter().map(|status| status.value.bounds().1).max();
    let outcome = if high.is_none_or(|high| high >= 400) {
        Outcome::Error
    } else {
        Outcome::Ok
    };
    let silent = matches!(
        (&entry.draft.outcome, &entry.draft.status),
        (Field::Absent, Field::Absent)
    );
    match (low, high, &entry.code) {
        _ if !silent => {}
        (Some(low @ ..400), Some(high @ 400..), _) => {
            let span = statuses[0].span;
            entry.refuse(rules::outcome_unclear(low, high).at(span), report);
        }
        (_, Some(..400), Some(code)) => {
            report.push(rules::outcome_default(phrases::NO_ERROR_STATUS, outcome).at(code.span));
        }
        (_, None, Some(Spanned { value, span })) if is_zero(value) => {
            report.push(rules::outcome_default(phrases::CODE_ZERO, outcome).at(*span));
        }
        _ => {}
    }
    outcome
}

/// `0`, and texts such as `0000`.
fn is_zero(code: &Code<'_>) -> bool {
    match code {
        Code::Int(int) => *int == 0,
        Code::Text(text) => text.bytes().all(|digit| digit == b'0'),
        Code::Range(..) => false,
    }
}

/// What HTTP says of all statuses, unless that is no error and the row is one.
fn default_kind(statuses: &[Status<'_>], outcome: Outcome) -> Option<Kind> {
    let mut kinds = statuses.iter().map(|status| match status.bounds() {
        (low, high) if low == high => Kind::from_status(low),
        (low, high) => registry::class_kind(low, high),
    });
    let first = kinds.next()??;
    let fits = outcome != Outcome::Error
        || !matches!(first, Kind::Informational | Kind::Success | Kind::Redirect);
    (fits && kinds.all(|kind| kind == Some(first))).then_some(first)
}
