//! A slow and simple implementation of the rules of classification.

use codes_runtime::{RawCode, Reply};
use codes_spec::{Code, CodeFormat, Row, Table};

/// A rule that decided about a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    CodeUnderStatus,
    CodeWithoutStatus,
    CodeUnderOthers,
    Code,
    Named,
    NamedWithCode,
    Class,
    ClassWithCode,
    Unlisted,
    NarrowerCode,
    NarrowerStatus,
    Alias,
    TextAsInteger,
    HexAsInteger,
    IntegerAsText,
    OtherForm,
    Detail,
    MessageAlone,
    Misfit,
    MoreText,
    TooManyMessages,
}

impl Step {
    pub const ALL: [Step; 21] = [
        Step::CodeUnderStatus,
        Step::CodeWithoutStatus,
        Step::CodeUnderOthers,
        Step::Code,
        Step::Named,
        Step::NamedWithCode,
        Step::Class,
        Step::ClassWithCode,
        Step::Unlisted,
        Step::NarrowerCode,
        Step::NarrowerStatus,
        Step::Alias,
        Step::TextAsInteger,
        Step::HexAsInteger,
        Step::IntegerAsText,
        Step::OtherForm,
        Step::Detail,
        Step::MessageAlone,
        Step::Misfit,
        Step::MoreText,
        Step::TooManyMessages,
    ];
}

/// Returns the positions of the matching rows, and the rules that decided.
pub fn classify(table: &Table<'_>, reply: &Reply<'_>) -> (Vec<usize>, Vec<Step>) {
    let mut steps = Vec::new();
    let Some((step, set)) = first_set(table, reply, &mut steps) else {
        return (Vec::new(), vec![Step::Unlisted]);
    };
    steps.push(step);
    let fitting: Vec<usize> = set
        .iter()
        .copied()
        .filter(|&row| text_of(&table.rows[row], reply.message).is_some())
        .collect();
    // prefer the narrowest code, and then the narrowest status
    let code_width = |row: &Row<'_>| {
        let code = reply.code.filter(|_| step <= Step::Code);
        code.and_then(|code| code_width(table, row, code, &mut Vec::new()))
            .unwrap_or(0)
    };
    let status_width = |row: &Row<'_>| {
        let status = reply
            .status
            .filter(|_| step == Step::CodeUnderStatus || step > Step::Code);
        status
            .and_then(|status| status_width(row, status))
            .unwrap_or(0)
    };
    let least = |set: &[usize], width: &dyn Fn(&Row<'_>) -> u64| -> Vec<usize> {
        let least = set.iter().map(|&row| width(&table.rows[row])).min();
        let is_least = |row: &usize| Some(width(&table.rows[*row])) == least;
        set.iter().copied().filter(is_least).collect()
    };
    let by_code = least(&fitting, &code_width);
    let by_status = least(&by_code, &status_width);
    steps.extend((by_code.len() < fitting.len()).then_some(Step::NarrowerCode));
    steps.extend((by_status.len() < by_code.len()).then_some(Step::NarrowerStatus));
    if let (Some(code), true) = (reply.code, step <= Step::Code) {
        let _ = self::code_width(table, &table.rows[by_status[0]], code, &mut steps);
    }
    let text = |row: &Row<'_>| text_of(row, reply.message).unwrap_or(0);
    let most = by_status
        .iter()
        .map(|&row| text(&table.rows[row]))
        .max()
        .unwrap_or(0);
    let best: Vec<usize> = by_status
        .iter()
        .copied()
        .filter(|&row| text(&table.rows[row]) == most)
        .collect();
    steps.extend((best.len() < by_status.len()).then_some(Step::MoreText));
    if best.len() > 8 && most > 0 {
        // too many to be held apart from the rows that the message does not fit
        steps.push(Step::TooManyMessages);
        let width = |row: &Row<'_>| (code_width(row), status_width(row));
        let first = width(&table.rows[best[0]]);
        let all = set
            .into_iter()
            .filter(|&row| width(&table.rows[row]) == first);
        return (all.collect(), steps);
    }
    (best, steps)
}

