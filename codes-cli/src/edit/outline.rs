//! The positions of a spec's keys and values in its text.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// A value in the text.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    /// Whether the value is written in brackets, or is part of a value in brackets.
    pub(super) in_flow: bool,
    /// Whether the value or a part of it has an anchor, so that aliases elsewhere may refer to it.
    pub(super) has_anchor: bool,
}

#[derive(Debug)]
pub(super) enum Kind {
    Scalar(String, ScalarStyle),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    Alias,
}

impl Node {
    /// Returns the entry with this key, if the node is a mapping that has one.
    pub(super) fn entry(&self, key: &str) -> Option<&(Node, Node)> {
        self.entries().iter().find(|(name, _)| name.is(key))
    }

    pub(super) fn entries(&self) -> &[(Node, Node)] {
        match &self.kind {
            Kind::Map(entries) => entries,
            _ => &[],
        }
    }

    pub(super) fn items(&self) -> &[Node] {
        match &self.kind {
            Kind::List(items) => items,
            _ => &[],
        }
    }

    /// Returns whether the node is a scalar with this value.
    pub(super) fn is(&self, text: &str) -> bool {
        matches!(&self.kind, Kind::Scalar(value, _) if value == text)
    }
}

/// Reads a document, or returns `None` if saphyr rejects it. Specs are loaded with a different parser.
pub(super) fn read(text: &str) -> Option<Node> {
    let mut reader = Reader {
        text,
        offsets: Offsets::new(text),
        parser: Parser::new_from_str(text),
        flow: 0,
    };
    loop {
        match reader.next()? {
            (Event::StreamStart | Event::DocumentStart(_), _) => {}
            (event, span) => return reader.node(event, span),
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    offsets: Offsets,
    parser: Parser<'t, saphyr_parser::StrInput<'t>>,
    /// How many collections in brackets are open.
    flow: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Option<(Event<'t>, Span)> {
        self.parser.next_event()?.ok()
    }

    /// Reads the rest of a value. The recursion is limited, because specs are nested at most 64 deep.
    fn node(&mut self, event: Event<'t>, span: Span) -> Option<Node> {
        let start = self.offsets.of(span.start.index());
        let end = self.offsets.of(span.end.index());
        match event {
            Event::Alias(_) => Some(self.leaf(start..end, Kind::Alias, false)),
            Event::Scalar(value, style, anchor, _) => {
                let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let text = self.text.get(start..end)?;
                let end = if is_block {
                    start + text.trim_end().len()
                } else {
                    end_of_quoted(self.text, start).unwrap_or(end)
                };
                let kind = Kind::Scalar(value.into_owned(), style);
                Some(self.leaf(start..end, kind, anchor > 0))
            }
            Event::SequenceStart(anchor, _) => self.collection(start, b'[', anchor > 0, |reader| {
                let mut items = Vec::new();
                loop {
                    match reader.next()? {
                        (Event::SequenceEnd, span) => return Some((Kind::List(items), span)),
                        (event, span) => items.push(reader.node(event, span)?),
                    }
                }
            }),
            Event::MappingStart(anchor, _) => self.collection(start, b'{', anchor > 0, |reader| {
                let mut entries = Vec::new();
                loop {
                    let (event, span) = reader.next()?;
                    if event == Event::MappingEnd {
                        return Some((Kind::Map(entries), span));
                    }
                    let key = reader.node(event, span)?;
                    let (event, span) = reader.next()?;
                    entries.push((key, reader.node(event, span)?));
                }
            }),
            _ => None,
        }
    }

    fn leaf(&self, range: Range<usize>, kind: Kind, has_anchor: bool) -> Node {
        Node {
            range,
            kind,
            in_flow: self.flow > 0,
            has_anchor,
        }
    }

    fn collection(
        &mut self,
        start: usize,
        bracket: u8,
        has_anchor: bool,
        read: impl FnOnce(&mut Self) -> Option<(Kind, Span)>,
    ) -> Option<Node> {
        let is_flow = self.text.as_bytes().get(start) == Some(&bracket);
        self.flow += usize::from(is_flow);
        let (kind, end) = read(self)?;
        self.flow -= usize::from(is_flow);
        let children: Vec<&Node> = match &kind {
            Kind::List(items) => items.iter().collect(),
            Kind::Map(entries) => entries
                .iter()
                .flat_map(|(key, value)| [key, value])
                .collect(),
            _ => Vec::new(),
        };
        let inner_end = children
            .iter()
            .map(|child| child.range.end)
            .max()
            .unwrap_or(start);
        // the parser ends a block collection where the next value begins, and so includes comments between the two
        let end = if is_flow {
            self.offsets.of(end.start.index()) + 1
        } else {
            inner_end
        };
        let start = match children.first() {
            Some(first) if matches!(kind, Kind::List(_)) && !is_flow => {
                dash_before(self.text, first.range.start).unwrap_or(start)
            }
            _ => start,
        };
        Some(Node {
            range: start..end,
            has_anchor: has_anchor || children.iter().any(|child| child.has_anchor),
            in_flow: is_flow || self.flow > 0,
            kind,
        })
    }
}

/// Returns the end of a quoted scalar, or `None` if the scalar is not quoted. The parser reports a later end, after
/// the blanks and comments that follow.
fn end_of_quoted(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes
        .get(start)
        .filter(|byte| matches!(byte, b'\'' | b'"'))?;
    let mut at = start + 1;
    loop {
        match *bytes.get(at)? {
            b'\\' if quote == b'"' => at += 2,
            byte if byte != quote => at += 1,
            _ if quote == b'\'' && bytes.get(at + 1) == Some(&quote) => at += 2,
            _ => return Some(at + 1),
        }
    }
}

/// Returns the position of an item's dash, the first non-space of its line or of a line above.
fn dash_before(text: &str, item: usize) -> Option<usize> {
    let mut end = item;
    loop {
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let indent = text[start..].len() - text[start..].trim_start_matches(' ').len();
        if text[start + indent..].starts_with('-') {
            return Some(start + indent);
        }
        end = start.checked_sub(1)?;
    }
}

/// The byte offset of each character, or `None` for ASCII text, where both are equal.
struct Offsets(Option<Vec<u32>>);

impl Offsets {
    fn new(text: &str) -> Self {
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let starts = || {
            text.char_indices()
                .filter_map(|(at, _)| u32::try_from(at).ok())
        };
        Offsets((!text.is_ascii()).then(|| starts().chain([end]).collect()))
    }

    fn of(&self, character: usize) -> usize {
        let Some(offsets) = &self.0 else {
            return character;
        };
        let offset = offsets.get(character).or(offsets.last());
        offset.map_or(0, |offset| *offset as usize)
    }
}
