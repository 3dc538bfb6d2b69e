//! Runs of items and lines with keys → regions.

use crate::import::extract::regions::context::{Context, is_long_number};
use crate::import::extract::regions::keyed_line::{Certainty, KeyedLine};
use crate::import::extract::regions::lines;
use crate::import::extract::regions::list_run::{RunReader, is_heading};
use crate::import::extract::regions::nested_labels::NestedLabels;
use crate::import::extract::regions::region::Part;
use crate::import::extract::regions::{
    field_names, item_lines, list_doubts, list_texts, numbers, one_form, run_texts,
};
use crate::import::extract::section;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::about::is_about_codes;
use crate::import::roles::registry;

pub(super) fn read(parts: Vec<Part>, is_http: bool) -> Vec<Part> {
    let is_code = |part: &&Part| matches!(part, Part::Block(Block::Heading(_, text)) if section::is_code(text));
    let has_code_headings = parts.iter().filter(is_code).count() > 1;
    let mut context = Context::of(&parts);
    let mut read: Vec<Part> = Vec::with_capacity(parts.len());
    let mut run: Vec<Block> = Vec::new();
    for part in parts {
        match part {
            Part::Block(block @ (Block::Item(..) | Block::Lines(_))) => {
                let is_item = |block: &Block| matches!(block, Block::Item(..));
                if run
                    .last()
                    .is_some_and(|last| is_item(last) != is_item(&block))
                {
                    end_run(&mut run, &mut context, &mut read, is_http);
                }
                run.push(block);
            }
            part => {
                end_run(&mut run, &mut context, &mut read, is_http);
                if let Part::Block(Block::Heading(_, text)) = &part {
                    context.in_row = section::row_of(text, has_code_headings).is_some();
                    context.is_about_codes = is_about_codes(&text.plain);
                }
                read.push(part);
            }
        }
        context.end += 1;
    }
    end_run(&mut run, &mut context, &mut read, is_http);
    list_texts::decide(&mut read, is_http);
    read
}

/// Reads a run of items or of lines. Lines with keys become regions, and all other text is kept unchanged.
fn end_run(run: &mut Vec<Block>, context: &mut Context, read: &mut Vec<Part>, is_http: bool) {
    let keyed = keyed_lines(run, context, is_http);
    let mut least = [false, true].map(|of_codes| accepted(run, &keyed, of_codes, context));
    let is_list = run.iter().any(|block| matches!(block, Block::Item(..)));
    context.are_mentioned =
        is_list && least[0].is_some() && context.table_keys.are_mentioned(&keyed, context.end);
    least[0] = least[0].filter(|_| !context.are_mentioned);
    let is_row = |line: &KeyedLine| {
        let is_code = line.status.is_empty();
        least[usize::from(is_code)].is_some_and(|least| line.certainty >= least)
    };
    read.extend(list_doubts::of(run, &keyed, least, context).map(Part::Doubt));
    let paragraphs = paragraphs_below_rows(run, &keyed, &is_row);
    let nested = NestedLabels::of(run, &keyed);
    let are_titled = item_lines::are_titled(run, &keyed, &is_row);
    let mut reader = RunReader {
        read,
        region: None,
        paragraphs,
        nested,
        are_titled,
        left: 0,
        between: None,
        has_between: false,
    };
    for (block, keyed) in run.drain(..).zip(keyed) {
        let mut keyed = keyed.into_iter().map(|line| line.filter(is_row));
        match block {
            Block::Item(depth, text) => reader.item(depth, text, keyed.next().flatten()),
            Block::Lines(texts) => {
                let mut lines: Vec<_> = texts.into_iter().zip(keyed).collect();
                let after = lines.split_off(text_below_rows(&lines));
                if !reader.paragraph(&lines) {
                    reader.lines(&lines);
                }
                reader.text_below(after);
            }
            _ => {}
        }
    }
    reader.end_run();
}

/// Returns the lines of each block of a run, as far as they have keys.
fn keyed_lines(run: &[Block], context: &mut Context, is_http: bool) -> Vec<Vec<Option<KeyedLine>>> {
    let line_of = |block: &Block| match block {
        Block::Item(_, text) => vec![lines::read(text)],
        Block::Lines(texts) => texts.iter().map(lines::read).collect(),
        _ => Vec::new(),
    };
    let mut keyed: Vec<Vec<Option<KeyedLine>>> = run.iter().map(line_of).collect();
    if is_http {
        let texts = run.iter().flat_map(run_texts::texts_of);
        let has_phrases =
            context.says_http || registry::have_phrases(texts.map(|text| &*text.plain));
        numbers::to_codes(&mut keyed, has_phrases);
    }
    field_names::remove(&mut keyed);
    one_form::hexadecimal(run, &mut keyed);
    let is_subject = |line: &KeyedLine| context.subject.as_ref() == Some(&line.code.plain);
    for line in keyed.iter_mut().flatten() {
        *line = line.take().filter(|line| !is_subject(line));
    }
    let are_numbered = one_form::numbered(run, &mut keyed);
    context.is_about_codes |= are_numbered && context.is_bare;
    keyed
}

