//! Finds the bytes of a text that begin a token, with the help of the parser.
//!
//! No token can begin with `@`, but everywhere else `@` is an ordinary character. So each candidate is replaced with `@`,
//! and if the parser stops at one, that candidate begins a token.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// The maximum number of tokens that are searched for in a text. Each requires a parse.
const MAX_PROBES: usize = 8;

/// The position where the parser stops in the changed text.
pub(crate) enum Stop {
    /// At one of the candidates, which begins a token.
    Token(usize),
    /// At the same position as in the unchanged text.
    Other(usize),
    /// Nowhere, or the error has no location.
    None,
}

/// Asks the parser about candidates, given in file order.
pub(crate) fn probe(text: &str, bytes: &[usize]) -> Stop {
    let mut changed = text.as_bytes().to_vec();
    for &at in bytes {
        changed[at] = b'@';
    }
    let read = IgnoredAny::deserialize(serde_yaml::Deserializer::from_slice(&changed));
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

/// Returns the first candidates that begin tokens, at most `MAX_PROBES`.
fn first_tokens(text: &str, mut bytes: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    while found.len() < MAX_PROBES
        && !bytes.is_empty()
        && let Stop::Token(at) = probe(text, bytes)
    {
        found.push(at);
        bytes = &bytes[bytes.partition_point(|&byte| byte <= at)..];
    }
    found
}

/// Returns the offsets of tags, of which the parser reports some and applies others.
pub(crate) fn tags(text: &str) -> Vec<usize> {
    let places = candidates(text, '!');
    let mut tags = first_tokens(text, &places);
    if let Some(&last) = tags.get(MAX_PROBES - 1) {
        // beyond the limit of probes, a candidate at the start of a value is treated as a tag
        let begins = |at: usize| {
            text[..at]
                .trim_end_matches([' ', '\t'])
                .ends_with([':', '-', '?', ',', '[', '{', '\n', '\r'])
        };
        tags.extend(places.into_iter().filter(|&at| at > last && begins(at)));
    }
    tags
}

/// Returns the offsets of two anchors with the same name, if an alias uses it. The parser can resolve the alias to
/// either anchor.
pub(crate) fn repeated_anchor(text: &str) -> Option<(usize, usize)> {
    let mut places = candidates(text, '&');
    let anchors = count_names(text, &places);
    if anchors.values().all(|&count| count == 1) {
        return None;
    }
    let aliases = count_names(text, &candidates(text, '*'));
    places.retain(|&at| anchors[name(text, at)] > 1 && aliases.contains_key(name(text, at)));
    let mut anchors = first_tokens(text, &places);
    if anchors.len() == MAX_PROBES {
        // beyond the limit of probes, every candidate is treated as an anchor
        let last = anchors[MAX_PROBES - 1];
        anchors.extend(places.into_iter().filter(|&at| at > last));
    }
    let mut first_of = HashMap::new();
    anchors
        .into_iter()
        .find_map(|at| Some((first_of.insert(name(text, at), at)?, at)))
}

/// Returns the offsets and names of the first anchors that no alias uses: they are probably meant as text.
pub(crate) fn unused_anchors(text: &str) -> Vec<(usize, &str)> {
    let mut places = candidates(text, '&');
    places.retain(|&at| !name(text, at).is_empty());
    if places.is_empty() {
        return Vec::new();
    }
    let aliases = count_names(text, &candidates(text, '*'));
    places.retain(|&at| !aliases.contains_key(name(text, at)));
    let anchors = first_tokens(text, &places).into_iter();
    anchors.map(|at| (at, name(text, at))).collect()
}

fn count_names<'t>(text: &'t str, places: &[usize]) -> HashMap<&'t str, usize> {
    let mut counts = HashMap::new();
    for &at in places {
        *counts.entry(name(text, at)).or_default() += 1;
    }
    counts
}

/// Returns the offsets of a character where it may begin a token. In some of these places, it may be part of a text
/// instead. Directives are left out.
fn candidates(text: &str, c: char) -> Vec<usize> {
    let mut candidates = Vec::new();
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
            candidates.push(at);
        }
    }
    candidates
}

/// Returns the name of the anchor or alias at an offset.
pub(crate) fn name(text: &str, at: usize) -> &str {
    let rest = &text[at + 1..];
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')));
    &rest[..end.unwrap_or(rest.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_distinguished_from_text() {
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
    fn many_tags_are_found_without_probing_each() {
        let text = format!(
            "{}about: Stop !now\nnotes: [!x a, !x b]\n",
            "k: !x a\n".repeat(10)
        );
        assert_eq!(tags(&text).len(), 12);
    }

    #[test]
    fn anchors_are_distinguished_from_text() {
        let text = "# &a\nvendor: 'T &a' # &a\nabout: |\n  &a\nnotes: [&a One, *a, &b Two, *b]\n";
        assert_eq!(repeated_anchor(text), None);
        let twice = format!("{text}source: &a x\n");
        assert_eq!(
            repeated_anchor(&twice),
            text.find("&a One").zip(twice.find("&a x"))
        );
        // no alias uses `&c`
        assert_eq!(
            repeated_anchor(&format!("{text}title: &c x\nsource: &c y\n")),
            None
        );
    }

    #[test]
    fn decoys_do_not_use_up_the_probes() {
        let names: String = (0..MAX_PROBES)
            .map(|i| format!("# &n{i}\nk{i}: [&n{i} x, *n{i}]\n"))
            .collect();
        let decoy = format!("{names}z: &n0 x\n");
        assert_eq!(
            repeated_anchor(&decoy).map(|(_, second)| second),
            decoy.rfind("&n0")
        );
    }
}
