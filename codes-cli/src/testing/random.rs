//! Small random tables, and random replies that often match them.

use std::fmt::Write as _;

use codes_runtime::{RawCode, Reply};
use codes_spec::{Code, Pattern, Table};

/// A pseudorandom generator (`SplitMix64`) whose numbers depend on its seed alone.
pub struct Random(pub u64);

impl Random {
    /// Returns a number below a bound.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (usize::try_from(mixed >> 33).unwrap_or_default()) % bound
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// Returns up to `max` distinct items.
    fn some(&mut self, max: usize, of: &[&'static str]) -> Vec<&'static str> {
        let mut picked: Vec<_> = (0..self.below(max + 1)).map(|_| self.one(of)).collect();
        picked.sort_unstable();
        picked.dedup();
        picked
    }
}

const STATUSES: &[&str] = &[
    "200", "404", "404", "409", "500", "4xx", "40x", "400-409", "404-404", "5xx", "200-599",
];
const TEXTS: &[&str] = &[
    "A", "B", "C", "7", "07", "-3", "0x7", "10", "0*", "1*", "B*",
];
const TEXT_ALIASES: &[&str] = &["D", "E", "3", "0", "0x*", "A*"];
const DETAILS: [&[&str]; 2] = [&["x", "y", "'1'"], &["1", "2", "3"]];
const INTEGERS: &[&str] = &["0", "7", "7", "10", "-3", "0-9", "5-8", "-5 - 7", "3-3"];
const INTEGER_ALIASES: &[&str] = &["8", "-1", "6-20", "7-8", "12-12"];
const HEX8: &[&str] = &[
    "-1",
    "-3",
    "0xFFFFFFFF",
    "0x80004005",
    "-2147467259",
    "7",
    "-16 - -1",
    "0x80000000-0x8FFFFFFF",
    "-5 - 7",
];
const HEX8_ALIASES: &[&str] = &[
    "-2",
    "0xFFFFFFFC",
    "-2147483648",
    "0xFFFFFFF0-0xFFFFFFFE",
    "16",
];
const PATTERNS: &[&str] = &[
    "a", "a*", "*b", "a*b", "*a*", "*", "a b", "b", "a *", "* b", "* a *",
];
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

/// Returns a table of up to 12 rows, or of 30 rows with the same code and status, which only messages distinguish.
pub fn spec(numbers: &mut Random) -> String {
    let (format, codes, aliases) = numbers.one(&[
        ("decimal", TEXTS, TEXT_ALIASES),
        ("decimal", INTEGERS, INTEGER_ALIASES),
        ("hex4", INTEGERS, INTEGER_ALIASES),
        ("hex8", HEX8, HEX8_ALIASES),
    ]);
    let alike = numbers.below(8) == 0;
    let details = numbers.one(&[&[][..], DETAILS[0], DETAILS[1]]);
    // rows without status and code are allowed if all have messages
    let all_have_messages = numbers.below(4) == 0;
    let (one_code, one_status) = (numbers.one(codes), numbers.one(STATUSES));
    let one_pattern = numbers.one(PATTERNS);
    let quoted = |code: &&str| quoted(code, codes == TEXTS);
    let mut spec = format!("vendor: Test\ncode_format: {format}\ncodes:\n");
    for i in 0..if alike { 30 } else { 1 + numbers.below(12) } {
        let code = if alike {
            Some(one_code)
        } else {
            Some(numbers.one(codes)).filter(|_| numbers.below(10) < 7)
        };
        let mut statuses = if alike {
            vec![one_status]
        } else {
            some_statuses(numbers)
        };
        if statuses.is_empty() && code.is_none() && !all_have_messages {
            statuses.push("404");
        }
        let mut aliases = numbers.some(2, aliases);
        // an alias that the row's own class covers would be an error
        if let Some(class) = code.and_then(|code| code.strip_suffix('*')) {
            aliases.retain(|alias| !alias.starts_with(class));
        }
        let aliases: Vec<_> = aliases.iter().map(quoted).collect();
        let mut messages = numbers.some(2, PATTERNS);
        if alike && numbers.below(3) > 0 {
            messages = vec![one_pattern];
        }
        if messages.is_empty() && all_have_messages {
            messages.push("a b");
        }
        let messages = messages.iter().map(|text| format!("'{text}'"));
        let _ = write!(spec, "  - {{name: R{i}, title: T{i}, outcome: error");
        if let Some(code) = &code {
            let _ = write!(spec, ", code: {}", quoted(code));
            if !details.is_empty() && numbers.below(2) == 0 {
                let _ = write!(spec, ", detail: {}", numbers.one(details));
            }
        }
        for (key, list) in [
            ("status", statuses.join(", ")),
            ("aliases", aliases.join(", ")),
            ("messages", messages.collect::<Vec<_>>().join(", ")),
        ] {
            if !list.is_empty() {
                let _ = write!(spec, ", {key}: [{list}]");
            }
        }
        spec += "}\n";
    }
    spec
}

/// Formats a code in YAML, in quotes if it is text or a range.
fn quoted(code: &str, is_text: bool) -> String {
    let is_range = code.get(1..).is_some_and(|rest| rest.contains('-'));
    if is_text || is_range {
        format!("'{code}'")
    } else {
        code.to_owned()
    }
}

/// Returns up to three statuses, no two of them equal ranges, which would be an error.
fn some_statuses(numbers: &mut Random) -> Vec<&'static str> {
    let mut statuses = numbers.some(3, STATUSES);
    for (range, same) in [("404-404", "404"), ("400-409", "40x")] {
        let twice = statuses.contains(&same);
        statuses.retain(|status| !twice || *status != range);
    }
    statuses
}

/// Returns a reply that is put together from rows of a table.
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
        // an integer may be a text or an integer
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
