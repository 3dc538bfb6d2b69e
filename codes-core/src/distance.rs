//! The edit distance between two words, for suggestions.

/// The longest word that is compared, in characters.
pub const MAX_CHARS: usize = 64;

/// Returns the edit distance between two words, if it is at most `limit`.
///
/// The distance is the number of characters that are inserted, removed, replaced or swapped with
/// their neighbour. ASCII case is ignored. Words of more than [`MAX_CHARS`] characters have no
/// distance.
#[expect(clippy::cast_possible_truncation, reason = "words are short")]
pub fn distance(from: &str, to: &str, limit: usize) -> Option<usize> {
    let (from_chars, to_chars) = (Word::new(from)?, Word::new(to)?);
    let (from, to) = (from_chars.as_slice(), to_chars.as_slice());
    if from.len().abs_diff(to.len()) > limit {
        return None;
    }
    let limit = limit.min(MAX_CHARS);
    let far = limit as u8 + 1;
    let mut above = [0; MAX_CHARS + 1];
    let mut row = [0u8; MAX_CHARS + 1];
    for (cell, edits) in row.iter_mut().zip(0..) {
        *cell = edits;
    }
    for (i, a) in from.iter().enumerate() {
        // cells further off the diagonal need more edits than allowed
        let mut next = [far; MAX_CHARS + 1];
        next[0] = i as u8 + 1;
        for j in i.saturating_sub(limit)..to.len().min(i + limit + 1) {
            let b = &to[j];
            let replaced = row[j] + u8::from(a != b);
            let mut edits = replaced.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                edits = edits.min(above[j - 1] + 1);
            }
            next[j + 1] = edits;
        }
        (above, row) = (row, next);
    }
    Some(usize::from(row[to.len()])).filter(|edits| *edits <= limit)
}

/// The characters of a short word in lower case.
struct Word {
    chars: [char; MAX_CHARS],
    len: usize,
}

impl Word {
    fn new(text: &str) -> Option<Self> {
        let mut word = Word {
            chars: ['\0'; MAX_CHARS],
            len: 0,
        };
        for c in text.chars() {
            *word.chars.get_mut(word.len)? = c.to_ascii_lowercase();
            word.len += 1;
        }
        Some(word)
    }

    fn as_slice(&self) -> &[char] {
        &self.chars[..self.len]
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::String;
    use std::vec::Vec;

    use super::{MAX_CHARS, distance};

    #[test]
    fn edits_are_counted() {
        for (from, to, expected) in [
            ("NoResults", "NoResults", 0),
            ("noresults", "NoResults", 0),
            ("NoResult", "NoResults", 1),
            ("NoRseults", "NoResults", 1),
            ("NoReslutz", "NoResults", 2),
            ("größe", "große", 1),
            ("", "", 0),
            ("", "a", 1),
        ] {
            assert_eq!(distance(from, to, 8), Some(expected), "{from} {to}");
        }
        assert_eq!(distance("Nothing", "NoResults", 3), None);
    }

    #[test]
    fn long_words_are_not_compared() {
        let longest = "a".repeat(MAX_CHARS);
        assert_eq!(distance(&longest, &longest, 0), Some(0));
        assert_eq!(
            distance(&longest, &"b".repeat(MAX_CHARS), usize::MAX),
            Some(MAX_CHARS)
        );
        assert_eq!(
            distance(&longest, &"a".repeat(MAX_CHARS + 1), usize::MAX),
            None
        );
    }

    #[test]
    fn distances_within_the_limit_do_not_depend_on_it() {
        let letter = |bits: u32, i| if bits >> i & 1 == 0 { 'a' } else { 'b' };
        let words: Vec<String> = (1..128_u32)
            .map(|bits| (0..bits.ilog2()).map(|i| letter(bits, i)).collect())
            .collect();
        for from in &words {
            for to in &words {
                let whole = distance(from, to, 8).expect("no two differ more");
                for limit in 0..4 {
                    let expected = Some(whole).filter(|_| whole <= limit);
                    assert_eq!(
                        distance(from, to, limit),
                        expected,
                        "{from:?} {to:?} {limit}"
                    );
                }
            }
        }
    }
}
