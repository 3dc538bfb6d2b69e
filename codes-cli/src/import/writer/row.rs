//! The rows of a spec.

use codes_spec::{Kind, Outcome, Retry};

use super::document::{ListStyle, SpecText, unique, visible};
use crate::import::model::draft::Draft;
use crate::import::model::markup;
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::yaml;

impl SpecText {
    /// Writes an item of `codes`. The keys are written first, and then a dash replaces the indentation of the first.
    pub(super) fn row(&mut self, row: &DraftRow, draft: &Draft) {
        let start = self.out.len();
        self.row_identity(row);
        self.row_texts(row);
        self.row_behavior(row, draft);
        self.row_fields(row);
        let examples: Vec<_> = row
            .examples
            .iter()
            .map(|example| Text::verbatim(example))
            .collect();
        self.prose("examples", &examples, 4, ListStyle::Always);
        self.deprecation(row);
        self.list("former_names", &row.former_names);
        self.out.replace_range(start..start + 4, "  - ");
    }

    /// Writes status, code, detail, aliases, name and title.
    fn row_identity(&mut self, row: &DraftRow) {
        match &unique(row.statuses.iter().map(String::as_str))[..] {
            [] => {}
            [one] => self.out += &format!("    status: {one}\n"),
            many => self.out += &format!("    status: [{}]\n", many.join(", ")),
        }
        if let Some(code) = &row.code {
            let written = if self.is_integer(code) {
                code.clone()
            } else {
                yaml::line(&visible(code))
            };
            self.out += &format!("    code: {written}\n");
        }
        if let Some(detail) = &row.detail {
            self.out += &format!("    detail: {}\n", scalar(detail));
        }
        if !row.aliases.is_empty() {
            self.out += &format!("    aliases: [{}]\n", self.codes(&row.aliases));
        }
        self.key("name", row.name.as_deref().unwrap_or_default(), 4);
        let title = row.title.as_ref().map_or("", |title| &title.plain);
        self.key("title", title, 4);
    }

    fn row_texts(&mut self, row: &DraftRow) {
        let paragraphs = |texts: &[Text]| [Text::join(texts.iter().cloned(), "\n\n")];
        let description = paragraphs(&row.description);
        self.prose("description", &description, 4, ListStyle::Never);
        self.prose("when", &row.when, 4, ListStyle::Many);
        self.prose("action", &paragraphs(&row.action), 4, ListStyle::Never);
        self.list("messages", &row.messages);
    }

    fn row_behavior(&mut self, row: &DraftRow, draft: &Draft) {
        let outcome = row
            .outcome
            .filter(|outcome| !row.is_default_outcome(*outcome));
        self.key("outcome", outcome.map_or("", Outcome::as_str), 4);
        self.key("kind", row.kind.map_or("", Kind::as_str), 4);
        self.key("retry", row.retry.map_or("", Retry::as_str), 4);
        let group = row.group.and_then(|i| draft.groups.get(i));
        self.key("group", group.map_or("", |group| &group.id), 4);
        if !row.tags.is_empty() {
            let tags: Vec<_> = row.tags.iter().map(|tag| yaml::line(tag)).collect();
            self.out += &format!("    tags: [{}]\n", tags.join(", "));
        }
        self.key("url", row.url.as_deref().unwrap_or_default(), 4);
    }

    fn row_fields(&mut self, row: &DraftRow) {
        let fields = row
            .fields
            .iter()
            .filter(|(name, text)| !visible(name).is_empty() && !text.is_empty());
        for (i, (name, text)) in fields.enumerate() {
            self.out += if i == 0 { "    fields:\n" } else { "" };
            // `<<` would be a YAML merge key
            let name = match visible(name) {
                name if name == "<<" => "column <<".to_owned(),
                name => name,
            };
            let name = yaml::line(&name);
            let text = yaml::text(&markup::with_addresses(text), 8);
            // without `?`, a key of YAML has at most 1,024 characters
            self.out += &if name.len() > 1_000 {
                format!("      ? {name}\n      : {text}\n")
            } else {
                format!("      {name}: {text}\n")
            };
        }
    }

    fn deprecation(&mut self, row: &DraftRow) {
        let Some(deprecated) = &row.deprecated else {
            return;
        };
        let (since, note) = (deprecated.since.as_deref(), deprecated.note.as_deref());
        self.out += if since.or(note).is_none() {
            "    deprecated: true\n"
        } else {
            "    deprecated:\n"
        };
        self.key("since", since.unwrap_or_default(), 6);
        self.key("note", note.unwrap_or_default(), 6);
    }

    /// Writes a list of one-line texts.
    fn list(&mut self, key: &str, texts: &[String]) {
        let texts: Vec<_> = texts
            .iter()
            .map(|text| visible(text))
            .filter(|text| !text.is_empty())
            .collect();
        self.out += &if texts.is_empty() {
            String::new()
        } else {
            format!("    {key}:\n")
        };
        self.out.extend(
            texts
                .iter()
                .map(|text| format!("      - {}\n", yaml::line(text))),
        );
    }
}

/// Writes a detail: an integer, or text, which is in double quotes if it looks like an integer.
fn scalar(detail: &str) -> String {
    let is_integer = |text: &str| text.parse::<i64>().is_ok();
    let unquoted = detail
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match unquoted.filter(|text| is_integer(text.trim_matches('"'))) {
        Some(text) => yaml::double_quoted(text),
        None if is_integer(detail) => detail.to_owned(),
        None => yaml::line(&visible(detail)),
    }
}

impl DraftRow {
    /// Whether the row would have this outcome without the key `outcome`.
    fn is_default_outcome(&self, outcome: Outcome) -> bool {
        let from_400 = |status: &String| status.as_bytes()[0] >= b'4';
        match (self.statuses.is_empty(), self.code.is_some()) {
            (true, _) => false,
            (_, _) if self.statuses.iter().all(from_400) => outcome == Outcome::Error,
            (_, has_code) => {
                // a range may include statuses from 400
                let below = |status: &String| !from_400(status) && !status.contains('-');
                outcome == Outcome::Ok && !has_code && self.statuses.iter().all(below)
            }
        }
    }
}
