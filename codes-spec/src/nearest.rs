//! The word that was probably meant.

/// Words longer than this are not compared, and no more candidates than this.
const LONGEST: usize = 64;
const MOST: usize = 1024;

/// The candidate with the fewest slips from a word, if these are few for its length.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let letters = letters_of(word)?;
    let mut slips = (letters.len() + 1) / 3;
    let mut best = None;
    for candidate in candidates.into_iter().take(MOST) {
        if let Some(distance) =
            letters_of(candidate).and_then(|other| distance(&letters, &other, slips))
        {
            best = Some(candidate);
            // only a better one counts from here on
            let Some(fewer) = distance.checked_sub(1) else {
                break;
            };
            slips = fewer;
        }
    }
    best
}

/// The letters of a word that is compared, whatever their case.
fn letters_of(word: &str) -> Option<Vec<char>> {
    let letters: Vec<char> = word
        .chars()
        .take(LONGEST + 1)
        .flat_map(char::to_lowercase)
        .collect();
    (letters.len() <= LONGEST).then_some(letters)
}

/// How many letters are put in, left out, exchanged or swapped with a neighbour, if that is no more than `most`.
fn distance(from: &[char], to: &[char], most: usize) -> Option<usize> {
    if from.len().abs_diff(to.len()) > most {
        return None;
    }
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        // what lies further off the diagonal takes more slips than may be
        let mut next = vec![most + 1; to.len() + 1];
        next[0] = i + 1;
        for j in i.saturating_sub(most)..to.len().min(i + most + 1) {
            let b = &to[j];
            let exchanged = row[j] + usize::from(a != b);
            let mut best = exchanged.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                best = best.min(above[j - 1] + 1);
            }
            next[j + 1] = best;
        }
        above = row;
        row = next;
    }
    Some(row[to.len()]).filter(|&distance| distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        let words = ["title", "status", "deprecated"];
        assert_eq!(nearest("titel", words), Some("title"));
        assert_eq!(nearest("Status", words), Some("status"));
        assert_eq!(nearest("stauts", words), Some("status"));
        assert_eq!(nearest("depricate", words), Some("deprecated"));
        assert_eq!(nearest("url", words), None);
        assert_eq!(nearest("note", ["code", "notes"]), Some("notes"));
        assert_eq!(nearest("link", ["kind"]), None);
        assert_eq!(nearest("", words), None);
        assert_eq!(nearest(&"s".repeat(1000), words), None);
        // the nearest wins, and of two that are as near the first
        assert_eq!(
            nearest("tagz", ["tan", "tags", "tagy", "tag"]),
            Some("tags")
        );
    }

    #[test]
    fn a_limit_changes_no_distance_within_it() {
        let words: Vec<Vec<char>> = (1..128_u32)
            .map(|bits| {
                (0..bits.ilog2())
                    .map(|i| if bits >> i & 1 == 0 { 'a' } else { 'b' })
                    .collect()
            })
            .collect();
        for from in &words {
            for to in &words {
                let whole = distance(from, to, 8).expect("no two differ more");
                for most in 0..4 {
                    assert_eq!(
                        distance(from, to, most),
                        Some(whole).filter(|_| whole <= most),
                        "{from:?} {to:?} {most}"
                    );
                }
            }
        }
    }
}
