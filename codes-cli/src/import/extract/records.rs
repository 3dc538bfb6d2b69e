//! Tables and lines → rows: assigns each text to a key.

use codes_spec::Retry;

use crate::import::extract::regions::Region;
use crate::import::model::markup;
use crate::import::model::page::MAX_COLUMNS;
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::import::roles::columns;
use crate::import::roles::message;
use crate::import::roles::role::{self, Role};
use crate::import::roles::split;
use crate::import::roles::status;
use crate::import::roles::values::{is_pattern, several_codes};
use crate::messages::doubts::Doubt;

/// A line of a table.
#[derive(Debug)]
pub(crate) enum TableLine {
    Row(Box<DraftRow>),
    /// A heading between the rows.
    Heading(Text),
    /// A line without a status or code, and doubts about the cells that could be one.
    WithoutKey(String, Vec<Doubt>),
}

/// Returns the lines of a region.
pub(crate) fn of_region(region: &Region) -> impl Iterator<Item = TableLine> {
    let is_filled = |cells: &&Vec<Text>| cells.iter().any(|cell| !cell.is_empty());
    let rows = region.rows.iter().filter(is_filled);
    rows.flat_map(|cells| records(region, cells))
}

/// Returns a line, or one line per code if its code cell has several.
fn records(region: &Region, cells: &[Text]) -> Vec<TableLine> {
    /// The maximum length of the texts that are repeated for each code, so that a page cannot exhaust memory.
    const LONGEST: usize = 4096;
    let mut roles = region.roles.iter();
    let at = roles.position(|role| *role == Role::Code);
    let cell = at.and_then(|at| Some((at, cells.get(at)?)));
    let length: usize = cells.iter().map(|cell| cell.source.len()).sum();
    // one span of code is one text, even if it has spaces
    let is_span = |cell: &Text| {
        cell.marked && markup::is_code(cell) && !cell.plain.contains([',', '/', '|', ';'])
    };
    let several = cell.filter(|(_, cell)| length <= LONGEST && !is_span(cell));
    let several = several.and_then(|(at, cell)| Some((at, several_codes(&cell.plain)?)));
    let Some((at, codes)) = several else {
        return vec![record(region, cells)];
    };
    let with_code = |code| {
        let mut cells = cells.to_vec();
        cells[at] = Text::plain(code);
        record(region, &cells)
    };
    codes.into_iter().map(with_code).collect()
}

fn record(region: &Region, cells: &[Text]) -> TableLine {
    if let [first, rest @ ..] = cells
        && region.statuses.is_empty()
        && !rest.is_empty()
        && rest.iter().all(Text::is_empty)
        && is_heading(&first.plain)
    {
        return TableLine::Heading(first.clone());
    }
    let mut row = DraftRow {
        statuses: region.statuses.clone(),
        ..DraftRow::default()
    };
    let message = region.messages.and_then(|at| cells.get(at));
    row.messages
        .extend(message.and_then(|message| message::pattern(&message.plain)));
    for (i, cell) in cells.iter().take(MAX_COLUMNS).enumerate() {
        let heading = || columns::name(&region.head, i);
        let role = region.roles.get(i).copied().unwrap_or(Role::Field);
        if !status::is_no_value(&cell.plain) {
            row.place(role, cell.clone(), &heading());
            row.doubts.extend(not_a_key(role, &row, cell, heading));
        }
    }
    let columns = Some(region.head.len()).filter(|columns| *columns > 0);
    let mut beyond = cells.iter().skip(columns.unwrap_or(cells.len()));
    let beyond = beyond.find(|cell| !cell.is_empty());
    row.doubts
        .extend(beyond.map(|cell| Doubt::MoreCells(cell.plain.clone())));
    let additional = Text::join(cells.iter().skip(MAX_COLUMNS).cloned(), " | ");
    if !additional.is_empty() {
        row.field("additional columns", additional);
    }
    if row.statuses.is_empty() && row.code.is_none() {
        let texts: Vec<_> = cells.iter().map(|cell| cell.plain.as_str()).collect();
        let mut doubts: Vec<_> = row.doubts.into_iter().filter_map(left_out).collect();
        if doubts.is_empty() {
            let first = texts.iter().find(|text| !status::is_no_value(text));
            doubts.extend(first.map(|text| Doubt::RowWithoutKey((*text).to_owned())));
        }
        return TableLine::WithoutKey(texts.join(" | "), doubts);
    }
    TableLine::Row(Box::new(row))
}

