//! Row labels that only few pages use: aliases, kind, tags and others.

use codes_spec::Kind;

use crate::import::model::markup;
use crate::import::model::row::{DraftRow, FROM_STATUS};
use crate::import::model::text::Text;
use crate::import::roles::role::Role;

impl DraftRow {
    /// Stores a text under the key of its label, or as a field if it is not valid there.
    pub(super) fn place_rare_role(&mut self, role: Role, text: Text, label: &str) {
        let words = || markup::codes(&text);
        match role {
            Role::Detail if self.code.is_some() && self.detail.is_none() => {
                self.detail = Some(text.plain);
            }
            Role::Alias => self.aliases.extend(words()),
            Role::Variant if is_name(&text.plain) && self.name.is_none() => {
                self.name = Some(text.plain);
            }
            Role::Pattern => self.messages.push(text.plain),
            Role::Kind if text.plain.ends_with(FROM_STATUS) => {}
            Role::Kind if kind(&text.plain).is_some() => self.kind = kind(&text.plain),
            Role::Group => self.group_label = Some(text.plain),
            Role::Tag if words().iter().all(|tag| is_tag(tag)) => self.tags.extend(words()),
            Role::Url if self.url.is_none() && is_url(&markup::link_target(&text)) => {
                self.url = Some(markup::link_target(&text));
            }
            Role::Deprecated => match text.plain.to_lowercase().as_str() {
                "yes" | "true" => _ = self.deprecated.get_or_insert_default(),
                "no" | "false" => {}
                _ => self.field(label, text),
            },
            Role::Since => self.deprecated.get_or_insert_default().since = Some(text.plain),
            Role::Replacement => self.deprecated.get_or_insert_default().note = Some(text.plain),
            Role::FormerName if words().iter().all(|name| is_name(name)) => {
                self.former_names.extend(words());
            }
            _ => self.field(label, text),
        }
    }

    /// Stores the address of a status, code or title that is a link.
    pub(super) fn place_link(&mut self, text: &Text) {
        if self.url.is_none() {
            self.url = markup::whole_link(text).filter(|target| is_url(target));
        }
    }

    /// Discards the heading's value for a key whose label says that it has no value.
    pub(super) fn clear_heading(&mut self, role: Role) {
        match role {
            Role::Status | Role::Outcome => self.heading.statuses.clear(),
            Role::Title => self.heading.title = None,
            Role::Group => self.group_label = Some(String::new()),
            _ => {}
        }
    }

    /// Uses the heading for keys that no label has set.
    pub(super) fn apply_heading(&mut self) {
        let heading = std::mem::take(&mut self.heading);
        // the heading of a row without status and title is its code
        let is_code =
            |title: &Text| heading.statuses.is_empty() && self.code.as_ref() == Some(&title.plain);
        let title = heading.title.filter(|title| !is_code(title));
        if self.statuses.is_empty() {
            self.statuses = heading.statuses;
        }
        self.title = self.title.take().or(title);
    }
}

fn kind(word: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| kind.as_str() == word)
}

/// Whether a text can be a variant name. Keywords are reported when the spec is loaded.
fn is_name(text: &str) -> bool {
    let is_allowed =
        |c: char| !c.is_whitespace() && !c.is_control() && (!c.is_ascii_punctuation() || c == '_');
    text.starts_with(|c: char| c.is_alphabetic() || c == '_') && text.chars().all(is_allowed)
}

fn is_tag(text: &str) -> bool {
    let is_allowed = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('_').all(is_allowed)
}

fn is_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}
