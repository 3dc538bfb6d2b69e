//! The nesting of Markdown.

/// How deep lists and quotes may be nested. For each line, the parser visits every open list and quote.
pub(crate) const MAX_DEPTH: usize = 64;

/// Returns an upper bound of the nesting of lists and quotes.
pub(crate) fn depth(markdown: &str) -> usize {
    markdown
        .split(['\n', '\r'])
        .map(depth_of_line)
        .max()
        .unwrap_or(0)
}

/// Returns an upper bound of the nesting that a line opens. Each level takes at least two columns, for its mark or
/// indentation. A line without marks opens no level.
fn depth_of_line(line: &str) -> usize {
    let (mut rest, mut columns, mut marks) = (line.as_bytes(), 0_usize, 0);
    loop {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_end = |at| rest.get(at).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
        let (read, width, mark) = match rest.get(digits) {
            Some(b' ') if digits == 0 => (1, 1, 0),
            Some(b'\t') if digits == 0 => (1, 4, 0),
            Some(b'>') if digits == 0 => (1 + usize::from(rest.get(1) == Some(&b' ')), 2, 1),
            Some(b'-' | b'+' | b'*') if digits == 0 && is_end(1) => (1, 1, 1),
            Some(b'.' | b')') if digits > 0 && is_end(digits + 1) => (digits + 1, digits + 1, 1),
            _ => return if marks > 0 { columns.div_ceil(2) } else { 0 },
        };
        rest = &rest[read..];
        columns += width;
        marks += mark;
    }
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn depth_is_bounded_by_the_marks_of_lines() {
        for (markdown, most) in [
            ("", 0),
            ("a - b > c", 0),
            ("                text", 0),
            ("- a\n  - b\n    1. c", 4),
            ("- - 1. - a", 5),
            ("> > a\n>>>", 3),
            (">\t- a", 4),
            ("-x\n1.x\n12", 0),
            ("-", 1),
            ("a\r- - b", 2),
        ] {
            assert_eq!(depth(markdown), most, "{markdown:?}");
        }
    }
}
