//! Finds rows whose texts are missing, cut off or run together.

use std::collections::{HashMap, HashSet};

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::import::roles::role::is_phrase;
use crate::import::roles::values::is_number;
use crate::import::roles::vocabulary;
use crate::messages::doubts::Doubt;

/// The minimum number of rows for their texts to be compared.
const LEAST: usize = 3;

pub(super) fn doubt(draft: &mut Draft) {
    let lengths: Vec<usize> = draft.rows.iter().map(length).collect();
    let filled = lengths.iter().filter(|length| **length > 0).count();
    let most_have_texts = draft.rows.len() >= LEAST && filled * 2 > draft.rows.len();
    let mut sorted = lengths.clone();
    sorted.sort_unstable();
    let median = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
    let starts_small = |row: &DraftRow| {
        let mut texts = row.description.iter();
        texts.next().is_some_and(|text| {
            // `iOS` and `eBay` begin sentences
            let mut word = text.plain.chars().take_while(char::is_ascii_alphabetic);
            text.plain.starts_with(char::is_lowercase) && !word.any(char::is_uppercase)
        })
    };
    let small = draft.rows.iter().filter(|row| starts_small(row)).count();
    let few_are_small = small * 4 < draft.rows.len();
    let small_regions = small_regions(&draft.rows, starts_small);
    let run_on = draft.rows.iter().filter(|row| phrase_at_end(row).is_some());
    let many_run_on = run_on.count() * 3 > draft.rows.len();
    for (row, length) in draft.rows.iter_mut().zip(lengths) {
        if length == 0 && most_have_texts {
            row.doubts.push(Doubt::NoText);
        }
        if length > LONG && median > 0 && length > 10 * median {
            row.doubts.push(Doubt::LongText);
        }
        let run_on = heading_at_end(row).or_else(|| heading_of_codes(row));
        let run_on = run_on.map(Doubt::RunOn);
        row.doubts.extend(run_on);
        let torn = torn(row)
            .or_else(|| unended(row))
            .or_else(|| number(row))
            .or_else(|| {
                let is_usual = !few_are_small || small_regions.contains(&row.region);
                let first = row.description.first();
                let first = first.filter(|_| !is_usual && starts_small(row))?;
                row.title.is_some().then(|| first.plain.clone())
            });
        let run_on = phrase_at_end(row).filter(|_| many_run_on).map(Doubt::RunOn);
        row.doubts.extend(run_on);
        row.doubts.extend(torn.map(Doubt::TornText));
        row.doubts.extend(remains(row).map(Doubt::Remains));
        if is_head(row) {
            row.doubts.push(Doubt::HeadAsRow);
        }
    }
}

/// Returns the tables and lists in which most descriptions begin in lower case.
fn small_regions(rows: &[DraftRow], starts_small: impl Fn(&DraftRow) -> bool) -> HashSet<usize> {
    let mut counts: HashMap<usize, (usize, usize)> = HashMap::new();
    for row in rows.iter().filter(|row| !row.description.is_empty()) {
        let (small, all) = counts.entry(row.region).or_default();
        *small += usize::from(starts_small(row));
        *all += 1;
    }
    let counts = counts.into_iter();
    let most = counts.filter(|(_, (small, all))| *all > 1 && small * 2 > *all);
    most.map(|(region, _)| region).collect()
}

/// The length that the texts of one row rarely exceed.
const LONG: usize = 600;

/// Returns the total length of the texts and fields of a row.
fn length(row: &DraftRow) -> usize {
    let fields = row.fields.iter().map(|(_, text)| text.plain.len());
    row.texts().map(|text| text.plain.len()).sum::<usize>() + fields.sum::<usize>()
}

