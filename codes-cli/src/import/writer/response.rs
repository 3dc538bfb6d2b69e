//! The keys of `body` and `headers`.

use super::document::{SpecText, visible};
use crate::import::model::draft::{ResponseFact, TableFacts};
use crate::yaml::double_quoted;

impl SpecText {
    pub(super) fn response(&mut self, facts: &TableFacts) {
        for section in ["body", "headers"] {
            let (mut keys, mut params) = (String::new(), String::new());
            for fact in facts.response.iter().filter(|fact| fact.section == section) {
                match &fact.param {
                    None => keys += &format!("  {}: {}\n", fact.key, value(fact)),
                    Some(name) => {
                        params += &format!("    {}: {}\n", double_quoted(name), value(fact));
                    }
                }
            }
            if !params.is_empty() {
                keys += &format!("  params:\n{params}");
            }
            if !keys.is_empty() {
                self.out += &format!("{section}:\n{keys}");
            }
        }
    }
}

fn value(fact: &ResponseFact) -> String {
    let values = || fact.values.iter();
    let places = || values().map(|text| place(fact, text));
    match fact.key {
        "format" => visible(&values().cloned().collect::<String>()),
        "statuses" => format!("[{}]", visible(&fact.values.join(", "))),
        "errors" => places().next().unwrap_or_default(),
        "success" => {
            let at = if fact.section == "body" { "at" } else { "name" };
            let place = places().next().unwrap_or_default();
            let is = values().skip(1).map(|text| double_quoted(text));
            format!("{{{at}: {place}, is: [{}]}}", join(is))
        }
        "trim" => {
            let parts = values().filter_map(|text| text.split_once(' '));
            let parts =
                parts.map(|(key, text)| format!("{}: {}", visible(key), double_quoted(text)));
            format!("{{{}}}", join(parts))
        }
        _ => format!("[{}]", join(places())),
    }
}

/// Writes the place of a value: a JSON pointer, where `#` stands for the empty pointer, or the name of a header with
/// its encoding or unit in parentheses.
fn place(fact: &ResponseFact, text: &str) -> String {
    if fact.section == "body" {
        return double_quoted(if text == "#" { "" } else { text });
    }
    let key = if fact.key == "retry_after" {
        "as"
    } else {
        "decode"
    };
    match text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("))
    {
        Some((name, note)) => format!(
            "{{name: {}, {key}: {}}}",
            double_quoted(name),
            visible(note)
        ),
        None => double_quoted(text),
    }
}

fn join(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(", ")
}
