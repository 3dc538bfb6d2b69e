//! Lists of messages below headings that are statuses: ``- `Key is missing`: send the key``

use crate::import::extract::regions::status_tables::error_statuses;
use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::about::is_about_codes;
use crate::import::roles::message;
use crate::import::roles::values::METHODS;

/// Turns the lists whose items all begin with a message, in quotes or as code, into tables.
pub(super) fn read(blocks: Vec<Block>) -> Vec<Block> {
    let mut read = Vec::with_capacity(blocks.len());
    let mut is_below = false;
    let mut list: Vec<Block> = Vec::new();
    for block in blocks {
        if let Block::Item(..) = block
            && is_below
        {
            list.push(block);
            continue;
        }
        end_list(&mut list, &mut read);
        is_below = match &block {
            Block::Heading(_, text) => {
                error_statuses(text).is_some_and(|statuses| !statuses.is_empty())
            }
            // `The message is one of:`
            Block::Lines(lines) => is_below && lines.iter().any(is_about_messages),
            _ => false,
        };
        read.push(block);
    }
    end_list(&mut list, &mut read);
    read
}

fn end_list(list: &mut Vec<Block>, read: &mut Vec<Block>) {
    let row = |item: &Block| match item {
        Block::Item(1, text) => row(text),
        _ => None,
    };
    let rows: Option<Vec<_>> = list.iter().map(row).collect();
    match rows.filter(|rows| !rows.is_empty()) {
        Some(rows) => {
            list.clear();
            read.push(Block::Table(PageTable {
                head: ["Message", "Description"].map(Text::plain).to_vec(),
                rows,
            }));
        }
        None => read.append(list),
    }
}

fn is_about_messages(line: &Text) -> bool {
    is_about_codes(&line.plain) || line.plain.to_lowercase().contains("message")
}

/// Returns the message and the text after it.
fn row(text: &Text) -> Option<Vec<Text>> {
    let end = message::leading(text)?;
    let rest = &text.plain[end..];
    let marks = |c: char| c.is_whitespace() || "-–—:=→.".contains(c);
    let bare = rest.trim_start_matches(marks);
    // `Not found` in the middle of a sentence is not the whole message
    let ends = !rest
        .trim_start()
        .starts_with(|c: char| c.is_lowercase() || c == ',');
    let message = &text.plain[..end];
    let inner = message.trim_matches(|c: char| !c.is_alphanumeric());
    let (first, _) = inner.split_once(' ')?;
    // `lamp id` names a field
    let is_sentence = inner.starts_with(|c: char| !c.is_lowercase()) || text.lead.is_none();
    let is_message = is_sentence && !first.contains(['/', ':']) && !METHODS.contains(&first);
    (ends && is_message).then(|| {
        let message = Text::plain(message);
        let inner = message::quoted(&message).map(Text::plain);
        vec![
            inner.unwrap_or(message),
            text.after(text.plain.len() - bare.len()),
        ]
    })
}
