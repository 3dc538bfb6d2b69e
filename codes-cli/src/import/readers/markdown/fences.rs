//! Code blocks without a closing fence. They end at their first blank line, not at the end of the page.

/// A code block without a closing fence, by the positions of its fence and its first blank line.
pub(super) struct Unclosed {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Returns the unclosed code blocks of a page in order. Of two fences in a row that name a language, the first is
/// unclosed.
pub(super) fn unclosed(lines: &[&str]) -> Vec<Unclosed> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for (at, line) in lines.iter().enumerate() {
        match open {
            None if line.starts_with("~~~") => open = Some((at, line)),
            None if line.starts_with("```") && !is_inline(line) => open = Some((at, line)),
            Some((_, fence)) if closes(line, fence) => open = None,
            Some((start, fence)) if fence.starts_with('`') && is_next(line, fence) => {
                found.extend(up_to_blank(lines, start, at));
                open = Some((at, line));
            }
            _ => {}
        }
    }
    if let Some((start, _)) = open.filter(|(_, fence)| fence.starts_with('`')) {
        found.extend(up_to_blank(lines, start, lines.len()));
    }
    found
}

/// Whether backticks at the start of a line are code within the line.
fn is_inline(line: &str) -> bool {
    line.trim_start_matches('`').contains('`')
}

/// Returns the number of marks that a fence begins with.
fn marks(line: &str, mark: char) -> usize {
    line.len() - line.trim_start_matches(mark).len()
}

fn closes(line: &str, fence: &str) -> bool {
    let mark = if fence.starts_with('~') { '~' } else { '`' };
    let line = line.trim();
    marks(line, mark) >= marks(fence, mark) && marks(line, mark) == line.len()
}

/// Whether a line opens another code block. Samples of Markdown have fences of their own.
fn is_next(line: &str, fence: &str) -> bool {
    let (here, above) = (marks(line, '`'), marks(fence, '`'));
    let has_language = line[here..].starts_with(|c: char| c.is_ascii_alphabetic());
    let is_markdown = fence[above..].trim().starts_with('m');
    here == above && has_language && !is_inline(line) && !is_markdown
}

/// Returns the block up to its first blank line, if there is text below that.
fn up_to_blank(lines: &[&str], start: usize, end: usize) -> Option<Unclosed> {
    let is_blank = |line: &&str| line.trim().is_empty();
    let mut below = lines[start..end].iter();
    let blank = start + below.position(is_blank)?;
    let has_text = below.any(|line| !is_blank(line));
    has_text.then_some(Unclosed { start, end: blank })
}
