//! A table as the bytes that the runtime reads: texts, a record for each row, and indexes.
//!
//! This is the only writer; the only reader is `codes-runtime`, in `cursor.rs`, `row.rs` and `index.rs`. Both change
//! together, and their releases require each other exactly.
//!
//! All texts lie in one. A row's record has fixed width; what has none lies in `details`: numbers in LEB128, and for each
//! text its length doubled. An odd one says that the text lies inside one of the row's that came before, and the
//! offset from the row's first text follows: so are title and code parts of what the row displays.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a spec has at most 8 MiB, its rows display at most 64 MiB, and rows and codes are counted"
)]

use std::collections::HashMap;

use crate::code::Code;
use crate::display::Rest;
use crate::pointer::Pointer;
use crate::status::Status;
use crate::table::{Body, Prose, Row, Table};
use crate::url::Url;
use crate::word::CodeFormat;

/// How many codes and aliases a table may have, so that the lists of rows that share one can be numbered.
pub(crate) const MAX_CODES: usize = 40_000;

/// A table as bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Encoded {
    /// All texts.
    pub text: String,
    /// The rows' records, twelve bytes each: where details and texts begin, the first single status or 0, the kind or
    /// 0, and from the lowest bit outcome (2), retry (3), the kind of code (2), whether there are more statuses (1).
    pub rows: Vec<u8>,
    /// What has no fixed width, the table's own first.
    pub details: Vec<u8>,
    /// The status that the first of `statuses` stands for.
    pub first_status: u16,
    /// For each status the rows that name it, two bytes.
    pub statuses: Vec<u8>,
    /// Slots of four bytes: the upper half of a code's hash, and the rows that have the code.
    pub codes: Vec<u8>,
    /// The same for names and former names.
    pub names: Vec<u8>,
    /// Where each list of rows ends, four bytes.
    pub list_ends: Vec<u8>,
    /// The rows of the lists, two bytes. The first list has the rows with classes of statuses, the second those with
    /// ranges of codes.
    pub lists: Vec<u8>,
    /// How codes are read: 0 as text, 1 as decimal integers, 2 also as hexadecimal, 3 with 32 bits.
    pub codes_are: u8,
}

/// Writes a table.
pub fn encode(table: &Table<'_>) -> Encoded {
    let mut out = Encoded { codes_are: codes_are(table), ..Encoded::default() };
    write_table(table, &mut out);
    for row in &table.rows {
        write_row(table, row, &mut out);
    }
    let mut lists = Lists::default();
    lists.push(&rows_where(table, |row| row.statuses.iter().any(|status| status.single().is_none())));
    lists.push(&rows_where(table, |row| codes(row).any(|code| matches!(code, Code::Range(..)))));
    write_statuses(table, &mut lists, &mut out);
    let codes_are = out.codes_are;
    out.codes = slots(table, &mut lists, |row| codes(row).filter_map(|code| key(code, codes_are)).collect());
    out.names = slots(table, &mut lists, |row| {
        let names = row.former_names.iter().chain([&row.name]);
        names.map(|name| name.as_bytes().to_vec()).collect()
    });
    (out.list_ends, out.lists) = (lists.ends, lists.rows);
    out
}

fn codes<'r, 'a>(row: &'r Row<'a>) -> impl Iterator<Item = &'r Code<'a>> {
    row.code.iter().chain(&row.aliases)
}

fn rows_where(table: &Table<'_>, test: impl Fn(&Row<'_>) -> bool) -> Vec<u16> {
    (0u16..).zip(&table.rows).filter(|(_, row)| test(row)).map(|(i, _)| i).collect()
}

fn codes_are(table: &Table<'_>) -> u8 {
    match table.rows.iter().flat_map(codes).next() {
        None | Some(Code::Text(_)) => 0,
        Some(Code::Int(_) | Code::Range(..)) => match table.code_format {
            CodeFormat::Decimal => 1,
            CodeFormat::Hex | CodeFormat::Hex2 | CodeFormat::Hex4 => 2,
            CodeFormat::Hex8 => 3,
        },
    }
}

