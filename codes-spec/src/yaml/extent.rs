//! Which bytes a scalar's token takes, from the place where the parser says that it begins.

/// Where a scalar stands in the text.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) offset: usize,
    /// How many bytes its token has on its first line.
    pub(crate) len: usize,
    /// Where its text begins, if the file has it byte for byte.
    pub(crate) verbatim: Option<usize>,
}

/// What a scalar's value has to do with its token.
#[derive(Clone, Copy)]
pub(crate) enum Seen<'t> {
    /// The value is this part of the file.
    Verbatim(&'t str),
    /// The token has escapes, or goes on over several lines.
    Folded,
    /// A number, a boolean or null: never quoted, never with a blank.
    Word,
}

impl Mark {
    /// The mark of a scalar whose token, or what stands before it, begins at a byte.
    pub(crate) fn new(text: &str, begin: usize, seen: Seen<'_>) -> Mark {
        let verbatim = match seen {
            Seen::Verbatim(part) => Some(part.as_ptr().addr() - text.as_ptr().addr()),
            Seen::Folded | Seen::Word => None,
        };
        // a tag may have nothing behind it but blanks, and an anchor nothing but what stands on the next line
        let behind = (begin + properties(&text[begin..])).min(verbatim.unwrap_or(usize::MAX));
        let alone = matches!(seen, Seen::Word) && text[begin..behind].contains(['\n', '\r']);
        let offset = if alone { begin } else { behind };
        let len = match seen {
            // as many quotes behind it as before it
            Seen::Verbatim(part) => part.len() + 2 * verbatim.map_or(0, |start| start - offset),
            Seen::Folded => folded(&text[offset..]),
            // a tag makes a word of a text
            Seen::Word if text[offset..].starts_with(['"', '\'', '|', '>']) => {
                folded(&text[offset..])
            }
            Seen::Word => {
                let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}' | ':');
                text[offset..].find(ends).unwrap_or(text.len() - offset)
            }
        };
        Mark {
            offset,
            len,
            verbatim,
        }
    }
}

/// A walk along the text by the parser's lines and columns, which count characters. It knows more line ends than
/// editors do, which is why its lines are not those that are shown.
pub(crate) struct Cursor<'t> {
    text: &'t str,
    line: usize,
    column: usize,
    offset: usize,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Cursor {
            text,
            line: 1,
            column: 1,
            offset: 0,
        }
    }

    /// The byte at a line and column, both from 1 and not before those that were sought last.
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

/// How many bytes anchor and tag take before a scalar, and what stands between.
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

/// What follows blanks, line ends and comments.
fn skip_blanks(text: &str) -> &str {
    let mut rest = text.trim_start();
    while rest.starts_with('#') {
        rest = rest[rest.find(['\n', '\r']).unwrap_or(rest.len())..].trim_start();
    }
    rest
}

/// The nth pair of brackets with nothing between them, from a byte on: where it stands, and how many bytes it has.
/// Where aliases repeat such pairs, it is the last one.
pub(crate) fn empty(text: &str, from: usize, nth: u32) -> Option<(usize, usize)> {
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

/// How many bytes a scalar takes on its first line, when its value is not what stands there.
fn folded(text: &str) -> usize {
    let line = &text[..text.find(['\n', '\r']).unwrap_or(text.len())];
    let rest = match line.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            // in one kind a backslash escapes, in the other the quote itself
            let escape = if quote == '"' { '\\' } else { quote };
            let mut chars = line.char_indices().skip(1).peekable();
            loop {
                match chars.next() {
                    Some((_, c))
                        if c == escape
                            && (quote == '"' || chars.peek().is_some_and(|&(_, c)| c == quote)) =>
                    {
                        chars.next();
                    }
                    Some((end, c)) if c == quote => break &line[..=end],
                    Some(_) => {}
                    None => break line,
                }
            }
        }
        Some('|' | '>') => line.split_whitespace().next().unwrap_or(line),
        _ => line.split(" #").next().unwrap_or(line),
    };
    rest.trim_end().len()
}
