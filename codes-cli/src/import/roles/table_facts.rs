//! Labels above the rows that set keys of the table: `**Source:** …`.

use crate::import::model::draft::TableFacts;
use crate::import::model::markup;
use crate::import::model::text::Text;

/// A key of the table that a label can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableFact {
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

pub(crate) fn fact(label: &str) -> Option<TableFact> {
    Some(match label.to_lowercase().as_str() {
        "about" => TableFact::About,
        "notes" => TableFact::Notes,
        "title" => TableFact::Title,
        "source" => TableFact::Source,
        "retrieved" => TableFact::Retrieved,
        "protocol" => TableFact::Protocol,
        "base url" => TableFact::BaseUrl,
        "display" => TableFact::Display,
        "code format" => TableFact::CodeFormat,
        "code in body" => TableFact::BodyCode,
        "message in body" => TableFact::BodyMessage,
        "statuses with body" => TableFact::BodyStatuses,
        "reserved codes" => TableFact::Reserved,
        "groups" => TableFact::Groups,
        "tags" => TableFact::Tags,
        _ => return None,
    })
}

/// Reads JSON pointers. `#` is the empty pointer, as in the URI notation of RFC 6901.
fn pointers(text: &Text) -> impl Iterator<Item = String> {
    markup::codes(text).into_iter().map(|pointer| {
        if pointer == "#" {
            String::new()
        } else {
            pointer
        }
    })
}

impl TableFacts {
    /// Stores the text after a label, or of an item under it.
    pub(crate) fn take(&mut self, fact: TableFact, text: &Text) {
        let set_once = |place: &mut Option<String>, text: String| _ = place.get_or_insert(text);
        match fact {
            TableFact::Title => set_once(&mut self.title, text.plain.clone()),
            TableFact::Source => set_once(&mut self.source, text.plain.clone()),
            TableFact::Retrieved => set_once(&mut self.retrieved, text.plain.clone()),
            TableFact::Protocol => set_once(&mut self.protocol, text.plain.clone()),
            TableFact::BaseUrl => set_once(&mut self.base_url, markup::link_target(text)),
            TableFact::Display => set_once(&mut self.display, text.plain.clone()),
            TableFact::CodeFormat => set_once(&mut self.code_format, text.plain.clone()),
            TableFact::BodyCode => self.body_code.extend(pointers(text)),
            TableFact::BodyMessage => self.body_message.extend(pointers(text)),
            TableFact::BodyStatuses => set_once(&mut self.body_statuses, text.plain.clone()),
            TableFact::Reserved => self.reserved.extend(markup::codes(text)),
            TableFact::Tags => self
                .tags
                .extend(text.labelled().map(|(id, role)| (id.to_owned(), role))),
            // the collector handles these itself
            TableFact::About | TableFact::Notes | TableFact::Groups => {}
        }
    }
}
