//! Builds the rows of the table.

use std::borrow::Cow;

use super::entry::RowEntry;
use super::labels::Labels;
use super::outcome::{default_kind, outcome};
use super::prose::ProseReader;
use crate::diagnostics::rules;
use crate::format::keys::{DeprecatedDraft, RowDraft};
use crate::span::Span;
use crate::table::display::MAX_DISPLAYED;
use crate::table::model::{Deprecated, Row, Table};

/// Builds rows from entries.
pub(super) struct RowBuilder<'t, 'a, 'r> {
    /// The table without its rows.
    pub(super) table: &'t Table<'a>,
    pub(super) labels: &'t Labels<'a>,
    pub(super) http: bool,
    pub(super) prose: ProseReader<'r>,
    /// The total length of the `display` texts so far.
    pub(super) displayed: usize,
}

impl<'a> RowBuilder<'_, 'a, '_> {
    /// Builds a row, or returns `None` if there is a mistake in it.
    pub(super) fn row(&mut self, entry: &mut RowEntry<'a>) -> Option<Row<'a>> {
        let statuses = entry.draft.status.take().unwrap_or_default();
        let outcome = outcome(entry, &statuses, self.prose.report);
        let draft = &mut entry.draft;
        let errors = self.prose.report.errors();
        if let Some(title) = draft.title.get() {
            self.prose.check_html(title);
        }
        let description = self.prose.one(&mut draft.description, "description");
        let when = self.prose.many(&mut draft.when, "when");
        let action = self.prose.one(&mut draft.action, "action");
        let name = entry.name.take()?;
        if entry.broken || self.prose.report.errors() > errors {
            return None;
        }
        let statuses: Vec<_> = statuses.into_iter().map(|status| status.value).collect();
        let kind = draft.kind.take_value();
        let row = Row {
            name: name.value,
            code: entry.code.take().map(|code| code.value),
            detail: entry.detail.take().map(|detail| detail.value),
            aliases: entry.aliases.drain(..).map(|alias| alias.value).collect(),
            title: draft.title.take_value(),
            description,
            when,
            action,
            messages: draft.messages.take_values(),
            outcome,
            declares_kind: kind.is_some(),
            kind: kind.or_else(|| default_kind(&statuses, outcome).filter(|_| self.http)),
            retry: draft.retry.take_value(),
            group: self.group(draft),
            tags: self.tags(draft),
            url: draft.url.take_value(),
            fields: fields(draft),
            examples: draft.examples.take_values(),
            deprecated: draft.deprecated.take().and_then(deprecated),
            former_names: former_names(draft),
            statuses,
        };
        self.displays(&row, entry.span).then_some(row)
    }

    fn group(&self, draft: &mut RowDraft<'a>) -> Option<usize> {
        let group = draft.group.take_value()?;
        self.labels.groups.get(&group).copied()
    }

    fn tags(&self, draft: &mut RowDraft<'a>) -> Vec<usize> {
        let tags = draft.tags.take().unwrap_or_default();
        tags.iter()
            .filter_map(|tag| self.labels.tags.get(&tag.value).copied())
            .collect()
    }

    /// Checks that the template prints something for a row, and that its total output is within `MAX_DISPLAYED`.
    fn displays(&mut self, row: &Row<'_>, span: Span) -> bool {
        if self.table.display.is_none() {
            return true;
        }
        if self.displayed > MAX_DISPLAYED {
            return false; // reported with the row that exceeded the limit
        }
        let display = self.table.display(row).len();
        self.displayed += display;
        let mistake = if display == 0 {
            rules::display_empty()
        } else if self.displayed > MAX_DISPLAYED {
            rules::display_size(MAX_DISPLAYED >> 20)
        } else {
            return true;
        };
        self.prose.report.push(mistake.at(span));
        false
    }
}

fn fields<'a>(draft: &mut RowDraft<'a>) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    let fields = draft.fields.take().unwrap_or_default().list;
    fields
        .into_iter()
        .map(|(name, text)| (name.value, text.value))
        .collect()
}

fn former_names<'a>(draft: &mut RowDraft<'a>) -> Vec<Cow<'a, str>> {
    let names = draft.former_names.take_values();
    names.into_iter().map(|name| name.0).collect()
}

fn deprecated(mut draft: DeprecatedDraft<'_>) -> Option<Deprecated<'_>> {
    draft.is.then(|| Deprecated {
        since: draft.details.since.take_value(),
        note: draft.details.note.take_value(),
    })
}
