//! Syntax of reStructuredText that Markdown does not have, apart from tables.

/// Whether a page is written in reStructuredText.
pub(super) fn is_rst(lines: &[&str]) -> bool {
    let is_directive = |line: &&&str| {
        line.starts_with(".. ") && line.contains("::") || line.starts_with(".. _") || is_field(line)
    };
    lines.iter().take(400).any(|line| is_directive(&line))
}

/// `:original_name: errors.html`
fn is_field(line: &str) -> bool {
    let name = line.strip_prefix(':').and_then(|line| line.split_once(':'));
    name.is_some_and(|(name, rest)| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || "_- ".contains(c);
        name.len() > 1 && name.chars().all(is_name) && (rest.is_empty() || rest.starts_with(' '))
    })
}

/// Returns the text of a line, or nothing for a directive or a field.
pub(super) fn text(line: &str) -> String {
    if line.starts_with(".. ") || is_field(line) {
        return String::new();
    }
    // a colon that announces a literal block
    if line.trim() == "::" {
        return String::new();
    }
    // an escaped space joins words
    let mut text = line.replace("\\ ", "");
    for role in [
        ":ref:`",
        ":doc:`",
        ":code:`",
        ":term:`",
        ":http:statuscode:`",
    ] {
        text = text.replace(role, "`");
    }
    text
}

/// Reads a heading between two lines of marks. It is on the highest level, as titles of pages are.
pub(super) fn heading(lines: &[&str]) -> Option<(String, usize)> {
    let [above, text, below, ..] = lines else {
        return None;
    };
    let mark = above.chars().next().filter(char::is_ascii_punctuation)?;
    let is_rule = above.len() > 2 && above.chars().all(|c| c == mark);
    let is_heading = is_rule && above.trim_end() == below.trim_end() && !text.trim().is_empty();
    is_heading.then(|| (format!("\n# {}\n\n", text.trim()), 3))
}

/// The number of lines at the start that are a line block: `| text`
pub(super) fn line_block(lines: &[&str]) -> usize {
    let is_line = |line: &&&str| {
        let text = line.strip_prefix("| ").unwrap_or("|");
        !text.contains('|')
    };
    lines.iter().take_while(is_line).count()
}
