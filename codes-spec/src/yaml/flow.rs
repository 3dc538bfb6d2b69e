//! Measures the nesting of a flow collection the way the parser's scanner sees it.

/// The maximum number of open brackets. The limit on the depth of the tree is lower, and its error has the better
/// location.
pub(crate) const MAX_OPEN: usize = 128;

/// A walk through a flow collection.
pub(crate) struct Flow<'a> {
    rest: &'a [u8],
    depth: usize,
    /// Whether the walk is inside an unquoted scalar, where quotes are text and a colon ends the scalar only before
    /// white space, a comma or a bracket.
    plain: bool,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(rest: &'a [u8]) -> Self {
        Flow {
            rest,
            depth: 0,
            plain: false,
        }
    }

    /// Returns whether too many brackets are open at once, or `steps` is used up.
    pub(crate) fn exceeds_limit(mut self, steps: &mut usize) -> bool {
        let mut before = b' ';
        while let [byte, rest @ ..] = self.rest {
            let Some(left) = steps.checked_sub(1) else {
                return true;
            };
            *steps = left;
            self.rest = rest;
            match byte {
                b'[' | b'{' => {
                    self.plain = false;
                    self.depth += 1;
                    if self.depth > MAX_OPEN {
                        return true;
                    }
                }
                b']' | b'}' => {
                    self.plain = false;
                    self.depth -= 1;
                    if self.depth == 0 {
                        return false;
                    }
                }
                b',' => self.plain = false,
                b'?' if !self.plain => {}
                b':' if !self.plain || rest.first().is_none_or(|&next| ends_key(next)) => {
                    self.plain = false;
                }
                b'#' if is_blank(before) || !self.plain => self.skip_past(b'\n', steps),
                b'\'' | b'"' if !self.plain => self.skip_quoted(*byte, steps),
                b'&' | b'*' if !self.plain => {
                    self.skip_while(
                        |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
                        steps,
                    );
                }
                b'!' if !self.plain && self.rest.first() == Some(&b'<') => {
                    self.skip_past(b'>', steps);
                }
                b'!' if !self.plain => {
                    self.skip_while(|byte| !is_blank(byte) && !ends_key(byte), steps);
                }
                byte if is_blank(*byte) => {}
                _ => self.plain = true,
            }
            before = *byte;
        }
        false
    }

    fn skip(&mut self, bytes: usize, steps: &mut usize) {
        self.rest = &self.rest[bytes.min(self.rest.len())..];
        *steps = steps.saturating_sub(bytes);
    }

    fn skip_past(&mut self, end: u8, steps: &mut usize) {
        let end = self
            .rest
            .iter()
            .position(|&byte| byte == end)
            .map_or(self.rest.len(), |i| i + 1);
        self.skip(end, steps);
    }

    fn skip_quoted(&mut self, quote: u8, steps: &mut usize) {
        let mut i = 0;
        while let Some(&byte) = self.rest.get(i) {
            i += 1;
            if byte == b'\\' && quote == b'"' {
                i += 1;
            } else if byte == quote {
                break;
            }
        }
        // `''` is read as the end of one quoted scalar and the start of another; the final end is the same
        self.skip(i, steps);
    }

    fn skip_while(&mut self, inside: impl Fn(u8) -> bool, steps: &mut usize) {
        let end = self.rest.iter().position(|&byte| !inside(byte));
        self.skip(end.unwrap_or(self.rest.len()), steps);
    }
}

fn ends_key(byte: u8) -> bool {
    is_blank(byte) || matches!(byte, b',' | b'[' | b']' | b'{' | b'}')
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
