//! Looks up headings and labels.

use std::collections::HashMap;
use std::sync::LazyLock;

use codes_spec::distance;

use crate::import::roles::role::Role;
use crate::import::roles::wordings::{self, Wording};

/// Normalizes a heading: lower case, words in the singular, separated by one space. A capital letter after a lower-case
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
        let is_list = heading.matches('/').count() > 1;
        by_parts(heading)
            .or_else(|| by_last_word(&normalized).filter(|_| !is_list))
            .or_else(|| by_first_word(&normalized))
            .or_else(|| by_first_part(&normalized))
            .or_else(|| ends_with_code(&normalized).then_some(Wording::Code))
    })
}

/// Looks up a heading or label in the vocabulary, even if one letter of it is wrong.
fn known_wording(heading: &str) -> Option<Wording> {
    let heading = Some(heading).filter(|heading| heading.len() <= LONGEST)?;
    exact_wording(heading).or_else(|| misspelt(&normalize(heading)))
}

pub(super) fn exact_wording(heading: &str) -> Option<Wording> {
    if heading.len() > LONGEST {
        return None;
    }
    let normalized = normalize(heading);
    let joined = || normalized.replace(' ', "");
    let exact = BY_TEXT.get(&normalized);
    exact.or_else(|| BY_TEXT.get(&joined())).copied()
}

/// Looks up the last word of a heading such as `Gateway message`, unless the words before it say that the column is
/// about something else, such as a parameter or a country.
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
    const STATUSES: [&str; 4] = ["error", "return", "result", "api"];
    let (before, last) = normalized.rsplit_once(' ')?;
    if before.split(' ').any(|word| OTHERS.contains(&word)) {
        return None;
    }
    match last {
        "code" | "response" => Some(Wording::Key),
        "status" if STATUSES.contains(&before) => Some(Wording::Status),
        "name" => Some(Wording::Title),
        "message" | "text" | "meaning" => Some(Wording::Message),
        "description" => Some(Wording::Description),
        // `Probable root cause`, `Required action`
        "cause" | "solution" | "resolution" | "remedy" | "action"
            if before.split(' ').count() < 3 && !before.ends_with(" and") =>
        {
            BY_TEXT.get(last).copied()
        }
        // Turkish
        "kodu" if before != "posta" => Some(Wording::Key),
        _ => BY_TEXT
            .get(last)
            .copied()
            .filter(|found| *found == Wording::Description),
    }
}

/// Looks up a heading such as `Self-diagnosis/Action`, whose known parts, at least half of all, suggest the same.
fn by_parts(heading: &str) -> Option<Wording> {
    let parts = heading.split('/');
    let known: Vec<_> = parts.clone().filter_map(exact_wording).collect();
    let first = *known.first()?;
    let are_alike = known.iter().all(|other| *other == first);
    (are_alike && known.len() * 2 >= parts.count()).then_some(first)
}

/// Whether a heading without spaces, such as `系统模块错误码`, ends with a heading of codes. Shorter ones, such as `编码`,
/// are not specific enough: `邮政编码` is a postal code.
fn ends_with_code(normalized: &str) -> bool {
    const SHORTEST: usize = 3;
    let is_ideographic = |text: &str| text.chars().all(|c| c > '\u{3000}');
    let starts: Vec<usize> = normalized.char_indices().map(|(at, _)| at).collect();
    let ends = starts.iter().rev().skip(SHORTEST - 1);
    let mut ends = ends.map(|at| &normalized[*at..]);
    ends.any(|end| is_ideographic(end) && BY_TEXT.get(end) == Some(&Wording::Code))
}

/// Looks up a heading such as `Código de rechazo` or `Scenario di riferimento`, whose first word says that it is a code
/// or a text.
fn by_first_word(normalized: &str) -> Option<Wording> {
    const CODES: [&str; 4] = ["código", "codigo", "code", "codice"];
    const OF: [&str; 8] = ["de", "del", "do", "da", "du", "di", "d", "des"];
    // languages that need no preposition: `Mã phản hồi`, `Kod odpowiedzi`
    const CODES_OF: [&str; 4] = ["mã", "kode", "kod", "код"];
    const OTHERS: [&str; 12] = [
        "postal", "país", "pays", "paese", "moneda", "pos", "pocztowy", "kraju", "waluty", "bưu",
        "quốc", "negara",
    ];
    let (first, rest) = normalized.split_once(' ')?;
    let mut words = rest.split(' ');
    if words.clone().any(|word| OTHERS.contains(&word)) {
        return None;
    }
    let is_of = words.next().is_some_and(|word| OF.contains(&word));
    if CODES_OF.contains(&first) || is_of && CODES.contains(&first) {
        return Some(Wording::Key);
    }
    let is_text =
        |text: &Wording| text.explains() || matches!(text, Wording::Message | Wording::Description);
    BY_TEXT
        .get(first)
        .copied()
        .filter(|text| is_of && is_text(text))
}

/// Looks up the first part of a heading such as `Meaning and action`, if that part is a heading of texts.
fn by_first_part(normalized: &str) -> Option<Wording> {
    let (first, _) = normalized.split_once(" and ")?;
    let found = BY_TEXT.get(first).copied();
    found.filter(|found| matches!(found, Wording::Message | Wording::Description))
}

/// Looks up a long heading in which one letter is wrong, missing or added, or two neighbouring letters are swapped.
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
        Wording::Remark => return None,
    })
}

/// Whether a line is a known heading of a column.
pub(crate) fn is_heading(line: &str) -> bool {
    known_wording(line).is_some()
}

/// Whether a heading says that its column has codes.
pub(crate) fn is_code_heading(heading: &str) -> bool {
    known_wording(heading) == Some(Wording::Code)
}

/// Whether a heading says that its column has the second of two codes.
pub(super) fn is_subcode_heading(heading: &str) -> bool {
    let joined = normalize(heading).replace(' ', "");
    ["subcode", "suberrorcode", "errorsubcode"].contains(&&*joined)
}

/// Whether a label says that a code or an error follows: `Code`, `Error code`, `Error`
pub(crate) fn labels_codes(label: &str) -> bool {
    matches!(exact_wording(label), Some(Wording::Code | Wording::Error))
}

/// Whether a heading says that its column has the messages of responses, and not only their meanings.
pub(super) fn names_messages(heading: &str) -> bool {
    const WORDS: [&str; 12] = [
        "message",
        "msg",
        "消息",
        "信息",
        "訊息",
        "メッセージ",
        "메시지",
        "mensaje",
        "mensagem",
        "meldung",
        "messaggio",
        "сообщение",
    ];
    let heading = normalize(heading);
    exact_wording(&heading) == Some(Wording::Message)
        && WORDS.iter().any(|word| heading.contains(word))
}

/// Whether a heading says that its column has HTTP statuses.
pub(crate) fn is_http_heading(heading: &str) -> bool {
    known_wording(heading) == Some(Wording::Http)
}
