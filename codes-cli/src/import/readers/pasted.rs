//! Text copied from a browser → page.

use crate::import::model::page::{Block, Page, PageTable};
use crate::import::model::text::Text;

pub(crate) fn read(text: &str) -> Page {
    let mut page = Page::default();
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_end_matches('\r'))
        .collect();
    for run in lines.split(|line| line.trim().is_empty()) {
        let mut rest = run;
        while let Some(first) = rest.first() {
            let tabs = rest
                .iter()
                .take_while(|line| line.trim().contains('\t'))
                .count();
            if tabs > 1 || first.trim().contains('\t') && rest.len() == 1 {
                let split = |line: &&str| line.split('\t').map(Text::plain).collect();
                let rows = rest[..tabs].iter().map(split).collect();
                page.blocks.push(Block::Table(PageTable {
                    head: Vec::new(),
                    rows,
                }));
                rest = &rest[tabs..];
                continue;
            }
            let end = rest
                .iter()
                .skip(1)
                .position(|line| line.trim().contains('\t'))
                .map_or(rest.len(), |at| at + 1);
            page.blocks.push(Block::Lines(
                rest[..end]
                    .iter()
                    .map(|line| without_bullet(line))
                    .collect(),
            ));
            rest = &rest[end..];
        }
    }
    page
}

/// Removes the bullet of a list item.
fn without_bullet(line: &str) -> Text {
    let line = line.trim();
    let item = ["• ", "* ", "- ", "– ", "· "]
        .into_iter()
        .find_map(|mark| line.strip_prefix(mark));
    Text::plain(item.unwrap_or(line))
}
