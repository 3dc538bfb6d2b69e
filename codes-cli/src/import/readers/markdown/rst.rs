//! Syntax of reStructuredText that Markdown does not have, apart from tables.

use crate::import::readers::markdown::rst_links::without_links;

/// Whether a page is written in reStructuredText.
pub(super) fn is_rst(lines: &[&str]) -> bool {
    let is_directive = |line: &&&str| {
        line.starts_with(".. ") && line.contains("::") || line.starts_with(".. _") || is_field(line)
    };
    // in Markdown, a line of `~` below a text begins a code block
    let is_heading = |pair: &[&str]| {
        let (text, below) = (pair[0].trim_end(), pair[1].trim_end());
        mark(below) == Some('~')
            && below.len() > 3
            && text.chars().count().abs_diff(below.len()) < 3
    };
    lines.iter().take(400).any(|line| is_directive(&line)) || lines.windows(2).any(is_heading)
}

/// Whether a line is a field: `:original_name: errors.html`
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
    without_links(&without_roles(&line.replace("\\ ", "")))
}

/// Removes the names of roles: ``:ref:`the list <list>` `` becomes `the list`, and ``:code:`list` `` a code span.
fn without_roles(line: &str) -> String {
    // roles whose text is prose or the target of a link, and not code
    const PROSE: [&str; 10] = [
        "ref", "doc", "any", "numref", "term", "abbr", "emphasis", "strong", "sub", "sup",
    ];
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_.:+".contains(c);
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(":`") {
        let before = &rest[..at];
        let name = before.trim_end_matches(is_name);
        let inner = &rest[at + 2..];
        let end = inner
            .find('`')
            .filter(|_| before[name.len()..].starts_with(':'));
        let Some(end) = end else {
            text += &rest[..at + 2];
            rest = inner;
            continue;
        };
        text += name;
        let role = before[name.len()..].trim_matches(':');
        text += &match inner[..end].split_once(" <") {
            Some((title, _)) => title.to_owned(),
            None if PROSE.contains(&role) => inner[..end].to_owned(),
            None => format!("`{}`", &inner[..end]),
        };
        rest = &inner[end + 1..];
    }
    text + rest
}

/// Reads code: the indented lines below a directive for code, or below a line that ends with `::`.
pub(super) fn code(lines: &[&str]) -> Option<(String, usize)> {
    let first = lines[0].trim();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_directive = [".. code", ".. sourcecode::", ".. parsed-literal::"]
        .iter()
        .any(|start| first.starts_with(start));
    if !is_directive && (!first.ends_with("::") || first.starts_with("..")) {
        return None;
    }
    let is_inside = |line: &&&str| line.trim().is_empty() || indent(line) > indent(lines[0]);
    let end = 1 + lines[1..].iter().take_while(is_inside).count();
    let is_option = |line: &&&str| line.trim().is_empty() || is_field(line.trim());
    let start = 1 + lines[1..end].iter().take_while(is_option).count();
    if start >= end {
        return None;
    }
    let announced = match first.trim_end_matches(':') {
        _ if is_directive => String::new(),
        "" => String::new(),
        announced => text(announced) + ":\n",
    };
    let code: String = lines[start..end]
        .iter()
        .map(|line| line.replace("```", "~~~").trim_end().to_owned() + "\n")
        .collect();
    Some((
        format!("{announced}\n```\n{}\n```\n\n", code.trim_end()),
        end,
    ))
}

/// Returns the number of lines that a directive begins with and that are not text: its name and options, unless there is
/// text beside the name, as in `.. note:: Text`. The whole of a directive for navigation is not text.
pub(super) fn without_text(lines: &[&str]) -> Option<usize> {
    const LAYOUT: [&str; 10] = [
        "list-table",
        "csv-table",
        "table",
        "code-block",
        "code",
        "image",
        "figure",
        "contents",
        "include",
        "index",
    ];
    if let Some(end) = directive(lines, ".. toctree::") {
        return Some(end);
    }
    let first = lines[0].trim_start();
    let is_directive = first
        .strip_prefix(".. ")
        .and_then(|line| line.split_once("::"))
        .is_some_and(|(name, text)| text.trim().is_empty() || LAYOUT.contains(&name.trim()));
    let is_indented = first.len() < lines[0].len();
    let is_option = |line: &&&str| line.starts_with(' ') && is_field(line.trim());
    let options = lines[1..].iter().take_while(is_option).count();
    (is_directive && (is_indented || options > 0)).then_some(1 + options)
}

/// Returns the number of lines of a directive, if the first line starts it: that line, and those that are indented more.
pub(super) fn directive(lines: &[&str], start: &str) -> Option<usize> {
    let first = lines[0].trim_start();
    let indent = lines[0].len() - first.len();
    let is_inside =
        |line: &&&str| line.trim().is_empty() || line.len() - line.trim_start().len() > indent;
    first
        .starts_with(start)
        .then(|| 1 + lines[1..].iter().take_while(is_inside).count())
}

/// Returns the styles of headings in order of appearance, which is the order of their levels. A style is the character
/// of the underline, and whether there is such a line above the heading too.
pub(super) fn heading_styles(lines: &[&str]) -> Vec<(char, bool)> {
    let mut styles = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some((style, _, end)) = heading_at(&lines[at..]) else {
            at += 1;
            continue;
        };
        if !styles.contains(&style) {
            styles.push(style);
        }
        at += end;
    }
    styles
}

/// Reads a heading: a line that is underlined with punctuation, or between two such lines.
pub(super) fn heading(lines: &[&str], styles: &[(char, bool)]) -> Option<(String, usize)> {
    let (style, text, end) = heading_at(lines)?;
    let level = styles.iter().position(|known| *known == style)? + 1;
    Some((format!("\n{} {text}\n\n", "#".repeat(level.min(6))), end))
}

/// Returns the style of a heading, its text and the number of its lines.
fn heading_at<'l>(lines: &[&'l str]) -> Option<((char, bool), &'l str, usize)> {
    /// The length of the shortest underline that may be shorter than its heading.
    const SHORTEST: usize = 4;
    let is_text = |text: &str| !text.trim().is_empty() && mark(text).is_none();
    if let [above, text, below, ..] = lines
        && let Some(mark) = mark(above)
        && above.trim_end() == below.trim_end()
        && is_text(text)
    {
        return Some(((mark, true), text.trim(), 3));
    }
    let [text, below, ..] = lines else {
        return None;
    };
    let mark = mark(below)?;
    let below = below.trim_end().len();
    let is_whole = below >= SHORTEST || text.trim_end().chars().count() <= below + 1;
    let is_heading = is_text(text) && is_whole && !text.starts_with([' ', '|', '+']);
    is_heading.then(|| ((mark, false), text.trim(), 2))
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

/// Returns the punctuation character that a line consists of.
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
