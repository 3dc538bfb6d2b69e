//! Items and lines with a key and a title, and the text on the lines below them.

use crate::import::extract::regions::keyed_line::KeyedLine;
use crate::import::extract::regions::lines;
use crate::import::extract::regions::list_region::label_of_text;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::role::is_phrase;

/// Moves the lines below the first lines of items to items below them, if all items of a list with several lines begin
/// with a key and a title. Lines of a text that is wrapped do not.
pub(super) fn read(blocks: Vec<Block>) -> Vec<Block> {
    let mut read = Vec::with_capacity(blocks.len());
    let mut list: Vec<Block> = Vec::new();
    for block in blocks {
        if let Block::Item(..) = block {
            list.push(block);
        } else {
            end_list(&mut list, &mut read);
            read.push(block);
        }
    }
    end_list(&mut list, &mut read);
    read
}

/// The minimum number of titles in a list. Two lines may end before a capital letter by chance.
const LEAST: usize = 3;

fn end_list(list: &mut Vec<Block>, read: &mut Vec<Block>) {
    let has_lines = |item: &Block| match item {
        Block::Item(_, text) => text.first_line.is_some() && lines::read(text).is_some(),
        _ => false,
    };
    let several: Vec<bool> = list.iter().map(has_lines).collect();
    let split = list.iter().zip(&several);
    let split: Vec<_> = split
        .map(|(item, several)| several.then(|| parts(item)).flatten())
        .collect();
    let titled = split.iter().flatten().count();
    if titled < LEAST || titled < several.iter().filter(|several| **several).count() {
        return read.append(list);
    }
    for (item, parts) in list.drain(..).zip(split) {
        match parts {
            Some(parts) => read.extend(parts),
            None => read.push(item),
        }
    }
}

/// Returns the first line of an item, and the lines below it as an item below the first.
fn parts(item: &Block) -> Option<[Block; 2]> {
    let Block::Item(depth, text) = item else {
        return None;
    };
    let (plain, source) = text.first_line?;
    let is_inside = |&(end, _): &(usize, usize)| end <= plain;
    let first = Text {
        label: text.label.filter(is_inside),
        lead: text.lead.filter(is_inside),
        ..Text::markdown(text.source.get(..source)?)
    };
    let rest = text
        .source
        .get(source..)?
        .trim_start_matches(['\\', '\n', ' ']);
    let rest = Text::markdown(rest);
    let is_titled = lines::read(&first).is_some_and(|line| is_titled(&line, &rest));
    is_titled.then(|| [Block::Item(*depth, first), Block::Item(depth + 1, rest)])
}

/// Whether a line has a title after its key, and the line below begins a sentence.
fn is_titled(line: &KeyedLine, below: &Text) -> bool {
    const LONGEST: usize = 50;
    let title = &line.text.plain;
    let begins = |c: char| c.is_alphabetic() && !c.is_lowercase();
    is_phrase(title)
        && title.len() <= LONGEST
        && line.title.is_empty()
        && below.plain.starts_with(begins)
}

/// Whether all lines with keys that have other lines below them, but at least three, have titles.
pub(super) fn are_titled(
    run: &[Block],
    keyed: &[Vec<Option<KeyedLine>>],
    is_row: &impl Fn(&KeyedLine) -> bool,
) -> bool {
    let mut titled = 0;
    for (block, keyed) in run.iter().zip(keyed) {
        let Block::Lines(texts) = block else {
            return false;
        };
        let row = |at: usize| keyed.get(at)?.as_ref().filter(|line| is_row(line));
        for (at, below) in texts.iter().enumerate().skip(1) {
            if let (Some(line), None) = (row(at - 1), row(at))
                && !label_of_text(below)
            {
                titled += 1;
                if !is_titled(line, below) {
                    return false;
                }
            }
        }
    }
    titled >= LEAST
}
