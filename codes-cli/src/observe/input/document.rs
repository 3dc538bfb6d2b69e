//! Recordings that are one JSON document: HAR, or a list of responses. Their items are read one by one.

use std::cell::Cell;
use std::fmt;
use std::io::{self, Read};
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::record::RecordedResponse;
use crate::messages::observe::BadRecord;

/// The maximum size of an item, in bytes.
const LONGEST: u64 = 64 << 20;

type Each<'e> = &'e mut dyn FnMut(u64, Result<RecordedResponse, BadRecord>);

/// Reads the entries of a HAR document.
pub(super) fn read_har(input: &mut dyn Read, each: Each<'_>) -> io::Result<()> {
    read(
        input,
        LONGEST,
        &["log", "entries"],
        RecordedResponse::of_entry,
        each,
    )
}

/// Reads the items of a list.
pub(super) fn read_list(input: &mut dyn Read, each: Each<'_>) -> io::Result<()> {
    read(input, LONGEST, &[], RecordedResponse::of_line, each)
}

/// Reads the items of the list at a path of keys, each of at most `longest` bytes.
pub(super) fn read(
    input: &mut dyn Read,
    longest: u64,
    path: &[&str],
    record: fn(&str) -> Result<RecordedResponse, BadRecord>,
    each: Each<'_>,
) -> io::Result<()> {
    let left = Rc::new(Cell::new(longest));
    let input = Limited {
        input,
        left: Rc::clone(&left),
    };
    let mut items = Items {
        path,
        number: 0,
        record,
        longest,
        left,
        each,
    };
    let mut document = serde_json::Deserializer::from_reader(input);
    let read = items
        .by_ref()
        .deserialize(&mut document)
        .and_then(|()| document.end());
    match read {
        Err(error) if error.is_io() && items.left.get() > 0 => Err(error.into()),
        Err(_) => {
            let number = items.number + 1;
            let problem = if items.left.get() == 0 {
                BadRecord::TooLong
            } else {
                BadRecord::Broken
            };
            (items.each)(number, Err(problem));
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}

/// A reader that fails if an item is too long.
struct Limited<'i> {
    input: &'i mut dyn Read,
    left: Rc<Cell<u64>>,
}

impl Read for Limited<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // the parser reads single bytes, so it reads at most one byte beyond the item
        let read = self.input.read(buffer)?;
        let left = self.left.get().saturating_sub(read as u64);
        self.left.set(left);
        if left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(read)
    }
}

/// A reader of the items of the list at a path of keys.
struct Items<'i> {
    path: &'i [&'i str],
    number: u64,
    record: fn(&str) -> Result<RecordedResponse, BadRecord>,
    longest: u64,
    /// How many more bytes the current item may have.
    left: Rc<Cell<u64>>,
    each: Each<'i>,
}

impl<'i> Items<'i> {
    fn by_ref(&mut self) -> At<'_, 'i> {
        At {
            path: self.path,
            items: self,
        }
    }
}

/// A value of the document, and the rest of the path from there to the list.
struct At<'a, 'i> {
    path: &'i [&'i str],
    items: &'a mut Items<'i>,
}

impl<'de> DeserializeSeed<'de> for At<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.path.is_empty() {
            deserializer.deserialize_seq(self)
        } else {
            deserializer.deserialize_map(self)
        }
    }
}

impl<'de> Visitor<'de> for At<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a recording")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let At { path, items } = self;
        while let Some(key) = map.next_key::<String>()? {
            match path.split_first() {
                Some((first, rest)) if *first == key => {
                    map.next_value_seed(At { path: rest, items })?;
                }
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let At { items, .. } = self;
        items.left.set(items.longest);
        while let Some(item) = list.next_element::<Box<RawValue>>()? {
            items.number += 1;
            (items.each)(items.number, (items.record)(item.get()));
            items.left.set(items.longest);
        }
        Ok(())
    }
}
