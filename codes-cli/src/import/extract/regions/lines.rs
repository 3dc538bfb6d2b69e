//! Lines and items that start with a status or a code.

use crate::import::model::text::Text;
use crate::import::roles::registry;
use crate::import::roles::status;
use crate::import::roles::values::{is_identifier, is_number};

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
        None => {
            let text = line.after(line.plain.len() - words.len());
            let is_whole = text.plain.starts_with(words);
            keyed.text = if is_whole { text } else { Text::plain(words) };
        }
    }
    Some(keyed)
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

/// Whether bold text or code at the start of a line may be a code.
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
