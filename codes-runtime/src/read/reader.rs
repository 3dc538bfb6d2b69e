//! The places of a response in which a table looks for facts.

#[cfg(feature = "http")]
use std::time::SystemTime;

use codes_core::lists::TableTexts;
#[cfg(feature = "http")]
use http::HeaderMap;

#[cfg(any(feature = "json", feature = "xml"))]
use crate::cursor::Integers;
use crate::cursor::Texts;
use crate::cursor::place::Place;
#[cfg(any(feature = "json", feature = "xml"))]
use crate::document::{Format, MOST_POINTERS};
#[cfg(feature = "http")]
use crate::facts::Facts;
use crate::found::Find;
use crate::table::Table;

/// Reads responses as a table specifies. Each enum has a constant reader, so that finding the lists
/// of its table takes no time when a response is read.
pub(crate) struct Reader {
    pub(crate) table: &'static Table,
    pub(crate) find: Find,
    /// The steps that read headers, if the table reads any. They are function pointers, so that
    /// programs with other tables do not link them.
    #[cfg(feature = "http")]
    pub(crate) headers: Option<HeaderSteps>,
    /// The format of bodies, if the table reads any and this build supports it.
    #[cfg(any(feature = "json", feature = "xml"))]
    pub(super) format: Option<&'static dyn Format>,
    places: [Place; TableTexts::COUNT],
    #[cfg(any(feature = "json", feature = "xml"))]
    pub(crate) body_statuses: Integers,
    #[cfg(any(feature = "json", feature = "xml"))]
    pointers: Pointers,
}

/// The steps that read headers.
#[cfg(feature = "http")]
pub(crate) struct HeaderSteps {
    /// Reads everything except parameters and delays.
    pub(crate) facts: for<'h> fn(&Reader, &'h HeaderMap, &mut Facts<'h>),
    /// Reads parameters and a delay, but not `Retry-After`. If the delay depends on the time and
    /// none is given, the system clock is read.
    pub(crate) details: fn(&Reader, &HeaderMap, Option<SystemTime>, &mut Facts<'_>),
}

impl Reader {
    pub(super) const fn without_headers(table: &'static Table, find: Find) -> Self {
        let mut places = [table.texts(TableTexts::Title).place(); TableTexts::COUNT];
        let mut list = 0;
        while list < TableTexts::COUNT {
            places[list] = table.texts(TableTexts::ALL[list]).place();
            list += 1;
        }
        Reader {
            table,
            find,
            #[cfg(feature = "http")]
            headers: None,
            #[cfg(any(feature = "json", feature = "xml"))]
            format: format(table),
            places,
            #[cfg(any(feature = "json", feature = "xml"))]
            body_statuses: table.body_statuses(),
            #[cfg(any(feature = "json", feature = "xml"))]
            pointers: Pointers::new(table),
        }
    }

    #[inline]
    pub(super) fn texts(&self, list: TableTexts) -> Texts {
        self.table.texts_at(self.places[list as usize])
    }
}

#[cfg(any(feature = "json", feature = "xml"))]
const fn format(table: &Table) -> Option<&'static dyn Format> {
    match table.flags() {
        #[cfg(feature = "json")]
        flags if flags.reads_json() => Some(&crate::json::Json),
        #[cfg(feature = "xml")]
        flags if flags.reads_xml() => Some(&crate::xml::Xml),
        _ => None,
    }
}

/// The pointers of a table.
#[cfg(any(feature = "json", feature = "xml"))]
struct Pointers {
    first: [&'static str; MOST_POINTERS],
    count: usize,
    /// For each list, the number of pointers in the lists before it.
    starts: [usize; TableTexts::COUNT],
}

#[cfg(any(feature = "json", feature = "xml"))]
impl Pointers {
    const fn new(table: &'static Table) -> Self {
        let mut pointers = Pointers {
            first: [""; MOST_POINTERS],
            count: 0,
            starts: [0; TableTexts::COUNT],
        };
        let mut list = 0;
        while list < TableTexts::COUNT {
            pointers.starts[list] = pointers.count;
            let mut texts = table.texts(TableTexts::ALL[list]);
            while let Some(pointer) = next_pointer(TableTexts::ALL[list], &mut texts) {
                if pointers.count < MOST_POINTERS {
                    pointers.first[pointers.count] = pointer;
                }
                pointers.count += 1;
            }
            list += 1;
        }
        pointers
    }
}

#[cfg(any(feature = "json", feature = "xml"))]
impl Reader {
    /// Returns the table's pointers, or only the first if there are more than one pass can follow.
    pub(super) fn first_pointers(&self) -> &[&'static str] {
        &self.pointers.first[..self.pointers.count.min(MOST_POINTERS)]
    }

    /// Returns the pointers in a list, each with its number.
    pub(super) fn pointers(
        &self,
        list: TableTexts,
    ) -> impl Iterator<Item = (usize, &'static str)> + use<> {
        let mut texts = self.texts(list);
        let pointers = core::iter::from_fn(move || next_pointer(list, &mut texts));
        (self.pointers.starts[list as usize]..).zip(pointers)
    }
}

/// Returns the next pointer in a list, skipping strings that are not pointers.
#[cfg(any(feature = "json", feature = "xml"))]
const fn next_pointer(list: TableTexts, texts: &mut Texts) -> Option<&'static str> {
    match list {
        TableTexts::CodePointers
        | TableTexts::DetailPointers
        | TableTexts::MessagePointers
        | TableTexts::DelayPointers
        | TableTexts::Errors => texts.pop(),
        TableTexts::BodyParams => {
            texts.pop();
            texts.pop()
        }
        TableTexts::BodySuccess => {
            let pointer = texts.pop();
            while texts.pop().is_some() {}
            pointer
        }
        _ => None,
    }
}
