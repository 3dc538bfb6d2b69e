//! The protocol of a page's statuses, unless it is HTTP.

use crate::import::model::page::{Block, Page};
use crate::import::model::text::Text;
use crate::import::roles::registry;
use crate::import::roles::status;

const PROTOCOLS: [&str; 5] = ["SMTP", "FTP", "SIP", "RTSP", "NNTP"];

/// Returns the protocol that the title of a page names, or that its texts name and its statuses belong to.
pub(super) fn of(page: &Page) -> Option<&'static str> {
    let mut titles = titles(page);
    titles.find_map(named).or_else(|| by_statuses(page))
}

fn titles(page: &Page) -> impl Iterator<Item = &str> {
    let heading = page.blocks.iter().find_map(|block| match block {
        Block::Heading(_, text) => Some(text.plain.as_str()),
        _ => None,
    });
    let first_line = || match page.blocks.first() {
        Some(Block::Lines(lines)) => lines.first().map(|line| line.plain.as_str()),
        _ => None,
    };
    page.title
        .as_deref()
        .into_iter()
        .chain(heading.or_else(first_line))
}

/// Returns the protocol that a text names.
fn named(text: &str) -> Option<&'static str> {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| {
        let mut known = PROTOCOLS.iter();
        known.find(|protocol| **protocol == word).copied()
    })
}

/// Returns the protocol that is named in one of the page's texts, if most of the page's statuses belong to it, and fewer
/// than half of them to HTTP.
fn by_statuses(page: &Page) -> Option<&'static str> {
    const LEAST: usize = 3;
    let mut texts = page.blocks.iter().flat_map(texts);
    let protocol = texts.find_map(|text| named(&text.plain))?;
    let leads = page.blocks.iter().flat_map(leads);
    let statuses: Vec<_> = leads.filter_map(status_at_start).collect();
    let own = statuses
        .iter()
        .filter(|status| registry::has(protocol, status));
    let http = statuses
        .iter()
        .filter(|status| registry::is_registered(status));
    let (own, http) = (own.count(), http.count());
    (own >= LEAST && own * 4 >= statuses.len() * 3 && http * 2 < statuses.len()).then_some(protocol)
}

fn texts(block: &Block) -> &[Text] {
    match block {
        Block::Heading(_, text) | Block::Item(_, text) | Block::Note(text) => {
            std::slice::from_ref(text)
        }
        Block::Lines(lines) => lines,
        Block::Table(table) => &table.head,
        Block::Code(_) => &[],
    }
}

/// Returns the texts in which to look for a leading status: a table's cells below its header, or the block's texts.
fn leads(block: &Block) -> Box<dyn Iterator<Item = &Text> + '_> {
    match block {
        Block::Table(table) => Box::new(table.rows.iter().flatten()),
        block => Box::new(texts(block).iter()),
    }
}

fn status_at_start(text: &Text) -> Option<&str> {
    let status = text.plain.trim_start().get(..3)?;
    let (_, rest) = status::leading_statuses(&text.plain)?;
    (rest.len() + 3 <= text.plain.len() && status.bytes().all(|b| b.is_ascii_digit()))
        .then_some(status)
}
