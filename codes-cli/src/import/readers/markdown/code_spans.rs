//! Code spans within a line.

/// Returns where the code spans of a line begin, and where they end.
pub(super) fn of_line(line: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(start) = line[from..].find('`').map(|start| from + start) {
        let rest = &line[start..];
        match length(rest) {
            Some(length) => {
                from = start + length;
                spans.push((start, from));
            }
            None => from = start + marks(rest),
        }
    }
    spans
}

/// Returns the length of the code span at the start of a text. It ends with as many backticks as it begins with.
pub(super) fn length(text: &str) -> Option<usize> {
    let first = marks(text);
    let mut at = first;
    loop {
        at += text[at..].find('`')?;
        let length = marks(&text[at..]);
        at += length;
        if length == first {
            return Some(at);
        }
    }
}

/// Returns the number of backticks at the start of a text.
fn marks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}
