//! The table as a page for a documentation site: a section for each row, with labelled facts. `codes import`
//! reads the same table back from it.

mod labelled_list;
mod section;
mod table_facts;
mod text;

use std::collections::HashSet;

use codes_spec::{Row, Table};

use super::markdown::prose;
use section::section;
use text::{Headings, group_heading, heading, is_paragraph};

/// Formats the whole page.
pub(super) fn render(table: &Table<'_>) -> String {
    let title = table
        .title
        .as_ref()
        .map(|title| format!(": {title}"))
        .unwrap_or_default();
    let mut out = format!("# {}\n", heading(&format!("{}{title}", table.vendor)));
    let about = table.about.as_ref().filter(|about| is_paragraph(about));
    out += &about.map_or(String::new(), |about| {
        format!("\n{}\n", prose(table, about))
    });
    let headings = Headings::new(table);
    out += &table_facts::facts(table, &headings);
    let level = if table.groups.is_empty() { "##" } else { "###" };
    let (mut group, mut described) = (None, HashSet::new());
    for row in &table.rows {
        if let Some(at) = row.group.filter(|at| group != Some(*at)) {
            let now = &table.groups[at];
            out += &format!("\n## {}\n", heading(group_heading(now)));
            let about = now
                .about
                .as_ref()
                .filter(|_| described.insert(at) && !headings.is_shared(Some(at)));
            let label = about.map_or("", |about| {
                if is_paragraph(about) {
                    ""
                } else {
                    "- **About:** "
                }
            });
            out += &about.map_or(String::new(), |about| {
                format!("\n{label}{}\n", prose(table, about))
            });
        }
        group = row.group.or(group);
        out += &section(table, &headings, row, level, group);
    }
    out
}

/// Formats some rows as sections of a page.
pub(super) fn render_rows(table: &Table<'_>, rows: &[&Row<'_>]) -> String {
    let headings = Headings::new(table);
    let sections = rows
        .iter()
        .map(|row| section(table, &headings, row, "##", row.group));
    sections.collect::<String>().trim_start().to_owned()
}
