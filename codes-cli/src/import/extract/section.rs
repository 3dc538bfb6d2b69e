//! Sections, and how headings are read: as rows, groups or text.

use std::collections::{HashMap, HashSet};

use crate::import::extract::code_headings;
use crate::import::extract::heading_ends::{class_at_end, code_at_end, statuses_at_end};
use crate::import::model::draft::DraftGroup;
use crate::import::model::row::{DraftRow, Heading};
use crate::import::model::text::Text;
use crate::import::roles::status;
use crate::import::roles::values;

/// A heading that is not a row, and the texts below it up to the first row.
pub(super) struct Section {
    pub(super) level: u8,
    pub(super) heading: Text,
    pub(super) texts: Vec<Text>,
    pub(super) group: Option<usize>,
}

impl Section {
    pub(super) fn new(level: u8, heading: Text) -> Self {
        Section {
            level,
            heading,
            texts: Vec::new(),
            group: None,
        }
    }

    /// Returns the section's group, and creates it for the first row. `declared` has the groups that are declared in a
    /// list, by their headings.
    pub(super) fn open(
        &mut self,
        groups: &mut Vec<DraftGroup>,
        declared: &HashMap<String, usize>,
    ) -> usize {
        *self.group.get_or_insert_with(|| {
            let about = std::mem::take(&mut self.texts);
            if let Some(&declared) = declared.get(&words(&self.heading.plain)) {
                groups[declared].about.extend(about);
                return declared;
            }
            groups.push(DraftGroup {
                id: String::new(),
                title: self.heading.plain.clone(),
                about,
            });
            groups.len() - 1
        })
    }
}

impl Heading {
    /// Reads status and title of a heading such as `404 Not Found`.
    pub(crate) fn read(text: &str) -> Self {
        match status::leading_statuses(text) {
            Some((statuses, rest)) => Heading {
                statuses,
                title: title_after(rest),
            },
            None => Heading {
                statuses: Vec::new(),
                title: Some(Text::plain(text)),
            },
        }
    }

    /// Reads the heading of a section without rows, which may also end with a class: `Client errors (4xx)`
    pub(super) fn of_section(text: &str) -> Self {
        match class_at_end(text) {
            Some((title, statuses)) => Heading {
                statuses,
                title: Some(Text::plain(title)),
            },
            None => Heading::read(text),
        }
    }
}

/// Returns the title after a status or a code: `404: Not Found`, `404, not found`
fn title_after(rest: &str) -> Option<Text> {
    let rest = rest.trim_start().trim_start_matches(',');
    Some(Text::plain(status::text_after(rest))).filter(|title| !title.is_empty())
}

impl DraftGroup {
    /// Returns the heading of a group that is declared in a list.
    pub(super) fn heading(&self) -> String {
        words(if self.title.is_empty() {
            &self.id
        } else {
            &self.title
        })
    }
}

/// Returns a text with single spaces between its words.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a heading starts or ends with a class of statuses: `4xx — Client Error`, `Client errors (4xx)`
pub(super) fn is_class(text: &str) -> bool {
    let are_classes =
        |(statuses, _): (Vec<String>, &str)| statuses.iter().all(|status| status::is_class(status));
    status::leading_statuses(text).is_some_and(are_classes) || class_at_end(text).is_some()
}

/// Returns the row that a heading starts: `404: Not Found`, or also `invalid_request` if `with_codes` is set.
pub(super) fn row_of(heading: &Text, with_codes: bool) -> Option<DraftRow> {
    let text = heading.plain.trim();
    if let Some((statuses, rest)) = status::leading_statuses(text) {
        if is_class(text) || !status::is_http(&statuses) {
            return None;
        }
        let (title, code) = match code_at_end(heading) {
            Some((before, code)) => (
                title_after(rest.get(..before - (text.len() - rest.len()))?),
                Some(code),
            ),
            None => (title_after(rest), None),
        };
        return Some(DraftRow {
            statuses,
            code,
            title,
            ..DraftRow::default()
        });
    }
    if let Some((title, statuses)) = statuses_at_end(text) {
        return Some(DraftRow {
            statuses,
            title: Some(Text::plain(title)),
            ..DraftRow::default()
        });
    }
    let text = code_headings::without_label(heading);
    let (code, rest) = text.split_at(code_headings::first_word(text).len());
    // `API errors` is not a code and its title
    let stands_alone = !rest
        .trim_start()
        .starts_with(|c: char| c.is_alphanumeric() || c == '&');
    // a heading that is bold as a whole does not mark its first word
    let bold = heading.lead.map_or("", |(end, _)| &heading.plain[..end]);
    let is_marked = heading.marked && (bold.trim() != text || rest.is_empty());
    let is_upper_case = |code: &str| code.len() > 2 && !code.contains(char::is_lowercase);
    let is_code = |code: &str| {
        let has_separator = code.contains(['_', '.'])
            || code.contains('-') && !is_hyphenated(code)
            || code.contains(|c: char| c.is_ascii_digit());
        let is_word = is_upper_case(code) && stands_alone;
        status::is_token(code) && (is_marked || is_word || has_separator)
    };
    if !with_codes || !is_code(code) || values::is_pattern(code) {
        return None;
    }
    Some(DraftRow {
        code: Some(status::code(code)),
        title: title_after(rest),
        ..DraftRow::default()
    })
}

/// Whether a word is hyphenated, and not a code: `Left-side`
fn is_hyphenated(word: &str) -> bool {
    let begins = word.starts_with(char::is_uppercase);
    begins
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && word.contains(char::is_lowercase)
}

/// Whether a heading starts with a plain word: letters only, without markup. Only capitals make it a code.
pub(super) fn is_word(heading: &Text) -> bool {
    let text = code_headings::without_label(heading);
    let word = code_headings::first_word(text);
    !heading.marked && !word.is_empty() && word.chars().all(char::is_alphabetic)
}

/// Whether a heading is a code.
pub(super) fn is_code(heading: &Text) -> bool {
    row_of(heading, true).is_some_and(|row| row.code.is_some())
}

/// Returns the id of a group: the words of its heading without the class of statuses, in snake case.
fn group_id(title: &str) -> String {
    let class = status::leading_statuses(title);
    let words = class.as_ref().map_or(title, |(_, rest)| rest);
    let words = words
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase);
    let words = words.filter(|word| !word.is_empty() && word != "codes" && word != "code");
    let id = words.collect::<Vec<_>>().join("_");
    match class {
        Some((statuses, _)) if id.is_empty() => statuses.join("_").to_lowercase(),
        _ if id.is_empty() => "codes".to_owned(),
        _ => id,
    }
}

/// Gives each group without an id one of its own. Groups with the same title are numbered.
pub(super) fn name_groups(groups: &mut [DraftGroup]) {
    let mut taken: HashSet<String> = groups.iter().map(|group| group.id.clone()).collect();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for group in groups.iter_mut().filter(|group| group.id.is_empty()) {
        let first = group_id(&group.title);
        let number = numbers.entry(first.clone()).or_insert(1);
        let mut id = first.clone();
        while !taken.insert(id.clone()) {
            *number += 1;
            id = format!("{first}_{number}");
        }
        group.id = id;
    }
}
