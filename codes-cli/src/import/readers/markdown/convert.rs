//! Converts tables, headings and other syntax of similar formats, which Markdown does not have or reads differently.

use crate::import::readers::fixed_width;
use crate::import::readers::markdown::{
    asciidoc, pipes, rst, rst_cells, rst_csv_table, rst_grid, rst_list_table, stacked_pipes, wiki,
    yfm,
};

/// The syntax of a page besides Markdown.
#[derive(Clone, Copy)]
pub(super) struct PageSyntax<'p> {
    pub(super) is_asciidoc: bool,
    pub(super) is_rst: bool,
    pub(super) is_wiki: bool,
    /// The styles of headings of reStructuredText, in the order of their levels.
    pub(super) headings: &'p [(char, bool)],
}

/// Converts syntax that Markdown does not have or reads differently, such as tables of HTML, reStructuredText and
/// `AsciiDoc`, if `lines` start with it. Also returns how many lines are converted. `in_table` is set if the lines
/// above are a table of Markdown.
pub(super) fn converted(
    lines: &[&str],
    syntax: PageSyntax<'_>,
    in_table: bool,
) -> Option<(String, usize)> {
    other_syntax(lines, syntax)
        .or_else(|| rst::heading(lines, syntax.headings))
        .or_else(|| heading_without_space(lines).filter(|_| !syntax.is_rst))
        .or_else(|| {
            if syntax.is_rst {
                rst::code(lines)
            } else {
                None
            }
        })
        .or_else(|| rst::definition(lines).filter(|_| syntax.is_rst))
        .or_else(|| {
            let end = rst::without_text(lines).filter(|_| syntax.is_rst)?;
            Some(("\n".to_owned(), end))
        })
        .or_else(|| {
            if in_table {
                None
            } else {
                stacked_pipes::read(lines)
            }
        })
        // reading the rows below again for each row would take quadratic time
        .or_else(|| if in_table { None } else { pipes::read(lines) })
        .or_else(|| grid(lines))
}

/// Reads a heading such as `##Errors`, which Markdown only reads with a space.
fn heading_without_space(lines: &[&str]) -> Option<(String, usize)> {
    const LONGEST: usize = 80;
    let line = lines[0].trim_end();
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let begins = match level {
        // `#include`, `#tag`
        1 => text.starts_with(char::is_uppercase),
        2..=6 => text.starts_with(char::is_alphanumeric),
        _ => false,
    };
    let is_alone = lines.get(1).is_none_or(|next| next.trim().is_empty());
    let is_heading = begins && is_alone && line.len() <= LONGEST && !text.ends_with(['.', ',']);
    let text = text.trim_end_matches('#');
    is_heading.then(|| (format!("\n{} {text}\n\n", "#".repeat(level)), 1))
}

fn grid(lines: &[&str]) -> Option<(String, usize)> {
    let is_line = |line: &&&str| line.trim_start().starts_with(['+', '|']);
    let begins = rst_grid::is_rule(lines[0]);
    let end = lines
        .iter()
        .take_while(|line| begins && is_line(line))
        .count();
    let indent = &lines[0][..lines[0].len() - lines[0].trim_start().len()];
    (end > 2).then(|| (rst_grid::read(&lines[..end]).to_markdown(indent), end))
}

fn other_syntax(lines: &[&str], syntax: PageSyntax<'_>) -> Option<(String, usize)> {
    let is_asciidoc = syntax.is_asciidoc;
    let directive = || rst_list_table::read(lines).or_else(|| rst_csv_table::read(lines));
    if let Some((table, end)) = syntax.is_rst.then(directive).flatten() {
        return Some((table.to_markdown(""), end));
    }
    if let Some(converted) = syntax.is_wiki.then(|| wiki::read(lines)).flatten() {
        return Some(converted);
    }
    let line = lines[0].trim_start();
    if yfm::begins(line) {
        return yfm::read(lines);
    }
    if line
        .get(..6)
        .is_some_and(|start| start.eq_ignore_ascii_case("<table"))
    {
        return html_table(lines);
    }
    if is_asciidoc && asciidoc::is_rule(line) {
        let end = lines[1..].iter().position(|line| asciidoc::is_rule(line))? + 1;
        return Some((asciidoc::read(&lines[1..end]).to_markdown(""), end + 1));
    }
    if is_asciidoc && asciidoc::is_attribute(lines[0]) {
        return Some(("\n".to_owned(), 1));
    }
    if let Some(heading) = asciidoc::heading(lines[0]).filter(|_| is_asciidoc) {
        return Some((heading + "\n", 1));
    }
    if let Some(definition) = asciidoc::definition(lines).filter(|_| is_asciidoc) {
        return Some(definition);
    }
    if line.starts_with("==") && fixed_width::is_rule(line) {
        let (mut table, end) = fixed_width::ruled(lines)?;
        let rows = table.rows.iter_mut().chain([&mut table.head]);
        for cell in rows.flatten() {
            *cell = rst_cells::of_line(&cell.plain);
        }
        return Some((table.to_markdown(""), end));
    }
    match rst::line_block(lines) {
        0 | 1 => None,
        end => {
            let text = lines[..end].iter().map(|line| line[2..].to_owned() + "\n");
            Some(("\n".to_owned() + &text.collect::<String>() + "\n", end))
        }
    }
}

/// Returns a table of HTML without the blank lines and the indentation that would end it in Markdown.
fn html_table(lines: &[&str]) -> Option<(String, usize)> {
    let has = |line: &str, tag| line.to_ascii_lowercase().contains(tag);
    // a table that contains another table is not converted; searching for its end would take quadratic time
    let end = lines
        .iter()
        .enumerate()
        .skip(1)
        .find(|(_, line)| has(line, "</table") || has(line, "<table"));
    let (end, line) = end?;
    if has(line, "<table") {
        return None;
    }
    let filled = lines[..=end]
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty());
    let text: String = filled.map(|line| line.to_owned() + "\n").collect();
    Some((format!("\n{text}\n"), end + 1))
}
