//! Whether the texts of the lists of a page are titles, descriptions, or both.

use crate::import::extract::regions::list_region::{DETAILS, TEXT, TITLE};
use crate::import::extract::regions::region::Part;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::columns;
use crate::import::roles::glued;
use crate::import::roles::head_lines;
use crate::import::roles::role::Role;
use crate::import::roles::split;
use crate::messages::doubts::Doubt;

/// Decides over all lists of the page whether their texts are titles, descriptions, or both.
pub(super) fn decide(parts: &mut [Part], is_http: bool) {
    split_capitals(parts);
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
            .any(|line| head_lines::is_heading_line(&line.plain)),
        _ => false,
    });
    let is_glued_at = |row: &&Vec<Text>| {
        let text = &row[TEXT].plain;
        let at = glued::glued_at(text);
        at.is_some_and(|at| has_glued_heading || glued::starts_sentence(&text[at..]))
    };
    let is_glued = rows().filter(is_glued_at).count() * 2 > rows().count();
    let mut status_doubt = doubt_of_statuses(lists().flat_map(|region| &region.rows), is_http);
    let mode = split::mode(rows().map(|row| (&row[TEXT], row[0].plain.as_str())));
    let mut doubt = mode.doubt("Text").filter(|_| !is_glued);
    for part in parts {
        let Part::Region(region) = part else {
            continue;
        };
        if !region.is_list {
            continue;
        }
        region.roles[TEXT] = mode.role;
        region.doubts.extend(doubt.take());
        region.doubts.extend(status_doubt.take());
        region.rows.iter_mut().for_each(text_is_description);
        if is_glued {
            region.rows.iter_mut().for_each(|row| unglue(row));
        }
    }
}

/// Returns a doubt if many of the statuses are not HTTP statuses.
fn doubt_of_statuses<'r>(
    rows: impl Iterator<Item = &'r Vec<Text>>,
    is_http: bool,
) -> Option<Doubt> {
    let statuses = rows.map(|row| &*row[0].plain);
    let fits = columns::confidence(Role::Status, statuses, is_http);
    (is_http && fits.is_low()).then(|| Doubt::UnsureColumn {
        column: "Status".to_owned(),
        key: Role::Status.key(),
        other: None,
        fits,
    })
}

/// Splits texts that all start with words in capitals: `NOT ALLOWED A method that is not allowed was called.`
fn split_capitals(parts: &mut [Part]) {
    let lists = parts.iter_mut().filter_map(|part| match part {
        Part::Region(region) if region.is_list => Some(region),
        _ => None,
    });
    for region in lists {
        let untitled = |row: &Vec<Text>| row[TITLE].is_empty().then_some(row[TEXT].plain.clone());
        let ends = region.rows.iter().map(|row| capitals(&untitled(row)?));
        let Some(ends) = ends
            .collect::<Option<Vec<_>>>()
            .filter(|ends| ends.len() > 2)
        else {
            continue;
        };
        for (row, end) in region.rows.iter_mut().zip(ends) {
            row[TITLE] = Text::plain(&row[TEXT].plain[..end]);
            row[TEXT] = row[TEXT].after(end);
        }
    }
}

/// Returns where the text after words in capitals starts.
fn capitals(text: &str) -> Option<usize> {
    let is_capital = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
    };
    let words = text.split_inclusive(' ');
    let end: usize = words
        .take_while(|word| is_capital(word))
        .map(str::len)
        .sum();
    let rest = &text[end..];
    let begins = rest.starts_with(char::is_uppercase) && rest.contains(' ');
    (end > 0 && begins).then_some(end)
}

/// If a row has a title, moves its text to the descriptions.
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
