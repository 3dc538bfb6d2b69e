//! Texts and numbers: those of the table, and those of each row.

use super::Encoded;
use crate::code::Code;
use crate::display::Rest;
use crate::pointer::Pointer;
use crate::status::Status;
use crate::table::{Body, Prose, Row, Table};
use crate::url::Url;

/// Texts and numbers of one row, or of the table.
struct Writer<'o> {
    out: &'o mut Encoded,
    /// Where the row's texts begin.
    start: usize,
}

impl Writer<'_> {
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.out.details.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.out.details.push(number as u8);
    }

    /// A signed number, so that small ones of either sign are short.
    fn integer(&mut self, integer: i64) {
        self.number(((integer << 1) ^ (integer >> 63)).cast_unsigned());
    }

    fn text(&mut self, text: &str) {
        self.number((text.len() as u64) << 1);
        self.out.text.push_str(text);
    }

    /// A text that may lie in one of the row's that came before.
    fn shared_text(&mut self, text: &str) {
        match self.find(text) {
            Some(offset) => {
                self.number((text.len() as u64) << 1 | 1);
                self.number(offset as u64);
            }
            None => self.text(text),
        }
    }

    /// The same, its place in the row's record.
    fn record_text(&mut self, text: &str) {
        let begin = self.find(text).map_or(self.out.text.len(), |offset| self.start + offset);
        if begin == self.out.text.len() {
            self.out.text.push_str(text);
        }
        self.out.rows.extend((begin as u32).to_le_bytes());
        self.out.rows.extend((text.len() as u32).to_le_bytes());
    }

    fn find(&self, text: &str) -> Option<usize> {
        self.out.text[self.start..].find(text).filter(|_| !text.is_empty())
    }

    /// Lists one after the other: a number whose bits say which are not empty, then their lengths and items.
    fn lists(&mut self, numbers: &[Vec<i64>], texts: &[Vec<&str>]) {
        let present = numbers.iter().map(Vec::is_empty).chain(texts.iter().map(Vec::is_empty));
        self.number(present.enumerate().map(|(i, empty)| u64::from(!empty) << i).sum());
        for list in numbers.iter().filter(|list| !list.is_empty()) {
            self.number(list.len() as u64);
            for &number in list {
                self.integer(number);
            }
        }
        for list in texts.iter().filter(|list| !list.is_empty()) {
            self.number(list.len() as u64);
            for text in list {
                self.text(text);
            }
        }
    }
}

pub(super) fn write_table<'t, 'a>(table: &'t Table<'a>, out: &mut Encoded) {
    let mut writer = Writer { out, start: 0 };
    let retrieved = table.retrieved.map(|date| date.to_string());
    let body = table.body.iter();
    let pointers = |of: fn(&'t Body<'a>) -> &'t [Pointer<'a>]| body.clone().flat_map(of).map(Pointer::as_str).collect();
    writer.text(&table.vendor);
    writer.lists(
        &[body.clone().flat_map(|body| &body.statuses).flat_map(|&(low, high)| [low.into(), high.into()]).collect()],
        &[
            table.title.iter().map(AsRef::as_ref).collect(),
            table.source.iter().map(AsRef::as_ref).collect(),
            retrieved.iter().map(AsRef::as_ref).collect(),
            table.protocol.iter().map(AsRef::as_ref).collect(),
            table.about.iter().map(Prose::plain).collect(),
            table.notes.iter().map(Prose::plain).collect(),
            table.tags.iter().flat_map(|tag| [tag.id.as_ref(), tag.meaning.plain()]).collect(),
            pointers(|body| &body.code),
            pointers(|body| &body.message),
        ],
    );
}

pub(super) fn write_row(table: &Table<'_>, row: &Row<'_>, out: &mut Encoded) {
    let single = row.statuses.iter().find_map(Status::single);
    let more = row.statuses.len() > usize::from(single.is_some());
    let code = match &row.code {
        None => 0,
        Some(Code::Text(_)) => 1,
        Some(Code::Int(_)) => 2,
        Some(Code::Range(..)) => 3,
    };
    out.rows.extend((out.details.len() as u32).to_le_bytes());
    out.rows.extend(single.unwrap_or(0).to_le_bytes());
    out.rows.push(row.kind.map_or(0, |kind| kind as u8 + 1));
    out.rows
        .push(row.outcome as u8 | row.retry.map_or(0, |retry| retry as u8 + 1) << 2 | code << 5 | u8::from(more) << 7);

    let start = out.text.len();
    let mut writer = Writer { out, start };
    writer.record_text(&table.display(row));
    match &row.code {
        None => writer.record_text(""),
        Some(Code::Text(text)) => writer.record_text(text),
        Some(Code::Int(low) | Code::Range(low, ..)) => writer.out.rows.extend(low.to_le_bytes()),
    }
    writer.record_text(row.title.as_deref().unwrap_or_default());

    writer.number((writer.out.text.len() - start) as u64);
    if let Some(Code::Range(_, high, _)) = &row.code {
        writer.integer(*high);
    }
    writer.shared_text(&row.name);
    let description = row.description.as_ref().map_or("", Prose::plain);
    writer.shared_text(description);
    writer.number(match table.rest(row) {
        Rest::Nothing => 0,
        Rest::Description => 1,
        Rest::DescriptionFrom(start) => start as u64 + 2,
    });
    write_lists(table, row, more, &mut writer);
}

fn write_lists(table: &Table<'_>, row: &Row<'_>, more: bool, writer: &mut Writer<'_>) {
    let bounds = |status: &Status<'_>| [i64::from(status.bounds().0), i64::from(status.bounds().1)];
    let integers = |alias: &Code<'_>| match alias {
        Code::Text(_) => None,
        Code::Int(int) => Some([*int, *int]),
        Code::Range(low, high, _) => Some([*low, *high]),
    };
    let aliases: Vec<_> = row.aliases.iter().map(|alias| alias.show(table.code_format)).collect();
    let deprecated = row
        .deprecated
        .as_ref()
        .map(|deprecated| [&deprecated.since, &deprecated.note].map(|text| text.as_deref().unwrap_or_default()));
    let numbers = [
        if more { row.statuses.iter().flat_map(bounds).collect() } else { Vec::new() },
        row.group.iter().map(|&group| group as i64).collect(),
        row.tags.iter().map(|&tag| tag as i64).collect(),
        row.aliases.iter().filter_map(integers).flatten().collect(),
    ];
    writer.lists(
        &numbers,
        &[
            row.action.iter().map(Prose::plain).collect(),
            row.url.iter().map(Url::as_str).collect(),
            aliases.iter().map(AsRef::as_ref).collect(),
            row.messages.iter().map(AsRef::as_ref).collect(),
            row.when.iter().map(Prose::plain).collect(),
            row.fields.iter().flat_map(|(name, text)| [name.as_ref(), text.as_ref()]).collect(),
            row.examples.iter().map(AsRef::as_ref).collect(),
            deprecated.into_iter().flatten().collect(),
            row.former_names.iter().map(AsRef::as_ref).collect(),
        ],
    );
}
