//! Codes on lines of their own, each with its text on the lines below.

use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::registry;
use crate::import::roles::role::is_phrase;
use crate::import::roles::status;
use crate::import::roles::values::{is_identifier, is_pattern};

/// Makes tables of paragraphs in which codes and texts alternate. If the line directly above such a paragraph starts with
/// a status, it becomes the table's heading.
pub(super) fn read(mut blocks: Vec<Block>) -> Vec<Block> {
    codes_to_headings(&mut blocks);
    let mut tables: Vec<Option<PageTable>> = blocks.iter().map(table_of).collect();
    let rows = tables.iter().flatten().map(|table| table.rows.len());
    if rows.sum::<usize>() < 2 {
        return blocks;
    }
    let has_headings = blocks
        .iter()
        .any(|block| matches!(block, Block::Heading(..)));
    let mut read = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.into_iter().enumerate() {
        if let Some(table) = tables[at].take() {
            read.push(Block::Table(table));
            continue;
        }
        let is_above = tables.get(at + 1).is_some_and(Option::is_some);
        match block {
            Block::Lines(mut lines) if is_above && lines.len() == 1 && is_status(&lines[0]) => {
                read.push(Block::Heading(6, lines.swap_remove(0)));
            }
            // the title of a page without headings
            Block::Lines(mut lines)
                if at == 0 && !has_headings && lines.len() == 1 && is_phrase(&lines[0].plain) =>
            {
                read.push(Block::Heading(1, lines.swap_remove(0)));
            }
            block => read.push(block),
        }
    }
    read
}

/// Turns paragraphs that are nothing but a code into headings, if a page without headings has several.
fn codes_to_headings(blocks: &mut [Block]) {
    const LEAST: usize = 3;
    let is_heading = |block: &Block| match block {
        Block::Lines(lines) => {
            let is_code = matches!(&lines[..], [line] if is_identifier(&line.plain) && !is_pattern(&line.plain));
            is_code || glued_status(lines).is_some()
        }
        _ => false,
    };
    let has_headings = blocks
        .iter()
        .any(|block| matches!(block, Block::Heading(..)));
    if has_headings || blocks.iter().filter(|block| is_heading(block)).count() < LEAST {
        return;
    }
    for (at, block) in blocks.iter_mut().enumerate() {
        let level = if is_heading(block) { 2 } else { 1 };
        if let Block::Lines(lines) = block
            && (level == 2 || at == 0 && lines.len() == 1 && is_phrase(&lines[0].plain))
        {
            let glued = glued_status(lines).map(|heading| Text::plain(&heading));
            let heading = glued.unwrap_or_else(|| lines.swap_remove(0));
            *block = Block::Heading(level, heading);
        }
    }
}

/// Returns `404 LAMP_GONE` for a paragraph that is `404LAMP_GONE`, or that has the two parts on separate lines.
fn glued_status(lines: &[Text]) -> Option<String> {
    let (status, text) = match lines {
        [line] => line.plain.split_at_checked(3)?,
        [status, text] => (&*status.plain, &*text.plain),
        _ => return None,
    };
    let begins = text.starts_with(char::is_uppercase) && is_phrase(text);
    (begins && registry::is_registered(status)).then(|| format!("{status} {text}"))
}

fn is_status(line: &Text) -> bool {
    status::leading_statuses(&line.plain).is_some_and(|(statuses, _)| {
        statuses
            .iter()
            .all(|status| registry::is_registered(status))
    })
}

/// Returns a table of the lines, if codes and texts alternate.
fn table_of(block: &Block) -> Option<PageTable> {
    let Block::Lines(lines) = block else {
        return None;
    };
    let pairs = lines.chunks(2);
    let is_row = |pair: &[Text]| matches!(pair, [code, text] if is_code(&code.plain) && text.plain.contains(' '));
    (!lines.is_empty() && pairs.clone().all(is_row)).then(|| PageTable {
        head: ["Code", "Description"].map(Text::plain).to_vec(),
        rows: pairs.map(<[Text]>::to_vec).collect(),
    })
}

/// Whether a text is a code such as `auth.key.missing` or `E_GONE`, and not a plain word.
fn is_code(text: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let inner = text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    text == inner && text.chars().all(is_allowed) && text.contains(['.', '_'])
}