/// Returns a doubt if a cell in a status, code or outcome column is not such a value, or is an unusual code.
fn not_a_key(
    role: Role,
    row: &DraftRow,
    cell: &Text,
    heading: impl Fn() -> String,
) -> Option<Doubt> {
    let is_missing = match (role, &row.code) {
        (Role::Status, _) => row.statuses.is_empty(),
        (Role::Code, None) => true,
        (Role::Outcome, _) => row.outcome.is_none(),
        (Role::Code, Some(code)) if is_odd(code) => return Some(Doubt::OddCode(code.clone())),
        _ => false,
    };
    is_missing.then(|| Doubt::NotAKey {
        cell: cell.plain.clone(),
        column: heading(),
        key: role.key(),
    })
}

/// Returns the doubt about a cell for a row that is left out.
fn left_out(doubt: Doubt) -> Option<Doubt> {
    match doubt {
        Doubt::NotAKey { cell, column, key } => Some(Doubt::RowLeftOut { cell, column, key }),
        _ => None,
    }
}

/// Whether a code has an unusual form, or stands for several codes.
fn is_odd(code: &str) -> bool {
    let begins_oddly = |c: char| !c.is_alphanumeric() && !"-_#.+$@".contains(c);
    code.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
        || is_pattern(code)
        || code.starts_with(begins_oddly)
}

/// Whether the only text of a line is a heading for the lines below it, such as `5xx` or a phrase.
fn is_heading(text: &str) -> bool {
    match status::leading_statuses(text) {
        Some((statuses, _)) => statuses.iter().all(|status| status::is_class(status)),
        None => !status::is_token(text),
    }
}

impl DraftRow {
    /// Whether the row has a value for the role `Status` or `Code`. Always false for other roles.
    pub(crate) fn has(&self, role: Role) -> bool {
        match role {
            Role::Status => !self.statuses.is_empty(),
            Role::Code => self.code.is_some(),
            _ => false,
        }
    }

    /// Stores a text under the key of its role, or as a field if it is not valid there.
    pub(crate) fn place(&mut self, role: Role, text: Text, heading: &str) {
        if matches!(role, Role::Status | Role::Code | Role::Title) {
            self.place_link(&text);
        }
        match role {
            Role::Status => self.place_status(text, heading),
            Role::Code if self.code.is_none() && markup::is_code(&text) => {
                self.code = Some(markup::codes(&text).swap_remove(0));
            }
            Role::Code if self.code.is_none() && status::is_token(&text.plain) => {
                self.code = Some(status::code(&text.plain));
            }
            Role::Title => self.place_title(text, heading),
            Role::Text => self.text(text),
            Role::Description => self.description.push(text),
            Role::When => self.when.push(text),
            Role::Action => self.action.push(text),
            Role::Example => self.examples.push(text.plain),
            Role::Outcome => match role::outcome(&text.plain) {
                Some(outcome) if self.outcome.is_none() => self.outcome = Some(outcome),
                _ => self.field(heading, text),
            },
            Role::Retry => self.place_retry(text, heading),
            Role::Code | Role::Field | Role::Fields => self.field(heading, text),
            other => self.place_rare_role(other, text, heading),
        }
    }

    /// Stores retry advice: a value of `retry`, or `never` for a word that means no. Text that is not a value of
    /// `retry` is kept as a field too.
    fn place_retry(&mut self, text: Text, heading: &str) {
        let value = Retry::ALL
            .iter()
            .copied()
            .find(|retry| retry.as_str() == text.plain);
        let means_no = matches!(
            text.plain.trim().to_lowercase().as_str(),
            "no" | "false" | "never" | "✗" | "❌"
        );
        self.retry = self.retry.or(value).or(means_no.then_some(Retry::Never));
        if value.is_none() {
            self.field(heading, text);
        }
    }

    /// Stores the only text of a row: a title, a description, or both.
    pub(crate) fn text(&mut self, text: Text) {
        if self.title.is_some() {
            return self.description.push(text);
        }
        match split::title_and_text(&text, &self.statuses) {
            Some((title, description)) => {
                self.title = Some(title);
                self.description.push(description);
            }
            None if split::may_be_title(&text) => self.place(Role::Title, text, ""),
            None => self.description.push(text),
        }
    }
}
