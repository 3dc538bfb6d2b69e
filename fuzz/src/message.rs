//! Patterns of messages, against a matcher that reads letter by letter.

use codes_runtime::__private::v1::fits;

/// The pattern on the first line, the message on the others.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, message) = text.split_once('\n').unwrap_or((&text, ""));
    assert_eq!(
        fits(pattern, message),
        covers(pattern.trim(), message.trim())
    );
}

/// Which beginnings of the message a beginning of the pattern covers, letter after letter of the pattern.
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
