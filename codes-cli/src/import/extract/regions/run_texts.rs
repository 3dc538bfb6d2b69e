//! The texts of runs of items or lines.

use crate::import::extract::regions::keyed_line::KeyedLine;
use crate::import::extract::regions::region::Part;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::about::is_about_codes;

pub(super) fn texts_of_part(part: &Part) -> &[Text] {
    match part {
        Part::Block(block) => texts_of(block),
        Part::Region(_) | Part::Doubt(_) => &[],
    }
}

pub(super) fn texts_of(block: &Block) -> &[Text] {
    match block {
        Block::Heading(..) => &[],
        block => block.lines(),
    }
}

/// Whether a heading or a line mentions HTTP statuses.
pub(super) fn says_http(part: &Part) -> bool {
    let Part::Block(block) = part else {
        return false;
    };
    let mut words = block.lines().iter().map(|text| text.plain.to_lowercase());
    words.any(|text| text.contains("http ") || text.contains("status code"))
}

/// Whether a paragraph mentions codes before its first line with a key.
pub(super) fn announces_codes(block: &Block, keyed: &[Option<KeyedLine>]) -> bool {
    let Block::Lines(texts) = block else {
        return false;
    };
    let lines = texts.iter().zip(keyed);
    let mut above = lines.take_while(|(_, line)| line.is_none());
    above.any(|(text, _)| is_about_codes(&text.plain))
}
