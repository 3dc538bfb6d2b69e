//! Lines and columns.

/// Returns the end of the line, before its line break.
pub(super) fn line_end(text: &str, from: usize) -> usize {
    let end = text[from..].find('\n').map_or(text.len(), |at| from + at);
    if text[..end].ends_with('\r') && end > from {
        end - 1
    } else {
        end
    }
}

/// Returns the number of characters between the start of a line and a byte in it.
pub(super) fn column(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |start| start + 1);
    text[start..at].chars().count()
}

/// Returns lines with a line break and an indentation before each.
pub(super) fn indented(lines: &str, column: usize, newline: &str) -> String {
    let line = |line: &str| {
        if line.is_empty() {
            newline.to_owned()
        } else {
            format!("{newline}{:column$}{line}", "")
        }
    };
    lines.trim_end().lines().map(line).collect()
}
