//! Lines and items that start with a status or a code.

use crate::import::model::text::Text;
use crate::import::roles::registry;
use crate::import::roles::role::is_phrase;
use crate::import::roles::status;
use crate::import::roles::values::{is_identifier, is_integer, is_number};

/// A line with its key.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyedLine {
    pub(super) status: Text,
    pub(super) code: Text,
    pub(super) title: Text,
    pub(super) text: Text,
    pub(super) certainty: Certainty,
}

/// How sure it is that a line starts with a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// Accepted only if the lines around it have such a key too, and the text above is about errors.
    #[default]
    Weak,
    /// Accepted only if the lines around it have such a key too.
    Fair,
    /// Accepted on its own.
    Sure,
}

/// Reads a line such as `404 - Not Found`, or with a code `E101: Not found`.
pub(super) fn read(line: &Text) -> Option<KeyedLine> {
    with_arrows(line)
        .or_else(|| with_status(line))
        .or_else(|| glued(line))
        .or_else(|| glued_number(line))
        .or_else(|| with_code(line))
        .or_else(|| with_number(line))
}

/// `[400] => 09 => The order is empty`
fn with_arrows(line: &Text) -> Option<KeyedLine> {
    let mut parts = line.plain.splitn(3, "=>").map(str::trim);
    let (status, code, text) = (parts.next()?, parts.next()?, parts.next()?);
    let (_, rest) = status::statuses_of(status)?;
    (rest.is_empty() && status::is_token(code)).then(|| KeyedLine {
        status: Text::plain(status.trim_matches(['[', ']'])),
        code: Text::plain(code),
        text: Text::plain(text),
        certainty: Certainty::Fair,
        ..KeyedLine::default()
    })
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

/// `200Request processed`
fn glued(line: &Text) -> Option<KeyedLine> {
    let (status, text) = line.plain.split_at_checked(3)?;
    let begins = text.starts_with(|c: char| c.is_uppercase());
    (begins && registry::is_registered(status)).then(|| KeyedLine {
        status: Text::plain(status),
        text: Text::plain(text),
        certainty: Certainty::Fair,
        ..KeyedLine::default()
    })
}

/// `1240Unknown error`
fn glued_number(line: &Text) -> Option<KeyedLine> {
    let end = line.plain.find(|c: char| !c.is_ascii_digit())?;
    let (code, text) = line.plain.split_at(end);
    let mut letters = text.chars();
    let begins = letters
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && letters.next().is_some_and(char::is_alphabetic);
    (begins && (2..7).contains(&end)).then(|| KeyedLine {
        code: Text::plain(code),
        text: Text::plain(text),
        certainty: Certainty::Weak,
        ..KeyedLine::default()
    })
}

/// Turns the statuses of a run into codes if fewer than half of the lines have a status that is registered for HTTP or
/// starts with 4 or 5.
pub(super) fn numbers_to_codes(keyed: &mut [Vec<Option<KeyedLine>>]) {
    let is_number = |line: &&mut KeyedLine| line.status.plain.bytes().all(|b| b.is_ascii_digit());
    let mut lines: Vec<_> = keyed.iter_mut().flatten().flatten().collect();
    lines.retain(|line| !line.status.is_empty() || line.certainty == Certainty::Weak);
    let statuses = lines.iter().map(|line| &*line.status.plain);
    let is_known = |status: &&str| registry::is_registered(status);
    let is_likely = |status: &&str| is_known(status) || status.starts_with(['4', '5']);
    let likely = statuses.filter(is_likely).count();
    if lines.len() < 2 || likely * 2 >= lines.len() {
        return;
    }
    for line in lines.into_iter().filter(is_number) {
        if !line.status.is_empty() {
            line.code = std::mem::take(&mut line.status);
            line.certainty = line.certainty.min(Certainty::Fair);
        }
    }
}

/// Whether bold text or inline code at the start of a line may be an error code.
fn may_be_code(text: &str) -> bool {
    status::is_token(text) && !text.contains(['/', '(', '<', '.'])
}

/// `12 The Cardholder Name is a required field`, `04 GENERIC_ERROR`
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

/// Whether a text is a number so small that it may be a code or the number of a step.
fn is_small_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn with_code(line: &Text) -> Option<KeyedLine> {
    const MARKS: [&str; 6] = [":", " -", " –", " —", " =", "\t"];
    let (code, text) = if let Some((lead, text)) = line.split_lead() {
        (lead.to_owned(), text)
    } else {
        let (at, mark) = MARKS
            .iter()
            .filter_map(|mark| Some((line.plain.find(mark)?, mark)))
            .min()?;
        let text = line.after(at + mark.len());
        let marks = |c: char| c.is_whitespace() || "->=:".contains(c);
        let bare = text.plain.trim_start_matches(marks);
        let text = text.after(text.plain.len() - bare.len());
        (line.plain[..at].trim().to_owned(), text)
    };
    // `NOT_LIT = -12`
    let number = line.plain.rsplit_once(" = ").map(|(_, number)| number);
    if let Some(number) = number.filter(|number| is_integer(number) && is_identifier(&code)) {
        return Some(KeyedLine {
            code: Text::plain(number),
            title: Text::plain(&code),
            certainty: Certainty::Fair,
            ..KeyedLine::default()
        });
    }
    // a value that repeats the name: `NOT_LIT: "NOT_LIT"`
    let is_repeated = text.plain.trim_matches(['"', '\'']) == code;
    let text = if is_repeated { Text::default() } else { text };
    let has_case = |c: char| c.is_uppercase() || c.is_ascii_digit();
    let is_known = is_identifier(&code) && code.contains(has_case) || is_number(&code);
    let certainty = if is_known && !code.starts_with("X-") {
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
