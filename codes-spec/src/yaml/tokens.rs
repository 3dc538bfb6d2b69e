//! Which bytes of a text begin a token, where that cannot be told without parsing: the parser itself is asked.
//!
//! No token begins with `@`, and anywhere else it is a letter like others. So it is put in the place of each byte in
//! question; where the parser stops at one of them, that one begins a token.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::quick_map::QuickMap;

/// How many tokens are sought in one text; each costs a reading.
const FEW: usize = 8;

/// Where the parser stops when it is asked.
pub(crate) enum Stop {
    /// At one of the bytes: a token begins there.
    Token(usize),
    /// Elsewhere, as it would without being asked.
    Other(usize),
    /// Nowhere, or the error has no place.
    None,
}

/// Asks about bytes, given in order.
pub(crate) fn ask(text: &str, bytes: &[usize]) -> Stop {
    let mut asked = text.as_bytes().to_vec();
    for &at in bytes {
        asked[at] = b'@';
    }
    let read = IgnoredAny::deserialize(serde_yaml::Deserializer::from_slice(&asked));
    let Some((error, location)) = read
        .err()
        .and_then(|error| error.location().map(|at| (error, at)))
    else {
        return Stop::None;
    };
    let at = location.index();
    let token = error
        .to_string()
        .starts_with("found character that cannot start any token");
    if token && bytes.binary_search(&at).is_ok() {
        Stop::Token(at)
    } else {
        Stop::Other(at)
    }
}

/// The first few of the bytes that begin tokens.
fn few(text: &str, mut bytes: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    while found.len() < FEW
        && !bytes.is_empty()
        && let Stop::Token(at) = ask(text, bytes)
    {
        found.push(at);
        bytes = &bytes[bytes.partition_point(|&byte| byte <= at)..];
    }
    found
}

/// Where tags stand. The parser names only some of them, and takes others for what they say.
pub(crate) fn tags(text: &str) -> Vec<usize> {
    let places = suspects(text, '!');
    let mut tags = few(text, &places);
    if let Some(&last) = tags.get(FEW - 1) {
        // the others are taken at their looks, where a value begins
        let begins = |at: usize| {
            text[..at]
                .trim_end_matches([' ', '\t'])
                .ends_with([':', '-', '?', ',', '[', '{', '\n', '\r'])
        };
        tags.extend(places.into_iter().filter(|&at| at > last && begins(at)));
    }
    tags
}

/// Two anchors of one name that an alias repeats: the parser then takes the value of a third for it.
pub(crate) fn repeated_anchor(text: &str) -> Option<(usize, usize)> {
    let mut places = suspects(text, '&');
    let anchors = count_names(text, &places);
    if anchors.values().all(|&count| count == 1) {
        return None;
    }
    let aliases = count_names(text, &suspects(text, '*'));
    places.retain(|&at| anchors[name(text, at)] > 1 && aliases.contains_key(name(text, at)));
    let mut anchors = few(text, &places);
    if anchors.len() == FEW {
        // the others are taken at their looks
        let last = anchors[FEW - 1];
        anchors.extend(places.into_iter().filter(|&at| at > last));
    }
    let mut first_of = QuickMap::default();
    anchors
        .into_iter()
        .find_map(|at| Some((first_of.insert(Cow::from(name(text, at)), at)?, at)))
}

fn count_names<'t>(text: &'t str, places: &[usize]) -> QuickMap<Cow<'t, str>, usize> {
    let mut counts = QuickMap::default();
    for &at in places {
        *counts.entry(name(text, at).into()).or_default() += 1;
    }
    counts
}

/// Where a character stands as one that begins a token does, be it in a text. Directives have no such tokens.
fn suspects(text: &str, c: char) -> Vec<usize> {
    let mut suspects = Vec::new();
    let (mut seen, mut directive) = (0, text.starts_with('%'));
    for (at, _) in text.match_indices(c) {
        let gap = &text[seen..at];
        if let Some(line_end) = gap.rfind(['\n', '\r']) {
            directive = gap[line_end + 1..].starts_with('%');
        }
        seen = at;
        let begins = |&byte: &u8| {
            !byte.is_ascii() || byte.is_ascii_whitespace() || b"[]{},:?'\"".contains(&byte)
        };
        if !directive && text.as_bytes()[..at].last().is_none_or(begins) {
            suspects.push(at);
        }
    }
    suspects
}

/// The name of the anchor or the alias that begins at a byte.
fn name(text: &str, at: usize) -> &str {
    let rest = &text[at + 1..];
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')));
    &rest[..end.unwrap_or(rest.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_text() {
        let text = "%TAG !e! tag:example.com,\n---\na: !x 1\nb: 'no !x' # !x\nc: [!!str x, \"!y\", {d: !<tag:x> 1}]\n\
                    ? !e!t k !\n: ! |\n  !x\ne: Stop !now\n";
        let tags = tags(text);
        let words: Vec<_> = tags
            .iter()
            .map(|&at| text[at..].split(' ').next().unwrap_or_default())
            .collect();
        assert_eq!(words, ["!x", "!!str", "!<tag:x>", "!e!t", "!"]);
        assert_eq!(tags[0], text.find("!x").unwrap_or_default());
    }

    #[test]
    fn more_than_a_few_tags_are_taken_at_their_looks() {
        let text = format!(
            "{}about: Stop !now\nnotes: [!x a, !x b]\n",
            "k: !x a\n".repeat(10)
        );
        assert_eq!(tags(&text).len(), 12);
    }

    #[test]
    fn anchors_are_told_from_text() {
        let text = "# &a\nvendor: 'T &a' # &a\nabout: |\n  &a\nnotes: [&a One, *a, &b Two, *b]\n";
        assert_eq!(repeated_anchor(text), None);
        let twice = format!("{text}source: &a x\n");
        assert_eq!(
            repeated_anchor(&twice),
            text.find("&a One").zip(twice.find("&a x"))
        );
        // nothing repeats the third
        assert_eq!(
            repeated_anchor(&format!("{text}title: &c x\nsource: &c y\n")),
            None
        );
    }

    #[test]
    fn few_readings_find_all_that_matter() {
        let names: String = (0..FEW)
            .map(|i| format!("# &n{i}\nk{i}: [&n{i} x, *n{i}]\n"))
            .collect();
        let decoy = format!("{names}z: &n0 x\n");
        assert_eq!(
            repeated_anchor(&decoy).map(|(_, second)| second),
            decoy.rfind("&n0")
        );
    }
}
