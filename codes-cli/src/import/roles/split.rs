//! Titles and descriptions in one text: `Bad Request -- Your request is invalid.`

use std::collections::HashMap;

use crate::import::model::markup;
use crate::import::model::text::Text;
use crate::import::roles::registry;
use crate::import::roles::role::{Role, is_phrase};
use crate::import::roles::status;
use crate::messages::doubts::Doubt;

/// The role of a column's texts, and how many of them suggest another role.
pub(crate) struct Mode {
    pub(crate) role: Role,
    others: usize,
    texts: usize,
}

/// Decides for a column of texts, each with the statuses of its row, whether they are titles, descriptions, or titles
/// with descriptions after them. All texts of a column get the same role.
pub(crate) fn mode<'t>(cells: impl Iterator<Item = (&'t Text, &'t str)>) -> Mode {
    let (mut split, mut phrases, mut sentences, mut short) = (0, 0, 0, 0);
    let mut known = false;
    let mut titles = FirstWords::default();
    for (cell, statuses) in cells.filter(|(cell, _)| !status::is_no_value(&cell.plain)) {
        let statuses = status::statuses_of(statuses).map_or(Vec::new(), |(statuses, _)| statuses);
        if let Some((title, _)) = title_and_text(cell, &statuses) {
            split += 1;
            titles.add(title.plain, may_be_title(cell));
            known |= after_phrase(cell, &statuses).is_some();
        } else if may_be_title(cell) {
            phrases += 1;
            known |= registry::is_phrase_of(&cell.plain, &statuses);
        } else {
            sentences += 1;
            short += usize::from(is_phrase(cell.plain.trim_end_matches(['.', '!'])));
        }
    }
    if titles.are_labels() {
        phrases += titles.whole_phrases;
        sentences += split - titles.whole_phrases;
        split = 0;
    }
    // a few short sentences among many titles are titles too
    if split == 0 && sentences == short && sentences * 10 <= phrases {
        (phrases, sentences) = (phrases + sentences, 0);
    }
    let texts = split + phrases + sentences;
    let (role, others) = match (split, sentences) {
        (0, 0) => (Role::Title, 0),
        // the column has HTTP reason phrases, which are titles, among other texts, so each text is decided on its own
        _ if known => (Role::Text, 0),
        _ if split > phrases + sentences => (Role::Text, phrases + sentences),
        (_, 0) => (Role::Title, split),
        _ => (Role::Description, split),
    };
    Mode {
        role,
        others,
        texts,
    }
}

/// Counts the titles split off from a column's texts. If most are the same, such as `Error`, they are labels.
#[derive(Default)]
struct FirstWords {
    uses: HashMap<String, usize>,
    /// The number of texts that are titles from beginning to end.
    whole_phrases: usize,
}

impl FirstWords {
    fn add(&mut self, title: String, is_whole_phrase: bool) {
        *self.uses.entry(title).or_default() += 1;
        self.whole_phrases += usize::from(is_whole_phrase);
    }

    fn are_labels(&self) -> bool {
        const FEWEST: usize = 3;
        let all: usize = self.uses.values().sum();
        all >= FEWEST && self.uses.values().any(|uses| uses * 2 > all)
    }
}

impl Mode {
    /// Returns a doubt if the form of many texts suggests another role.
    pub(crate) fn doubt(&self, column: &str) -> Option<Doubt> {
        let is_unsure = self.others > 1 && self.others * 3 >= self.texts;
        is_unsure.then(|| Doubt::MixedTexts {
            column: column.to_owned(),
            as_titles: self.role == Role::Text,
            others: self.others,
            texts: self.texts,
        })
    }
}

/// Whether a text is like a title. Titles are not Markdown, so a link inside would be lost.
pub(crate) fn may_be_title(text: &Text) -> bool {
    is_phrase(&text.plain) && !markup::has_inner_link(text)
}

/// Splits a text into title and description, after HTTP's phrase for the status or at a separator such as ` - `.
pub(crate) fn title_and_text(text: &Text, statuses: &[String]) -> Option<(Text, Text)> {
    after_phrase(text, statuses).or_else(|| at_mark(text))
}

fn after_phrase(text: &Text, statuses: &[String]) -> Option<(Text, Text)> {
    let [status] = statuses else {
        return None;
    };
    let end = registry::leading_phrase(status, &text.plain)?;
    let rest = &text.plain[end..];
    if rest.trim_start().starts_with('(') {
        return None;
    }
    let words = status::text_after(rest);
    let has_mark = words.len() + 1 < rest.len();
    // `Not Found error` continues in lower case, so it is not split; letters without case may begin a description
    let begins = words.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) || has_mark;
    let description = text.after(text.plain.len() - words.len());
    (begins && !words.is_empty()).then(|| (Text::plain(&text.plain[..end]), description))
}

fn at_mark(text: &Text) -> Option<(Text, Text)> {
    let marks = [" -- ", " — ", " – ", " - ", ": ", "—", "。 "];
    let (at, mark) = marks
        .iter()
        .find_map(|mark| Some((text.plain.find(mark)?, mark)))?;
    let title = Text::plain(&text.plain[..at]);
    let starts_like_title = title
        .plain
        .starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() || c.is_numeric());
    let is_short = title.plain.split_whitespace().count() <= 5 && is_phrase(&title.plain);
    (starts_like_title && is_short).then(|| (title, text.after(at + mark.len())))
}
