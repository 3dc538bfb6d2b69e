//! When two names are one: rustc composes identifiers (NFC) before it compares them.

use std::borrow::Cow;
use std::sync::LazyLock;

use unicode_ident::{is_xid_continue, is_xid_start};

/// Each letter that has a canonical decomposition, before it, a line each, in order; syllables of Hangul are left to arithmetic.
const DECOMPOSITIONS: &str = include_str!("decompositions.txt");

/// A key that names have in common if rustc takes them for one. Marks in a row are sorted whatever their class, so that
/// no table of classes is needed; names that differ only in the order of marks over one letter look alike anyway.
pub fn canonical(name: &str) -> Cow<'_, str> {
    static LETTERS: LazyLock<Vec<&str>> = LazyLock::new(|| DECOMPOSITIONS.lines().collect());
    if name.is_ascii() {
        return name.into();
    }
    let mut letters = Vec::new();
    for c in name.chars() {
        match LETTERS.binary_search_by_key(&Some(c), |line| line.chars().next()) {
            Ok(i) => letters.extend(LETTERS[i].chars().skip(1)),
            Err(_) => letters.extend(hangul(c)),
        }
    }
    letters
        .chunk_by_mut(|&a, &b| is_mark(a) && is_mark(b))
        .for_each(<[char]>::sort_unstable);
    letters.into_iter().collect::<String>().into()
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_xid_continue(c) && !is_xid_start(c) && !c.is_numeric()
}

/// A syllable's letters; any other character stays.
fn hangul(c: char) -> impl Iterator<Item = char> {
    let syllable = u32::from(c).wrapping_sub(0xac00);
    let parts = if syllable < 19 * 21 * 28 {
        let (lead, vowel, tail) = (syllable / (21 * 28), syllable / 28 % 21, syllable % 28);
        [
            0x1100 + lead,
            0x1161 + vowel,
            if tail > 0 { 0x11a7 + tail } else { 0 },
        ]
    } else {
        [u32::from(c), 0, 0]
    };
    parts
        .into_iter()
        .filter(|&part| part > 0)
        .filter_map(char::from_u32)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::decompose_canonical;

    fn letters() -> impl Iterator<Item = char> {
        ('\u{80}'..=char::MAX).filter(|&c| is_xid_continue(c))
    }

    /// `BLESS=1 cargo test -p codes-spec` writes the table anew.
    #[test]
    fn the_table_is_unicode_s() {
        let mut table = String::new();
        for c in letters().filter(|c| !('가'..='힣').contains(c)) {
            let mut parts = String::new();
            decompose_canonical(c, |part| parts.push(part));
            if !parts.starts_with(c) {
                let _ = writeln!(table, "{c}{parts}");
            }
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(
                concat!(env!("CARGO_MANIFEST_DIR"), "/src/decompositions.txt"),
                &table,
            )
            .expect("written");
        }
        assert!(
            table == DECOMPOSITIONS,
            "write it anew: BLESS=1 cargo test -p codes-spec canonical"
        );
    }

    #[test]
    fn composed_and_decomposed_names_are_one() {
        for c in letters() {
            let (composed, decomposed) = (c.nfc().collect::<String>(), c.nfd().collect::<String>());
            assert_eq!(canonical(&composed), canonical(&decomposed), "{c}");
        }
        assert_eq!(canonical("Größe"), canonical("Gro\u{308}ße"));
        assert_ne!(canonical("Größe"), canonical("Große"));
        assert_ne!(canonical("A12é"), canonical("A21é"));
        assert_eq!(canonical("a\u{323}\u{307}"), canonical("a\u{307}\u{323}"));
    }
}
