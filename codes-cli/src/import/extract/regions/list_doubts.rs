//! Doubts about a run of items or lines.

use crate::import::extract::regions::context::Context;
use crate::import::extract::regions::keyed_line::{Certainty, KeyedLine};
use crate::import::extract::regions::numbers;
use crate::import::extract::regions::run_texts::texts_of;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::head_lines;
use crate::messages::doubts::Doubt;

/// Returns a doubt if the codes of a run are uncertain, or if lines that look like rows are left out.
pub(super) fn of(
    run: &[Block],
    keyed: &[Vec<Option<KeyedLine>>],
    least: [Option<Certainty>; 2],
    context: &Context,
) -> Option<Doubt> {
    let lines: Vec<_> = run
        .iter()
        .flat_map(texts_of)
        .zip(keyed.iter().flatten())
        .filter_map(|(text, line)| Some((text, line.as_ref()?)))
        .collect();
    let (first, _) = lines.first()?;
    let has_rows = least.iter().any(Option::is_some);
    if let Some(head) = lost_columns(run).filter(|_| has_rows) {
        return Some(Doubt::LostColumns(head));
    }
    if least[1] == Some(Certainty::Weak) {
        return Some(Doubt::WeakCodes(first.plain.clone()));
    }
    let is_zero = |line: &KeyedLine| numbers::has_zeros(&line.code.plain);
    let is_left_out = |(_, line): &&(&Text, &KeyedLine)| {
        let is_code = line.status.is_empty();
        let least_certain = if is_code || context.are_mentioned {
            Certainty::Fair
        } else {
            Certainty::Sure
        };
        let is_certain = line.certainty >= least_certain || is_zero(line);
        is_certain && least[usize::from(is_code)].is_none()
    };
    let left_out: Vec<_> = lines.iter().filter(is_left_out).collect();
    let has_zeros = has_rows && least[1].is_none() && lines.iter().any(|(_, line)| is_zero(line));
    let is_loud = left_out.len() > 1 && context.is_about_codes && !context.in_row;
    let is_loud = is_loud || !left_out.is_empty() && context.are_mentioned || has_zeros;
    is_loud.then(|| Doubt::LinesLeftOut {
        first: left_out
            .first()
            .map_or(first, |(text, _)| text)
            .plain
            .clone(),
        lines: left_out.len(),
    })
}

/// Returns a line that names several columns, the first of two lines that name one column each, or the first of several
/// lines with `|` between cells.
fn lost_columns(run: &[Block]) -> Option<String> {
    let mut all = run.iter().flat_map(texts_of);
    let named = all.find(|text| head_lines::has_columns(&text.plain));
    let names_one = |text: &Text| head_lines::names_column(&text.plain);
    let stacked = || {
        let mut pairs = run.iter().flat_map(|block| texts_of(block).windows(2));
        pairs
            .find(|pair| pair.iter().all(names_one))
            .map(|pair| &pair[0])
    };
    let has_cells = |text: &&Text| text.plain.contains(" | ") || text.plain.ends_with(" |");
    let mut with_cells = run.iter().flat_map(texts_of).filter(has_cells);
    let of_cells = || with_cells.next().filter(|_| with_cells.next().is_some());
    Some(named.or_else(stacked).or_else(of_cells)?.plain.clone())
}
