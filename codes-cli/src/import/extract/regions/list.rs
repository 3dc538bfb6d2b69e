//! Runs of items and lines with keys → regions.

use crate::import::extract::regions::lines::{self, Certainty, KeyedLine};
use crate::import::extract::regions::list_region::ListRegion;
use crate::import::extract::regions::{Part, list_texts};
use crate::import::extract::section;
use crate::import::model::page::Block;
use crate::import::model::text::Text;

/// What is known about the place of a list.
#[derive(Default)]
struct Context {
    /// The page has rows in tables or headings.
    has_rows: bool,
    /// The heading or the paragraph above is about errors.
    is_about_codes: bool,
    /// The heading above is a row.
    in_row: bool,
}

pub(super) fn read(parts: Vec<Part>) -> Vec<Part> {
    let has_rows = parts.iter().any(|part| match part {
        Part::Region(_) => true,
        Part::Block(Block::Heading(_, text)) => section::row_of(text, false).is_some(),
        Part::Block(_) => false,
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
    list_texts::decide(&mut read);
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
    let mut reader = RunReader { read, region: None };
    for (block, keyed) in run.drain(..).zip(keyed) {
        let mut keyed = keyed.into_iter().map(|line| line.filter(is_row));
        match block {
            Block::Item(depth, text) => reader.item(depth, text, keyed.next().flatten()),
            Block::Lines(texts) => reader.lines(texts.into_iter().zip(keyed)),
            _ => {}
        }
    }
    reader.end_region();
}

/// A run while it is read.
struct RunReader<'r> {
    read: &'r mut Vec<Part>,
    region: Option<ListRegion>,
}

impl RunReader<'_> {
    fn item(&mut self, depth: usize, text: Text, row: Option<KeyedLine>) {
        if let Some(row) = row {
            self.region.get_or_insert_default().push(depth, row);
        } else if let Some(open) = self.region.as_mut().filter(|open| depth > open.depth) {
            open.detail(text);
        } else {
            self.end_region();
            self.read.push(Part::Block(Block::Item(depth, text)));
        }
    }

    /// Reads the lines of a paragraph. Lines below a row belong to it, and so does a paragraph below one that has only
    /// its key.
    fn lines(&mut self, lines: impl Iterator<Item = (Text, Option<KeyedLine>)>) {
        let mut prose = Vec::new();
        let mut is_first = true;
        for (text, row) in lines {
            if let Some(row) = row {
                self.end_prose(&mut prose);
                self.region.get_or_insert_default().push(1, row);
                is_first = false;
                continue;
            }
            let open = self.region.as_mut();
            match open.filter(|open| !is_first || open.is_bare()) {
                Some(open) if !section::is_class(&text.plain) => {
                    open.continue_line(&text, is_first);
                }
                _ => {
                    prose.push(text);
                    is_first = true;
                }
            }
        }
        self.end_prose(&mut prose);
    }

    fn end_prose(&mut self, prose: &mut Vec<Text>) {
        if !prose.is_empty() {
            self.end_region();
            self.read
                .push(Part::Block(Block::Lines(std::mem::take(prose))));
        }
    }

    fn end_region(&mut self) {
        self.read.extend(self.region.take().map(ListRegion::finish));
    }
}

/// Returns the certainty that makes a line of a run a row: lines with statuses, or with codes.
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
            () if is_list && all(weak) && context.is_about_codes && !context.has_rows => {
                Some(Certainty::Weak)
            }
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
