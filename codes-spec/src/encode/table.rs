//! Writes the details of the table itself.

use codes_core::lists::{GROUP_TEXTS, TableIntegers, TableTexts};

use crate::encode::details::{Writer, by_list, each, flat};
use crate::encode::encoded::Encoded;
use crate::table::pointer::Pointer;
use crate::table::response::{Body, Delay, Header, Headers, Success, Trim};
use crate::table::vocabulary::{Decode, DelayUnit};
use crate::table::{Prose, Table};

pub(super) fn write_table(table: &Table<'_>, out: &mut Encoded) {
    let retrieved = table.retrieved.map(|date| date.to_string());
    let integers = by_list(TableIntegers::ALL, |list| match list {
        TableIntegers::BodyStatuses => {
            let statuses = table.body.as_ref().map_or(&[][..], |body| &body.statuses);
            flat(statuses, |&(low, high)| [i64::from(low), i64::from(high)])
        }
    });
    let texts = by_list(TableTexts::ALL, |list| match list {
        TableTexts::Title => each(table.title.as_slice(), AsRef::as_ref),
        TableTexts::Source => each(table.source.as_slice(), AsRef::as_ref),
        TableTexts::Retrieved => each(retrieved.as_slice(), AsRef::as_ref),
        TableTexts::Protocol => each(table.protocol.as_slice(), AsRef::as_ref),
        TableTexts::About => each(table.about.as_slice(), Prose::plain),
        TableTexts::Notes => each(&table.notes, Prose::plain),
        TableTexts::Tags => flat(&table.tags, |tag| [tag.id.as_ref(), tag.meaning.plain()]),
        TableTexts::Groups => flat::<_, _, GROUP_TEXTS>(&table.groups, |group| {
            let title = group.title.as_deref().unwrap_or_default();
            let about = group.about.as_ref().map_or("", Prose::plain);
            [group.id.as_ref(), title, about]
        }),
        _ => response_texts(table, list),
    });
    let mut writer = Writer::new(out);
    writer.text(&table.vendor);
    writer.lists(&integers, &texts, usize::MAX);
}

/// The strings of a list, if it belongs to `body` or `headers`.
fn response_texts<'t>(table: &'t Table<'_>, list: TableTexts) -> Vec<&'t str> {
    let body = table.body.as_ref();
    let headers = table.headers.as_ref();
    let texts = body.and_then(|body| body_texts(body, list));
    let texts = texts.or_else(|| headers.and_then(|headers| header_texts(headers, list)));
    texts.unwrap_or_default()
}

/// The texts of a list, if it belongs to `body`.
fn body_texts<'t>(body: &'t Body<'_>, list: TableTexts) -> Option<Vec<&'t str>> {
    let pointers = |pointers: &'t [Pointer<'_>]| each(pointers, Pointer::as_str);
    Some(match list {
        TableTexts::CodePointers => pointers(&body.code),
        TableTexts::DetailPointers => pointers(&body.detail),
        TableTexts::MessagePointers => pointers(&body.message),
        TableTexts::DelayPointers => pointers(&body.retry_after),
        TableTexts::Errors => pointers(body.errors.as_slice()),
        TableTexts::BodySuccess => success(body.success.as_ref(), Pointer::as_str),
        TableTexts::BodyTrim => trim(&body.trim),
        TableTexts::BodyParams => {
            let pairs = body.params.iter().flat_map(|(name, pointers)| {
                pointers
                    .iter()
                    .map(move |pointer| [name.as_ref(), pointer.as_str()])
            });
            pairs.flatten().collect()
        }
        _ => return None,
    })
}

/// The texts of a list, if it belongs to `headers`.
fn header_texts<'t>(headers: &'t Headers<'_>, list: TableTexts) -> Option<Vec<&'t str>> {
    let sources = |sources: &'t [Header<'_>]| flat(sources, header);
    Some(match list {
        TableTexts::CodeHeaders => sources(&headers.code),
        TableTexts::DetailHeaders => sources(&headers.detail),
        TableTexts::MessageHeaders => sources(&headers.message),
        TableTexts::DelayHeaders => flat(&headers.retry_after, |delay: &Delay<'_>| {
            [
                delay.name.as_ref(),
                delay.unit.map_or("", DelayUnit::as_str),
            ]
        }),
        TableTexts::HeaderSuccess => success(headers.success.as_ref(), AsRef::as_ref),
        TableTexts::HeaderTrim => trim(&headers.trim),
        TableTexts::HeaderParams => {
            let triples = headers.params.iter().flat_map(|(name, sources)| {
                sources.iter().map(move |source| {
                    let [header, decode] = header(source);
                    [name.as_ref(), header, decode]
                })
            });
            triples.flatten().collect()
        }
        _ => return None,
    })
}

/// A header's name, and how its value is decoded.
fn header<'h>(header: &'h Header<'_>) -> [&'h str; 2] {
    [
        header.name.as_ref(),
        header.decode.map_or("", Decode::as_str),
    ]
}

/// The place of a value, and the values that mean success.
fn success<'s, P>(
    success: Option<&'s Success<'_, P>>,
    place: fn(&'s P) -> &'s str,
) -> Vec<&'s str> {
    let Some(success) = success else {
        return Vec::new();
    };
    let mut texts = vec![place(&success.at)];
    texts.extend(success.is.iter().map(AsRef::as_ref));
    texts
}

/// The `before` and `after` of `trim`; each is empty if not given.
fn trim<'t>(trim: &'t Trim<'_>) -> Vec<&'t str> {
    if *trim == Trim::default() {
        return Vec::new();
    }
    let texts = [&trim.before, &trim.after];
    texts
        .map(|text| text.as_deref().unwrap_or_default())
        .to_vec()
}