/// Returns the title of a row if it ends in the middle of a sentence.
fn torn(row: &DraftRow) -> Option<String> {
    const WORDS: [&str; 16] = [
        "the", "a", "an", "of", "to", "is", "are", "and", "or", "with", "by", "that", "your",
        "this", "has", "was",
    ];
    let title = row.title.as_ref()?;
    let last = title.plain.rsplit(' ').next().unwrap_or_default();
    let ends_within = title.plain.contains(' ') && WORDS.contains(&last)
        || title.plain.ends_with([',', '(', '[', '“'])
        || !title.plain.contains(char::is_alphanumeric);
    ends_within.then(|| title.plain.clone())
}

/// Returns the last paragraph of a description if it is a phrase after a sentence, and so probably the heading of the
/// next row.
fn phrase_at_end(row: &DraftRow) -> Option<String> {
    let texts = row.description.iter().map(|text| text.plain.as_str());
    let paragraphs: Vec<&str> = texts.flat_map(|text| text.split("\n\n")).collect();
    let [.., above, last] = paragraphs[..] else {
        return None;
    };
    let begins = last.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let is_phrase = is_phrase(last) && !last.contains(": ");
    let is_run_on = begins && is_phrase && above.ends_with(['.', '!', '。']);
    is_run_on.then(|| last.to_owned())
}

/// Returns the last paragraph of a row, if it is a phrase about codes after sentences: `Standard error codes`
fn heading_of_codes(row: &DraftRow) -> Option<String> {
    let phrase = phrase_at_end(row)?;
    let words = phrase.to_lowercase();
    let has_codes = ["codes", "errors", "statuses"]
        .iter()
        .any(|word| words.ends_with(word));
    has_codes.then_some(phrase)
}

/// Returns a description that is only a number, and so probably the code of the next row.
fn number(row: &DraftRow) -> Option<String> {
    let [only] = &row.description[..] else {
        return None;
    };
    is_number(&only.plain).then(|| only.plain.clone())
}

/// Returns the end of a description that names a class of statuses, as headings do: `… Server errors (5xx)`
fn heading_at_end(row: &DraftRow) -> Option<String> {
    let last = row.description.last()?.plain.trim_end();
    let is_class = last.ends_with("xx)")
        && last
            .rsplit('(')
            .next()
            .is_some_and(|inner| inner.len() == 4);
    is_class.then(|| last_words(last))
}

fn last_words(text: &str) -> String {
    let words: Vec<_> = text.rsplit(' ').take(4).collect();
    words.into_iter().rev().collect::<Vec<_>>().join(" ")
}

/// Returns the last words of a description that stops in the middle of a sentence.
fn unended(row: &DraftRow) -> Option<String> {
    let last = row.description.last()?.plain.trim_end();
    last.ends_with([',', '(', '[', '“'])
        .then(|| last_words(last))
}

/// Returns markup that was left in the texts of a row.
fn remains(row: &DraftRow) -> Option<String> {
    const TAGS: [&str; 12] = [
        "</", "<td", "<tr", "<br", "<div", "<span", "<p>", "<li", "{{", "{%", ":::", " || ",
    ];
    let mut texts = row.texts();
    texts.find_map(|text| {
        let tag = TAGS.iter().find(|tag| text.plain.contains(**tag));
        let tag = tag.filter(|_| !text.source.contains('`'));
        let cells = || {
            let cells = text.plain.matches(" | ").count();
            let has_border = text.plain.starts_with("| ") || text.plain.ends_with(" |");
            (cells > 1 || has_border).then_some(&"|")
        };
        Some((*tag.or_else(cells)?).to_owned())
    })
}

/// Whether a row consists of the headings of columns.
fn is_head(row: &DraftRow) -> bool {
    let code = row.code.as_deref().unwrap_or_default();
    let title = row.title.as_ref().or(row.description.first());
    let is_titled = |title: &Text| vocabulary::is_code_heading(&title.plain);
    row.title.as_ref().is_some_and(is_titled)
        || vocabulary::is_heading(code)
            && title.is_none_or(|title| vocabulary::is_heading(&title.plain))
}
