//! Ranges of codes.

/// Parses a range of codes, and returns the lower end first: `3000-3999`, `3000 – 3999`, `-32000 to -32099`. After `~`,
/// the last code may have only the digits in which it differs: `-4090001 ~ 4`.
pub(crate) fn range(text: &str) -> Option<(i64, i64)> {
    const TILDES: [&str; 3] = ["~", "～", "〜"];
    const DASHES: [&str; 6] = ["-", "–", "—", "to ", "..", "…"];
    let text = text.trim();
    let (at, _) = text
        .char_indices()
        .skip(1)
        .find(|(_, c)| !c.is_ascii_digit())?;
    let (first, rest) = text.split_at(at);
    let after = rest.trim_start();
    let mut marks = DASHES.iter().chain(&TILDES);
    let (mark, last) = marks.find_map(|mark| Some((*mark, after.strip_prefix(mark)?)))?;
    // the second of two codes, which has a sign
    let has_sign = mark == "-" && after != rest && last.starts_with(|c: char| c.is_ascii_digit());
    if rest.contains('\n') || has_sign && first.starts_with('-') {
        return None;
    }
    let last = last.trim();
    // `000-01` is a code with a separator
    let is_padded = |digits: &str| digits.len() > 1 && digits.starts_with('0');
    if is_padded(first) || is_padded(last) {
        return None;
    }
    let low = number(first)?;
    let digits = first.len() - usize::from(first.starts_with('-'));
    let last = match digits.checked_sub(last.len()) {
        Some(1..) if TILDES.contains(&mark) => first[..first.len() - last.len()].to_owned() + last,
        _ => last.to_owned(),
    };
    let high = number(&last)?;
    (low != high).then(|| (low.min(high), low.max(high)))
}

fn number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|_| !text.starts_with('+'))
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn ranges_are_told_from_pairs_of_codes() {
        for (text, low, high) in [
            ("3000-3999", 3000, 3999),
            ("3000 –3999", 3000, 3999),
            ("-32000 to -32099", -32099, -32000),
            ("-4090001 ~ 4", -4_090_004, -4_090_001),
            ("5001 ~ 15", 5001, 5015),
            ("100~199", 100, 199),
        ] {
            assert_eq!(range(text), Some((low, high)), "{text}");
        }
        for text in [
            "-4001 -4006",
            "-4001\n-4006",
            "4001\n~4006",
            "000-01",
            "7 ~ x",
            "12",
        ] {
            assert_eq!(range(text), None, "{text}");
        }
    }
}