/// Returns the first of the sets of rows that is not empty, as it is before the message is compared.
fn first_set(
    table: &Table<'_>,
    reply: &Reply<'_>,
    steps: &mut Vec<Step>,
) -> Option<(Step, Vec<usize>)> {
    let with_code: Vec<usize> = rows(table, &|row| has_code(table, row, reply.code));
    let details = with_detail(table, &with_code, reply.detail);
    steps.extend((details.len() < with_code.len()).then_some(Step::Detail));
    let coded = |row: &Row<'_>| details.iter().any(|&at| std::ptr::eq(&table.rows[at], row));
    let covers = |row: &Row<'_>| {
        reply
            .status
            .is_some_and(|status| status_width(row, status).is_some())
    };
    let names = |row: &Row<'_>| {
        let mut singles = row.statuses.iter().filter_map(|own| own.single());
        singles.any(|own| Some(own) == reply.status)
    };
    let uncoded = |row: &Row<'_>| row.code.is_none();
    let all_or_uncoded = |set: Vec<usize>| {
        let bare: Vec<_> = set
            .iter()
            .copied()
            .filter(|&row| uncoded(&table.rows[row]))
            .collect();
        match (bare.is_empty(), reply.code) {
            (false, _) => (bare, false),
            (true, None) => (set, true),
            (true, Some(_)) => (Vec::new(), false),
        }
    };
    let (named, named_has_code) = all_or_uncoded(rows(table, &names));
    let class = |is_bare: bool| {
        rows(table, &|row| {
            covers(row)
                && has_class(row)
                && uncoded(row) == is_bare
                && (is_bare || reply.code.is_none())
        })
    };
    let no_status = reply.status.is_none();
    let sets = [
        (
            Step::CodeUnderStatus,
            rows(table, &|row| covers(row) && coded(row)),
        ),
        (
            Step::CodeWithoutStatus,
            rows(table, &|row| {
                !no_status && row.statuses.is_empty() && coded(row)
            }),
        ),
        (
            if no_status {
                Step::Code
            } else {
                Step::CodeUnderOthers
            },
            rows(table, &coded),
        ),
        (
            if named_has_code {
                Step::NamedWithCode
            } else {
                Step::Named
            },
            named,
        ),
        (Step::Class, class(true)),
        (Step::ClassWithCode, class(false)),
        (
            Step::MessageAlone,
            rows(table, &|row| {
                reply.message.is_some()
                    && row.statuses.is_empty()
                    && row.code.is_none()
                    && row.aliases.is_empty()
            }),
        ),
    ];
    let fits = |row: &usize| text_of(&table.rows[*row], reply.message).is_some();
    for (step, set) in sets {
        if set.iter().any(fits) {
            return Some((step, set));
        }
        steps.extend((!set.is_empty()).then_some(Step::Misfit));
    }
    None
}

fn rows(table: &Table<'_>, test: &dyn Fn(&Row<'_>) -> bool) -> Vec<usize> {
    (0..table.rows.len())
        .filter(|&row| test(&table.rows[row]))
        .collect()
}

fn has_code(table: &Table<'_>, row: &Row<'_>, code: Option<RawCode<'_>>) -> bool {
    code.is_some_and(|code| code_width(table, row, code, &mut Vec::new()).is_some())
}

fn has_class(row: &Row<'_>) -> bool {
    row.statuses.iter().any(|status| status.single().is_none())
}

/// Returns the rows that have a detail, else those without one. Without a detail in the reply, returns those without
/// one, else all.
fn with_detail(table: &Table<'_>, rows: &[usize], detail: Option<RawCode<'_>>) -> Vec<usize> {
    let detail = detail
        .map(|detail| detail.to_string())
        .filter(|detail| !detail.is_empty());
    let own = |row: usize| {
        let detail = table.rows[row].detail.as_ref();
        detail.map(|detail| detail.show(CodeFormat::Decimal).into_owned())
    };
    let of = |wanted: Option<&String>| -> Vec<usize> {
        rows.iter()
            .copied()
            .filter(|&row| own(row).as_ref() == wanted)
            .collect()
    };
    let same = if detail.is_some() {
        of(detail.as_ref())
    } else {
        Vec::new()
    };
    let bare = of(None);
    match (same.is_empty(), bare.is_empty(), detail) {
        (false, ..) => same,
        (true, false, _) => bare,
        (true, true, None) => rows.to_vec(),
        (true, true, Some(_)) => Vec::new(),
    }
}

