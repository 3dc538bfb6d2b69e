//! Rows as paragraphs: a line with the title, and below it lines such as `Code: 12` and `HTTP status: 404`.

use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::about::is_about_codes;
use crate::import::roles::role::{Role, is_phrase};
use crate::import::roles::status;
use crate::import::roles::vocabulary;

/// If a page without headings has several such rows, turns their titles into headings, and other phrases on lines of
/// their own into headings of a higher level.
pub(super) fn read(blocks: Vec<Block>) -> Vec<Block> {
    let is_other = |block: &Block| matches!(block, Block::Heading(..) | Block::Table(_));
    if blocks.iter().any(is_other) {
        return blocks;
    }
    let lines: Vec<LabelLine> = blocks.iter().flat_map(lines_of).collect();
    let starts: Vec<usize> = (0..lines.len())
        .filter(|at| starts_row(&lines, *at))
        .collect();
    let may_be_title = |line: &LabelLine| {
        is_phrase(&line.text.plain) && line.text.plain.starts_with(char::is_alphanumeric)
    };
    let is_title = |at: &&usize| {
        at.checked_sub(1)
            .is_some_and(|above| may_be_title(&lines[above]))
    };
    let titled = starts.iter().filter(is_title).count();
    if titled < 2 || titled < starts.len() {
        return blocks;
    }
    let title_lines: Vec<usize> = starts.iter().map(|at| at - 1).collect();
    let mut read = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if title_lines.binary_search(&at).is_ok() {
            read.push(Block::Heading(3, line.text.clone()));
        } else if line.is_alone && is_section(&line.text) {
            // a phrase above the rows may be about anything; a phrase below them ends the last row
            let is_above = title_lines.first().is_some_and(|first| at < *first);
            read.push(match read.is_empty() {
                true => Block::Heading(1, line.text.clone()),
                false if is_above && !is_about_codes(&line.text.plain) => {
                    Block::Note(line.text.clone())
                }
                false => Block::Heading(2, line.text.clone()),
            });
        } else {
            read.push(Block::Lines(vec![with_label(&line.text)]));
        }
    }
    read
}

/// A line, and whether it is a paragraph of its own.
struct LabelLine {
    text: Text,
    is_alone: bool,
}

fn lines_of(block: &Block) -> Vec<LabelLine> {
    let texts = match block {
        Block::Lines(texts) => texts,
        Block::Item(_, text) | Block::Note(text) => std::slice::from_ref(text),
        _ => &[],
    };
    let is_alone = matches!(block, Block::Lines(_)) && texts.len() == 1;
    let line = |text: &Text| LabelLine {
        text: text.clone(),
        is_alone,
    };
    texts.iter().map(line).collect()
}

fn starts_row(lines: &[LabelLine], at: usize) -> bool {
    let is_key_above = at
        .checked_sub(1)
        .is_some_and(|above| key_end(&lines[above].text).is_some());
    key_end(&lines[at].text).is_some() && !is_key_above
}

/// Returns where the label of a line ends, if a status or a code follows it.
fn key_end(text: &Text) -> Option<usize> {
    let (label, rest) = text.labelled()?;
    // a line of JSON
    if label.starts_with(['"', '\'', '{']) {
        return None;
    }
    let value = rest.plain.trim();
    let is_key = match vocabulary::label(label)? {
        Role::Code => status::is_token(value),
        Role::Status => status::is_statuses(value),
        _ => false,
    };
    let end = text.plain.find(':')? + 1;
    let is_same = text.source.get(..end) == text.plain.get(..end);
    (is_key && is_same).then_some(end)
}

fn with_label(text: &Text) -> Text {
    let label = key_end(text).map(|end| (end, end));
    Text {
        label: text.label.or(label),
        ..text.clone()
    }
}

fn is_section(text: &Text) -> bool {
    let begins = |c: char| c.is_alphabetic() && !c.is_lowercase();
    text.plain.starts_with(begins) && is_phrase(&text.plain) && key_end(text).is_none()
}
