//! From drafts to a table: what no value shows alone. This is the only maker of [`Table`].

mod codes;
mod head;
mod labels;
mod names;
mod rows;

use std::borrow::Cow;

use self::labels::{Labels, Uses};
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::field::Field;
use crate::format::keys::{RowDraft, TableDraft};
use crate::format::record::Drafted;
use crate::markdown::plain::{MAX_DEPTH, depth, plain_text};
use crate::span::{Span, Spanned};
use crate::table::code::Code;
use crate::table::{Group, Prose, Table, Tag};

/// A row on its way into the table.
struct Entry<'a> {
    draft: RowDraft<'a>,
    span: Span,
    code: Option<Spanned<Code<'a>>>,
    aliases: Vec<Spanned<Code<'a>>>,
    /// The variant, and the value that it comes from.
    name: Option<Spanned<Cow<'a, str>>>,
    /// There is a mistake in it: its name is all that is kept.
    broken: bool,
    /// It says what another row says, so that nothing more need be said of it.
    twin: bool,
}

impl<'a> Entry<'a> {
    fn new(row: Drafted<RowDraft<'a>>) -> Self {
        let Drafted {
            draft,
            span,
            broken,
        } = row;
        Entry {
            draft,
            span,
            code: None,
            aliases: Vec::new(),
            name: None,
            broken,
            twin: false,
        }
    }

    fn refuse(&mut self, mistake: Mistake, report: &mut Report) {
        self.broken = true;
        report.push(mistake);
    }
}

/// Makes a table of the rows that break no rule, and lists the names of the others, where these are known.
pub(crate) fn check<'a>(
    mut draft: TableDraft<'a>,
    report: &mut Report,
) -> (Table<'a>, Vec<String>) {
    let http = draft
        .protocol
        .get()
        .is_none_or(|protocol| protocol.value.eq_ignore_ascii_case("http"));
    let mut entries: Vec<_> = draft
        .codes
        .take()
        .unwrap_or_default()
        .into_iter()
        .map(Entry::new)
        .collect();
    let format = draft
        .code_format
        .get()
        .map(|format| format.value)
        .unwrap_or_default();
    let reserved = codes::check(
        &mut entries,
        draft.reserved.take().unwrap_or_default(),
        format,
        report,
    );
    rows::check(&mut entries, format, report);
    let (mut groups, mut tags) = (Uses::of(&draft.groups), Uses::of(&draft.tags));
    let names = names::check(&mut entries, http, &tags, report);
    labels::check(&mut entries, &mut groups, &mut tags, report);
    let labels = Labels {
        groups: groups.positions,
        tags: tags.positions,
    };
    head::check(&draft, &entries, report);

    let mut prose = ProseReader {
        markdown: draft.markdown.take().unwrap_or_default(),
        displayed: 0,
        report,
    };
    let mut table = Table {
        vendor: draft
            .vendor
            .take()
            .map(|vendor| vendor.value)
            .unwrap_or_default(),
        title: value(&mut draft.title),
        source: value(&mut draft.source),
        retrieved: value(&mut draft.retrieved),
        protocol: value(&mut draft.protocol).filter(|_| !http),
        base_url: value(&mut draft.base_url),
        about: prose.one(&mut draft.about, "about"),
        notes: prose.many(&mut draft.notes, "notes"),
        display: value(&mut draft.display),
        code_format: format,
        reserved,
        ..Table::default()
    };
    for (id, mut group) in draft.groups.take().unwrap_or_default().list {
        let about = prose.one(&mut group.draft.about, "about");
        table.groups.push(Group {
            id: id.value,
            title: value(&mut group.draft.title),
            about,
        });
    }
    for (id, meaning) in draft.tags.take().unwrap_or_default().list {
        let meaning = prose.read(meaning, Subject::Named(&id.value, "tags"));
        table.tags.push(Tag {
            id: id.value,
            meaning,
        });
    }
    let mut skipped_names = Vec::new();
    for (i, mut entry) in entries.into_iter().enumerate() {
        let name = entry.name.as_ref().map(|name| name.value.clone());
        match (
            rows::row(&mut entry, &table, &labels, http, &mut prose),
            name,
        ) {
            (Some(row), _) => table.rows.push(row),
            // of several rows that come to one name the first may be kept
            (None, Some(name)) if names.get(&name) == Some(&i) => {
                skipped_names.push(name.into_owned());
            }
            (None, _) => {}
        }
    }
    table.body = draft.body.take().map(|body| rows::body(body.draft, &table));
    (table, skipped_names)
}

fn value<T>(field: &mut Field<Spanned<T>>) -> Option<T> {
    field.take().map(|at| at.value)
}

/// Turns texts into prose, which may be Markdown.
struct ProseReader<'r> {
    markdown: bool,
    /// How many bytes the rows display so far.
    displayed: usize,
    report: &'r mut Report,
}

impl ProseReader<'_> {
    fn read<'a>(&mut self, text: Spanned<Cow<'a, str>>, subject: Subject<'_>) -> Prose<'a> {
        let deep = self.markdown && depth(&text.value) > MAX_DEPTH;
        if deep {
            self.report
                .push(rules::markdown_depth(MAX_DEPTH).at(text.span));
        }
        let plain = (self.markdown && !deep).then(|| plain_text(&text.value));
        if plain.as_ref().is_some_and(|plain| plain.trim().is_empty()) {
            self.report.push(subject.no_text().at(text.span));
        }
        Prose {
            text: text.value,
            plain,
        }
    }

    fn one<'a>(
        &mut self,
        field: &mut Field<Spanned<Cow<'a, str>>>,
        key: &str,
    ) -> Option<Prose<'a>> {
        field.take().map(|text| self.read(text, Subject::Key(key)))
    }

    fn many<'a>(
        &mut self,
        field: &mut Field<Vec<Spanned<Cow<'a, str>>>>,
        key: &str,
    ) -> Vec<Prose<'a>> {
        let read = |text| self.read(text, Subject::Item(key));
        field
            .take()
            .map_or_else(Vec::new, |list| list.into_iter().map(read).collect())
    }
}
