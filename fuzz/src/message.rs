//! Matching of message patterns gives the same result as a simple matcher.

use codes_runtime::__private::v1::fits;
use codes_spec::load;
use serde_json::Value;

/// The first line is the pattern, and the others are the message.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, message) = text.split_once('\n').unwrap_or((&text, ""));
    let pattern = Value::from(pattern);
    let spec = format!("vendor: V\ncodes: [{{status: 404, messages: {pattern}}}]\n");
    let loaded = load("spec.yaml", spec.as_bytes());
    let rows = &loaded.table.rows;
    let Some(pattern) = rows.first().and_then(|row| row.messages.first()) else {
        return;
    };
    let pieces = pattern.pieces();
    let texts: Vec<&str> = pieces.iter().map(|(text, _)| text.as_str()).collect();
    let bytes = texts.iter().map(|text| text.len()).sum();
    let found = fits(
        pieces
            .iter()
            .map(|(text, gap)| (text.as_str(), gap.as_str())),
        message,
    );
    assert_eq!(found, covers_padded(&texts, message).then_some(bytes));
}

/// Whitespace around a message is ignored, and is optional next to a gap at either end of a pattern.
fn covers_padded(texts: &[&str], message: &str) -> bool {
    let (start, end) = match texts {
        ["", second, .., last, ""] => (leading(second), trailing(last)),
        ["", text, ""] => (leading(text), trailing(text)),
        ["", second, ..] => (leading(second), ""),
        [.., last, ""] => ("", trailing(last)),
        _ => ("", ""),
    };
    [("", ""), (start, ""), ("", end), (start, end)]
        .iter()
        .any(|(start, end)| covers(texts, &format!("{start}{}{end}", message.trim())))
}

fn leading(text: &str) -> &str {
    &text[..text.len() - text.trim_start().len()]
}

fn trailing(text: &str) -> &str {
    &text[text.trim_end().len()..]
}

/// Tracks which prefixes of the message the texts match so far, one letter or gap at a time.
fn covers(texts: &[&str], message: &str) -> bool {
    let message: Vec<char> = message.chars().collect();
    let mut covered = vec![false; message.len() + 1];
    covered[0] = true;
    for (i, text) in texts.iter().enumerate() {
        if i > 0 {
            let first = covered.iter().position(|&covered| covered);
            covered[first.unwrap_or(message.len() + 1)..].fill(true);
        }
        for letter in text.chars() {
            covered = (0..=message.len())
                .map(|end| end > 0 && covered[end - 1] && message[end - 1] == letter)
                .collect();
        }
    }
    covered[message.len()]
}
