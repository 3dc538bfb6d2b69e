//! Lines that name the columns of the lines below.

use crate::import::roles::vocabulary::{exact_wording, wording};

/// The length of the longest line that is searched for headings without spaces between them.
const LONGEST: usize = 80;

/// Whether a line consists of column headings: several without spaces between them, as in `Status CodeDescription`, or
/// three or more words.
pub(crate) fn is_heading_line(line: &str) -> bool {
    let line = line.trim();
    // a single heading is probably the start of a text
    if line.len() > LONGEST || exact_wording(line).is_some() {
        return false;
    }
    if has_only_columns(line) {
        return true;
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
        reached.push(
            (0..i).any(|from| reached[from] && exact_wording(&line[starts[from]..end]).is_some()),
        );
    }
    starts.len() > 2 && reached.last() == Some(&true)
}

/// Whether a line consists of three or more words that are column headings: `コード メッセージ 意味`
fn has_only_columns(line: &str) -> bool {
    line.split_whitespace().count() > 2 && names_columns(line)
}

/// Whether a line consists of several words that are column headings, but is not a heading itself: `Code Description`
pub(crate) fn names_columns(line: &str) -> bool {
    let mut words = line.split_whitespace();
    // `Fehlercode (error code)` is a title in two languages
    let is_title = line.contains('(') || exact_wording(line).is_some();
    !is_title && words.clone().count() > 1 && words.all(|word| exact_wording(word).is_some())
}

/// Whether a line is the heading of a column, or begins or ends with the words of such a heading.
pub(crate) fn names_column(line: &str) -> bool {
    wording(line).is_some()
}

/// Whether a line consists of three or more column headings, with or without spaces between them. Some of them may be
/// unknown.
pub(crate) fn has_columns(line: &str) -> bool {
    const MOST: usize = 8;
    const JOINED: [&str; 5] = ["and", "or", "of", "for", "&"];
    let is_joined = |word: &str| JOINED.contains(&&*word.to_lowercase());
    if exact_wording(line).is_some() || line.split_whitespace().any(is_joined) {
        return false;
    }
    if has_glued_columns(line) || has_only_columns(line) {
        return true;
    }
    let words: Vec<_> = line.split_whitespace().take(MOST + 1).collect();
    let known = words.iter().filter(|word| exact_wording(word).is_some());
    let known = known.count();
    let is_title = words
        .iter()
        .all(|word| word.starts_with(char::is_uppercase));
    is_title && words.len() <= MOST && known > 2 && known * 4 >= words.len() * 3
}

/// Whether a line consists of three or more headings without spaces between them: `HTTP codeMeaningContents`
fn has_glued_columns(line: &str) -> bool {
    let mut before = ' ';
    let is_joint = |(at, c): (usize, char)| {
        let begins = before.is_lowercase() && c.is_uppercase();
        before = c;
        begins.then_some(at)
    };
    if line.len() > LONGEST {
        return false;
    }
    let joints: Vec<usize> = line.char_indices().filter_map(is_joint).collect();
    let starts = [0].into_iter().chain(joints.iter().copied());
    let ends = joints.iter().copied().chain([line.len()]);
    let parts = starts.zip(ends).map(|(start, end)| &line[start..end]);
    joints.len() > 1 && parts.filter(|part| names_column(part)).count() > 1
}
