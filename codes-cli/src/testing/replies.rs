//! Random replies that often match small tables.

use codes_runtime::{RawCode, Reply};
use codes_spec::{Code, Pattern, Table};

use super::random::Random;

const MESSAGES: &[&str] = &["a", " a ", "b", "ab", "aab", "a b\n", "ba", "", "c"];
const REPLIES: &[&str] = &[
    "A",
    "B",
    "C",
    "D",
    "E",
    "a",
    "A ",
    "",
    "7",
    "07",
    "+7",
    "0x7",
    "0x07",
    "0X7",
    "-0x3",
    "0x+7",
    "0x",
    "-",
    "-3",
    "--3",
    "3",
    "8",
    "10",
    "12",
    "16",
    "0",
    "-0",
    "00",
    "4294967295",
    "0xffffffff",
    "0xFFFFFFFC",
    "0xFFFFFFFD",
    "0x80004005",
    "2147500037",
    "-2147467259",
    "99999999999999999999",
    "0xFFFFFFFFFFFFFFFF",
    "-2147483648",
];

/// Returns a reply that is assembled from rows of a table.
pub fn reply_of(numbers: &mut Random, table: &'static Table<'static>) -> Reply<'static> {
    let mut row = || &table.rows[numbers.below(table.rows.len())];
    let (status, code, detail, message) = (
        row().statuses.first(),
        row().code.as_ref(),
        row().detail.as_ref(),
        row().messages.first(),
    );
    let any = reply(numbers);
    let status = status
        .map(|status| status.bounds().0)
        .filter(|_| numbers.below(4) > 0);
    let code = code.filter(|_| numbers.below(4) > 0).and_then(raw);
    let detail = detail.filter(|_| numbers.below(2) > 0).and_then(raw);
    let message = message
        .filter(|_| numbers.below(2) > 0)
        .map(Pattern::as_str);
    let mut reply = any;
    reply.status = status.or(any.status);
    reply.code = code.or(any.code);
    reply.detail = detail.or(any.detail);
    reply.message = message.or(any.message);
    reply
}

fn raw(code: &'static Code<'static>) -> Option<RawCode<'static>> {
    match code {
        Code::Text(text) => Some(RawCode::Text(text)),
        Code::Int(int) => Some(RawCode::Int(*int)),
        Code::Range(..) | Code::Class(_) => None,
    }
}

/// Returns a reply that is independent of any table.
pub fn reply(numbers: &mut Random) -> Reply<'static> {
    let mut reply = Reply::new();
    reply.status = numbers.one(&[
        None,
        Some(404),
        Some(404),
        Some(409),
        Some(405),
        Some(200),
        Some(500),
        Some(999),
        Some(0),
    ]);
    let other = i64::from(reply.status.unwrap_or(7));
    reply.code = numbers.one(&[None, Some(true), Some(false)]).map(|text| {
        let picked = numbers.one(REPLIES);
        // an integer may be sent as text or as an integer
        if text {
            RawCode::Text(picked)
        } else {
            RawCode::Int(picked.parse().unwrap_or(other))
        }
    });
    let detail = numbers.one(&[None, Some("x"), Some("y"), Some("1"), Some("2"), Some("")]);
    reply.detail = detail.map(|detail| match detail.parse() {
        Ok(int) if numbers.below(2) == 0 => RawCode::Int(int),
        _ => RawCode::Text(detail),
    });
    reply.message = Some(numbers.one(MESSAGES)).filter(|_| numbers.below(2) == 0);
    reply
}
