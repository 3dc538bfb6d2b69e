//! What reStructuredText has and Markdown lacks, apart from tables.

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

/// The number of lines at the start that are a line block: `| text`
pub(super) fn line_block(lines: &[&str]) -> usize {
    let is_line = |line: &&&str| {
        let text = line.strip_prefix("| ").unwrap_or("|");
        !text.contains('|')
    };
    lines.iter().take_while(is_line).count()
}
