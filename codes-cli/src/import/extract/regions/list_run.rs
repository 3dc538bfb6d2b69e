//! Reads a run of items or lines into regions and other blocks.

use crate::import::extract::regions::keyed_line::KeyedLine;
use crate::import::extract::regions::list_region::{ListRegion, label_of_text};
use crate::import::extract::regions::nested_labels::{NestedLabels, NestedText};
use crate::import::extract::regions::region::Part;
use crate::import::extract::regions::samples;
use crate::import::extract::section;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::about::is_about_codes;
use crate::import::roles::furniture::is_furniture;
use crate::import::roles::head_lines;
use crate::import::roles::role::is_phrase;
use crate::messages::doubts::Doubt;

/// Whether a line is a heading for the rows below it.
pub(super) fn is_heading(text: &Text) -> bool {
    section::is_class(&text.plain) || head_lines::is_heading_line(&text.plain)
}

/// Whether the second line is a heading between the rows: the first ends a sentence, and the third is a row.
fn is_heading_within(lines: &[(Text, Option<KeyedLine>)]) -> bool {
    let [(above, _), (text, None), (_, Some(_)), ..] = lines else {
        return false;
    };
    above.plain.ends_with(['.', '}', ']', '。', '!'])
        && text
            .plain
            .starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && is_phrase(&text.plain)
        && is_about_codes(&text.plain)
}

/// Whether a line begins with a few words and a colon.
fn has_label(text: &Text) -> bool {
    let labelled = text.labelled();
    labelled.is_some_and(|(label, rest)| label.split_whitespace().count() < 4 && !rest.is_empty())
}

/// A run that is being read.
pub(super) struct RunReader<'r> {
    pub(super) read: &'r mut Vec<Part>,
    pub(super) region: Option<ListRegion>,
    /// How many paragraphs below a row belong to it.
    pub(super) paragraphs: usize,
    pub(super) nested: NestedLabels,
    /// The lines with keys have titles, and the lines below them have the texts.
    pub(super) are_titled: bool,
    /// How many more paragraphs belong to the last row.
    pub(super) left: usize,
    /// The last line of the paragraph below the last row, if that paragraph belongs to no row.
    pub(super) between: Option<String>,
    /// A paragraph between two rows of the run belongs to neither.
    pub(super) has_between: bool,
}

impl RunReader<'_> {
    pub(super) fn item(&mut self, depth: usize, text: Text, row: Option<KeyedLine>) {
        if let Some(row) = row {
            self.region.get_or_insert_default().push(depth, row);
        } else if let Some(open) = self.region.as_mut().filter(|open| depth > open.depth) {
            match self.nested.read(&text) {
                Some(NestedText::English(text)) => open.text(text),
                Some(NestedText::Field(label, text)) => open.field(&label, &text),
                None => open.detail(text),
            }
        } else {
            let is_beside_rows = self.region.as_ref().is_some_and(|open| depth == open.depth);
            let doubt = is_beside_rows.then(|| Doubt::ItemLeftOut(text.plain.clone()));
            self.end_region();
            self.read.push(Part::Block(Block::Item(depth, text)));
            self.read.extend(doubt.map(Part::Doubt));
        }
    }

    /// Reads the lines of a paragraph. Lines below a row belong to that row. So does a paragraph below a row that has
    /// only its key or ends with a colon.
    pub(super) fn lines(&mut self, lines: &[(Text, Option<KeyedLine>)]) {
        let mut prose = Vec::new();
        let mut is_first = true;
        let mut next = 0;
        while let Some((text, row)) = lines.get(next).cloned() {
            let sample = samples::lines_of(&lines[next..]);
            if let Some(open) = self
                .region
                .as_mut()
                .filter(|_| sample > 0 && prose.is_empty())
            {
                let sample = &lines[next..next + sample];
                next += sample.len();
                let sample: Vec<&str> = sample.iter().map(|(text, _)| &*text.plain).collect();
                open.sample(&sample.join("\n"));
                continue;
            }
            let is_other = next > 0 && is_heading_within(&lines[next - 1..])
                || section::is_class(&text.plain)
                || is_furniture(&text.plain);
            next += 1;
            if let Some(row) = row {
                self.end_prose(&mut prose);
                let between = self.between.take().map(Doubt::TextBetween);
                self.has_between |= between.is_some();
                self.read.extend(between.map(Part::Doubt));
                self.region.get_or_insert_default().push(1, row);
                self.left = self.paragraphs;
                is_first = false;
                continue;
            }
            let open = self.region.as_mut();
            // `Used by: GET, PUT`
            let is_labelled = is_first && (has_label(&text) || label_of_text(&text));
            match open.filter(|open| !is_first || is_labelled || open.is_bare() || open.announces())
            {
                Some(open) if !is_other => {
                    if self.are_titled {
                        open.below_title(&text);
                    } else {
                        open.continue_line(&text, is_first);
                    }
                    is_first = false;
                }
                _ => {
                    prose.push(text);
                    is_first = true;
                }
            }
        }
        self.end_prose(&mut prose);
    }

    /// Adds a paragraph to the last row, if paragraphs below rows belong to the rows in this run. Returns whether it
    /// was added.
    pub(super) fn paragraph(&mut self, lines: &[(Text, Option<KeyedLine>)]) -> bool {
        let is_text = lines.iter().all(|(_, row)| row.is_none());
        let is_other = |text: &Text| is_heading(text) || is_furniture(&text.plain);
        let is_other = lines.first().is_none_or(|(text, _)| is_other(text));
        let has_sample = (0..lines.len()).any(|at| samples::lines_of(&lines[at..]) > 0);
        match &mut self.region {
            Some(open) if self.left > 0 && is_text && !is_other && !has_sample => {
                self.left -= 1;
                let text = Text::join(lines.iter().map(|(text, _)| text.clone()), " ");
                if open.is_bare() {
                    open.continue_line(&text, true);
                } else {
                    open.detail(text);
                }
                true
            }
            _ => false,
        }
    }

    fn end_prose(&mut self, prose: &mut Vec<Text>) {
        if let Some(last) = prose.last() {
            let is_sentence = last.plain.ends_with(['.', '。']);
            self.between =
                Some(last.plain.clone()).filter(|_| is_sentence && self.region.is_some());
            self.end_region();
            self.read
                .push(Part::Block(Block::Lines(std::mem::take(prose))));
        }
    }

    pub(super) fn end_region(&mut self) {
        self.read.extend(self.region.take().map(ListRegion::finish));
    }

    /// Keeps the lines below the last row of a paragraph as a paragraph that belongs to no row.
    pub(super) fn text_below(&mut self, lines: Vec<(Text, Option<KeyedLine>)>) {
        if lines.is_empty() {
            return;
        }
        let mut texts = lines.iter().map(|(text, _)| &text.plain);
        let last = texts.rfind(|text| !is_furniture(text));
        let doubt = last.map(|text| Doubt::TextBetween(text.clone()));
        self.end_region();
        let lines = lines.into_iter().map(|(text, _)| text).collect();
        self.read.push(Part::Block(Block::Lines(lines)));
        self.read.extend(doubt.map(Part::Doubt));
    }

    /// Ends the run. If a paragraph between rows raised a doubt, so does the paragraph below the last row.
    pub(super) fn end_run(&mut self) {
        self.end_region();
        let below = self.between.take().filter(|_| self.has_between);
        self.read
            .extend(below.map(Doubt::TextBetween).map(Part::Doubt));
    }
}
