//! Names for rows whose derived names say nothing or too much: `Code50035`, `BadRequest7`, or a whole sentence.

use std::collections::HashSet;

use codes_spec::camel_case;

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::messages::doubts::Doubt;

/// The longest name that is kept, in characters.
const LONGEST: usize = 40;

/// Gives each row with a poor derived name a name made of its texts. Rows whose names are on the page (`given`) are
/// skipped. Returns whether any doubts about names were added.
pub(super) fn propose(draft: &mut Draft, names: &[String], given: &[bool]) -> bool {
    let mut taken: HashSet<String> = names.iter().cloned().collect();
    let (mut proposed, mut poor) = (Vec::new(), Vec::new());
    let rows = draft.rows.iter_mut().zip(names).zip(given);
    for ((row, name), _) in rows.filter(|(_, is_given)| !**is_given) {
        let Some(text) = text_for_name(row, name, &taken) else {
            // the row may have a name already, which distinguishes it from another row
            let code = row.code.as_deref().and_then(camel_case);
            proposed.extend(row.name.clone().filter(|name| code.as_ref() != Some(name)));
            continue;
        };
        let found = short_name(&text).filter(|name| name != "Self");
        let numbered = || Some(format!("{}{}", found.as_ref()?, digits(row)));
        let free = |name: &String| !taken.contains(name);
        match found
            .clone()
            .filter(free)
            .or_else(|| numbered().filter(free))
        {
            Some(found) => {
                taken.insert(found.clone());
                proposed.push(found.clone());
                row.name = Some(found);
            }
            None => poor.push(name.clone()),
        }
    }
    let doubts = [
        Some(proposed)
            .filter(|names| !names.is_empty())
            .map(Doubt::ProposedNames),
        Some(poor)
            .filter(|names| !names.is_empty())
            .map(Doubt::PoorNames),
    ];
    let before = draft.doubts.len();
    draft.doubts.extend(doubts.into_iter().flatten());
    draft.doubts.len() > before
}

/// Returns the text that a better name can be made of, or `None` if the name is good.
fn text_for_name(row: &DraftRow, name: &str, taken: &HashSet<String>) -> Option<String> {
    let is_long = name.chars().count() > LONGEST;
    let title = row.title.as_ref().map(|title| title.plain.as_str());
    let is_of_title = title.and_then(camel_case).as_deref() == Some(name);
    if is_long && is_of_title {
        return title.map(str::to_owned);
    }
    // rows whose names would be equal are numbered
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = row.name.is_some() && stem.len() < name.len() && taken.contains(stem);
    let number = name
        .strip_prefix("Code")
        .map(|rest| rest.trim_start_matches("Minus"));
    let is_number = number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (is_number || is_numbered).then(|| {
        let mut texts = row.description.iter().chain(&row.when).chain(&row.action);
        // a document may have the name of the code in a field
        let is_word = |text: &&Text| {
            text.plain.contains(char::is_alphabetic) && !text.plain.contains(char::is_whitespace)
        };
        let mut fields = row.fields.iter().map(|(_, text)| text);
        let text = texts.next().or_else(|| fields.find(is_word));
        text.map_or(String::new(), |text| text.plain.clone())
    })
}

fn digits(row: &DraftRow) -> String {
    let code = row.code.as_deref().unwrap_or_default();
    code.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Makes a name from the first few significant words of the first sentence.
fn short_name(text: &str) -> Option<String> {
    const SMALL: [&str; 37] = [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "is",
        "are", "was", "were", "been", "has", "have", "had", "it", "its", "this", "that", "these",
        "you", "your", "we", "our", "and", "or", "which", "when", "if", "because", "will",
    ];
    const WORDS: usize = 4;
    let end = text.find(['.', '!', '?', ';', ':', '(', '\n', '。']);
    let sentence = &text[..end.unwrap_or(text.len())];
    let words = sentence.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let words: Vec<_> = words
        .filter(|word| !word.is_empty() && !SMALL.contains(&word.to_lowercase().as_str()))
        .take(WORDS)
        .map(|word| word.replace('\'', ""))
        .collect();
    let name = camel_case(&words.join(" "))?;
    let begins = words.iter().any(|word| word.contains(char::is_alphabetic));
    (begins && name.chars().count() <= LONGEST).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn names_are_made_of_the_words_that_matter() {
        for (text, name) in [
            ("The parcel is too heavy for this van.", "ParcelTooHeavyVan"),
            ("You can't send an empty parcel", "CantSendEmptyParcel"),
            ("Invalid form body", "InvalidFormBody"),
        ] {
            assert_eq!(short_name(text).as_deref(), Some(name));
        }
        for text in ["", "…", "The"] {
            assert_eq!(short_name(text), None, "{text}");
        }
    }
}
