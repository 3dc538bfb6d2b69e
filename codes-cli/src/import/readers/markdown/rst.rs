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
    // `::` announces a literal block
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
    let is_heading = mark(above).is_some()
        && above.trim_end() == below.trim_end()
        && !text.trim().is_empty()
        && mark(text).is_none();
    is_heading.then(|| (format!("\n# {}\n\n", text.trim()), 3))
}

/// Reads a heading with a line of marks below, on a page whose title has one above too.
pub(super) fn lower_heading(lines: &[&str]) -> Option<(String, usize)> {
    let [text, below, ..] = lines else {
        return None;
    };
    let level = match mark(below)? {
        '=' => "##",
        '-' => "###",
        _ => "####",
    };
    let is_text = !text.trim().is_empty() && !text.starts_with([' ', '|', '+']);
    (is_text && mark(text).is_none()).then(|| (format!("\n{level} {text}\n\n"), 2))
}

/// Reads a term and its definition, which is indented below it without a blank line.
pub(super) fn definition(lines: &[&str]) -> Option<(String, usize)> {
    let (term, below) = lines.split_first()?;
    let is_term =
        term.starts_with(|c: char| c.is_alphanumeric() || c == '`') && mark(term).is_none();
    // counting the lines below each indented line would take quadratic time
    if !is_term {
        return None;
    }
    let is_indented = |line: &&&str| line.starts_with("  ") && !line.trim().is_empty();
    let end = below.iter().take_while(is_indented).count();
    let is_last = below.get(end).is_none_or(|next| next.trim().is_empty());
    (end > 0 && is_last).then(|| {
        let words = below[..end].iter().map(|line| text(line.trim()));
        let definition = words.collect::<Vec<_>>().join(" ");
        (
            format!("\n{}\n\n: {definition}\n\n", text(term.trim())),
            end + 1,
        )
    })
}

/// Returns the character that a line consists of.
fn mark(line: &str) -> Option<char> {
    let line = line.trim_end();
    let mark = line.chars().next().filter(char::is_ascii_punctuation)?;
    (line.len() > 2 && line.chars().all(|c| c == mark)).then_some(mark)
}

/// The number of lines at the start that are a line block: `| text`
pub(super) fn line_block(lines: &[&str]) -> usize {
    let is_line = |line: &&&str| {
        let text = line.strip_prefix("| ").unwrap_or("|");
        !text.contains('|')
    };
    lines.iter().take_while(is_line).count()
}
