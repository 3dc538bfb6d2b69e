//! Formats rows in columns, or each as a block if the terminal is too narrow for columns.

use codes_spec::{Prose, Row, Table};
use unicode_width::UnicodeWidthStr;

use crate::style::Style;
use crate::text::{pad, wrap};

const GAP: &str = "  ";

/// Formats the whole table, its rows under the headings of their groups.
pub(super) fn render(table: &Table<'_>, width: usize) -> String {
    let title = table
        .title
        .as_ref()
        .map(|title| format!(": {title}"))
        .unwrap_or_default();
    let mut out = styled(&format!("{}{title}", table.vendor), width);
    let retrieved = table.retrieved.map(|date| format!("retrieved {date}"));
    let source = table.source.as_ref().map(|source| format!("from {source}"));
    let origin: Vec<_> = retrieved.into_iter().chain(source).collect();
    out += &plain(&origin.join(" "), width);
    out += &paragraphs(table.about.as_ref(), width);
    let mut group = None;
    for rows in table.rows.chunk_by(|row, next| row.group == next.group) {
        if let Some(now) = rows[0]
            .group
            .filter(|now| group != Some(*now))
            .map(|now| &table.groups[now])
        {
            out.push('\n');
            out += &styled(now.title.as_deref().unwrap_or(&now.id), width);
            out += &paragraphs(now.about.as_ref(), width);
        }
        group = rows[0].group;
        out.push('\n');
        out += &render_rows(table, &rows.iter().collect::<Vec<_>>(), width);
    }
    for note in &table.notes {
        out.push('\n');
        out += &plain(note.plain(), width);
    }
    out
}

fn styled(text: &str, width: usize) -> String {
    wrap(text, width)
        .iter()
        .map(|line| Style::BOLD.paint(line) + "\n")
        .collect()
}

pub(super) fn plain(text: &str, width: usize) -> String {
    wrap(text, width)
        .iter()
        .map(|line| format!("{line}\n"))
        .collect()
}

fn paragraphs(prose: Option<&Prose<'_>>, width: usize) -> String {
    prose.map_or(String::new(), |prose| {
        format!("\n{}", plain(prose.plain(), width))
    })
}

/// Formats some rows of a table.
pub(super) fn render_rows(table: &Table<'_>, rows: &[&Row<'_>], width: usize) -> String {
    let mut columns: [(&str, Vec<String>); 5] = [
        (
            "Status",
            rows.iter().map(|row| row.show_statuses()).collect(),
        ),
        (
            "Code",
            rows.iter()
                .map(|row| table.show_code(row).into_owned())
                .collect(),
        ),
        (
            "Name",
            rows.iter().map(|row| row.name.to_string()).collect(),
        ),
        (
            "Title",
            rows.iter()
                .map(|row| row.title.as_deref().unwrap_or_default().to_owned())
                .collect(),
        ),
        (
            "Description",
            rows.iter()
                .map(|row| row.description.as_ref().map_or("", Prose::plain).to_owned())
                .collect(),
        ),
    ];
    if rows.iter().all(|row| is_redundant_name(table, row)) {
        columns[2].1.clear();
    }
    let columns: Vec<_> = columns
        .into_iter()
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    let Some(widths) = widths(&columns, width) else {
        return stacked(table, rows, width);
    };
    let head = columns
        .iter()
        .map(|(heading, _)| (*heading).to_owned())
        .collect::<Vec<_>>();
    let lines = (0..rows.len())
        .flat_map(|i| line(columns.iter().map(|(_, cells)| cells[i].as_str()), &widths));
    let head = line(head.iter().map(String::as_str), &widths)
        .into_iter()
        .map(|line| Style::ACCENT.paint(&line));
    head.chain(lines).map(|line| line + "\n").collect()
}

/// Returns whether the name repeats the code or the title.
fn is_redundant_name(table: &Table<'_>, row: &Row<'_>) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let name = letters(&row.name);
    name == letters(&table.show_code(row))
        || name == letters(row.title.as_deref().unwrap_or_default())
}

/// Returns widths at which the columns fit without breaking words, or `None`. The last column gets
/// the remaining space, and the others shrink if that is too little.
fn widths(columns: &[(&str, Vec<String>)], width: usize) -> Option<Vec<usize>> {
    const TEXT: usize = 24;
    let widest = |(heading, cells): &(&str, Vec<String>), part: fn(&str) -> usize| {
        cells
            .iter()
            .map(|cell| part(cell))
            .chain([heading.width()])
            .max()
            .unwrap_or(0)
    };
    let line = |text: &str| text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let word = |text: &str| {
        text.split_whitespace()
            .map(UnicodeWidthStr::width)
            .max()
            .unwrap_or(0)
    };
    let mut natural: Vec<_> = columns
        .iter()
        .map(|column| (widest(column, line), widest(column, word)))
        .collect();
    let (last, _) = natural.pop()?;
    let available = width.checked_sub(GAP.len() * natural.len())?;
    let capped = |cap: usize| {
        natural
            .iter()
            .map(|&(line, word)| line.min(cap.max(word)))
            .collect::<Vec<_>>()
    };
    let most = natural.iter().map(|&(line, _)| line).max().unwrap_or(0);
    let fits = |widths: &Vec<usize>| widths.iter().sum::<usize>() + last.min(TEXT) <= available;
    let mut widths = (0..=most.min(width)).rev().map(capped).find(fits)?;
    widths.push(last.min(available - widths.iter().sum::<usize>()));
    Some(widths)
}

/// Formats the lines of one row.
fn line<'c>(cells: impl Iterator<Item = &'c str>, widths: &[usize]) -> Vec<String> {
    let cells: Vec<_> = cells
        .zip(widths)
        .map(|(cell, width)| wrap(cell, *width))
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let part = |i: usize, cell: &Vec<String>, width: usize| {
        pad(cell.get(i).map_or("", String::as_str), width)
    };
    let line = |i| {
        let parts: Vec<_> = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| part(i, cell, *width))
            .collect();
        parts.join(GAP).trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

fn stacked(table: &Table<'_>, rows: &[&Row<'_>], width: usize) -> String {
    let mut out = String::new();
    for row in rows {
        let name = if is_redundant_name(table, row) {
            String::new()
        } else {
            format!(" [{}]", row.name)
        };
        out += &styled(&format!("{}{name}", table.display(row)), width);
        let description = row
            .description
            .as_ref()
            .filter(|_| row.title.is_some())
            .map_or("", Prose::plain);
        for line in wrap(description, width - GAP.len()) {
            out += format!("{GAP}{line}").trim_end();
            out.push('\n');
        }
    }
    out
}
