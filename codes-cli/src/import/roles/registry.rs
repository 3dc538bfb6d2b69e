//! The statuses that HTTP has, and their phrases.

use std::collections::HashSet;
use std::sync::LazyLock;

use codes_spec::status_phrase;

use crate::import::roles::status::statuses_of;

/// Whether all statuses of a cell are registered for HTTP, or are used by common servers.
pub(crate) fn is_registered(cell: &str) -> bool {
    const OTHERS: [u16; 24] = [
        218, 306, 418, 419, 420, 430, 440, 444, 449, 450, 460, 463, 494, 495, 496, 497, 498, 499,
        509, 520, 521, 522, 529, 530,
    ];
    let is_known = |status: &String| match status.parse() {
        Ok(number) => status_phrase(number).is_some() || OTHERS.contains(&number),
        // classes and ranges
        Err(_) => true,
    };
    statuses_of(cell).is_some_and(|(statuses, _)| statuses.iter().all(is_known))
}

/// Whether a protocol other than HTTP has a status.
pub(crate) fn has(protocol: &str, status: &str) -> bool {
    const SMTP: [u16; 34] = [
        211, 214, 220, 221, 235, 250, 251, 252, 334, 354, 421, 432, 450, 451, 452, 454, 455, 458,
        500, 501, 502, 503, 504, 521, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555,
    ];
    const FTP: [u16; 38] = [
        110, 120, 125, 150, 200, 202, 211, 212, 213, 214, 215, 220, 221, 225, 226, 227, 228, 229,
        230, 250, 257, 331, 332, 350, 421, 425, 426, 430, 434, 450, 451, 452, 500, 501, 530, 550,
        551, 553,
    ];
    let known: &[u16] = match protocol {
        "SMTP" => &SMTP,
        "FTP" => &FTP,
        _ => &[],
    };
    status.parse().is_ok_and(|status| known.contains(&status))
}

/// The phrases of the statuses of errors, in lower case.
static PHRASES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let phrases = (400..600).filter_map(status_phrase);
    phrases.map(str::to_lowercase).collect()
});

/// Whether a text is the phrase of an HTTP error.
pub(crate) fn is_phrase(text: &str) -> bool {
    PHRASES.contains(&text.to_lowercase())
}

/// Whether a text is the phrase that HTTP has for one of the statuses.
pub(crate) fn is_phrase_of(text: &str, statuses: &[String]) -> bool {
    let is_phrase = |status: &String| leading_phrase(status, text) == Some(text.len());
    statuses.iter().any(is_phrase)
}

/// Whether any of the texts starts with the phrase of an HTTP error, with or without a status before it.
pub(crate) fn have_phrases<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    const LONGEST: usize = 40;
    let is_letter = |c: char| c.is_alphabetic();
    let mut phrases = texts.filter_map(|text| {
        let start = text.get(..LONGEST).unwrap_or(text).find(is_letter)?;
        let words = text[start..].split(|c: char| !c.is_alphabetic() && c != ' ' && c != '-');
        words
            .map(str::trim)
            .next()
            .filter(|words| words.len() < LONGEST)
    });
    phrases.any(|words| PHRASES.contains(&words.to_lowercase()))
}

/// Returns the length of the phrase that HTTP has for a status, if a text starts with it.
pub(crate) fn leading_phrase(status: &str, text: &str) -> Option<usize> {
    const OLDER: [(&str, &[&str]); 6] = [
        ("302", &["Moved Temporarily"]),
        ("408", &["Request Time-out"]),
        ("413", &["Payload Too Large", "Request Entity Too Large"]),
        ("414", &["Request-URI Too Long", "URL Too Long"]),
        ("416", &["Requested Range Not Satisfiable"]),
        ("422", &["Unprocessable Entity"]),
    ];
    let current = status.parse().ok().and_then(status_phrase);
    let older = OLDER
        .iter()
        .filter(|(of, _)| *of == status)
        .flat_map(|(_, phrases)| *phrases);
    let mut phrases = current.into_iter().chain(older.copied());
    phrases.find_map(|phrase| {
        let start = text.get(..phrase.len())?;
        let ends =
            !text[phrase.len()..].starts_with(|c: char| c.is_alphanumeric() && !c.is_uppercase());
        (start.eq_ignore_ascii_case(phrase) && ends).then_some(phrase.len())
    })
}
