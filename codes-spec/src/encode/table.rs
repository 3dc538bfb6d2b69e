//! Writes the details of the table itself.

use codes_core::lists::{GROUP_TEXTS, TableIntegers, TableTexts};

use crate::encode::details::{Writer, by_list, each, flat};
use crate::encode::encoded::Encoded;
use crate::table::pointer::Pointer;
use crate::table::{Body, Prose, Table};

pub(super) fn write_table(table: &Table<'_>, out: &mut Encoded) {
    let retrieved = table.retrieved.map(|date| date.to_string());
    let no_body = Body {
        code: Vec::new(),
        message: Vec::new(),
        statuses: Vec::new(),
    };
    let body = table.body.as_ref().unwrap_or(&no_body);
    let integers = by_list(TableIntegers::ALL, |list| match list {
        TableIntegers::BodyStatuses => flat(&body.statuses, |&(low, high)| {
            [i64::from(low), i64::from(high)]
        }),
    });
    let texts = by_list(TableTexts::ALL, |list| match list {
        TableTexts::Title => each(table.title.as_slice(), AsRef::as_ref),
        TableTexts::Source => each(table.source.as_slice(), AsRef::as_ref),
        TableTexts::Retrieved => each(retrieved.as_slice(), AsRef::as_ref),
        TableTexts::Protocol => each(table.protocol.as_slice(), AsRef::as_ref),
        TableTexts::About => each(table.about.as_slice(), Prose::plain),
        TableTexts::Notes => each(&table.notes, Prose::plain),
        TableTexts::Tags => flat(&table.tags, |tag| [tag.id.as_ref(), tag.meaning.plain()]),
        TableTexts::CodePointers => each(&body.code, Pointer::as_str),
        TableTexts::MessagePointers => each(&body.message, Pointer::as_str),
        TableTexts::Groups => flat::<_, _, GROUP_TEXTS>(&table.groups, |group| {
            let title = group.title.as_deref().unwrap_or_default();
            let about = group.about.as_ref().map_or("", Prose::plain);
            [group.id.as_ref(), title, about]
        }),
    });
    let mut writer = Writer::new(out);
    writer.text(&table.vendor);
    writer.lists(&integers, &texts);
}
