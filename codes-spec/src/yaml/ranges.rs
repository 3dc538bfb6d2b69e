//! The byte ranges of scalars, from the start positions that the parser reports.

/// The bytes of a scalar in the text.
#[derive(Clone, Copy, Default)]
pub(crate) struct ScalarRange {
    pub(crate) offset: usize,
    /// The length of its first line.
    pub(crate) len: usize,
    /// The offset of the scalar's value, if the file contains the value verbatim.
    pub(crate) verbatim: Option<usize>,
}

/// How a scalar's value relates to its source text.
#[derive(Clone, Copy)]
pub(crate) enum Form<'t> {
    /// The value is this part of the file.
    Verbatim(&'t str),
    /// The source has escapes, or several lines.
    Folded,
    /// A number, a boolean or null, which has no quotes or spaces.
    Word,
}

impl ScalarRange {
    /// Returns the range of a scalar that begins at an offset, possibly with an anchor or a tag.
    pub(crate) fn new(text: &str, begin: usize, form: Form<'_>) -> ScalarRange {
        let verbatim = match form {
            Form::Verbatim(part) => Some(part.as_ptr().addr() - text.as_ptr().addr()),
            Form::Folded | Form::Word => None,
        };
        // an empty value has nothing after its anchor or tag: what follows on the next line belongs to something else
        let after = (begin + properties(&text[begin..])).min(verbatim.unwrap_or(usize::MAX));
        let alone = matches!(form, Form::Word) && text[begin..after].contains(['\n', '\r']);
        let offset = if alone { begin } else { after };
        let len = match form {
            // if a quote precedes the text, another one follows it
            Form::Verbatim(part) => part.len() + 2 * verbatim.map_or(0, |start| start - offset),
            Form::Folded => first_line_len(&text[offset..]),
            // a tag can turn quoted text into a number
            Form::Word if text[offset..].starts_with(['"', '\'', '|', '>']) => {
                first_line_len(&text[offset..])
            }
            Form::Word => {
                let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}' | ':');
                text[offset..].find(ends).unwrap_or(text.len() - offset)
            }
        };
        ScalarRange {
            offset,
            len,
            verbatim,
        }
    }
}

/// A walk through the text by the parser's lines and columns, which count characters. The parser knows more line ends
/// than editors do, so its line numbers can differ from those in diagnostics.
pub(crate) struct PositionWalk<'t> {
    text: &'t str,
    line: usize,
    column: usize,
    offset: usize,
}

impl<'t> PositionWalk<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        PositionWalk {
            text,
            line: 1,
            column: 1,
            offset: 0,
        }
    }

    /// Returns the offset of a line and column. Both count from 1, and must not be before those of the previous call.
    pub(crate) fn seek(&mut self, line: usize, column: usize) -> usize {
        let mut chars = self.text[self.offset..].chars().peekable();
        while (self.line, self.column) < (line, column) {
            let Some(c) = chars.next() else { break };
            self.offset += c.len_utf8();
            self.column += 1;
            let cr_of_crlf = c == '\r' && chars.peek() == Some(&'\n');
            if matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') && !cr_of_crlf {
                self.line += 1;
                self.column = 1;
            }
        }
        self.offset
    }
}

/// Returns the length of the anchor, tag, white space and comments before a scalar.
fn properties(text: &str) -> usize {
    let mut rest = text;
    while rest.starts_with(['&', '!']) {
        let word = rest
            .find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}'))
            .unwrap_or(rest.len());
        rest = skip_blanks(&rest[word..]);
    }
    text.len() - rest.len()
}

/// Returns the text after white space and comments.
fn skip_blanks(text: &str) -> &str {
    let mut rest = text.trim_start();
    while rest.starts_with('#') {
        rest = rest[rest.find(['\n', '\r']).unwrap_or(rest.len())..].trim_start();
    }
    rest
}

/// Returns the offset and the length of the nth empty pair of brackets at or after `from`, or of the
/// last one if there are fewer: an alias is counted as a pair, but has no brackets.
pub(crate) fn empty_collection(text: &str, from: usize, nth: u32) -> Option<(usize, usize)> {
    const FAR: usize = 64 << 10;
    let brackets = text[from..]
        .match_indices(['[', '{'])
        .take_while(|&(at, _)| at < FAR);
    let pairs = brackets
        .map(|(at, open)| (from + at, open))
        .filter_map(|(at, open)| {
            let inside = skip_blanks(&text[at + 1..]);
            let closed = inside.starts_with(if open == "[" { ']' } else { '}' });
            closed.then(|| (at, text.len() - inside.len() + 1 - at))
        });
    pairs.take(nth as usize).last()
}

/// Returns the length of the first line of a scalar whose value is not verbatim in the file.
fn first_line_len(text: &str) -> usize {
    let line = &text[..text.find(['\n', '\r']).unwrap_or(text.len())];
    let rest = match line.chars().next() {
        Some(quote @ ('"' | '\'')) => quoted(line, quote),
        Some('|' | '>') => line.split_whitespace().next().unwrap_or(line),
        _ => line.split(" #").next().unwrap_or(line),
    };
    rest.trim_end().len()
}

/// Given a line that begins with a quote, returns it up to and including the closing quote, or all of it if there is none.
fn quoted(line: &str, quote: char) -> &str {
    // double quotes are escaped by a backslash, single quotes by doubling
    let escape = if quote == '"' { '\\' } else { quote };
    let mut chars = line.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_quote = chars.peek().is_some_and(|&(_, next)| next == quote);
        if c == escape && (quote == '"' || next_is_quote) {
            chars.next();
        } else if c == quote {
            return &line[..=at];
        }
    }
    line
}
