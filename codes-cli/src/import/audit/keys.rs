//! The keys (statuses and codes) that a page seems to have, wherever they are.

use std::ops::Range;

use crate::import::model::page::{Block, MAX_COLUMNS};
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::values::{self, is_identifier, is_pattern, several_codes};
use crate::import::roles::{forms, registry, status, vocabulary};

/// A status or code in a place where rows have theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageKey {
    pub(super) key: String,
    pub(super) is_status: bool,
    /// It is certainly a code, by its position or its form.
    pub(super) is_sure: bool,
    /// The position of the table with the key among the blocks, and the key's column.
    pub(super) column: Option<(usize, usize)>,
}

impl PageKey {
    fn of_code(code: &str) -> Self {
        PageKey {
            key: status::code(code),
            is_status: false,
            is_sure: false,
            column: None,
        }
    }

    pub(super) fn table(&self) -> Option<usize> {
        self.column.map(|(table, _)| table)
    }
}

/// The keys that a page seems to have.
#[derive(Default)]
pub(super) struct PageKeys {
    pub(super) all: Vec<PageKey>,
    /// For each block, the positions of its keys in `all`.
    pub(super) of_blocks: Vec<Range<usize>>,
}

/// Returns the keys that a page seems to have.
pub(super) fn of_page(blocks: &[Block]) -> PageKeys {
    let mut keys: Vec<PageKey> = Vec::new();
    let mut of_blocks = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let start = keys.len();
        keys.extend(of_block(at, block));
        of_blocks.push(start..keys.len());
    }
    numbered_runs(&mut keys);
    let labelled = blocks.iter().filter_map(labelled_number);
    keys.extend(sure_if_several(labelled, 3));
    let capitals = blocks.iter().filter_map(word_in_capitals);
    keys.extend(sure_if_several(capitals, 3));
    let glued = blocks
        .iter()
        .flat_map(Block::lines)
        .filter_map(glued_number);
    keys.extend(sure_if_several(glued, 2));
    PageKeys {
        all: keys,
        of_blocks,
    }
}

/// Returns a heading that is a single word in capitals, such as `ENOENT`. Shorter ones, such as `HTTP`, are not codes.
fn word_in_capitals(block: &Block) -> Option<&str> {
    const SHORTEST: usize = 6;
    let Block::Heading(_, text) = block else {
        return None;
    };
    let word = text.plain.trim();
    let is_code = word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then_some(word)
}

/// Returns the number of a heading or an item such as `Status 12: Gone`.
fn labelled_number(block: &Block) -> Option<&str> {
    let (Block::Heading(_, text) | Block::Item(_, text)) = block else {
        return None;
    };
    let (label, rest) = text.plain.trim().split_once(' ')?;
    let role = vocabulary::label(label)?;
    let is_label = matches!(role, Role::Code | Role::Status | Role::Outcome);
    Some(leading_digits(rest)).filter(|number| is_label && !number.is_empty())
}

/// Returns the number of a line such as `101Door open`. Pages in HTML have them where only the style of the page
/// separates a number from its text.
fn glued_number(text: &Text) -> Option<&str> {
    const DIGITS: usize = 3;
    let line = text.plain.trim();
    let number = leading_digits(line);
    let mut letters = line[number.len()..].chars();
    let begins = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    (number.len() >= DIGITS && begins).then_some(number)
}

fn leading_digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

fn sure_if_several<'n>(numbers: impl Iterator<Item = &'n str>, least: usize) -> Vec<PageKey> {
    let sure = |number| PageKey {
        is_sure: true,
        ..PageKey::of_code(number)
    };
    let keys: Vec<_> = numbers.map(sure).collect();
    Some(keys)
        .filter(|keys| keys.len() >= least)
        .unwrap_or_default()
}

/// Makes the numbers of three or more lines in sequence sure, such as `- 1001 - Not found`.
fn numbered_runs(keys: &mut [PageKey]) {
    const LEAST: usize = 3;
    let is_numbered = |key: &PageKey| {
        key.column.is_none() && key.key.len() >= LEAST && values::is_number(&key.key)
    };
    let runs = keys.chunk_by_mut(|one, other| is_numbered(one) && is_numbered(other));
    for run in runs.filter(|run| run.len() >= LEAST) {
        for key in run {
            key.is_sure |= !key.is_status;
        }
    }
}