/// Returns zero if a row has no patterns or there is no message, else one more than the bytes of text in its pattern
/// that fits best, or `None` if none fits.
fn text_of(row: &Row<'_>, message: Option<&str>) -> Option<usize> {
    let Some(message) = message.filter(|_| !row.messages.is_empty()) else {
        return Some(0);
    };
    // whitespace around a message is ignored, and may also be what a pattern has beside a gap
    let padded = [("", ""), (" ", ""), ("", " "), (" ", " ")];
    let letters = padded.map(|(start, end)| format!("{start}{}{end}", message.trim()));
    let letters = letters.map(|letters| letters.chars().collect::<Vec<_>>());
    let patterns = row
        .messages
        .iter()
        .map(|pattern| pattern.as_str().trim().chars().collect::<Vec<_>>());
    patterns
        .filter(|pattern| letters.iter().any(|letters| covers(pattern, letters)))
        .map(|pattern| {
            1 + pattern
                .iter()
                .filter(|&&c| c != '*')
                .map(|c| c.len_utf8())
                .sum::<usize>()
        })
        .max()
}

/// Returns the width of the row's narrowest status that contains this one.
fn status_width(row: &Row<'_>, status: u16) -> Option<u64> {
    let bounds = row.statuses.iter().map(codes_spec::Status::bounds);
    bounds
        .filter(|&(low, high)| low <= status && status <= high)
        .map(|(low, high)| u64::from(high - low))
        .min()
}

/// Returns the width of the row's narrowest code or alias that matches the reply's code, and records how it matched.
fn code_width(
    table: &Table<'_>,
    row: &Row<'_>,
    code: RawCode<'_>,
    steps: &mut Vec<Step>,
) -> Option<u64> {
    let width = |own: &Code<'_>| match own {
        Code::Text(text) => (code.to_string() == *text).then_some(0),
        Code::Int(int) => integers_of(table, code).contains(int).then_some(0),
        Code::Class(class) => {
            let prefix = &class[..class.len() - 1];
            let fits = code.to_string().starts_with(prefix);
            fits.then(|| u64::MAX - prefix.len() as u64)
        }
        Code::Range(low, high, _) => {
            let inside = integers_of(table, code)
                .iter()
                .any(|int| low <= int && int <= high);
            inside.then(|| high.abs_diff(*low))
        }
    };
    let own = row.code.iter().filter_map(width).min();
    let alias = row.aliases.iter().filter_map(width).min();
    let all = own.into_iter().chain(alias).min()?;
    steps.extend((own.is_none_or(|own| own > all)).then_some(Step::Alias));
    match (code, row.code.as_ref().or(row.aliases.first())) {
        (RawCode::Int(_), Some(Code::Text(_))) => steps.push(Step::IntegerAsText),
        (RawCode::Text(text), Some(Code::Int(_) | Code::Range(..))) => {
            steps.push(if text.contains('x') {
                Step::HexAsInteger
            } else {
                Step::TextAsInteger
            });
        }
        _ => {}
    }
    let plain = |own: &Code<'_>| match own {
        Code::Int(own) => integers_of(table, code).first() == Some(own),
        _ => true,
    };
    steps.extend((!row.code.iter().chain(&row.aliases).any(plain)).then_some(Step::OtherForm));
    Some(all)
}

/// Returns the integers that a reply's code can stand for.
fn integers_of(table: &Table<'_>, code: RawCode<'_>) -> Vec<i64> {
    let hex = table.code_format != CodeFormat::Decimal;
    let read = match code {
        RawCode::Int(int) => Some(int),
        RawCode::Text(text) => {
            let decimal = text
                .parse()
                .ok()
                .filter(|int: &i64| int.to_string() == text);
            let (sign, digits) = text
                .strip_prefix('-')
                .map_or(("", text), |digits| ("-", digits));
            let digits = digits
                .strip_prefix("0x")
                .filter(|digits| hex && digits.chars().all(|c| c.is_ascii_hexdigit()));
            decimal.or_else(|| i64::from_str_radix(&format!("{sign}{}", digits?), 16).ok())
        }
    };
    let other = read
        .filter(|_| table.code_format == CodeFormat::Hex8)
        .and_then(|int| match int {
            -0x8000_0000..=-1 => Some(int + 0x1_0000_0000),
            0x8000_0000..=0xffff_ffff => Some(int - 0x1_0000_0000),
            _ => None,
        });
    read.into_iter().chain(other).collect()
}

/// Whether a pattern matches the whole message.
fn covers(pattern: &[char], message: &[char]) -> bool {
    match pattern {
        [] => message.is_empty(),
        ['*', rest @ ..] => (0..=message.len()).any(|skipped| covers(rest, &message[skipped..])),
        [letter, rest @ ..] => message.first() == Some(letter) && covers(rest, &message[1..]),
    }
}
