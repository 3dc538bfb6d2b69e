//! Runs of items and lines with keys → regions.

use crate::import::extract::regions::lines::{self, Certainty, KeyedLine};
use crate::import::extract::regions::list_doubts::Context;
use crate::import::extract::regions::list_run::{RunReader, is_heading};
use crate::import::extract::regions::region::Part;
use crate::import::extract::regions::{list_doubts, list_texts};
use crate::import::extract::section;
use crate::import::model::page::Block;

pub(super) fn read(parts: Vec<Part>, is_http: bool) -> Vec<Part> {
    let has_rows = parts.iter().any(|part| match part {
        Part::Region(_) => true,
        Part::Block(Block::Heading(_, text)) => section::row_of(text, false).is_some(),
        Part::Block(_) | Part::Doubt(_) => false,
    });
    let mut context = Context {
        has_rows,
        ..Context::default()
    };
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
                    end_run(&mut run, &mut context, &mut read);
                }
                run.push(block);
            }
            part => {
                end_run(&mut run, &mut context, &mut read);
                if let Part::Block(Block::Heading(_, text)) = &part {
                    context.in_row = section::row_of(text, true).is_some();
                    context.is_about_codes = is_about_codes(&text.plain);
                }
                read.push(part);
            }
        }
    }
    end_run(&mut run, &mut context, &mut read);
    list_texts::decide(&mut read, is_http);
    read
}

/// Whether a heading or paragraph says that codes follow.
fn is_about_codes(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "error",
        "code",
        "status",
        "exception",
        "failure",
        "reason",
        "fehler",
        "erreur",
        "errore",
        "erro ",
        "erros",
        "código",
        "codigo",
        "ошиб",
        "код",
        "错误",
        "错误码",
        "状态",
        "エラー",
        "コード",
        "오류",
        "코드",
    ];
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

/// Reads a run of items or of lines: as regions where it has keys, and otherwise as it is.
fn end_run(run: &mut Vec<Block>, context: &mut Context, read: &mut Vec<Part>) {
    let line_of = |block: &Block| match block {
        Block::Item(_, text) => vec![lines::read(text)],
        Block::Lines(texts) => texts.iter().map(lines::read).collect(),
        _ => Vec::new(),
    };
    let keyed: Vec<Vec<Option<KeyedLine>>> = run.iter().map(line_of).collect();
    let least = [false, true].map(|of_codes| accepted(run, &keyed, of_codes, context));
    let is_row = |line: &KeyedLine| {
        let is_code = line.status.is_empty();
        least[usize::from(is_code)].is_some_and(|least| line.certainty >= least)
    };
    read.extend(list_doubts::of(run, &keyed, least, context).map(Part::Doubt));
    let paragraphs = paragraphs_below_rows(run, &keyed, &is_row);
    let mut reader = RunReader {
        read,
        region: None,
        paragraphs,
        left: 0,
        between: None,
    };
    for (block, keyed) in run.drain(..).zip(keyed) {
        let mut keyed = keyed.into_iter().map(|line| line.filter(is_row));
        match block {
            Block::Item(depth, text) => reader.item(depth, text, keyed.next().flatten()),
            Block::Lines(texts) => {
                let lines: Vec<_> = texts.into_iter().zip(keyed).collect();
                if !reader.paragraph(&lines) {
                    reader.lines(lines.into_iter());
                }
            }
            _ => {}
        }
    }
    reader.end_region();
}

/// Whether most lines of a paragraph start with a number.
fn has_numbered_lines(keyed: &[Vec<Option<KeyedLine>>]) -> bool {
    keyed.iter().any(|lines| {
        let numbered = lines
            .iter()
            .flatten()
            .filter(|line| line.status.is_empty())
            .count();
        numbered > 2 && numbered * 3 >= lines.len() * 2
    })
}

/// Returns the most paragraphs below any row but the last, or 0 if fewer than half of these have any.
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
    // what is below the last row may be about something else
    counts.pop();
    let with_text = counts.iter().filter(|count| **count > 0).count();
    let most = counts.iter().copied().max().unwrap_or(0);
    if with_text > 0 && with_text * 2 >= counts.len() {
        most
    } else {
        0
    }
}

/// Returns the certainty that a line needs to be a row, or `None` if no line is one. With `of_codes`, considers lines
/// without a status, and otherwise lines with one.
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
        if let (Block::Lines(texts), false) = (block, weak > 0) {
            context.is_about_codes |= texts.iter().any(|text| is_about_codes(&text.plain));
        }
    }
    let all = |number: usize| number > 1 && (!is_list || number == lines);
    let most = |number: usize| number > 1 && (!is_list || number * 3 >= lines * 2);
    if of_codes {
        let is_sure_place = !context.has_rows || context.is_about_codes && !context.in_row;
        match () {
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
