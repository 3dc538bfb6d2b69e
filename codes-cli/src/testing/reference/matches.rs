//! Compares rows with the status, the code and the message of a reply.

use codes_runtime::RawCode;
use codes_spec::{Code, CodeFormat, Row, Table};

use super::step::Step;

/// Returns how well a row fits a message: 0 if the row has no patterns or there is no message, `None` if
/// no pattern fits, and otherwise one more than the length of the longest pattern that fits.
pub(super) fn text_of(row: &Row<'_>, message: Option<&str>) -> Option<usize> {
    let Some(message) = message.filter(|_| !row.messages.is_empty()) else {
        return Some(0);
    };
    // whitespace around a message is ignored, but may still match whitespace next to a gap in a
    // pattern
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
pub(super) fn status_width(row: &Row<'_>, status: u16) -> Option<u64> {
    let bounds = row.statuses.iter().map(codes_spec::Status::bounds);
    bounds
        .filter(|&(low, high)| low <= status && status <= high)
        .map(|(low, high)| u64::from(high - low))
        .min()
}

/// Returns the width of the row's narrowest code or alias that matches the reply's code, and records how it matched.
pub(super) fn code_width(
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

/// Returns whether a pattern matches the whole message.
fn covers(pattern: &[char], message: &[char]) -> bool {
    match pattern {
        [] => message.is_empty(),
        ['*', rest @ ..] => (0..=message.len()).any(|skipped| covers(rest, &message[skipped..])),
        [letter, rest @ ..] => message.first() == Some(letter) && covers(rest, &message[1..]),
    }
}
