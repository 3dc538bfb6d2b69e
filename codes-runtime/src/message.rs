//! Patterns of messages, in which `*` is any run of characters.

/// Returns whether a pattern matches a whole message; white space around both is ignored. Each piece
/// between stars is searched for once, so the time is linear in the message.
pub fn fits(pattern: &str, message: &str) -> bool {
    let (pattern, message) = (pattern.trim(), message.trim());
    // a star at an end of the pattern can match nothing; the space next to it is then trimmed from the message
    let start = pattern.trim_start_matches('*').trim_start();
    let end = pattern.trim_end_matches('*').trim_end();
    let inner = start.trim_end_matches('*').trim_end();
    [pattern, start, end, inner]
        .into_iter()
        .any(|pattern| covers(pattern, message))
}

fn covers(pattern: &str, message: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else {
        return pattern == message;
    };
    let Some(mut left) = message.strip_prefix(first) else {
        return false;
    };
    let (middle, last) = rest.rsplit_once('*').unwrap_or(("", rest));
    for piece in middle.split('*') {
        match left.find(piece) {
            Some(at) => left = left.split_at(at + piece.len()).1,
            None => return false,
        }
    }
    left.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn stars_match_any_text() {
        for (pattern, message) in [
            ("Balance of * is negative", "Balance of 7 is negative"),
            ("Balance of * is negative", "  Balance of  is negative\n"),
            ("  Balance of *\n", "Balance of 7"),
            ("*", ""),
            ("**", "x"),
            ("a*", "a"),
            ("*a", "ba"),
            ("a*b*c", "a b b c"),
            ("*b*", "abc"),
            ("ab*ba", "abba"),
            ("é*é", "éé"),
            ("exact", "exact"),
            ("No parcel *", "No parcel "),
            ("No parcel *", "No parcel"),
            ("No parcel **", "No parcel"),
            ("* is gone", " is gone"),
            ("* is gone *", "is gone"),
            ("* of * parcels *", "2 of 3 parcels"),
        ] {
            assert!(fits(pattern, message), "{pattern} {message}");
        }
        for (pattern, message) in [
            ("ab*ba", "aba"),
            ("a*b*c", "a c b"),
            ("*b*c", "abc d"),
            ("exact", "Exact"),
            ("exact", "exact!"),
            ("a*", "ba"),
            ("*a*a*", "a"),
            ("No parcel *", "No parcels"),
            ("* is gone", "this gone"),
            ("* is gone *", "his gone"),
        ] {
            assert!(!fits(pattern, message), "{pattern} {message}");
        }
    }

    #[test]
    fn many_stars_take_linear_time() {
        let pattern = "a*".repeat(5_000) + "b";
        assert!(!fits(&pattern, &"a".repeat(200_000)));
    }
}
