//! Lines whose key and text have no space or only an arrow between them.

use crate::import::extract::regions::keyed_line::{Certainty, KeyedLine};
use crate::import::model::text::Text;
use crate::import::roles::registry;
use crate::import::roles::status;

/// Reads a status, a code and a text with arrows between them: `[400] => 09 => The order is empty`
pub(super) fn with_arrows(line: &Text) -> Option<KeyedLine> {
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

/// Reads a status and a text: `200Request processed`
pub(super) fn glued(line: &Text) -> Option<KeyedLine> {
    let (status, text) = line.plain.split_at_checked(3)?;
    let begins = text.starts_with(|c: char| c.is_uppercase());
    (begins && registry::is_registered(status)).then(|| KeyedLine {
        status: Text::plain(status),
        text: Text::plain(text),
        certainty: Certainty::Fair,
        ..KeyedLine::default()
    })
}

/// Reads a code that is a number, and a text: `1240Unknown error`
pub(super) fn glued_number(line: &Text) -> Option<KeyedLine> {
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

/// Splits the text after a code that begins with its status in brackets: `(400)`, `(HTTP 404) Not found`. More words in
/// the brackets become part of the text: `(HTTP 500, fallback)`
pub(super) fn status_in_brackets(text: &Text) -> Option<(Text, Text)> {
    let (inner, rest) = text.plain.strip_prefix('(')?.split_once(')')?;
    let (status, more) = inner.split_once(", ").unwrap_or((inner, ""));
    let (_, words) = status::leading_statuses(status)?;
    let is_status = words.is_empty() && registry::is_registered(status);
    let marks = |c: char| c.is_whitespace() || "-–—:".contains(c);
    let rest = text.after(text.plain.len() - rest.trim_start_matches(marks).len());
    let mut text = Text::plain(more);
    text.push(&rest, ": ");
    is_status.then(|| (Text::plain(status), text))
}
