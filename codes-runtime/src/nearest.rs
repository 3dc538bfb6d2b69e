//! The word that was probably meant. `codes-spec` has the like for specs, with an allocator.

/// Words longer than this are not compared.
const LONGEST: usize = 40;

/// How many letters are put in, left out, exchanged or swapped with a neighbour, if these are few for the word's length.
/// Letters are bytes, whatever their case.
pub(crate) fn slips(word: &str, other: &str) -> Option<u8> {
    let most = word.len().div_ceil(3);
    if word.len() > LONGEST || other.len() > LONGEST || word.len().abs_diff(other.len()) > most {
        return None;
    }
    let (from, to) = (word.as_bytes(), other.as_bytes());
    let mut above = [0; LONGEST + 1];
    let mut row = [0u8; LONGEST + 1];
    for (slips, cell) in (0..).zip(&mut row) {
        *cell = slips;
    }
    for (i, a) in from.iter().enumerate() {
        let mut next = [row[0] + 1; LONGEST + 1];
        for (j, b) in to.iter().enumerate() {
            let exchanged = row[j] + u8::from(!a.eq_ignore_ascii_case(b));
            next[j + 1] = exchanged.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0
                && j > 0
                && a.eq_ignore_ascii_case(&to[j - 1])
                && from[i - 1].eq_ignore_ascii_case(b)
            {
                next[j + 1] = next[j + 1].min(above[j - 1] + 1);
            }
        }
        (above, row) = (row, next);
    }
    Some(row[to.len()]).filter(|slips| usize::from(*slips) <= most)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn slips_are_counted() {
        for (word, other, expected) in [
            ("NoResults", "NoResults", Some(0)),
            ("noresults", "NoResults", Some(0)),
            ("NoResult", "NoResults", Some(1)),
            ("NoRseults", "NoResults", Some(1)),
            ("NoReslutz", "NoResults", Some(2)),
            ("Nothing", "NoResults", None),
            ("", "", Some(0)),
            ("", "a", None),
            ("a", "b", Some(1)),
        ] {
            assert_eq!(slips(word, other), expected, "{word} {other}");
        }
        let long = "a".repeat(40);
        assert_eq!(slips(&long, &"b".repeat(40)), None);
        assert_eq!(slips(&long, &"a".repeat(41)), None);
        assert_eq!(slips(&"a".repeat(41), &long), None);
    }
}
