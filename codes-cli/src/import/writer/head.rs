//! The keys above the rows of a spec.

use codes_spec::CodeFormat;

use super::codes::CodeNotation;
use super::document::{ListStyle, SpecText, unique, visible};
use crate::import::model::draft::{Draft, DraftGroup};
use crate::import::model::text::Text;
use crate::import::writer::Provenance;
use crate::yaml;

impl SpecText {
    pub(super) fn head(&mut self, draft: &Draft, provenance: &Provenance<'_>) {
        let facts = &draft.facts;
        self.origin(draft, provenance);
        self.key("protocol", facts.protocol.as_deref().unwrap_or_default(), 0);
        self.key("base_url", facts.base_url.as_deref().unwrap_or_default(), 0);
        let about = Text::join(draft.about.iter().cloned(), "\n\n");
        self.prose("about", &[about], 0, ListStyle::Never);
        self.prose("notes", &draft.notes, 0, ListStyle::Always);
        if self.markdown {
            self.out += "markdown: true\n";
        }
        if let CodeNotation::Integers(format) = self.codes
            && format != CodeFormat::Decimal
        {
            self.key("code_format", format.as_str(), 0);
        }
        if let Some(display) = &facts.display {
            self.out += &format!("display: {}\n", yaml::text(display, 2));
        }
        self.response(facts);
        self.groups(&draft.groups);
        self.tags(draft);
        if !facts.reserved.is_empty() {
            self.out += &format!("reserved: [{}]\n", self.codes(&facts.reserved));
        }
        self.skipped(&draft.above, 0);
        self.doubts(&draft.doubts, 0);
    }

    /// Writes vendor, title, source and date.
    fn origin(&mut self, draft: &Draft, provenance: &Provenance<'_>) {
        let facts = &draft.facts;
        let vendor = provenance.vendor;
        self.key("vendor", vendor, 0);
        let heading = draft.title.as_deref().unwrap_or_default();
        let title = facts.title.as_deref();
        self.key(
            "title",
            title.unwrap_or_else(|| title_without_vendor(heading, vendor)),
            0,
        );
        let source = provenance.source.or(facts.source.as_deref());
        self.key("source", source.unwrap_or_default(), 0);
        let page_date = facts.retrieved.as_deref().filter(|date| is_date(date));
        if let Some(date) = provenance.retrieved.or(page_date) {
            self.out += &format!("retrieved: {date}\n");
        }
    }

    pub(super) fn groups(&mut self, groups: &[DraftGroup]) {
        if !groups.is_empty() {
            self.out += "groups:\n";
        }
        for group in groups {
            let is_empty = visible(&group.title).is_empty() && group.about.is_empty();
            self.out += &format!(
                "  {}:{}\n",
                yaml::line(&visible(&group.id)),
                if is_empty { " {}" } else { "" }
            );
            self.key("title", &group.title, 4);
            let about = Text::join(group.about.iter().cloned(), "\n\n");
            self.prose("about", &[about], 4, ListStyle::Never);
        }
    }

    /// Writes the declared tags, and those that only rows mention.
    fn tags(&mut self, draft: &Draft) {
        let declared: Vec<_> = draft.facts.tags.iter().map(|(id, _)| id.as_str()).collect();
        let named = draft
            .rows
            .iter()
            .flat_map(|row| &row.tags)
            .map(String::as_str);
        let others = unique(named.filter(|tag| !declared.contains(tag)));
        if !declared.is_empty() || !others.is_empty() {
            self.out += "tags:\n";
        }
        for (id, role) in &draft.facts.tags {
            self.prose(
                &yaml::line(id),
                std::slice::from_ref(role),
                2,
                ListStyle::Never,
            );
        }
        for tag in others {
            self.key(&yaml::line(tag), &tag.replace('_', " "), 2);
        }
    }
}

/// Removes the vendor's name from the start of a page title.
fn title_without_vendor<'t>(title: &'t str, vendor: &str) -> &'t str {
    match title.strip_prefix(vendor).filter(|_| !vendor.is_empty()) {
        Some("") => "",
        Some(rest) => rest.strip_prefix(": ").unwrap_or(title),
        None => title,
    }
}

/// Whether a text has the form of a date: `2026-11-19`
fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| {
            if [4, 7].contains(&i) {
                b == b'-'
            } else {
                b.is_ascii_digit()
            }
        })
}
