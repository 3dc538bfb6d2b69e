//! Lines and items that start with a status or a code.

use crate::import::extract::regions::joined::{
    glued, glued_number, status_in_brackets, with_arrows,
};
use crate::import::extract::regions::keyed_line::{Certainty, KeyedLine};
use crate::import::model::text::Text;
use crate::import::roles::role::is_phrase;
use crate::import::roles::status;
use crate::import::roles::values::{is_identifier, is_integer, is_number};

/// Reads a line such as `404 - Not Found`, or with a code `E101: Not found`.
pub(super) fn read(line: &Text) -> Option<KeyedLine> {
    with_arrows(line)
        .or_else(|| with_status(line))
        .or_else(|| glued(line))
        .or_else(|| glued_number(line))
        .or_else(|| with_code(line))
        .or_else(|| with_word(line))
        .or_else(|| with_number(line))
}

fn with_status(line: &Text) -> Option<KeyedLine> {
    // the first line of a sample of a response
    if line.plain.starts_with("HTTP/") {
        return None;
    }
    let (statuses, rest) = status::leading_statuses(&line.plain)?;
    let words = status::text_after(rest);
    let has_separator = rest
        .trim_start()
        .starts_with(|c: char| "-–—:=.)(→|".contains(c));
    let is_bold = line.lead.is_some();
    let is_class = statuses.iter().any(|status| status::is_class(status));
    if is_class && !has_separator {
        return None;
    }
    let key_end = line.plain.len() - rest.len();
    let mut keyed = KeyedLine {
        status: Text::plain(&line.plain[..key_end]),
        // `200 requests a minute are allowed` is not a row
        certainty: if words.is_empty()
            || has_separator
            || is_bold
            || words.starts_with(|c: char| c.is_uppercase() || c == '`')
        {
            Certainty::Sure
        } else {
            Certainty::Fair
        },
        ..KeyedLine::default()
    };
    match line.split_lead() {
        // `**404 Not Found**: text`
        Some((lead, text)) if lead.len() > key_end => {
            keyed.title = Text::plain(status::text_after(&lead[key_end..]));
            keyed.text = text;
        }
        Some((_, text)) => keyed.text = text,
        None if phrase_in_brackets(words).is_some() => {
            let (phrase, text) = phrase_in_brackets(words).unwrap_or_default();
            keyed.title = Text::plain(phrase);
            keyed.text = Text::plain(text);
        }
        None => {
            let text = line.after(line.plain.len() - words.len());
            let is_whole = text.plain.starts_with(words);
            keyed.text = if is_whole { text } else { Text::plain(words) };
        }
    }
    Some(keyed)
}

/// Splits a text such as `(OK) The lamp is lit` or `(OK)The lamp is lit`.
fn phrase_in_brackets(text: &str) -> Option<(&str, &str)> {
    let (phrase, rest) = text.strip_prefix('(')?.split_once(')')?;
    let begins = rest.trim_start().starts_with(char::is_uppercase);
    (begins && is_phrase(phrase)).then(|| (phrase, rest.trim()))
}

/// Whether bold text or inline code at the start of a line may be an error code.
fn may_be_code(text: &str) -> bool {
    status::is_token(text) && !text.contains(['/', '(', '<', '.'])
}

/// Reads a line that starts with a number: `12 The Cardholder Name is a required field`, `04 GENERIC_ERROR`
fn with_number(line: &Text) -> Option<KeyedLine> {
    let (code, text) = line.plain.split_once(' ')?;
    let begins = text.starts_with(|c: char| c.is_uppercase());
    let is_number = is_small_number(code) || code.len() < 7 && is_number(code);
    (begins && is_number).then(|| KeyedLine {
        code: Text::plain(code),
        text: line.after(code.len()),
        certainty: Certainty::Weak,
        ..KeyedLine::default()
    })
}

