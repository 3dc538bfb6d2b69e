//! The report for people.

use std::cmp::Reverse;
use std::iter;

use codes_spec::Table;

use crate::clues::clues;
use crate::messages::explain;
use crate::messages::observe::{self as messages, grouped};
use crate::observe::draft::{self, missing_rows};
use crate::observe::observer::{Observer, Subject};
use crate::observe::tally::{Messages, Tally};
use crate::style::Style;
use crate::text::{self, visible, wrap};

/// Formats a report for each spec.
pub(in crate::observe) fn render(observer: &Observer<'_>) -> String {
    let width = text::columns();
    let reports = observer
        .subjects
        .iter()
        .map(|subject| report(subject, width));
    reports.collect::<Vec<_>>().join("\n")
}

fn report(subject: &Subject<'_>, width: usize) -> String {
    let Subject {
        spec, table, tally, ..
    } = subject;
    let heading = messages::heading(&table.vendor, spec, tally.responses, tally.errors);
    let mut report = Report {
        out: Style::BOLD.paint(&heading) + "\n",
        width,
    };
    report.rows(table, tally);
    report.unknown(table, tally);
    report.several(table, tally);
    report.unlisted(tally);
    let unread = tally.unread.iter();
    let unread =
        unread.map(|((status, problem), count)| (*count, format!("status {status}: {problem}")));
    report.section(messages::UNREAD, &unread.collect::<Vec<_>>());
    report.out
}

struct Report {
    out: String,
    width: usize,
}

impl Report {
    /// Writes a heading and lines with counts, if there are any.
    fn section(&mut self, heading: &str, lines: &[(u64, String)]) {
        if !lines.is_empty() {
            self.heading(heading);
        }
        let longest = lines.iter().map(|(count, _)| grouped(*count).len()).max();
        for (count, text) in lines {
            self.counted(*count, longest.unwrap_or(0), text);
        }
    }

    fn counted(&mut self, count: u64, digits: usize, text: &str) {
        let mut label = format!("  {:>digits$}  ", grouped(count));
        for line in wrap(text, self.width.saturating_sub(digits + 4)) {
            self.out += format!("{label}{line}").trim_end();
            self.out.push('\n');
            label = " ".repeat(digits + 4);
        }
    }

    fn heading(&mut self, heading: &str) {
        self.out += &format!("\n{}\n", Style::ACCENT.paint(heading));
    }

    fn indented(&mut self, text: &str, indent: usize) {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.out += &format!("{:indent$}{line}\n", "");
        }
    }

    /// Writes the rows that were seen, and those that were not. A row that only matched together with other rows is in
    /// neither list.
    fn rows(&mut self, table: &Table<'_>, tally: &Tally) {
        let seen = table
            .rows
            .iter()
            .zip(&tally.rows)
            .filter(|(_, count)| **count > 0);
        let mut seen: Vec<_> = seen
            .map(|(row, count)| (*count, format!("{}: {}", row.name, table.display(row))))
            .collect();
        seen.sort_by_key(|(count, _)| Reverse(*count));
        self.section(messages::SEEN, &seen);
        let never = tally.never_seen();
        if !never.is_empty() {
            let names: Vec<_> = never.iter().map(|at| &*table.rows[*at].name).collect();
            self.heading(messages::NEVER_SEEN);
            self.indented(&names.join(", "), 2);
        }
    }

    fn unknown(&mut self, table: &Table<'_>, tally: &Tally) {
        let unknown = tally.by_count();
        let mut lines: Vec<_> = unknown
            .iter()
            .map(|(key, unknown)| {
                let statuses: Vec<_> = unknown.statuses.iter().map(u16::to_string).collect();
                let label = draft::label(key, table);
                (
                    unknown.count,
                    format!("{label} (status {})", statuses.join(", ")),
                )
            })
            .collect();
        if tally.beyond_unknown > 0 {
            lines.push((tally.beyond_unknown, messages::FURTHER.to_owned()));
        }
        self.section(messages::UNKNOWN, &lines);
        let missing = missing_rows(tally, table);
        if missing.is_empty() {
            return;
        }
        self.heading(messages::DRAFTS);
        for row in missing {
            let mut indent = "  - ";
            for line in row.lines() {
                self.out += &format!("{indent}{}\n", visible(line));
                indent = "    ";
            }
        }
    }

    fn several(&mut self, table: &Table<'_>, tally: &Tally) {
        let mut several: Vec<_> = tally.several.iter().collect();
        several.sort_by_key(|(_, count)| Reverse(**count));
        if let Some((_, most)) = several.first() {
            self.heading(messages::SEVERAL);
            let digits = grouped(**most).len();
            for (rows, count) in several {
                let rows: Vec<_> = rows.iter().map(|at| &table.rows[*at]).collect();
                let names: Vec<_> = rows.iter().map(|row| &*row.name).collect();
                self.counted(*count, digits, &names.join(", "));
                let clues = clues(table, &rows);
                let summary = if clues.is_empty() {
                    explain::INDISTINGUISHABLE
                } else {
                    explain::DISTINGUISHED_BY
                };
                let clues = clues.into_iter().map(|clue| format!("- {clue}"));
                for line in iter::once(summary.to_owned()).chain(clues) {
                    self.indented(&line, digits + 4);
                }
            }
        }
        if tally.beyond_several > 0 {
            self.indented(&messages::other_rows(tally.beyond_several), 2);
        }
    }

    fn unlisted(&mut self, tally: &Tally) {
        let lines = tally.unlisted.iter().map(|(status, (count, texts))| {
            (*count, format!("status {status}{}", examples(texts)))
        });
        self.section(messages::UNLISTED, &lines.collect::<Vec<_>>());
    }
}

/// Formats the messages of a status, in double quotes.
fn examples(messages: &Messages) -> String {
    let texts = messages
        .texts()
        .into_iter()
        .map(|text| format!("\"{text}\""));
    let texts: Vec<_> = texts.chain(messages.others()).collect();
    if texts.is_empty() {
        String::new()
    } else {
        format!(": {}", texts.join(", "))
    }
}
