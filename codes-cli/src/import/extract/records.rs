//! Tables and lines → rows: assigns each text to a key.

use codes_spec::Retry;

use crate::import::model::markup;
use crate::import::model::page::{MAX_COLUMNS, PageTable};
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::import::roles::columns;
use crate::import::roles::glued;
use crate::import::roles::role::{self, Role, is_phrase};
use crate::import::roles::status;

/// A line of a table.
#[derive(Debug)]
pub(crate) enum TableLine {
    Row(Box<DraftRow>),
    /// A heading between the rows.
    Heading(Text),
    /// A line without a status or code.
    WithoutKey(String),
}

/// Returns the lines of a table, or `None` if it has no statuses or codes.
pub(crate) fn of_table(table: &PageTable) -> Option<Vec<TableLine>> {
    let (roles, in_rows) = columns::read(table)?;
    let (head, rows) = match table.rows.split_first() {
        Some((first, rest)) if in_rows => (first, rest),
        _ => (&table.head, &table.rows[..]),
    };
    let record = |cells: &Vec<Text>| record(&roles, head, cells);
    Some(
        rows.iter()
            .filter(|cells| cells.iter().any(|cell| !cell.is_empty()))
            .map(record)
            .collect(),
    )
}

fn record(roles: &[Role], head: &[Text], cells: &[Text]) -> TableLine {
    if let [first, rest @ ..] = cells
        && !rest.is_empty()
        && rest.iter().all(Text::is_empty)
        && is_heading(&first.plain)
    {
        return TableLine::Heading(first.clone());
    }
    let mut row = DraftRow::default();
    for (i, cell) in cells.iter().take(MAX_COLUMNS).enumerate() {
        let heading = || match head.get(i) {
            Some(heading) if !heading.is_empty() => heading.plain.clone(),
            _ => format!("column {}", i + 1),
        };
        let role = roles.get(i).copied().unwrap_or(Role::Field);
        if !status::is_no_value(&cell.plain) {
            row.place(role, cell.clone(), &heading());
        }
    }
    let additional = Text::join(cells.iter().skip(MAX_COLUMNS).cloned(), " | ");
    if !additional.is_empty() {
        row.field("additional columns", additional);
    }
    if row.statuses.is_empty() && row.code.is_none() {
        return TableLine::WithoutKey(
            cells
                .iter()
                .map(|cell| cell.plain.as_str())
                .collect::<Vec<_>>()
                .join(" | "),
        );
    }
    TableLine::Row(Box::new(row))
}

/// Whether the only text of a line is a heading for the lines below it, such as `5xx` or a phrase.
fn is_heading(text: &str) -> bool {
    match status::leading_statuses(text) {
        Some((statuses, _)) => statuses.iter().all(|status| status::is_class(status)),
        None => !status::is_token(text),
    }
}

impl DraftRow {
    /// Stores a text under the key of its role, or as a field if it is not valid there.
    pub(crate) fn place(&mut self, role: Role, text: Text, heading: &str) {
        match role {
            Role::Status => self.place_status(text, heading),
            Role::Code if self.code.is_none() && markup::is_code(&text) => {
                self.code = Some(markup::codes(&text).swap_remove(0));
            }
            Role::Code if self.code.is_none() && status::is_token(&text.plain) => {
                self.code = Some(status::code(&text.plain));
            }
            Role::Title => match &self.title {
                None => self.title = Some(text),
                Some(title) if title.plain.eq_ignore_ascii_case(&text.plain) => {
                    self.title = Some(text);
                }
                Some(_) => self.field(heading, text),
            },
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

    /// Stores a status, and the words after it as the title.
    fn place_status(&mut self, text: Text, heading: &str) {
        match status::leading_statuses(&text.plain) {
            Some((statuses, rest)) if self.statuses.is_empty() => {
                let rest = status::text_after(rest).to_owned();
                self.statuses = statuses;
                if !rest.is_empty() && self.title.is_none() {
                    self.title = Some(Text::plain(&rest));
                } else if !rest.is_empty() {
                    self.field(heading, text);
                }
            }
            _ => self.field(heading, text),
        }
    }

    /// Stores retry advice: a value of `retry`, or a word that means no, which is kept as a field too.
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
        // titles are not Markdown, so a link would be lost
        if self.title.is_none() && is_phrase(&text.plain) && !text.source.contains("](") {
            self.title = Some(text);
        } else if let (None, Some((title, description))) = (&self.title, split_title(&text)) {
            self.title = Some(title);
            self.description.push(description);
        } else {
            self.description.push(text);
        }
    }
}

/// Splits `Bad Request -- Your request is invalid.` into title and description.
fn split_title(text: &Text) -> Option<(Text, Text)> {
    let marks = [" -- ", " — ", " – ", " - ", ": "];
    let (at, mark) = marks
        .iter()
        .find_map(|mark| Some((text.plain.find(mark)?, mark)))?;
    let title = Text::plain(&text.plain[..at]);
    let starts_like_title = title
        .plain
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let is_short = title.plain.split_whitespace().count() <= 5 && is_phrase(&title.plain);
    (starts_like_title && is_short).then(|| (title, text.after(at + mark.len())))
}

/// Returns the row of a line such as `404 - Not FoundThe page is not there.`
pub(crate) fn of_line(line: &Text) -> Option<DraftRow> {
    let (statuses, rest) = status::leading_statuses(&line.plain)?;
    let words = status::text_after(rest);
    let has_separator = rest
        .trim_start()
        .starts_with(|c: char| "-–—:=.)(→|".contains(c));
    // `200 requests a minute are allowed` is not a row
    let starts_like_title = words.starts_with(|c: char| c.is_uppercase() || c == '`');
    if !(words.is_empty() || has_separator || starts_like_title)
        || statuses.iter().any(|status| status::is_class(status)) && !has_separator
    {
        return None;
    }
    let mut row = DraftRow {
        statuses,
        ..DraftRow::default()
    };
    if words.is_empty() {
        return Some(row);
    }
    let text = line.after(line.plain.len() - words.len());
    let text = if text.plain.starts_with(words) {
        text
    } else {
        Text::plain(words)
    };
    let second = words
        .split_once("  ")
        .map(|(title, _)| title.len())
        .or_else(|| glued::glued_at(words));
    let mark = split_title(&text).map_or(usize::MAX, |(title, _)| title.plain.len());
    match second.filter(|at| *at < mark) {
        Some(at) => {
            row.title = Some(Text::plain(&words[..at]));
            row.description.push(text.after(at));
        }
        None => row.text(text),
    }
    Some(row)
}
