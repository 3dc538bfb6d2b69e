//! Finds statuses and codes in the texts of rows, which are signs that a text contains other rows.

use std::collections::BTreeSet;

use crate::import::audit::keys::{PageKey, code, of_statuses};
use crate::import::audit::row_keys::RowKeys;
use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::roles::{forms, registry};
use crate::messages::doubts::Doubt;

/// Adds a doubt to each row whose texts have several keys that no row has, or another status with its phrase.
pub(super) fn doubt(draft: &mut Draft) {
    const LEAST: usize = 2;
    let rows = RowKeys::of(draft, &[]);
    let found: Vec<Option<Doubt>> = draft
        .rows
        .iter()
        .map(|row| {
            let words = row.texts().flat_map(|text| words(&text.plain));
            let keys = words.filter_map(key_of_word).filter(|key| rows.lack(key));
            let keys: BTreeSet<String> = keys.map(|key| key.key).collect();
            let first = keys.first().filter(|_| keys.len() >= LEAST).cloned();
            let phrased = || {
                row.texts()
                    .find_map(|text| status_with_phrase(&text.plain, row))
            };
            first.or_else(phrased).map(Doubt::KeysInText)
        })
        .collect();
    for (row, doubt) in draft.rows.iter_mut().zip(found) {
        row.doubts.extend(doubt);
    }
}

/// Returns a status and its phrase inside the text of a row with another status: `… 400 Bad Request …`
fn status_with_phrase(text: &str, row: &DraftRow) -> Option<String> {
    let is_end = |c: char| !c.is_ascii_digit();
    let mut at = 0;
    text.split_inclusive(is_end).find_map(|part| {
        let status = part.trim_end_matches(is_end);
        let start = at;
        at += part.len();
        let is_other = status.len() == 3 && row.statuses.iter().all(|own| own != status);
        if !is_other || start == 0 {
            return None;
        }
        let rest = text[start + status.len()..].trim_start();
        let phrase = registry::leading_phrase(status, rest)?;
        Some(format!("{status} {}", &rest[..phrase]))
    })
}

/// Splits a text at spaces and punctuation, and leaves out words of one or two bytes.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_end = |c: char| !c.is_alphanumeric() && c != '_' && c != '-';
    text.split(is_end).filter(|word| word.len() > 2)
}

/// Returns the status or code that a word is, or the status that it ends with, as in `Lost404`.
fn key_of_word(word: &str) -> Option<PageKey> {
    let word = word.trim_matches('-');
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &word[letters.len()..];
    let is_glued = letters.ends_with(char::is_lowercase) || letters.is_empty();
    if digits.len() == 3 && is_glued {
        return of_statuses(&[digits.to_owned()]);
    }
    code(word).filter(|key| forms::is_of_codes(&forms::form(&key.key)))
}
