//! XML bodies.

use alloc::string::String;
use alloc::vec::Vec;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::document::{Document, Scalar, unescaped};

/// An XML document, or the content of an element.
///
/// The steps of a pointer are the names of elements, without prefixes; of several elements with the
/// same name, the first is used. DTDs are ignored: only the five predefined entities and character
/// references are resolved.
#[derive(Clone, Copy)]
pub(crate) struct Xml<'b>(pub(crate) &'b str);

/// The start or the end of an element, or a part of its text.
enum Part {
    Start(String),
    End,
    Text(String),
}

impl<'b> Xml<'b> {
    /// Iterates over the parts of the document, each with the offsets of its start and end. Ends
    /// early if the document is not well-formed.
    fn parts(self) -> impl Iterator<Item = (Part, usize, usize)> + use<'b> {
        let mut reader = Reader::from_str(self.0);
        reader.config_mut().expand_empty_elements = true;
        // `<E/>` is read as a start and an end, and the end is an empty range after the tag
        core::iter::from_fn(move || {
            loop {
                let before = position(&reader);
                let part = match reader.read_event().ok()? {
                    Event::Start(tag) => Part::Start(tag.local_name().as_ref().into()),
                    Event::End(_) => Part::End,
                    Event::Text(text) => Part::Text((*text).into()),
                    Event::CData(text) => Part::Text((*text).into()),
                    Event::GeneralRef(name) => Part::Text(entity(&name)?.into()),
                    Event::Eof => return None,
                    _ => continue,
                };
                return Some((part, before, position(&reader)));
            }
        })
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// Resolves a reference to a character.
fn entity(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match name.resolve_char_ref().ok()? {
        Some(c) => Some(c),
        None => match &**name {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "apos" => Some('\''),
            "quot" => Some('"'),
            _ => None,
        },
    }
}

/// The position of the parser relative to a pointer.
struct Path {
    steps: Vec<String>,
    /// The number of elements that contain the position.
    depth: usize,
    /// How many of these elements, from the outermost, match steps of the pointer.
    matched: usize,
}

impl Path {
    fn new(pointer: &str) -> Self {
        Path {
            steps: pointer.split('/').skip(1).map(unescaped).collect(),
            depth: 0,
            matched: 0,
        }
    }

    /// Returns whether the position is directly inside the element at the pointer.
    fn is_at_target(&self) -> bool {
        self.depth == self.matched && self.matched == self.steps.len()
    }

    fn enter(&mut self, name: &str) {
        let is_step = self.depth == self.matched
            && self.steps.get(self.depth).is_some_and(|step| step == name);
        self.depth += 1;
        self.matched += usize::from(is_step);
    }

    /// Leaves an element, and returns whether it is a step of the pointer.
    fn leave(&mut self) -> bool {
        let is_step = self.depth == self.matched;
        self.depth = self.depth.saturating_sub(1);
        self.matched = self.matched.min(self.depth);
        is_step
    }
}

fn trimmed<'b>(text: &str) -> Scalar<'b> {
    Scalar::Text(String::from(text.trim()).into())
}

impl<'b> Document<'b> for Xml<'b> {
    fn find(&self, pointer: &str) -> Option<Scalar<'b>> {
        let mut path = Path::new(pointer);
        let mut text = String::new();
        for (part, ..) in self.parts() {
            let is_at_target = path.is_at_target();
            match part {
                Part::Text(more) if is_at_target => text.push_str(&more),
                Part::Text(_) => {}
                // an element with others in it is not a scalar
                Part::Start(_) if is_at_target => return None,
                Part::Start(name) => path.enter(&name),
                Part::End => {
                    if path.leave() {
                        return is_at_target.then(|| trimmed(&text));
                    }
                }
            }
        }
        // the pointer is empty: the whole document, which may be the content of an element
        path.steps.is_empty().then(|| trimmed(&text))
    }

    fn items(&self, pointer: &str) -> Vec<Self> {
        let mut path = Path::new(pointer);
        let mut items = Vec::new();
        let mut start = None;
        for (part, before, after) in self.parts() {
            match part {
                Part::Text(_) => {}
                Part::Start(name) => {
                    path.enter(&name);
                    if path.is_at_target() && start.is_none() {
                        start = Some(after);
                    }
                }
                Part::End => {
                    let is_item = path.is_at_target();
                    if is_item && let Some(start) = start.take() {
                        items.push(Xml(self
                            .0
                            .get(start..before.max(start))
                            .unwrap_or_default()));
                    }
                    if path.leave() && !is_item {
                        break;
                    }
                }
            }
        }
        items
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::Xml;
    use crate::document::{Document, Scalar};

    fn find<'b>(xml: &'b str, pointer: &str) -> Option<Scalar<'b>> {
        Xml(xml).find(pointer)
    }

    fn text(text: &str) -> Scalar<'_> {
        Scalar::Text(text.into())
    }

    #[test]
    fn steps_are_the_names_of_elements() {
        let xml = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e 'boom'>]>\
            <s3:Error xmlns:s3='urn:x'>\n <Code a='1'> NoSuchKey </Code><Code>Other</Code>\
            <Message><![CDATA[a <b>]]> &amp; &#x63;&#100;</Message><Empty/><Bad>&e;</Bad></s3:Error>";
        assert_eq!(find(xml, "/Error/Code"), Some(text("NoSuchKey")));
        assert_eq!(find(xml, "/Error/Message"), Some(text("a <b> & cd")));
        assert_eq!(find(xml, "/Error/Empty"), Some(text("")));
        assert_eq!(find(xml, "/Error/Bad"), None);
        for pointer in [
            "/Error",
            "/Code",
            "/Error/Nothing",
            "/Error/Code/Deeper",
            "/error/code",
        ] {
            assert_eq!(find(xml, pointer), None, "{pointer}");
        }
    }

    #[test]
    fn items_are_repeated_elements() {
        let xml = "<R><Errors><E><Code>A</Code></E><F/><E/><E><Code>B</Code></E></Errors>\
            <Errors><E><Code>C</Code></E></Errors></R>";
        let codes: Vec<_> = Xml(xml)
            .items("/R/Errors/E")
            .iter()
            .map(|item| item.find("/Code"))
            .collect();
        assert_eq!(codes, [Some(text("A")), None, Some(text("B"))]);
        assert!(Xml(xml).items("/R/Nothing").is_empty());
    }

    #[test]
    fn broken_documents_have_what_comes_before_the_mistake() {
        assert_eq!(find("<E><Code>A</Code><", "/E/Code"), Some(text("A")));
        assert_eq!(find("<E><Code>A</Cod", "/E/Code"), None);
        assert_eq!(find("<E><Code>A</E>", "/E/Code"), None);
        for xml in ["", "{}", "<", "<E", "</E>", "&", "<E>&;</E>", "<E>&#0;</E>"] {
            assert_eq!(find(xml, "/E/Code"), None, "{xml}");
        }
        let deep = "<a>".repeat(100_000);
        assert_eq!(find(&deep, "/a/b"), None);
    }
}
