//! Tables → draft rows: each cell to its key.

use codes_spec::Retry;

use super::columns::{self, MOST_COLUMNS, Meaning, is_phrase};
use super::draft::Row;
use super::page::{Table, Text};
use super::{marks, status, text};

/// What a line of a table is.
#[derive(Debug)]
pub(crate) enum Record {
    Row(Box<Row>),
    /// A heading between the rows.
    Heading(Text),
    /// A line in which no code is found.
    Lost(String),
}

/// The lines of a table, or none if it is no table of codes.
pub(crate) fn of_table(table: &Table) -> Option<Vec<Record>> {
    let (meanings, in_rows) = columns::read(table)?;
    let (head, rows) = match table.rows.split_first() {
        Some((first, rest)) if in_rows => (first, rest),
        _ => (&table.head, &table.rows[..]),
    };
    let record = |cells: &Vec<Text>| record(&meanings, head, cells);
    Some(
        rows.iter()
            .filter(|cells| cells.iter().any(|cell| !cell.is_empty()))
            .map(record)
            .collect(),
    )
}

fn record(meanings: &[Meaning], head: &[Text], cells: &[Text]) -> Record {
    if let [first, rest @ ..] = cells
        && !rest.is_empty()
        && rest.iter().all(Text::is_empty)
        && is_heading(&first.plain)
    {
        return Record::Heading(first.clone());
    }
    let mut row = Row::default();
    for (i, cell) in cells.iter().take(MOST_COLUMNS).enumerate() {
        let heading = || match head.get(i) {
            Some(heading) if !heading.is_empty() => heading.plain.clone(),
            _ => format!("column {}", i + 1),
        };
        let meaning = meanings.get(i).copied().unwrap_or(Meaning::Field);
        if !status::is_nothing(&cell.plain) {
            row.place(meaning, cell.clone(), &heading());
        }
    }
    let further = Text::join(cells.iter().skip(MOST_COLUMNS).cloned(), " | ");
    if !further.is_empty() {
        row.field("further columns", further);
    }
    if row.statuses.is_empty() && row.code.is_none() {
        return Record::Lost(
            cells
                .iter()
                .map(|cell| cell.plain.as_str())
                .collect::<Vec<_>>()
                .join(" | "),
        );
    }
    Record::Row(Box::new(row))
}

/// Whether the only text of a line stands over the lines below it: a class, or words.
fn is_heading(text: &str) -> bool {
    match status::leading(text) {
        Some((statuses, _)) => statuses.iter().all(|status| status::is_class(status)),
        None => !status::is_token(text),
    }
}

impl Row {
    /// Puts a text where it belongs; one that does not fit its place becomes a field.
    pub(crate) fn place(&mut self, meaning: Meaning, text: Text, heading: &str) {
        match meaning {
            Meaning::Status => match status::leading(&text.plain) {
                Some((statuses, rest)) if self.statuses.is_empty() => {
                    let rest = status::behind(rest).to_owned();
                    self.statuses = statuses;
                    if !rest.is_empty() && self.title.is_none() {
                        self.title = Some(Text::plain(&rest));
                    } else if !rest.is_empty() {
                        self.field(heading, text);
                    }
                }
                _ => self.field(heading, text),
            },
            Meaning::Code if self.code.is_none() && marks::is_code(&text) => {
                self.code = Some(marks::codes(&text).swap_remove(0));
            }
            Meaning::Code if self.code.is_none() && status::is_token(&text.plain) => {
                self.code = Some(status::code(&text.plain));
            }
            Meaning::Title => match &self.title {
                None => self.title = Some(text),
                Some(title) if title.plain.eq_ignore_ascii_case(&text.plain) => {
                    self.title = Some(text)
                }
                Some(_) => self.field(heading, text),
            },
            Meaning::Text => self.text(text),
            Meaning::Description => self.description.push(text),
            Meaning::When => self.when.push(text),
            Meaning::Action => self.action.push(text),
            Meaning::Example => self.examples.push(text.plain),
            Meaning::Outcome => match columns::outcome(&text.plain) {
                Some(outcome) if self.outcome.is_none() => self.outcome = Some(outcome),
                _ => self.field(heading, text),
            },
            Meaning::Retry => {
                let said = Retry::ALL
                    .iter()
                    .copied()
                    .find(|retry| retry.as_str() == text.plain);
                let says_no = matches!(
                    text.plain.trim().to_lowercase().as_str(),
                    "no" | "false" | "never" | "✗" | "❌"
                );
                self.retry = self.retry.or(said).or(says_no.then_some(Retry::Never));
                if said.is_none() {
                    self.field(heading, text);
                }
            }
            Meaning::Code | Meaning::Field | Meaning::Fields => self.field(heading, text),
            other => self.state(other, text, heading),
        }
    }

    /// A text that is the only one: a title, a description, or both.
    pub(crate) fn text(&mut self, text: Text) {
        // a title is no Markdown, and a link would be lost in it
        if self.title.is_none() && is_phrase(&text.plain) && !text.source.contains("](") {
            self.title = Some(text);
        } else if let (None, Some((title, description))) = (&self.title, parted(&text)) {
            self.title = Some(title);
            self.description.push(description);
        } else {
            self.description.push(text);
        }
    }

    pub(crate) fn field(&mut self, heading: &str, text: Text) {
        /// How many fields have names of their own.
        const MOST: usize = 256;
        let heading = heading.trim();
        if self.fields.len() >= MOST {
            if let Some((_, last)) = self.fields.last_mut() {
                last.push(&text, " | ");
            }
            return;
        }
        // a second column of one heading is numbered
        let mut name = heading.to_owned();
        let mut number = 2;
        while self.fields.iter().any(|(taken, _)| *taken == name) {
            name = format!("{heading} {number}");
            number += 1;
        }
        self.fields.push((name, text));
    }
}

/// `Bad Request -- Your request is invalid.`
fn parted(text: &Text) -> Option<(Text, Text)> {
    let marks = [" -- ", " — ", " – ", " - ", ": "];
    let (at, mark) = marks
        .iter()
        .find_map(|mark| Some((text.plain.find(mark)?, mark)))?;
    let title = Text::plain(&text.plain[..at]);
    let begins = title
        .plain
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let short = title.plain.split_whitespace().count() <= 5 && is_phrase(&title.plain);
    (begins && short).then(|| (title, text.after(at + mark.len())))
}

/// The row of a line such as `404 - Not FoundThe page is not there.`
pub(crate) fn of_line(line: &Text) -> Option<Row> {
    let (statuses, rest) = status::leading(&line.plain)?;
    let words = status::behind(rest);
    let parts = rest
        .trim_start()
        .starts_with(|c: char| "-–—:=.)(→|".contains(c));
    // `200 requests a minute are allowed` is no row
    let begins = words.starts_with(|c: char| c.is_uppercase() || c == '`');
    if !(words.is_empty() || parts || begins)
        || statuses.iter().any(|status| status::is_class(status)) && !parts
    {
        return None;
    }
    let mut row = Row {
        statuses,
        ..Row::default()
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
    let two = words
        .split_once("  ")
        .map(|(title, _)| title.len())
        .or_else(|| text::glue(words));
    let mark = parted(&text).map_or(usize::MAX, |(title, _)| title.plain.len());
    match two.filter(|at| *at < mark) {
        Some(at) => {
            row.title = Some(Text::plain(&words[..at]));
            row.description.push(text.after(at));
        }
        None => row.text(text),
    }
    Some(row)
}
