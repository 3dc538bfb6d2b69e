//! The surroundings of a run of items or lines.

use crate::import::extract::regions::keyed_line::Certainty;
use crate::import::extract::regions::mentions::TableKeys;
use crate::import::extract::regions::region::Part;
use crate::import::extract::regions::{lines, one_form, run_texts};
use crate::import::extract::section;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::values::is_integer;

/// The surroundings of a run, which help to decide whether its lines are rows.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that do not depend on each other"
)]
pub(super) struct Context {
    /// The page has rows in tables or headings.
    pub(super) has_rows: bool,
    /// The page has neither rows in tables nor headings.
    pub(super) is_bare: bool,
    /// The heading or the paragraph above is about errors.
    pub(super) is_about_codes: bool,
    /// The minimum number of lines with codes in a run for these lines to be rows.
    pub(super) least_codes: usize,
    /// The page has several items that begin with long numbers, such as `- 1001 - Not found`.
    pub(super) has_numbered_items: bool,
    /// The page mentions HTTP statuses.
    pub(super) says_http: bool,
    pub(super) table_keys: TableKeys,
    /// The code in the line that says what the page is about.
    pub(super) subject: Option<String>,
    /// The number of parts up to the end of the run.
    pub(super) end: usize,
    /// The run only mentions statuses of the tables.
    pub(super) are_mentioned: bool,
    /// The heading above the run is itself a row, such as `404: Not Found`.
    pub(super) in_row: bool,
}

impl Context {
    /// Returns the context of the first run of a page.
    pub(super) fn of(parts: &[Part]) -> Self {
        let has_rows = parts.iter().any(|part| match part {
            Part::Region(_) => true,
            Part::Block(Block::Heading(_, text)) => section::row_of(text, false).is_some(),
            Part::Block(_) | Part::Doubt(_) => false,
        });
        let is_heading = |part: &Part| matches!(part, Part::Block(Block::Heading(..)));
        let fair_code = |text: &Text| {
            let line = lines::read(text)?;
            let is_fair = line.status.is_empty() && line.certainty >= Certainty::Fair;
            is_fair.then_some(line.code.plain)
        };
        let parts_of_page = parts.iter().enumerate();
        let codes: Vec<(usize, String)> = parts_of_page
            .flat_map(|(at, part)| {
                let codes = run_texts::texts_of_part(part).iter().filter_map(fair_code);
                codes.map(move |code| (at, code))
            })
            .collect();
        Context {
            // on a page with at least three lines that fairly certainly have a code, one such line is enough in a run
            least_codes: if codes.len() > 2 { 1 } else { 2 },
            has_rows,
            has_numbered_items: has_numbered_items(&codes),
            is_bare: !has_rows && !parts.iter().any(is_heading),
            says_http: parts.iter().any(run_texts::says_http),
            table_keys: TableKeys::of(parts),
            subject: one_form::subject(&codes).map(str::to_owned),
            ..Context::default()
        }
    }
}

/// Whether several codes are long numbers, and not all of them are years.
fn has_numbered_items(codes: &[(usize, String)]) -> bool {
    const LEAST: usize = 6;
    let numbers = || codes.iter().filter(|(_, code)| is_long_number(code));
    let is_year =
        |code: &str| code.len() == 4 && (code.starts_with("19") || code.starts_with("20"));
    numbers().count() >= LEAST && !numbers().all(|(_, code)| is_year(code))
}

/// Whether a text is an integer of at least four digits.
pub(super) fn is_long_number(text: &str) -> bool {
    const LEAST: usize = 4;
    is_integer(text) && text.trim_start_matches('-').len() >= LEAST
}
