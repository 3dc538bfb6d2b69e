//! Matches messages against patterns, which consist of literal text and gaps that match any text.

/// A pattern: pieces of literal text, each with the gap after it. A gap is a name or `*`; after the
/// last piece, it is an empty string.
pub(crate) trait Pattern<'p>: Iterator<Item = (&'p str, &'p str)> {}

impl<'p, I: Iterator<Item = (&'p str, &'p str)>> Pattern<'p> for I {}

/// Returns the number of bytes of literal text in a pattern if it matches the whole message, or
/// `None` if it does not.
///
/// Whitespace around the message is ignored. If the pattern starts or ends with a gap that matches
/// nothing, the pattern's whitespace next to that gap is ignored too. Each piece of text is searched
/// for once, so the time is linear in the length of the message.
pub fn fits<'p>(pattern: impl Iterator<Item = (&'p str, &'p str)>, message: &str) -> Option<usize> {
    walk(pattern, message, |_, _| {})
}

/// Like [`fits`], but passes each gap with the text that it matches, as short as possible, to a
/// function.
pub(crate) fn walk<'p, 'm>(
    pattern: impl Pattern<'p>,
    message: &'m str,
    mut filled: impl FnMut(&'p str, &'m str),
) -> Option<usize> {
    let mut pattern = pattern.peekable();
    let mut left = message.trim();
    let mut gap = None;
    let mut before = Before::Start;
    let mut bytes = 0;
    while let Some((text, next_gap)) = pattern.next() {
        let after = match pattern.peek() {
            None => After::End,
            Some(("", "")) => After::LastGap,
            Some(_) => After::Gap,
        };
        let (start, end) = find(text, left, before, after)?;
        if let Some(gap) = gap {
            filled(gap, &left[..start]);
        }
        before = match before {
            Before::Start | Before::FirstGap if text.is_empty() => Before::FirstGap,
            _ => Before::Gap,
        };
        bytes += text.len();
        left = &left[end..];
        gap = Some(next_gap);
    }
    Some(bytes)
}

/// The parts of a pattern before a piece of text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing.
    Start,
    /// Only a gap.
    FirstGap,
    /// Text and a gap.
    Gap,
}

/// The parts of a pattern after a piece of text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// A gap and text.
    Gap,
    /// Only a gap.
    LastGap,
    /// Nothing.
    End,
}

/// Searches the rest of a message for a piece of a pattern's text, and returns its start and end.
fn find(text: &str, left: &str, before: Before, after: After) -> Option<(usize, usize)> {
    // if the first or last gap matches nothing, trimming the message removed the whitespace next to
    // it
    let after_first_gap = before == Before::FirstGap;
    let without_start = if after_first_gap {
        text.trim_start()
    } else {
        text
    };
    let without_end = if after == After::LastGap {
        text.trim_end()
    } else {
        text
    };
    let without_both = if after_first_gap {
        without_end.trim_start()
    } else {
        without_end
    };
    let at_start = |text: &str| (0, text.len());
    let at_end = |text: &str| (left.len() - text.len(), left.len());
    if after == After::End {
        let is_whole = left == without_start;
        let ends = before != Before::Start && left.ends_with(text);
        return is_whole
            .then(|| at_start(without_start))
            .or_else(|| ends.then(|| at_end(text)));
    }
    if left == without_both {
        return Some(at_start(without_both));
    }
    let starts = left.starts_with(without_start);
    if before == Before::Start || without_start.len() < text.len() && starts {
        return starts.then(|| at_start(without_start));
    }
    let found = left.find(text).map(|start| (start, start + text.len()));
    found.or_else(|| {
        let ends = after == After::LastGap && left.ends_with(without_end);
        ends.then(|| at_end(without_end))
    })
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::String;
    use std::vec::Vec;

    use super::{fits, walk};

    fn pieces(pattern: &'static str) -> Vec<(&'static str, &'static str)> {
        let mut texts: Vec<_> = pattern.trim().split('*').map(|text| (text, "*")).collect();
        if let Some(last) = texts.last_mut() {
            last.1 = "";
        }
        texts
    }

    #[test]
    fn gaps_match_any_text() {
        for (pattern, message) in [
            ("Balance of * is negative", "Balance of 7 is negative"),
            ("Balance of * is negative", "  Balance of  is negative\n"),
            ("  Balance of *\n", "Balance of 7"),
            ("*", ""),
            ("a*", "a"),
            ("*a", "ba"),
            ("a*b*c", "a b b c"),
            ("*b*", "abc"),
            ("ab*ba", "abba"),
            ("é*é", "éé"),
            ("exact", "exact"),
            ("No parcel *", "No parcel "),
            ("No parcel *", "No parcel"),
            ("* is gone", " is gone"),
            ("* is gone *", "is gone"),
            ("* is gone *", "it is gone"),
            ("* is gone *", "is gone now"),
            ("* of * parcels *", "2 of 3 parcels"),
            ("* *", "x"),
        ] {
            assert!(
                fits(pieces(pattern).into_iter(), message).is_some(),
                "{pattern} {message}"
            );
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
            assert_eq!(
                fits(pieces(pattern).into_iter(), message),
                None,
                "{pattern} {message}"
            );
        }
    }

    #[test]
    fn gaps_match_as_little_text_as_possible() {
        let pattern = [
            ("", "who"),
            (" owes ", "amount"),
            (" to ", "whom"),
            ("", ""),
        ];
        let mut filled = Vec::new();
        let bytes = walk(pattern.into_iter(), "A owes 5 to B to C", |gap, text| {
            filled.push((gap, text));
        });
        assert_eq!(bytes, Some(10));
        assert_eq!(filled, [("who", "A"), ("amount", "5"), ("whom", "B to C")]);
    }

    #[test]
    fn many_gaps_cost_no_more_than_one() {
        let pattern = (0..5_000).map(|_| ("a", "*")).chain([("b", "")]);
        let message: String = "a".repeat(200_000);
        assert_eq!(fits(pattern, &message), None);
    }
}
