//! Small random tables.

use std::fmt::Write as _;

/// A pseudorandom generator (`SplitMix64`) whose numbers depend on its seed alone.
pub struct Random(pub u64);

impl Random {
    /// Returns a number below a bound.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (usize::try_from(mixed >> 33).unwrap_or_default()) % bound
    }

    pub(super) fn one<T: Copy>(&mut self, of: &[T]) -> T {
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

/// The values from which the rows of a table are made.
struct Shape {
    codes: &'static [&'static str],
    aliases: &'static [&'static str],
    details: &'static [&'static str],
    /// Whether all rows have messages, so that rows without status and code are allowed.
    all_have_messages: bool,
    /// The code, status and pattern that all rows share.
    shared: Option<[&'static str; 3]>,
}

/// Returns a table of up to 12 rows, or one of 30 rows that have the same code and status and differ only
/// in their messages.
pub fn spec(numbers: &mut Random) -> String {
    let (format, codes, aliases) = numbers.one(&[
        ("decimal", TEXTS, TEXT_ALIASES),
        ("decimal", INTEGERS, INTEGER_ALIASES),
        ("hex4", INTEGERS, INTEGER_ALIASES),
        ("hex8", HEX8, HEX8_ALIASES),
    ]);
    let is_shared = numbers.below(8) == 0;
    let shared = [codes, STATUSES, PATTERNS].map(|of| numbers.one(of));
    let shape = Shape {
        codes,
        aliases,
        details: numbers.one(&[&[][..], DETAILS[0], DETAILS[1]]),
        all_have_messages: numbers.below(4) == 0,
        shared: is_shared.then_some(shared),
    };
    let count = if is_shared { 30 } else { 1 + numbers.below(12) };
    let rows = (0..count).map(|i| row(numbers, &shape, i));
    format!(
        "vendor: Test\ncode_format: {format}\ncodes:\n{}",
        rows.collect::<String>()
    )
}

fn row(numbers: &mut Random, shape: &Shape, i: usize) -> String {
    let quoted = |code: &&str| quoted(code, shape.codes == TEXTS);
    let (code, mut statuses) = match shape.shared {
        Some([code, status, _]) => (Some(code), vec![status]),
        None => (
            Some(numbers.one(shape.codes)).filter(|_| numbers.below(10) < 7),
            some_statuses(numbers),
        ),
    };
    if statuses.is_empty() && code.is_none() && !shape.all_have_messages {
        statuses.push("404");
    }
    let mut aliases = numbers.some(2, shape.aliases);
    // an alias that the row's own class covers would be an error
    if let Some(class) = code.and_then(|code| code.strip_suffix('*')) {
        aliases.retain(|alias| !alias.starts_with(class));
    }
    let aliases: Vec<_> = aliases.iter().map(quoted).collect();
    let messages = messages(numbers, shape);
    let mut row = format!("  - {{name: R{i}, title: T{i}, outcome: error");
    if let Some(code) = &code {
        let _ = write!(row, ", code: {}", quoted(code));
        if !shape.details.is_empty() && numbers.below(2) == 0 {
            let _ = write!(row, ", detail: {}", numbers.one(shape.details));
        }
    }
    let lists = [
        ("status", statuses.join(", ")),
        ("aliases", aliases.join(", ")),
        ("messages", messages),
    ];
    for (key, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        let _ = write!(row, ", {key}: [{list}]");
    }
    row + "}\n"
}

/// Returns the items of the list of patterns.
fn messages(numbers: &mut Random, shape: &Shape) -> String {
    let mut messages = numbers.some(2, PATTERNS);
    if let Some([.., pattern]) = shape.shared
        && numbers.below(3) > 0
    {
        messages = vec![pattern];
    }
    if messages.is_empty() && shape.all_have_messages {
        messages.push("a b");
    }
    let messages: Vec<_> = messages.iter().map(|text| format!("'{text}'")).collect();
    messages.join(", ")
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

/// Returns up to three statuses, but never the same range in two notations, which would be an error.
fn some_statuses(numbers: &mut Random) -> Vec<&'static str> {
    let mut statuses = numbers.some(3, STATUSES);
    for (range, same) in [("404-404", "404"), ("400-409", "40x")] {
        let twice = statuses.contains(&same);
        statuses.retain(|status| !twice || *status != range);
    }
    statuses
}
