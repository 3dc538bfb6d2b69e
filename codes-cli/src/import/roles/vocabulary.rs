//! Looks up headings and labels.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::import::roles::role::Role;
use crate::import::roles::wordings::{WORDINGS, Wording};

/// Normalizes a heading: lower case, words in the singular, separated by one space.
fn normalize(heading: &str) -> String {
    let words = heading
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let singular = words.map(|word| match word.to_lowercase() {
        word if word.ends_with("ss") || word == "status" => word,
        word if word == "statuses" => "status".to_owned(),
        word => word.strip_suffix('s').map_or(word.clone(), str::to_owned),
    });
    singular.collect::<Vec<_>>().join(" ")
}

/// Looks up what a heading suggests about its column.
pub(super) fn wording(heading: &str) -> Option<Wording> {
    static BY_TEXT: LazyLock<HashMap<&str, Wording>> = LazyLock::new(|| {
        WORDINGS
            .iter()
            .flat_map(|(wording, texts)| texts.iter().map(|text| (*text, *wording)))
            .collect()
    });
    const LONGEST: usize = 60;
    (heading.len() <= LONGEST).then(|| BY_TEXT.get(normalize(heading).as_str()).copied())?
}

/// Returns the role that a label such as `Description:` gives to the text after it.
pub(crate) fn label(label: &str) -> Option<Role> {
    Some(match wording(label)? {
        Wording::Is(role) => role,
        Wording::Description | Wording::Message => Role::Description,
        Wording::Title => Role::Title,
        Wording::Code | Wording::Error => Role::Code,
        Wording::Http => Role::Status,
        Wording::Status => Role::Outcome,
    })
}

/// Whether a line consists of column headings without spaces between them: `Status CodeDescription`.
pub(crate) fn is_heading_line(line: &str) -> bool {
    const LONGEST: usize = 80;
    let line = line.trim();
    // a single heading is probably the start of a text
    if line.len() > LONGEST || wording(line).is_some() {
        return false;
    }
    let start = |(at, c): (usize, char)| c.is_uppercase().then_some(at);
    let starts: Vec<usize> = line
        .char_indices()
        .filter_map(start)
        .chain([line.len()])
        .collect();
    // for each capital letter, whether the line before it consists of headings
    let mut reached = vec![starts.first() == Some(&0)];
    for (i, &end) in starts.iter().enumerate().skip(1) {
        reached
            .push((0..i).any(|from| reached[from] && wording(&line[starts[from]..end]).is_some()));
    }
    starts.len() > 2 && reached.last() == Some(&true)
}