/// Reads a line that starts with a code of capitals and digits: `E00001 The lamp is out`
fn with_word(line: &Text) -> Option<KeyedLine> {
    let (code, text) = line.plain.split_once(' ')?;
    let digits = code.trim_start_matches(|c: char| c.is_ascii_uppercase() || "_-".contains(c));
    let is_code = digits.len() < code.len()
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && digits.len() > 1
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    let begins = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (is_code && begins).then(|| KeyedLine {
        code: Text::plain(code),
        text: line.after(code.len()),
        certainty: Certainty::Fair,
        ..KeyedLine::default()
    })
}

/// Whether a text is a number of one or two digits, which may be a code or the number of a step.
fn is_small_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words in capitals that are not codes.
const KEYWORDS: [&str; 12] = [
    "MUST",
    "MUST NOT",
    "SHOULD",
    "SHALL",
    "MAY",
    "REQUIRED",
    "OPTIONAL",
    "NOTE",
    "WARNING",
    "IMPORTANT",
    "TIP",
    "TODO",
];

/// Whether the text after bold text or inline code continues a sentence.
fn begins_sentence(rest: &str) -> bool {
    rest.starts_with(' ') && rest.trim_start().starts_with(char::is_lowercase)
}

/// `NOT_LIT = -12`
fn named_number(line: &Text, name: &str) -> Option<KeyedLine> {
    let (_, number) = line.plain.rsplit_once(" = ")?;
    (is_integer(number) && is_identifier(name)).then(|| KeyedLine {
        code: Text::plain(number),
        title: Text::plain(name),
        certainty: Certainty::Fair,
        ..KeyedLine::default()
    })
}

/// Splits a line at the first mark, such as a colon.
pub(super) fn at_mark(line: &Text) -> Option<(String, Text)> {
    const MARKS: [&str; 6] = [":", " -", " –", " —", " =", "\t"];
    let (at, mark) = MARKS
        .iter()
        .filter_map(|mark| Some((line.plain.find(mark)?, mark)))
        .min()?;
    let text = line.after(at + mark.len());
    let marks = |c: char| c.is_whitespace() || "->=:".contains(c);
    let bare = text.plain.trim_start_matches(marks);
    let text = text.after(text.plain.len() - bare.len());
    Some((line.plain[..at].trim().to_owned(), text))
}

/// Returns the code in `[E-12]`.
fn in_brackets(code: &str) -> Option<&str> {
    let inner = code.strip_prefix('[')?.strip_suffix(']')?;
    (is_identifier(inner) && inner.contains(|c: char| c.is_ascii_digit())).then_some(inner)
}

fn with_code(line: &Text) -> Option<KeyedLine> {
    let mut is_sentence = false;
    let (code, text) = if let Some((lead, text)) = line.split_lead() {
        is_sentence = begins_sentence(&line.plain[lead.len()..]);
        (lead.to_owned(), text)
    } else {
        at_mark(line)?
    };
    let code = in_brackets(&code).map(str::to_owned).unwrap_or(code);
    if let Some(keyed) = named_number(line, &code) {
        return Some(keyed);
    }
    // a value that repeats the name: `NOT_LIT: "NOT_LIT"`
    let is_repeated = text.plain.trim_matches(['"', '\'']) == code;
    let text = if is_repeated { Text::default() } else { text };
    let has_case = |c: char| c.is_uppercase() || c.is_ascii_digit();
    let is_known = is_identifier(&code) && code.contains(has_case) || is_number(&code);
    let is_marked = is_known || line.lead.is_some() && may_be_code(&code);
    if let Some((status, text)) = status_in_brackets(&text).filter(|_| is_marked) {
        return Some(KeyedLine {
            status,
            code: Text::plain(&code),
            text,
            certainty: Certainty::Sure,
            ..KeyedLine::default()
        });
    }
    let certainty = if KEYWORDS.contains(&&*code) {
        return None;
    } else if is_known && !is_sentence && !code.starts_with("X-") {
        Certainty::Fair
    } else if is_small_number(&code) || line.lead.is_some() && may_be_code(&code) {
        Certainty::Weak
    } else {
        return None;
    };
    Some(KeyedLine {
        code: Text::plain(&code),
        text,
        certainty,
        ..KeyedLine::default()
    })
}
