//! Labels above the rows that give facts of the table: `**Source:** …`.

use crate::import::model::draft::TableFacts;
use crate::import::model::markup;
use crate::import::model::text::Text;

/// A fact of the table, by its label.
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
        "code in bodies" => TableFact::BodyCode,
        "message in bodies" => TableFact::BodyMessage,
        "statuses with bodies" => TableFact::BodyStatuses,
        "reserved codes" => TableFact::Reserved,
        "groups" => TableFact::Groups,
        "tags" => TableFact::Tags,
        _ => return None,
    })
}

/// JSON pointers; `#` is the empty one, as RFC 6901 has it where pointers are parts of addresses.
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
    /// Takes the text after a label, or the text of an item under it.
    pub(crate) fn take(&mut self, fact: TableFact, text: &Text) {
        let first = |place: &mut Option<String>, text: String| _ = place.get_or_insert(text);
        match fact {
            TableFact::Title => first(&mut self.title, text.plain.clone()),
            TableFact::Source => first(&mut self.source, text.plain.clone()),
            TableFact::Retrieved => first(&mut self.retrieved, text.plain.clone()),
            TableFact::Protocol => first(&mut self.protocol, text.plain.clone()),
            TableFact::BaseUrl => first(&mut self.base_url, markup::link_target(text)),
            TableFact::Display => first(&mut self.display, text.plain.clone()),
            TableFact::CodeFormat => first(&mut self.code_format, text.plain.clone()),
            TableFact::BodyCode => self.body_code.extend(pointers(text)),
            TableFact::BodyMessage => self.body_message.extend(pointers(text)),
            TableFact::BodyStatuses => first(&mut self.body_statuses, text.plain.clone()),
            TableFact::Reserved => self.reserved.extend(markup::codes(text)),
            TableFact::Tags => self
                .tags
                .extend(text.labelled().map(|(id, role)| (id.to_owned(), role))),
            // these are prose, and groups, which the draft has elsewhere
            TableFact::About | TableFact::Notes | TableFact::Groups => {}
        }
    }
}
