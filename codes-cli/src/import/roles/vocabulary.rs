//! Looks up headings and labels.

use std::collections::HashMap;
use std::sync::LazyLock;

use codes_spec::distance;

use crate::import::roles::role::Role;
use crate::import::roles::wordings::{self, Wording};

/// Normalizes a heading: lower case, words in the singular, separated by one space. A capital letter after a small
/// one begins a word, and so does a change of script, as in `RtnCode` and `HTTP状态码`.
pub(super) fn normalize(heading: &str) -> String {
    let mut spaced = String::with_capacity(heading.len() + 8);
    let mut before = ' ';
    for c in heading.chars() {
        let begins = before.is_lowercase() && c.is_uppercase()
            || before.is_ascii_alphanumeric() && c.is_alphabetic() && c >= '\u{3000}';
        spaced.extend(begins.then_some(' '));
        spaced.extend(if c.is_alphanumeric() { c } else { ' ' }.to_lowercase());
        before = c;
    }
    let singular = spaced.split_whitespace().map(|word| match word {
        "statuses" => "status",
        word if word.ends_with("ss") || word.ends_with("status") => word,
        word => word.strip_suffix('s').unwrap_or(word),
    });
    singular.collect::<Vec<_>>().join(" ")
}

/// The length of the longest heading that is looked up.
const LONGEST: usize = 60;

static BY_TEXT: LazyLock<HashMap<String, Wording>> = LazyLock::new(|| {
    wordings::all()
        .map(|(text, wording)| (normalize(text), wording))
        .collect()
});

/// Looks up what a heading suggests about its column.
pub(super) fn wording(heading: &str) -> Option<Wording> {
    known_wording(heading).or_else(|| {
        let heading = Some(heading).filter(|heading| heading.len() <= LONGEST)?;
        let normalized = normalize(heading);
        by_last_word(&normalized).or_else(|| by_first_part(&normalized))
    })
}

/// Looks up a heading or label of the table. A word that is misspelt by a letter is recognized.
fn known_wording(heading: &str) -> Option<Wording> {
    let heading = Some(heading).filter(|heading| heading.len() <= LONGEST)?;
    exact_wording(heading).or_else(|| misspelt(&normalize(heading)))
}

fn exact_wording(heading: &str) -> Option<Wording> {
    if heading.len() > LONGEST {
        return None;
    }
    let normalized = normalize(heading);
    let joined = || normalized.replace(' ', "");
    let exact = BY_TEXT.get(&normalized);
    exact.or_else(|| BY_TEXT.get(&joined())).copied()
}

/// Looks up the last word of a heading such as `Gateway message`, unless the words before it say that it is of something
/// else.
fn by_last_word(normalized: &str) -> Option<Wording> {
    const OTHERS: [&str; 16] = [
        "parameter",
        "field",
        "header",
        "property",
        "country",
        "currency",
        "language",
        "zip",
        "postal",
        "promo",
        "user",
        "file",
        "source",
        "attribute",
        "column",
        "product",
    ];
    let (before, last) = normalized.rsplit_once(' ')?;
    if before.split(' ').any(|word| OTHERS.contains(&word)) {
        return None;
    }
    match last {
        "code" => Some(Wording::Key),
        "name" => Some(Wording::Title),
        "message" => Some(Wording::Message),
        "description" => Some(Wording::Description),
        _ => None,
    }
}

/// Looks up the first part of a heading such as `Meaning and action`, if it is for texts.
fn by_first_part(normalized: &str) -> Option<Wording> {
    let (first, _) = normalized.split_once(" and ")?;
    let found = BY_TEXT.get(first).copied();
    found.filter(|found| matches!(found, Wording::Message | Wording::Description))
}

/// Looks up a heading of which one letter is wrong, missing or too many, or two of a long one.
fn misspelt(normalized: &str) -> Option<Wording> {
    const SHORTEST: usize = 7;
    let length = normalized.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) || normalized.len() != length {
        return None;
    }
    let is_near = |text: &&String| {
        text.is_ascii()
            && text.len().abs_diff(length) <= 1
            && distance(normalized, text, 1).is_some()
    };
    let mut near = BY_TEXT.keys().filter(is_near).map(|text| BY_TEXT[text]);
    let first = near.next()?;
    near.all(|other| other == first).then_some(first)
}

/// Returns the role that a label such as `Description:` gives to the text after it.
pub(crate) fn label(label: &str) -> Option<Role> {
    Some(match known_wording(label)? {
        Wording::Is(role) => role,
        Wording::Description | Wording::Message => Role::Description,
        Wording::Title => Role::Title,
        Wording::Code | Wording::Key | Wording::Error => Role::Code,
        Wording::Http => Role::Status,
        Wording::Status => Role::Outcome,
    })
}

/// Whether a line consists of column headings without spaces between them: `Status CodeDescription`.
pub(crate) fn is_heading_line(line: &str) -> bool {
    const LONGEST: usize = 80;
    let line = line.trim();
    // a single heading is probably the start of a text
    if line.len() > LONGEST || exact_wording(line).is_some() {
        return false;
    }
    let start = |(at, c): (usize, char)| c.is_uppercase().then_some(at);
    let starts: Vec<usize> = line
        .char_indices()
        .filter_map(start)
        .chain([line.len()])
        .collect();
    // for each capital letter, whether the line before it consists of headings
    let mut reached = vec![starts.first() == Some(&0)];
    for (i, &end) in starts.iter().enumerate().skip(1) {
        reached.push(
            (0..i).any(|from| reached[from] && exact_wording(&line[starts[from]..end]).is_some()),
        );
    }
    starts.len() > 2 && reached.last() == Some(&true)
}

/// Whether a line has three or more headings of columns, with spaces between them.
pub(crate) fn has_columns(line: &str) -> bool {
    const MOST: usize = 8;
    let words: Vec<_> = line.split_whitespace().take(MOST + 1).collect();
    let known = words.iter().filter(|word| exact_wording(word).is_some());
    let known = known.count();
    let is_title = words
        .iter()
        .all(|word| word.starts_with(char::is_uppercase));
    is_title && words.len() <= MOST && known > 2 && known * 4 >= words.len() * 3
}

/// Whether a line is the heading of a column, and could not be a cell.
pub(crate) fn is_heading(line: &str) -> bool {
    known_wording(line).is_some()
}

/// Whether a heading says that its column has codes.
pub(crate) fn is_code_heading(heading: &str) -> bool {
    known_wording(heading) == Some(Wording::Code)
}

/// Whether a heading says that its column has HTTP statuses.
pub(crate) fn is_http_heading(heading: &str) -> bool {
    known_wording(heading) == Some(Wording::Http)
}

/// Whether a name says that there are errors or statuses: `error_codes`, `HTTPStatus`, `declineReasons`
pub(crate) fn names_errors(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "error",
        "err",
        "errno",
        "errcode",
        "exception",
        "fault",
        "failure",
        "decline",
        "rejection",
        "http",
        "错误",
        "エラー",
    ];
    const PHRASES: [&str; 4] = ["status code", "response code", "result code", "return code"];
    let name = normalize(name);
    name.split(' ').any(|word| WORDS.contains(&word))
        || PHRASES.iter().any(|phrase| name.contains(phrase))
}

/// Whether a name only says that there are codes, and not which.
pub(crate) fn is_generic(name: &str) -> bool {
    const NAMES: [&str; 12] = [
        "code",
        "error",
        "error code",
        "errorcode",
        "item",
        "value",
        "entry",
        "list",
        "row",
        "data",
        "status",
        "member",
    ];
    NAMES.contains(&normalize(name).as_str())
}
