//! The statuses that HTTP has, and their phrases.

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
