//! The headings and labels that are recognized, in a table that is easy to extend: `headings.txt`.

use crate::import::roles::role::Role;

/// The meaning that a heading suggests for a column. Whether a `code` is a status, or a `message` a title, depends on
/// the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wording {
    Http,
    Status,
    Code,
    /// A word for codes that is used for other things too: `type`, `key`.
    Key,
    Error,
    Title,
    Message,
    Description,
    /// A description if there is no other text, and otherwise an additional fact.
    Remark,
    Is(Role),
}

impl Wording {
    /// Whether a heading names causes or remedies.
    pub(super) fn explains(self) -> bool {
        matches!(self, Wording::Is(Role::When | Role::Action))
    }

    /// Whether a column with such a heading may have codes that are words with spaces.
    pub(super) fn may_be_code(self) -> bool {
        matches!(self, Wording::Code | Wording::Key)
    }
}

/// The wordings, by their names in `headings.txt`.
const NAMES: &[(&str, Wording)] = &[
    ("http", Wording::Http),
    ("status", Wording::Status),
    ("code", Wording::Code),
    ("key", Wording::Key),
    ("error", Wording::Error),
    ("title", Wording::Title),
    ("message", Wording::Message),
    ("description", Wording::Description),
    ("remark", Wording::Remark),
    ("when", Wording::Is(Role::When)),
    ("action", Wording::Is(Role::Action)),
    ("retry", Wording::Is(Role::Retry)),
    ("alias", Wording::Is(Role::Alias)),
    ("variant", Wording::Is(Role::Variant)),
    ("detail", Wording::Is(Role::Detail)),
    ("pattern", Wording::Is(Role::Pattern)),
    ("kind", Wording::Is(Role::Kind)),
    ("group", Wording::Is(Role::Group)),
    ("tag", Wording::Is(Role::Tag)),
    ("url", Wording::Is(Role::Url)),
    ("fields", Wording::Is(Role::Fields)),
    ("deprecated", Wording::Is(Role::Deprecated)),
    ("since", Wording::Is(Role::Since)),
    ("replacement", Wording::Is(Role::Replacement)),
    ("former name", Wording::Is(Role::FormerName)),
    ("example", Wording::Is(Role::Example)),
];

/// Returns every heading in `headings.txt` with its wording.
pub(super) fn all() -> impl Iterator<Item = (&'static str, Wording)> {
    let lines = include_str!("headings.txt").lines();
    lines
        .filter_map(|line| line.split_once(": "))
        .filter_map(|(name, words)| {
            let wording = NAMES.iter().find(|(known, _)| *known == name)?.1;
            Some(words.split(", ").map(move |word| (word, wording)))
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{NAMES, Wording, all};
    use crate::import::roles::vocabulary::normalize;

    #[test]
    fn every_heading_means_one_thing() {
        let text = include_str!("headings.txt");
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let (name, _) = line.split_once(": ").expect("a name");
            assert!(NAMES.iter().any(|(known, _)| *known == name), "{line}");
        }
        let mut seen: HashMap<String, Wording> = HashMap::new();
        for (word, wording) in all() {
            let before = seen.insert(normalize(word), wording);
            assert!(before.is_none_or(|before| before == wording), "{word}");
        }
    }
}