/// Returns the keys that a block seems to have.
fn of_block(at: usize, block: &Block) -> Vec<PageKey> {
    match block {
        Block::Table(table) => {
            let of_row = |row: &Vec<Text>| {
                let cells = row.iter().take(MAX_COLUMNS).enumerate();
                let keys = cells.flat_map(|(column, cell)| {
                    let keys = of_cell(&cell.plain).into_iter();
                    keys.map(move |key| PageKey {
                        column: Some((at, column)),
                        ..key
                    })
                });
                keys.collect::<Vec<_>>()
            };
            table.rows.iter().flat_map(of_row).collect()
        }
        _ => block.lines().iter().flat_map(of_whole_line).collect(),
    }
}

/// Returns the key at the start of a line and, if that is a status, the code at its end: `401 Unauthorized - no_key`
fn of_whole_line(line: &Text) -> impl Iterator<Item = PageKey> {
    let first = of_line(line);
    let last = line.plain.rsplit(char::is_whitespace).next();
    let last = last.map(|word| word.trim_matches(['(', ')', '`']));
    let is_code = |word: &&str| word.contains('_') && is_identifier(word);
    let last = last.filter(is_code).and_then(code).map(|key| PageKey {
        is_sure: true,
        ..key
    });
    let is_pair = first.as_ref().is_some_and(|key| key.is_status);
    first.into_iter().chain(last.filter(|_| is_pair))
}

/// Returns the key at the start of a line.
fn of_line(line: &Text) -> Option<PageKey> {
    const MARKS: [char; 8] = [':', '-', '–', '—', '=', '\t', '(', '|'];
    let plain = line.plain.trim();
    // the first line of a sample response
    if plain.starts_with("HTTP/") {
        return None;
    }
    if let Some((statuses, rest)) = status::leading_statuses(plain) {
        let rest = rest.trim_start();
        let begins = rest.is_empty()
            || rest.starts_with(MARKS)
            || rest.starts_with(|c: char| c.is_uppercase());
        return of_statuses(&statuses).filter(|_| begins);
    }
    if let Some((lead, _)) = line.split_lead() {
        let number = Some(lead).filter(|lead| values::is_integer(lead));
        return number.map(PageKey::of_code).or_else(|| code(lead));
    }
    if is_pattern(plain) {
        return code(plain).map(|key| PageKey {
            is_sure: true,
            ..key
        });
    }
    let end = |c: char| c.is_whitespace() || ":=(|".contains(c);
    let word = plain.split(end).next().unwrap_or_default();
    let rest = plain[word.len()..].trim_start();
    // `1000 – 1999: General`
    let high = rest.trim_start_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    let is_range = values::is_integer(word) && leading_digits(high).len() == word.len();
    let is_alone = !is_range && (rest.is_empty() || rest.starts_with(MARKS));
    code(word).filter(|_| is_alone || forms::is_of_codes(&forms::form(word)))
}

fn of_cell(cell: &str) -> Vec<PageKey> {
    if let Some((statuses, rest)) = status::statuses_of(cell) {
        let is_whole = rest.is_empty() || status::is_statuses(cell);
        let key = of_statuses(&statuses).filter(|_| is_whole);
        return key.into_iter().collect();
    }
    match several_codes(cell) {
        Some(codes) => codes.into_iter().filter_map(code).collect(),
        None => code(cell).into_iter().collect(),
    }
}

/// If exactly one of the statuses is a registered error status, returns its key. Other statuses are ignored, because the
/// samples on a page also have statuses of successes.
pub(super) fn of_statuses(statuses: &[String]) -> Option<PageKey> {
    let is_error =
        |status: &String| status.starts_with(['4', '5']) && registry::is_registered(status);
    let [status] = statuses else {
        return None;
    };
    (is_error(status) && !status::is_class(status)).then(|| PageKey {
        key: status.clone(),
        is_status: true,
        is_sure: false,
        column: None,
    })
}

pub(super) fn code(text: &str) -> Option<PageKey> {
    let code = text.trim().trim_matches(['`', '\'', '"']);
    // a prefix or a pattern stands for several codes
    let is_one = !code.ends_with(['_', '-', '.', '*', '/']);
    let is_key = status::is_token(code) && code.len() > 1 && !status::is_no_value(code);
    (is_key && is_one).then(|| PageKey::of_code(code))
}
