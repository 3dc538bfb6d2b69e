//! Labels that set keys of the table. They are above the rows: `**Source:** …`.

use crate::import::model::draft::TableFacts;
use crate::import::model::markup;
use crate::import::model::text::Text;
use crate::response_keys::LABELS;

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
    /// A key of `body` or `headers`.
    Response(&'static str, &'static str),
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
        "reserved codes" => TableFact::Reserved,
        "groups" => TableFact::Groups,
        "tags" => TableFact::Tags,
        _ => {
            let is_label = |(.., name): &&(_, _, &str)| name.eq_ignore_ascii_case(label);
            let (section, key, _) = LABELS.iter().find(is_label)?;
            TableFact::Response(section, key)
        }
    })
}

/// Returns the values of a key of `body` or `headers`, with the name of the parameter if the key is `params`.
fn response_value(key: &str, text: &Text) -> Vec<(Option<String>, Vec<String>)> {
    if key == "params" {
        let params = text.labelled().into_iter();
        let params = params.map(|(name, role)| (Some(name.to_owned()), markup::codes(&role)));
        return params.collect();
    }
    vec![(None, markup::codes(text))]
}

impl TableFacts {
    /// Stores the text after a label, or the text of an item below the label.
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
            TableFact::Response(section, key) => {
                for (param, values) in response_value(key, text) {
                    self.add_to_response(section, key, param, values);
                }
            }
            TableFact::Reserved => self.reserved.extend(markup::codes(text)),
            TableFact::Tags => self
                .tags
                .extend(text.labelled().map(|(id, role)| (id.to_owned(), role))),
            // the collector handles these itself
            TableFact::About | TableFact::Notes | TableFact::Groups => {}
        }
    }
}
