//! Matching of message patterns gives the same result as a simple matcher.

use codes_runtime::__private::v1::fits;

/// The first line is the pattern, and the others are the message.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, message) = text.split_once('\n').unwrap_or((&text, ""));
    // whitespace around a message is ignored, but a pattern may have a space next to a star at its end
    let (trimmed, words) = (pattern.trim(), message.trim());
    let after_star = trimmed.trim_start_matches('*');
    let start = &after_star[..after_star.len() - after_star.trim_start().len()];
    let before_star = trimmed.trim_end_matches('*');
    let end = &before_star[before_star.trim_end().len()..];
    let padded = [("", ""), (start, ""), ("", end), (start, end)];
    let is_covered = padded
        .iter()
        .any(|(start, end)| covers(trimmed, &format!("{start}{words}{end}")));
    assert_eq!(fits(pattern, message), is_covered);
}

/// Tracks which prefixes of the message the pattern matches so far, one letter of the pattern at a time.
fn covers(pattern: &str, message: &str) -> bool {
    let message: Vec<char> = message.chars().collect();
    let mut covered = vec![false; message.len() + 1];
    covered[0] = true;
    for letter in pattern.chars() {
        if letter == '*' {
            let first = covered
                .iter()
                .position(|&covered| covered)
                .unwrap_or(covered.len());
            covered[first..].fill(true);
        } else {
            covered = (0..=message.len())
                .map(|end| end > 0 && covered[end - 1] && message[end - 1] == letter)
                .collect();
        }
    }
    covered[message.len()]
}