/// The bytes by which a code is found; a range is not found by them, unless it is of one integer.
fn key(code: &Code<'_>, codes_are: u8) -> Option<Vec<u8>> {
    match code {
        Code::Text(text) => Some(text.as_bytes().to_vec()),
        Code::Range(low, high, _) if low < high => None,
        Code::Int(int) | Code::Range(int, ..) => Some(canonical(*int, codes_are).to_le_bytes().to_vec()),
    }
}

/// With 32 bits, a negative code is the same as its unsigned form.
fn canonical(code: i64, codes_are: u8) -> i64 {
    match i32::try_from(code) {
        Ok(bits) if codes_are == 3 => i64::from(bits.cast_unsigned()),
        _ => code,
    }
}

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
        match self.out.text[self.start..].find(text) {
            Some(offset) if !text.is_empty() => {
                self.number((text.len() as u64) << 1 | 1);
                self.number(offset as u64);
            }
            _ => self.text(text),
        }
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

fn write_table<'t, 'a>(table: &'t Table<'a>, out: &mut Encoded) {
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

fn write_row(table: &Table<'_>, row: &Row<'_>, out: &mut Encoded) {
    let single = row.statuses.iter().find_map(Status::single);
    let more = row.statuses.len() > usize::from(single.is_some());
    let code = match &row.code {
        None => 0,
        Some(Code::Text(_)) => 1,
        Some(Code::Int(_)) => 2,
        Some(Code::Range(..)) => 3,
    };
    let (details, text) = (out.details.len() as u32, out.text.len() as u32);
    out.rows.extend(details.to_le_bytes());
    out.rows.extend(text.to_le_bytes());
    out.rows.extend(single.unwrap_or(0).to_le_bytes());
    out.rows.push(row.kind.map_or(0, |kind| kind as u8 + 1));
    out.rows
        .push(row.outcome as u8 | row.retry.map_or(0, |retry| retry as u8 + 1) << 2 | code << 5 | u8::from(more) << 7);

    let start = out.text.len();
    let mut writer = Writer { out, start };
    writer.text(&table.display(row));
    writer.shared_text(&row.name);
    match &row.code {
        None => {}
        Some(Code::Text(text)) => writer.shared_text(text),
        Some(Code::Int(int)) => writer.integer(*int),
        Some(Code::Range(low, high, _)) => {
            writer.integer(*low);
            writer.integer(*high);
        }
    }
    writer.shared_text(row.title.as_deref().unwrap_or_default());
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

/// Lists of rows, each once.
#[derive(Default)]
struct Lists {
    ends: Vec<u8>,
    rows: Vec<u8>,
    known: HashMap<Vec<u16>, u16>,
}

impl Lists {
    fn push(&mut self, rows: &[u16]) -> u16 {
        self.rows.extend(rows.iter().flat_map(|row| row.to_le_bytes()));
        self.ends.extend((self.rows.len() as u32 / 2).to_le_bytes());
        (self.ends.len() / 4 - 1) as u16
    }

    /// How a slot names rows: one by its number from 1 on, several by their list's number with the highest bit set.
    fn name(&mut self, rows: &[u16]) -> u16 {
        match rows {
            [] => 0,
            [one] => one + 1,
            several => {
                if let Some(&list) = self.known.get(several) {
                    return list;
                }
                let list = self.push(several) | 0x8000;
                self.known.insert(several.to_vec(), list);
                list
            }
        }
    }
}

/// The rows that a reply with a status and no code can mean, for each status that a row names itself: those without a
/// code, else all.
fn write_statuses(table: &Table<'_>, lists: &mut Lists, out: &mut Encoded) {
    let mut rows: Vec<Vec<u16>> = vec![Vec::new(); 1000];
    for (i, row) in (0u16..).zip(&table.rows) {
        for status in row.statuses.iter().filter_map(Status::single) {
            let rows = &mut rows[usize::from(status)];
            // a row can name a status twice, as 404 and as 404-404
            if rows.last() != Some(&i) {
                rows.push(i);
            }
        }
    }
    for rows in &mut rows {
        let uncoded: Vec<u16> =
            rows.iter().copied().filter(|&row| table.rows[usize::from(row)].code.is_none()).collect();
        if !uncoded.is_empty() {
            *rows = uncoded;
        }
    }
    let named = |rows: &Vec<u16>| !rows.is_empty();
    let (Some(first), Some(last)) = (rows.iter().position(named), rows.iter().rposition(named)) else { return };
    out.first_status = first as u16;
    for rows in &rows[first..=last] {
        out.statuses.extend(lists.name(rows).to_le_bytes());
    }
}

/// An index by open addressing, at most half full; a slot of zeros is empty.
fn slots(table: &Table<'_>, lists: &mut Lists, keys: impl Fn(&Row<'_>) -> Vec<Vec<u8>>) -> Vec<u8> {
    let mut rows_by_key: HashMap<Vec<u8>, Vec<u16>> = HashMap::new();
    let mut order = Vec::new();
    for (i, row) in (0u16..).zip(&table.rows) {
        for key in keys(row) {
            let rows = rows_by_key.entry(key.clone()).or_default();
            if rows.is_empty() {
                order.push(key);
            }
            // under `hex8` a row can have one code in both its forms
            if rows.last() != Some(&i) {
                rows.push(i);
            }
        }
    }
    if order.is_empty() {
        return Vec::new();
    }
    let entries: Vec<_> =
        order.iter().map(|key| (hash(key), rows_by_key[key][0], lists.name(&rows_by_key[key]))).collect();
    let least = (2 * order.len()).next_power_of_two();
    // With more slots, other keys are neighbours; keys of one hash stay neighbours, however many slots there are.
    let mut sizes = (0..4).map(|doubled| least << doubled);
    sizes.find_map(|count| place(&entries, count, true)).or_else(|| place(&entries, least, false)).unwrap_or_default()
}

/// Puts keys into slots: hash, first row, and the name of the rows. A reader knows a key by fingerprint and first row,
/// so none may stand before another that has both in common, unless that is let pass.
fn place(entries: &[(u64, u16, u16)], count: usize, distinct: bool) -> Option<Vec<u8>> {
    let mut slots: Vec<Option<(u16, u16, u16)>> = vec![None; count];
    for &(hash, first, rows) in entries {
        let fingerprint = (hash >> 48) as u16;
        let mut at = hash as usize & (count - 1);
        while let Some((other, other_first, _)) = slots[at] {
            if distinct && (other, other_first) == (fingerprint, first) {
                return None;
            }
            at = (at + 1) & (count - 1);
        }
        slots[at] = Some((fingerprint, first, rows));
    }
    let bytes = |slot: Option<(u16, u16, u16)>| {
        let (fingerprint, _, rows) = slot.unwrap_or_default();
        [fingerprint.to_le_bytes(), rows.to_le_bytes()].concat()
    };
    Some(slots.into_iter().flat_map(bytes).collect())
}

/// The hash of an index, over every byte; the runtime has it too.
pub fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let mut hash = bytes.len() as u64;
    for word in words.iter().chain([&last]) {
        hash = (hash ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR);
        hash ^= hash >> 32;
    }
    hash.wrapping_mul(FACTOR)
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn no_key_stands_before_one_that_looks_like_it() {
        let hash = |fingerprint: u64, low: u64| fingerprint << 48 | low;
        // they meet in two slots, and not in four
        let entries = [(hash(7, 0), 3, 4), (hash(7, 2), 3, 0x8002)];
        assert_eq!(place(&entries, 2, true), None);
        assert_eq!(place(&entries, 4, true), Some(vec![7, 0, 4, 0, 0, 0, 0, 0, 7, 0, 2, 0x80, 0, 0, 0, 0]));
        assert!(place(&entries, 2, false).is_some());
        // another first row, or another fingerprint, is told apart
        assert!(place(&[(hash(7, 0), 3, 4), (hash(7, 2), 5, 6)], 2, true).is_some());
        assert!(place(&[(hash(7, 0), 3, 4), (hash(8, 2), 3, 6)], 2, true).is_some());
    }
}
