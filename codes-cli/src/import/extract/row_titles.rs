//! Titles of rows. A status may come with the phrase of HTTP, which is the title unless the row has another.

use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::import::roles::{registry, status};

impl DraftRow {
    /// Stores a title. It replaces an equal one, and the phrase of HTTP, which becomes a field if it belongs to another
    /// status.
    pub(super) fn place_title(&mut self, text: Text, heading: &str) {
        let Some(title) = &self.title else {
            self.title = Some(text);
            return;
        };
        if title.plain.eq_ignore_ascii_case(&text.plain) {
            self.title = Some(text);
        } else if registry::is_phrase(&title.plain) {
            let phrase = self.title.replace(text);
            let is_own = |phrase: &Text| registry::is_phrase_of(&phrase.plain, &self.statuses);
            let other = phrase.filter(|phrase| !is_own(phrase));
            if let Some(other) = other {
                self.field("phrase", other);
            }
        } else {
            self.field(heading, text);
        }
    }

    /// Stores a status, and the words after it as the title.
    pub(super) fn place_status(&mut self, text: Text, heading: &str) {
        match status::statuses_of(&text.plain) {
            Some((statuses, rest)) if self.statuses.is_empty() => {
                let rest = status::text_after(rest).trim_matches('"').to_owned();
                self.statuses = statuses;
                if !rest.is_empty() && self.title.is_none() {
                    self.title = Some(Text::plain(&rest));
                } else if !rest.is_empty() && !registry::is_phrase_of(&rest, &self.statuses) {
                    self.field(heading, text);
                }
            }
            _ => self.field(heading, text),
        }
    }
}
