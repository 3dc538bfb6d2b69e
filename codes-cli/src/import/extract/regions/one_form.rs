//! Runs of lines whose keys all have one form, which shows that they are codes.

use std::collections::HashSet;

use crate::import::extract::regions::keyed_line::{Certainty, KeyedLine};
use crate::import::extract::regions::lines::at_mark;
use crate::import::extract::regions::run_texts::texts_of;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::about::is_about_codes;
use crate::import::roles::values::is_integer;

/// The minimum number of lines with hexadecimal codes.
const SEVERAL: usize = 3;

/// The minimum number of lines with numbers.
const MANY: usize = 5;

/// Reads hexadecimal codes with the same number of digits, if only some of them have letters: `0A - Paper jam`,
/// `10 No paper`
pub(super) fn hexadecimal(run: &[Block], keyed: &mut [Vec<Option<KeyedLine>>]) {
    let texts = run.iter().flat_map(texts_of);
    let lines = || keyed.iter().flatten();
    let found: Vec<Option<(String, Text)>> = texts.map(hexadecimal_line).collect();
    let codes: Vec<&str> = found.iter().flatten().map(|(code, _)| &**code).collect();
    let length = codes.first().map_or(0, |code| code.len());
    let has = |code: &&&str, is: fn(char) -> bool| code.contains(is);
    let with_letters = codes.iter().filter(|code| has(code, char::is_alphabetic));
    let with_digits = codes.iter().filter(|code| has(code, char::is_numeric));
    let are_mixed = with_letters
        .clone()
        .any(|code| has(&code, char::is_numeric));
    let is_other = |(line, found): (&Option<KeyedLine>, &Option<_>)| {
        let is_fair = |line: &KeyedLine| line.certainty >= Certainty::Fair;
        found.is_none() && line.as_ref().is_some_and(is_fair)
    };
    if codes.len() < SEVERAL
        || !are_mixed
        || with_letters.count() == codes.len()
        || with_digits.count() * 2 < codes.len()
        || codes.iter().any(|code| code.len() != length)
        || lines().zip(&found).any(is_other)
    {
        return;
    }
    for (line, found) in keyed.iter_mut().flatten().zip(found) {
        if let Some((code, text)) = found {
            *line = Some(KeyedLine {
                code: Text::plain(&code),
                text,
                certainty: Certainty::Fair,
                ..KeyedLine::default()
            });
        }
    }
}

fn hexadecimal_line(text: &Text) -> Option<(String, Text)> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;
    let is_code =
        |code: &str| LENGTHS.contains(&code.len()) && code.bytes().all(|b| b.is_ascii_hexdigit());
    let marked = at_mark(text).filter(|(code, text)| is_code(code) && begins_text(text));
    let spaced = || {
        let (code, rest) = text.plain.split_once(' ')?;
        let begins = rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        // `Add` and `Bad` begin sentences
        let is_spaced = is_code(code) && begins && !code.contains(char::is_lowercase);
        is_spaced.then(|| (code.to_owned(), text.after(code.len() + 1)))
    };
    marked.or_else(spaced)
}

/// Whether the lines of a paragraph are numbered, but not as steps are: at least five lines in a row have the form
/// `0:No error`, with different numbers.
fn are_numbered(texts: &[Text], lines: &[Option<KeyedLine>]) -> bool {
    let mut numbers = HashSet::new();
    let mut mark = None;
    let is_numbered = |(text, line): (&Text, &Option<KeyedLine>)| {
        let code = line.as_ref().map_or("", |line| &line.code.plain);
        let Some(rest) = text.plain.strip_prefix(code).filter(|_| is_integer(code)) else {
            return false;
        };
        let here = rest
            .find(char::is_alphanumeric)
            .map(|end| rest[..end].to_owned());
        let is_mark = |here: &String| here == "\t" || here.trim_end().ends_with([':', '-', '–']);
        let is_same = |here: String| *mark.get_or_insert_with(|| here.clone()) == here;
        here.filter(is_mark).is_some_and(is_same)
            && numbers.insert(code.to_owned())
            && line.as_ref().is_some_and(|line| begins_text(&line.text))
    };
    let are_alike = texts.len() >= MANY && texts.iter().zip(lines).all(is_numbered);
    // steps are numbered from 1
    are_alike && (1..=texts.len()).any(|number| !numbers.contains(&number.to_string()))
}

/// Returns the name of the function that a page is about, as in `lift_move - moves the lift`: the first code, if it is in
/// lower case and in a paragraph apart from the others, which are all in capitals. Each code has the position of its
/// paragraph.
pub(super) fn subject(codes: &[(usize, String)]) -> Option<&str> {
    let [(first, subject), others @ ..] = codes else {
        return None;
    };
    let is_capital =
        |(_, code): &(usize, String)| code.contains('_') && !code.contains(char::is_lowercase);
    let is_lower = subject.contains(char::is_lowercase) && !subject.contains(char::is_uppercase);
    let stands_apart = others
        .first()
        .is_some_and(|(second, _)| *second > first + 1);
    (is_lower && stands_apart && others.len() >= SEVERAL && others.iter().all(is_capital))
        .then_some(subject)
}

fn begins_text(text: &Text) -> bool {
    text.plain.starts_with(char::is_alphabetic)
}

/// Accepts the numbers of numbered lines as codes, if at least a third of the texts are about errors. Returns whether
/// there are other numbered lines.
pub(super) fn numbered(run: &[Block], keyed: &mut [Vec<Option<KeyedLine>>]) -> bool {
    let mut has_others = false;
    for (block, lines) in run.iter().zip(keyed) {
        let Block::Lines(texts) = block else {
            continue;
        };
        if !are_numbered(texts, lines) {
            continue;
        }
        let errors = texts.iter().filter(|text| is_about_codes(&text.plain));
        if errors.count() * 3 < texts.len() {
            has_others = true;
            continue;
        }
        for line in lines.iter_mut().flatten() {
            line.certainty = line.certainty.max(Certainty::Fair);
        }
    }
    has_others
}
