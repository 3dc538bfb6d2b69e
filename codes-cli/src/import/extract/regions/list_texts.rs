//! Whether the texts of the lists of a page are titles, descriptions, or both.

use crate::import::extract::regions::Part;
use crate::import::extract::regions::list_region::{DETAILS, TEXT, TITLE};
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::glued;
use crate::import::roles::split;
use crate::import::roles::vocabulary;

/// Decides over all lists of the page whether their texts are titles, descriptions, or both.
pub(super) fn decide(parts: &mut [Part]) {
    let lists = || {
        parts.iter().filter_map(|part| match part {
            Part::Region(region) if region.is_list => Some(region),
            _ => None,
        })
    };
    let rows = || {
        lists()
            .flat_map(|region| &region.rows)
            .filter(|row| row[TITLE].is_empty() && !row[TEXT].is_empty())
    };
    let has_glued_heading = parts.iter().any(|part| match part {
        Part::Block(Block::Lines(lines)) => lines
            .iter()
            .any(|line| vocabulary::is_heading_line(&line.plain)),
        _ => false,
    });
    let is_glued_at = |row: &&Vec<Text>| {
        let text = &row[TEXT].plain;
        let at = glued::glued_at(text);
        at.is_some_and(|at| has_glued_heading || glued::starts_sentence(&text[at..]))
    };
    let is_glued = rows().filter(is_glued_at).count() * 2 > rows().count();
    let mode = split::mode(rows().map(|row| (&row[TEXT], row[0].plain.as_str())));
    for part in parts {
        let Part::Region(region) = part else {
            continue;
        };
        if !region.is_list {
            continue;
        }
        region.roles[TEXT] = mode;
        region.rows.iter_mut().for_each(text_is_description);
        if is_glued {
            region.rows.iter_mut().for_each(|row| unglue(row));
        }
    }
}

/// Moves the text of a row that has a title to the descriptions.
fn text_is_description(row: &mut Vec<Text>) {
    if row[TITLE].is_empty() || row[TEXT].is_empty() {
        return;
    }
    let mut text = std::mem::take(&mut row[TEXT]);
    row.resize(row.len().max(DETAILS + 1), Text::default());
    text.push(&row[DETAILS], "\n\n");
    row[DETAILS] = text;
}

/// Splits a text that lost the space between title and description.
fn unglue(row: &mut [Text]) {
    let text = &row[TEXT];
    let Some(at) = glued::glued_at(&text.plain).filter(|_| row[TITLE].is_empty()) else {
        return;
    };
    let mark = split::title_and_text(text, &[]).map_or(usize::MAX, |(title, _)| title.plain.len());
    if at < mark {
        let description = text.after(at);
        row[TITLE] = Text::plain(&text.plain[..at]);
        row[TEXT] = description;
    }
}
