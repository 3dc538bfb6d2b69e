//! Texts and numbers: those of the table, and those of each row.

use super::Encoded;
use crate::table::code::Code;
use crate::table::display::Rest;
use crate::table::pointer::Pointer;
use crate::table::status::Status;
use crate::table::url::Url;
use crate::table::{Body, Prose, Row, Table};

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
        let begin = self
            .find(text)
            .map_or(self.out.text.len(), |offset| self.start + offset);
        if begin == self.out.text.len() {
            self.out.text.push_str(text);
        }
        self.out
            .rows
            .extend_from_slice(&(begin as u32).to_le_bytes());
        self.out
            .rows
            .extend_from_slice(&(text.len() as u32).to_le_bytes());
    }

    fn find(&self, text: &str) -> Option<usize> {
        /// A shorter text is found before the standard search is prepared, a longer one might be walked too often.
        const LONG: usize = 64;
        let row = &self.out.text[self.start..];
        let (&first, _) = text.as_bytes().split_first()?;
        let last = row.len().checked_sub(text.len())?;
        if text.len() > LONG {
            return row.find(text);
        }
        let mut at = 0;
        while at <= last {
            if row.as_bytes()[at] == first && row.as_bytes()[at..].starts_with(text.as_bytes()) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Lists one after the other: a number whose bits say which are not empty, then their lengths and items.
    fn lists(&mut self, numbers: &[Vec<i64>], texts: &[Vec<&str>]) {
        let mut present = 0;
        for (i, list) in numbers.iter().enumerate() {
            present |= u64::from(!list.is_empty()) << i;
        }
        for (i, list) in texts.iter().enumerate() {
            present |= u64::from(!list.is_empty()) << (numbers.len() + i);
        }
        self.number(present);
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

pub(super) fn write_table(table: &Table<'_>, out: &mut Encoded) {
    let mut writer = Writer { out, start: 0 };
    let retrieved = table.retrieved.map(|date| date.to_string());
    let nowhere = Body {
        code: Vec::new(),
        message: Vec::new(),
        statuses: Vec::new(),
    };
    let body = table.body.as_ref().unwrap_or(&nowhere);
    // id, title and about of each group, one after the other
    let groups = table.groups.iter().flat_map(|group| {
        [
            group.id.as_ref(),
            group.title.as_deref().unwrap_or_default(),
            group.about.as_ref().map_or("", Prose::plain),
        ]
    });
    let groups = groups.collect();
    writer.text(&table.vendor);
    writer.lists(
        &[pairs(&body.statuses, |&(low, high)| {
            [low.into(), high.into()]
        })],
        &[
            each(table.title.as_slice(), AsRef::as_ref),
            each(table.source.as_slice(), AsRef::as_ref),
            retrieved.iter().map(AsRef::as_ref).collect(),
            each(table.protocol.as_slice(), AsRef::as_ref),
            each(table.about.as_slice(), Prose::plain),
            each(&table.notes, Prose::plain),
            pairs(&table.tags, |tag| [tag.id.as_ref(), tag.meaning.plain()]),
            each(&body.code, Pointer::as_str),
            each(&body.message, Pointer::as_str),
            groups,
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
    out.rows
        .extend_from_slice(&(out.details.len() as u32).to_le_bytes());
    out.rows
        .extend_from_slice(&single.unwrap_or(0).to_le_bytes());
    out.rows.push(row.kind.map_or(0, |kind| kind as u8 + 1));
    out.rows.push(
        row.outcome as u8
            | row.retry.map_or(0, |retry| retry as u8 + 1) << 2
            | code << 5
            | u8::from(more) << 7,
    );

    let start = out.text.len();
    let mut writer = Writer { out, start };
    writer.record_text(&table.display(row));
    match &row.code {
        None => writer.record_text(""),
        Some(Code::Text(text)) => writer.record_text(text),
        Some(Code::Int(low) | Code::Range(low, ..)) => {
            writer.out.rows.extend_from_slice(&low.to_le_bytes())
        }
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
    let mut integers = Vec::new();
    for alias in &row.aliases {
        match alias {
            Code::Text(_) => {}
            Code::Int(int) => integers.extend([*int, *int]),
            Code::Range(low, high, _) => integers.extend([*low, *high]),
        }
    }
    let aliases: Vec<_> = row
        .aliases
        .iter()
        .map(|alias| alias.show(table.code_format))
        .collect();
    let statuses = if more { row.statuses.as_slice() } else { &[] };
    let numbers = [
        pairs(statuses, |status| {
            [status.bounds().0.into(), status.bounds().1.into()]
        }),
        each(row.group.as_slice(), |&group| group as i64),
        each(&row.tags, |&tag| tag as i64),
        integers,
    ];
    writer.lists(
        &numbers,
        &[
            each(row.action.as_slice(), Prose::plain),
            each(row.url.as_slice(), Url::as_str),
            each(&aliases, AsRef::as_ref),
            each(&row.messages, AsRef::as_ref),
            each(&row.when, Prose::plain),
            pairs(&row.fields, |(name, text)| [name, text]),
            each(&row.examples, AsRef::as_ref),
            pairs(row.deprecated.as_slice(), |deprecated| {
                [&deprecated.since, &deprecated.note]
                    .map(|text| text.as_deref().unwrap_or_default())
            }),
            each(&row.former_names, AsRef::as_ref),
        ],
    );
}

/// What there is to write of each item. This and `pairs` are compiled once for a type, as iterators would not be.
fn each<'t, T, U>(items: &'t [T], part: fn(&'t T) -> U) -> Vec<U> {
    items.iter().map(part).collect()
}

fn pairs<'t, T, U>(items: &'t [T], parts: fn(&'t T) -> [U; 2]) -> Vec<U> {
    let mut all = Vec::with_capacity(2 * items.len());
    for item in items {
        all.extend(parts(item));
    }
    all
}
