//! The word that was probably meant.

/// Words longer than this are not compared, and no more candidates than this.
const LONGEST: usize = 64;
const MOST: usize = 1024;

/// The candidate with the fewest slips from a word, if these are few for its length.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let letters: Vec<char> = word.chars().take(LONGEST + 1).flat_map(char::to_lowercase).collect();
    if letters.len() > LONGEST {
        return None;
    }
    let slips = letters.len().div_ceil(3);
    let distances = candidates.into_iter().take(MOST).filter_map(|candidate| {
        let other: Vec<char> = candidate.chars().take(LONGEST + 1).flat_map(char::to_lowercase).collect();
        let close = other.len() <= LONGEST && other.len().abs_diff(letters.len()) <= slips;
        close.then(|| (distance(&letters, &other), candidate))
    });
    distances.filter(|&(distance, _)| distance <= slips).min_by_key(|&(distance, _)| distance).map(|(_, word)| word)
}

/// How many letters are put in, left out, exchanged or swapped with a neighbour.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let exchanged = row[j] + usize::from(a != b);
            let mut best = exchanged.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                best = best.min(above[j - 1] + 1);
            }
            next.push(best);
        }
        above = row;
        row = next;
    }
    row[to.len()]
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
        assert_eq!(nearest("", words), None);
        assert_eq!(nearest(&"s".repeat(1000), words), None);
    }
}
