//! Writes the record and the details of a row.

use codes_core::details::LongForm;
use codes_core::lists::{RowIntegers, RowTexts};
use codes_core::record;

use crate::encode::details::{Writer, by_list, each, flat};
use crate::encode::encoded::Encoded;
use crate::table::code::{Code, prefix};
use crate::table::pattern::Pattern;
use crate::table::status::Status;
use crate::table::url::Url;
use crate::table::vocabulary::CodeFormat;
use crate::table::{Prose, Row, Table};

/// The offsets of the texts by which a row is found.
pub(super) struct Starts {
    pub(super) code: u32,
    pub(super) name: u32,
    /// The first alias, which is followed by the others.
    pub(super) aliases: u32,
    /// The first former name, which is followed by the others.
    pub(super) former_names: u32,
}

pub(super) fn write_row(table: &Table<'_>, row: &Row<'_>, out: &mut Encoded) -> Starts {
    let details = out.details.len() as u32;
    let mut writer = Writer::new(out);
    let status = row.statuses.iter().find_map(Status::single);
    let more_statuses = row.statuses.len() > usize::from(status.is_some());
    // the displayed text comes first, because later texts are often part of it
    let display = writer.record_text(&table.display(row));
    let code = match &row.code {
        None => record::Code::None,
        Some(Code::Text(text)) => record::Code::Text(writer.record_text(text)),
        Some(Code::Int(int)) => record::Code::Int(*int),
        Some(Code::Range(low, ..)) => record::Code::Range(*low),
        Some(Code::Class(class)) => record::Code::Class(writer.record_text(prefix(class))),
    };
    let title = writer.record_text(row.title.as_deref().unwrap_or_default());
    let record = record::Record {
        details,
        status,
        more_statuses,
        kind: row.kind,
        declares_kind: row.declares_kind,
        has_messages: !row.messages.is_empty(),
        outcome: row.outcome,
        retry: row.retry,
        display,
        code,
        title,
    };
    writer.out.rows.extend_from_slice(&record.to_bytes());

    writer.texts_len();
    if let Some(Code::Range(_, high, _)) = &row.code {
        writer.integer(*high);
    }
    let name = writer.shared_text(&row.name);
    writer.shared_text(row.description.as_ref().map_or("", Prose::plain));
    let long_form = table.long_form(row);
    writer.number(long_form.to_number());
    if let LongForm::Uncut(uncut) = long_form {
        for offset in [uncut.ellipsis, uncut.start, uncut.end] {
            writer.number(offset as u64);
        }
    }
    let starts = write_lists(table, row, more_statuses, &mut writer);
    Starts {
        code: match code {
            record::Code::Text(range) => range.start,
            _ => 0,
        },
        name,
        aliases: starts[RowTexts::Aliases as usize],
        former_names: starts[RowTexts::FormerNames as usize],
    }
}

/// Writes the lists of a row, and returns where the texts of each begin.
fn write_lists(
    table: &Table<'_>,
    row: &Row<'_>,
    more_statuses: bool,
    writer: &mut Writer<'_>,
) -> [u32; RowTexts::COUNT] {
    let aliases: Vec<_> = row
        .aliases
        .iter()
        .map(|alias| alias.show(table.code_format))
        .collect();
    let statuses = if more_statuses {
        row.statuses.as_slice()
    } else {
        &[]
    };
    let detail = row
        .detail
        .as_ref()
        .map(|detail| detail.show(CodeFormat::Decimal));
    let mut pieces = Vec::new();
    for pattern in &row.messages {
        pieces.extend(pattern.pieces());
    }
    let integers = by_list(RowIntegers::ALL, |list| match list {
        RowIntegers::Statuses => flat(statuses, |status| {
            let (low, high) = status.bounds();
            [i64::from(low), i64::from(high)]
        }),
        RowIntegers::Group => each(row.group.as_slice(), |&group| group as i64),
        RowIntegers::Tags => each(&row.tags, |&tag| tag as i64),
        RowIntegers::Aliases => integer_aliases(row),
    });
    let texts = by_list(RowTexts::ALL, |list| match list {
        RowTexts::Action => each(row.action.as_slice(), Prose::plain),
        RowTexts::Url => each(row.url.as_slice(), Url::as_str),
        RowTexts::Aliases => each(&aliases, AsRef::as_ref),
        RowTexts::Messages => each(&row.messages, Pattern::as_str),
        RowTexts::When => each(&row.when, Prose::plain),
        RowTexts::Fields => flat(&row.fields, |(name, text)| [name.as_ref(), text.as_ref()]),
        RowTexts::Examples => each(&row.examples, AsRef::as_ref),
        RowTexts::Deprecated => flat(row.deprecated.as_slice(), |deprecated| {
            [&deprecated.since, &deprecated.note].map(|text| text.as_deref().unwrap_or_default())
        }),
        RowTexts::FormerNames => each(&row.former_names, AsRef::as_ref),
        RowTexts::Detail => each(detail.as_slice(), AsRef::as_ref),
        RowTexts::Patterns => flat(&pieces, |(text, gap)| [text.as_str(), gap.as_str()]),
    });
    writer.lists(&integers, &texts, RowTexts::Patterns as usize)
}

/// Returns the numbers of the aliases: two bounds for an integer or a range, and the position of a class.
fn integer_aliases(row: &Row<'_>) -> Vec<i64> {
    let mut integers = Vec::new();
    for (i, alias) in (0..).zip(&row.aliases) {
        match alias {
            Code::Text(_) => {}
            Code::Int(int) => integers.extend([*int, *int]),
            Code::Range(low, high, _) => integers.extend([*low, *high]),
            Code::Class(_) => integers.push(i),
        }
    }
    integers
}
