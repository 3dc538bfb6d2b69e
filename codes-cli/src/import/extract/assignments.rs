//! Catalogues of messages: files with a line such as `4003=Lamp not found` for each code.

use crate::import::extract::section;
use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::error_names;
use crate::import::roles::values::{is_identifier, is_integer};

/// The minimum number of lines of a catalogue.
const LEAST: usize = 3;

/// Turns the paragraphs of a catalogue into tables. Comments between the lines become paragraphs.
pub(super) fn read(blocks: Vec<Block>) -> Vec<Block> {
    let has_tables = blocks.iter().any(|block| matches!(block, Block::Table(_)));
    if has_tables || !is_catalogue(&blocks) {
        return blocks;
    }
    let mut read = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Lines(lines) if is_part(&lines) => read_lines(&lines, &mut read),
            Block::Lines(lines) if lines.iter().all(|line| comment(line).is_some()) => {
                let comments = lines.iter().filter_map(comment).map(Text::plain);
                read.push(Block::Lines(comments.collect()));
            }
            // an entry that is commented out
            Block::Heading(_, text) if entry(&text).is_some() => {
                read.push(Block::Lines(vec![text]));
            }
            block => read.push(block),
        }
    }
    read
}

/// Whether a page has only entries and comments, and several entries, whose keys are codes and whose values are texts.
fn is_catalogue(blocks: &[Block]) -> bool {
    let is_other = |block: &Block| match block {
        Block::Lines(lines) => !is_part(lines) && !lines.iter().all(|line| comment(line).is_some()),
        Block::Heading(_, text) => section::row_of(text, true).is_some(),
        Block::Item(..) => true,
        _ => false,
    };
    if blocks.iter().any(is_other) {
        return false;
    }
    let (mut entries, mut numbers, mut identifiers, mut errors, mut texts) = (0, 0, 0, 0, 0);
    for lines in blocks.iter().filter_map(lines_of) {
        for (key, value) in lines.iter().filter_map(entry) {
            entries += 1;
            let has_case = |c: char| c.is_uppercase() || c.is_ascii_digit();
            numbers += usize::from(is_integer(key));
            identifiers += usize::from(is_identifier(key) && key.contains(has_case));
            errors += usize::from(error_names::names_errors(key));
            texts += usize::from(value.contains(' ') || !value.is_ascii());
        }
    }
    let are_codes = [numbers + identifiers, errors]
        .iter()
        .any(|keys| keys * 4 >= entries * 3);
    entries >= LEAST && are_codes && texts * 2 > entries
}

fn lines_of(block: &Block) -> Option<&[Text]> {
    match block {
        Block::Lines(lines) if is_part(lines) => Some(lines),
        _ => None,
    }
}

/// Whether a paragraph has entries and comments. Other lines continue an entry.
fn is_part(lines: &[Text]) -> bool {
    let first = lines.iter().find(|line| comment(line).is_none());
    let entries = lines.iter().filter(|line| entry(line).is_some()).count();
    first.is_some_and(|first| entry(first).is_some()) && entries * 2 >= lines.len()
}

fn read_lines(lines: &[Text], read: &mut Vec<Block>) {
    let mut rows: Vec<Vec<Text>> = Vec::new();
    for line in lines {
        if let Some(comment) = comment(line) {
            end_table(&mut rows, read);
            read.push(Block::Lines(vec![Text::plain(comment)]));
        } else if let Some((key, value)) = entry(line) {
            rows.push(vec![Text::plain(key), Text::plain(&unescaped(value))]);
        } else if let Some(last) = rows.last_mut() {
            last[1].push(&Text::plain(&unescaped(&line.plain)), " ");
        }
    }
    end_table(&mut rows, read);
}

fn end_table(rows: &mut Vec<Vec<Text>>, read: &mut Vec<Block>) {
    if !rows.is_empty() {
        let table = PageTable::of_messages(std::mem::take(rows));
        read.push(Block::Table(table));
    }
}

/// Returns the text of a comment: `! Bulbs`, `#Bulbs`
fn comment(line: &Text) -> Option<&str> {
    let plain = line.plain.trim_start();
    let text = plain.trim_start_matches(['#', '!', '/']).trim_start();
    plain
        .starts_with(['#', '!'])
        .then_some(text)
        .or_else(|| plain.starts_with("//").then_some(text))
}

/// Splits a line such as `4003=Lamp not found` or `E12 = "Lamp not found";` into key and value.
fn entry(line: &Text) -> Option<(&str, &str)> {
    let (key, value) = line.plain.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let value = value.strip_suffix([';', '\\']).unwrap_or(value).trim_end();
    let value = ['"', '\'']
        .iter()
        .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(value);
    let is_allowed = |c: char| c.is_alphanumeric() || "_-.".contains(c);
    let is_key = !key.is_empty() && key.chars().all(is_allowed);
    let is_text = value.contains(char::is_alphabetic) && !value.starts_with(['=', '>']);
    (is_key && is_text).then_some((key, value))
}

/// Returns a value with the characters that its escapes stand for: `\u00e9`, `\:`
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('\\') {
        text += before;
        if let Some((c, length)) = escaped_char(after) {
            text.push(c);
            rest = &after[length..];
            continue;
        }
        let mut chars = after.chars();
        match chars.next() {
            Some('n' | 't' | 'r') => text.push(' '),
            next => text.extend(next),
        }
        rest = chars.as_str();
    }
    text + rest
}

/// Reads `u00e9`, or the two halves of a character as in `ud83d\ude00`, and returns the number of bytes that were read.
fn escaped_char(text: &str) -> Option<(char, usize)> {
    const LENGTH: usize = 5;
    let unit = |text: &str| {
        let digits = text.strip_prefix('u')?.get(..LENGTH - 1)?;
        u16::from_str_radix(digits, 16).ok()
    };
    let first = unit(text)?;
    let second = text[LENGTH..].strip_prefix('\\').and_then(unit);
    let decode = |units: &[u16]| char::decode_utf16(units.iter().copied()).next()?.ok();
    let pair = second.and_then(|second| decode(&[first, second]));
    match pair {
        Some(c) if c > '\u{ffff}' => Some((c, 2 * LENGTH + 1)),
        _ => Some((decode(&[first])?, LENGTH)),
    }
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_are_replaced() {
        for (value, text) in [
            ("caf\\u00e9", "café"),
            ("a\\: b\\nc", "a: b c"),
            ("\\ud83d\\ude00!", "\u{1f600}!"),
            ("\\u00e9\\u00e8", "éè"),
            ("\\ud83d.", "ud83d."),
            ("\\u00", "u00"),
            ("end\\", "end"),
        ] {
            assert_eq!(unescaped(value), text);
        }
    }
}
