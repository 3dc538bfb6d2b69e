//! A slow and simple implementation of the rules of classification.

use codes_runtime::RawCode;
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
    Message,
    TooManyMessages,
}

impl Step {
    pub const ALL: [Step; 18] = [
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
        Step::Message,
        Step::TooManyMessages,
    ];
}

/// Returns the positions of the matching rows, and the rules that decided.
pub fn classify(
    table: &Table<'_>,
    status: Option<u16>,
    code: Option<RawCode<'_>>,
    message: Option<&str>,
) -> (Vec<usize>, Vec<Step>) {
    let mut steps = Vec::new();
    let (step, set) = first_set(table, status, code);
    steps.push(step);
    // prefer the narrowest code, and then the narrowest status
    let code_width = |row: &Row<'_>| {
        code.and_then(|code| code_width(table, row, code, &mut Vec::new()))
            .unwrap_or(0)
    };
    let status_width = |row: &Row<'_>| {
        status
            .and_then(|status| status_width(row, status))
            .unwrap_or(0)
    };
    let narrow = |set: Vec<usize>, width: &dyn Fn(&Row<'_>) -> u64| -> Vec<usize> {
        let least = set.iter().map(|&row| width(&table.rows[row])).min();
        set.into_iter()
            .filter(|&row| Some(width(&table.rows[row])) == least)
            .collect()
    };
    let by_code = narrow(set.clone(), &code_width);
    let by_status = narrow(by_code.clone(), &status_width);
    steps.extend((by_code.len() < set.len()).then_some(Step::NarrowerCode));
    steps.extend((by_status.len() < by_code.len()).then_some(Step::NarrowerStatus));
    if let (Some(code), true) = (code, step <= Step::Code) {
        let _ = self::code_width(table, &table.rows[by_status[0]], code, &mut steps);
    }
    let fitting = fitting(table, &by_status, message);
    match fitting.len() {
        1..=8 => {
            steps.extend((fitting.len() < by_status.len()).then_some(Step::Message));
            (fitting, steps)
        }
        many => {
            steps.extend((many > 8).then_some(Step::TooManyMessages));
            (by_status, steps)
        }
    }
}

/// Returns the rows that have a pattern for the message.
fn fitting(table: &Table<'_>, rows: &[usize], message: Option<&str>) -> Vec<usize> {
    let Some(message) = message else {
        return Vec::new();
    };
    // whitespace around a message is ignored, but a pattern may have a space next to a star at its end
    let padded = [("", ""), (" ", ""), ("", " "), (" ", " ")];
    let letters = padded.map(|(start, end)| format!("{start}{}{end}", message.trim()));
    let covers = |pattern: &str, letters: &str| {
        let [pattern, letters] = [pattern, letters].map(|text| text.chars().collect::<Vec<_>>());
        covers(&pattern, &letters)
    };
    let fits = |row: &usize| {
        let mut patterns = table.rows[*row].messages.iter();
        patterns.any(|pattern| letters.iter().any(|letters| covers(pattern, letters)))
    };
    rows.iter().copied().filter(fits).collect()
}

/// A test whether a row belongs to a set.
type Test<'t> = &'t dyn Fn(&Row<'_>) -> bool;

/// Returns the first of the sets of rows that is not empty.
fn first_set(
    table: &Table<'_>,
    status: Option<u16>,
    code: Option<RawCode<'_>>,
) -> (Step, Vec<usize>) {
    let rows = |test: &dyn Fn(&Row<'_>) -> bool| -> Vec<usize> {
        (0..table.rows.len())
            .filter(|&row| test(&table.rows[row]))
            .collect()
    };
    let has_code = |row: &Row<'_>| {
        code.is_some_and(|code| code_width(table, row, code, &mut Vec::new()).is_some())
    };
    let Some(status) = status else {
        let set = rows(&has_code);
        return (
            if set.is_empty() {
                Step::Unlisted
            } else {
                Step::Code
            },
            set,
        );
    };
    let covers = |row: &Row<'_>| status_width(row, status).is_some();
    let names = |row: &Row<'_>| row.statuses.iter().any(|own| own.single() == Some(status));
    let sets: [(Step, Test<'_>); 7] = [
        (Step::CodeUnderStatus, &|row| covers(row) && has_code(row)),
        (Step::CodeWithoutStatus, &|row| {
            row.statuses.is_empty() && has_code(row)
        }),
        (Step::CodeUnderOthers, &has_code),
        (Step::Named, &|row| row.code.is_none() && names(row)),
        (Step::NamedWithCode, &|row| code.is_none() && names(row)),
        (Step::Class, &|row| row.code.is_none() && covers(row)),
        (Step::ClassWithCode, &|row| code.is_none() && covers(row)),
    ];
    let mut found = sets.into_iter().map(|(step, test)| (step, rows(test)));
    found
        .find(|(_, set)| !set.is_empty())
        .unwrap_or((Step::Unlisted, Vec::new()))
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
