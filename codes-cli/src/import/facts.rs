//! What a page says of its table in labels above the rows: `**Source:** …`.

use super::marks;
use super::page::Text;

/// The keys of a table that are one line each, and its tags.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) title: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) retrieved: Option<String>,
    pub(crate) protocol: Option<String>,
    pub(crate) base_url: Option<String>,
    pub(crate) display: Option<String>,
    /// `text`, or how integers are shown.
    pub(crate) code_format: Option<String>,
    pub(crate) body_code: Vec<String>,
    pub(crate) body_message: Vec<String>,
    pub(crate) body_statuses: Option<String>,
    pub(crate) reserved: Vec<String>,
    pub(crate) tags: Vec<(String, Text)>,
}

/// What a label says of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    About,
    Notes,
    Title,
    Source,
    Retrieved,
    Protocol,
    BaseUrl,
    Display,
    CodeFormat,
    BodyCode,
    BodyMessage,
    BodyStatuses,
    Reserved,
    Groups,
    Tags,
}

pub(super) fn fact(label: &str) -> Option<Fact> {
    Some(match label.to_lowercase().as_str() {
        "about" => Fact::About,
        "notes" => Fact::Notes,
        "title" => Fact::Title,
        "source" => Fact::Source,
        "retrieved" => Fact::Retrieved,
        "protocol" => Fact::Protocol,
        "base url" => Fact::BaseUrl,
        "display" => Fact::Display,
        "code format" => Fact::CodeFormat,
        "code in bodies" => Fact::BodyCode,
        "message in bodies" => Fact::BodyMessage,
        "statuses with bodies" => Fact::BodyStatuses,
        "reserved codes" => Fact::Reserved,
        "groups" => Fact::Groups,
        "tags" => Fact::Tags,
        _ => return None,
    })
}

/// JSON pointers; `#` is the empty one, as RFC 6901 has it where pointers are parts of addresses.
fn pointers(text: &Text) -> impl Iterator<Item = String> {
    marks::codes(text).into_iter().map(|pointer| {
        if pointer == "#" {
            String::new()
        } else {
            pointer
        }
    })
}

impl Facts {
    /// Takes a text behind a label, or the text of an item under it.
    pub(super) fn take(&mut self, fact: Fact, text: &Text) {
        let first = |place: &mut Option<String>, text: String| _ = place.get_or_insert(text);
        match fact {
            Fact::Title => first(&mut self.title, text.plain.clone()),
            Fact::Source => first(&mut self.source, text.plain.clone()),
            Fact::Retrieved => first(&mut self.retrieved, text.plain.clone()),
            Fact::Protocol => first(&mut self.protocol, text.plain.clone()),
            Fact::BaseUrl => first(&mut self.base_url, marks::target(text)),
            Fact::Display => first(&mut self.display, text.plain.clone()),
            Fact::CodeFormat => first(&mut self.code_format, text.plain.clone()),
            Fact::BodyCode => self.body_code.extend(pointers(text)),
            Fact::BodyMessage => self.body_message.extend(pointers(text)),
            Fact::BodyStatuses => first(&mut self.body_statuses, text.plain.clone()),
            Fact::Reserved => self.reserved.extend(marks::codes(text)),
            Fact::Tags => self.tags.extend(
                text.labelled()
                    .map(|(id, meaning)| (id.to_owned(), meaning)),
            ),
            // these are prose, and groups, which the draft has elsewhere
            Fact::About | Fact::Notes | Fact::Groups => {}
        }
    }
}