/// Returns where the rows of a paragraph end. The lines below the last row do not belong to it if that row ends a
/// sentence, the next line starts with a capital letter, and no other row has lines below it.
fn text_below_rows(lines: &[(Text, Option<KeyedLine>)]) -> usize {
    let is_row = |(_, row): &(Text, Option<KeyedLine>)| row.is_some();
    let (Some(first), Some(last)) = (
        lines.iter().position(is_row),
        lines.iter().rposition(is_row),
    ) else {
        return lines.len();
    };
    let are_rows_alone = first < last && lines[first..last].iter().all(is_row);
    let begins = |(text, _): &(Text, _)| text.plain.starts_with(char::is_uppercase);
    let ends = lines[last].0.plain.ends_with(['.', '!', '。']);
    if are_rows_alone && ends && lines.get(last + 1).is_some_and(begins) {
        last + 1
    } else {
        lines.len()
    }
}

/// Whether a paragraph has at least three lines that start with a code, with few other lines between them.
fn has_numbered_lines(keyed: &[Vec<Option<KeyedLine>>]) -> bool {
    keyed.iter().any(|lines| {
        let is_numbered =
            |line: &Option<KeyedLine>| line.as_ref().is_some_and(|line| line.status.is_empty());
        let first = lines.iter().position(is_numbered).unwrap_or(0);
        let last = lines.iter().rposition(is_numbered).unwrap_or(0);
        let numbered = lines.iter().filter(|line| is_numbered(line)).count();
        numbered > 2 && numbered * 3 >= (last - first) * 2
    })
}

/// Returns the largest number of paragraphs below a row, or 0 if fewer than half of the rows have a paragraph below
/// them. The last of several rows does not count.
fn paragraphs_below_rows(
    run: &[Block],
    keyed: &[Vec<Option<KeyedLine>>],
    is_row: &impl Fn(&KeyedLine) -> bool,
) -> usize {
    let mut counts: Vec<usize> = Vec::new();
    for (block, keyed) in run.iter().zip(keyed) {
        let Block::Lines(texts) = block else {
            return 0;
        };
        let rows = keyed.iter().flatten().filter(|line| is_row(line)).count();
        match counts.last_mut() {
            _ if rows > 0 => counts.resize(counts.len() + rows, 0),
            Some(count) if texts.first().is_some_and(|text| !is_heading(text)) => *count += 1,
            _ => {}
        }
    }
    // text below the last of several rows may be about something else
    if counts.len() > 1 {
        counts.pop();
    } else if let Some(only) = counts.first_mut() {
        *only = 1.min(*only);
    }
    let with_text = counts.iter().filter(|count| **count > 0).count();
    let most = counts.iter().copied().max().unwrap_or(0);
    if with_text > 0 && with_text * 2 >= counts.len() {
        most
    } else {
        0
    }
}

/// Returns the least certainty with which a line is read as a row, or `None` if no line is a row. Considers only lines
/// without a status if `of_codes` is set, and only lines with a status otherwise.
fn accepted(
    run: &[Block],
    keyed: &[Vec<Option<KeyedLine>>],
    of_codes: bool,
    context: &mut Context,
) -> Option<Certainty> {
    let is_list = run.iter().any(|block| matches!(block, Block::Item(..)));
    let (mut lines, mut fair, mut sure, mut weak) = (0, 0, 0, 0);
    let mut depth = usize::MAX;
    for (block, keyed) in run.iter().zip(keyed) {
        let here = if let Block::Item(depth, _) = block {
            *depth
        } else {
            1
        };
        let has_above = weak > 0;
        for line in keyed {
            let line = line
                .as_ref()
                .filter(|line| line.status.is_empty() == of_codes);
            if let Some(line) = line {
                depth = depth.min(here);
                weak += 1;
                fair += usize::from(line.certainty >= Certainty::Fair);
                sure += usize::from(line.certainty == Certainty::Sure);
            }
            lines += usize::from(here <= depth);
        }
        context.is_about_codes |= !has_above && run_texts::announces_codes(block, keyed);
    }
    let all = |number: usize| number > 1 && (!is_list || number == lines);
    let least = if of_codes { context.least_codes } else { 2 };
    let most = |number: usize| number >= least && (!is_list || number * 3 >= lines * 2);
    if of_codes {
        let is_sure_place = !context.has_rows || context.is_about_codes && !context.in_row;
        let lines = || keyed.iter().flatten().flatten();
        let are_numbers = || lines().all(|line| is_long_number(&line.code.plain));
        match () {
            () if is_list && context.has_numbered_items && all(fair) && are_numbers() => {
                Some(Certainty::Fair)
            }
            () if most(fair) && is_sure_place => Some(Certainty::Fair),
            () if !context.is_about_codes || context.has_rows => None,
            () if is_list && all(weak) => Some(Certainty::Weak),
            () if !is_list && has_numbered_lines(keyed) => Some(Certainty::Weak),
            () => None,
        }
    } else {
        match () {
            () if context.in_row => None,
            () if all(fair) && (is_list || !context.has_rows) => Some(Certainty::Fair),
            () if sure > 0 && (!context.has_rows || is_list && most(sure)) => Some(Certainty::Sure),
            () => None,
        }
    }
}
