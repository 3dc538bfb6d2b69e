//! XML bodies.

mod path;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use crate::document::{Format, MOST_ITEMS, MOST_POINTERS, Scalar, ValueTexts, numbers};
use path::Path;

/// The format of XML documents, or of the content of an element.
///
/// The steps of a pointer are the names of elements, without prefixes; of several elements with the
/// same name, the first is used. DTDs are ignored: only the five predefined entities and character
/// references are resolved.
pub(crate) struct Xml;

/// Iterates over a document's events, such as tags and text, each with the offsets of its start and
/// end. Ends early if the document is not well-formed.
fn parts(xml: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    // the reader would drop a byte order mark at the start without counting it
    let marks = byte_order_marks(xml);
    let mut reader = Reader::from_str(&xml[marks..]);
    // `<E/>` is read as a start tag and an end tag; the latter has an empty range after `<E/>`
    reader.config_mut().expand_empty_elements = true;
    core::iter::from_fn(move || {
        let before = marks + position(&reader);
        match reader.read_event().ok()? {
            Event::Eof => None,
            event => Some((event, before..marks + position(&reader))),
        }
    })
}

/// Returns the length of the byte order marks at the start of a text.
fn byte_order_marks(text: &str) -> usize {
    text.len() - text.trim_start_matches('\u{feff}').len()
}

/// Returns a document as text, which is empty if it is not UTF-8.
fn text(document: &[u8]) -> &str {
    str::from_utf8(document).unwrap_or_default()
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// Returns the character that an entity or character reference stands for.
fn entity(name: &BytesRef<'_>) -> Option<char> {
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

impl Format for Xml {
    fn values<'b>(&self, document: &'b [u8], pointers: &[&str]) -> ValueTexts<'b> {
        let xml = text(document);
        let mut path = Path::new(pointers);
        let mut found = ValueTexts::default();
        let mut starts = [0; MOST_POINTERS];
        // an empty pointer leads to the whole document
        let whole = path.steps.ended(path.open);
        found.set(whole, Some(xml));
        path.open &= !whole;
        for (part, range) in parts(xml) {
            match part {
                Event::Start(tag) => {
                    numbers(path.enter(tag.local_name().as_ref()))
                        .for_each(|i| starts[i] = range.end);
                }
                Event::End(_) => {
                    let (ended, through) = path.leave();
                    for i in numbers(ended) {
                        found.set(1 << i, xml.get(starts[i]..range.start.max(starts[i])));
                    }
                    path.open &= !(ended | through);
                }
                _ => {}
            }
            if path.open == 0 {
                break;
            }
        }
        found
    }

    fn scalar<'b>(&self, value: &'b str) -> Option<Scalar<'b>> {
        if !value.contains(['<', '&']) {
            return Some(Scalar::Text(value.trim().into()));
        }
        let mut text = String::from(&value[..byte_order_marks(value)]);
        for (part, _) in parts(value) {
            match part {
                Event::Text(more) => text.push_str(&more),
                Event::CData(more) => text.push_str(&more),
                Event::GeneralRef(name) => text.push(entity(&name)?),
                // an element that contains others is not a scalar
                Event::Start(_) => return None,
                _ => {}
            }
        }
        Some(Scalar::Text(String::from(text.trim()).into()))
    }

    fn items<'b>(&self, document: &'b [u8], pointer: &str, _: &'b str) -> Vec<&'b [u8]> {
        let xml = text(document);
        let pointers = [pointer];
        let mut path = Path::new(&pointers);
        let mut items = Vec::new();
        let mut start = 0;
        for (part, range) in parts(xml) {
            match part {
                Event::Start(tag) if path.enter(tag.local_name().as_ref()) != 0 => {
                    start = range.end;
                }
                Event::End(_) => {
                    let (ended, through) = path.leave();
                    if ended != 0 {
                        let item = xml.get(start..range.start.max(start));
                        items.push(item.unwrap_or_default().as_bytes());
                    }
                    if through != 0 || items.len() == MOST_ITEMS {
                        break;
                    }
                }
                _ => {}
            }
        }
        items
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::Xml;
    use crate::document::{Format, Scalar};

    fn find<'b>(xml: &'b str, pointer: &str) -> Option<Scalar<'b>> {
        Xml.scalar(Xml.values(xml.as_bytes(), &[pointer]).get(0)?)
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
        assert_eq!(find("<E><M>&e;</M><C>A</C></E>", "/E/C"), Some(text("A")));
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
        let codes: Vec<_> = Xml
            .items(xml.as_bytes(), "/R/Errors/E", "")
            .iter()
            .map(|item| find(core::str::from_utf8(item).ok()?, "/Code"))
            .collect();
        assert_eq!(codes, [Some(text("A")), None, Some(text("B"))]);
        assert!(Xml.items(xml.as_bytes(), "/R/Nothing", "").is_empty());
    }

    #[test]
    fn byte_order_marks_in_elements_are_text() {
        let xml = "<R><E>\u{feff}<C>A</C>\u{feff}</E><M>\u{feff}&lt;</M></R>";
        let items = Xml.items(xml.as_bytes(), "/R/E", "");
        let item = core::str::from_utf8(items[0]).expect("UTF-8");
        assert_eq!(find(item, "/C"), Some(text("A")));
        assert_eq!(find(xml, "/R/E/C"), Some(text("A")));
        assert_eq!(find(xml, "/R/M"), Some(text("\u{feff}<")));
    }

    #[test]
    fn broken_documents_are_read_up_to_the_mistake() {
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
