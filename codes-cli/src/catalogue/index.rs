//! The page that lists all tables and searches their rows.

use super::html::{escape, line};
use super::page::{END, TABLE_END, TablePage, start, table_start};
use crate::text::count;

/// The largest number of rows for which the list of all codes is initially open. Browsers take seconds to lay out a
/// table with many thousands of rows.
const MOST_OPEN: usize = 500;

/// Formats the index of a catalogue.
pub(super) fn html(pages: &[TablePage<'_>], base_url: Option<&str>) -> String {
    let rows: usize = pages.iter().map(|page| page.table.rows.len()).sum();
    let mut out = start("Status and error codes", base_url, "index.html");
    out += "<header>\n<h1>Status and error codes</h1>\n";
    out += &format!(
        "<p>{} in {}.</p>\n",
        count(rows, "code"),
        count(pages.len(), "table")
    );
    out += SEARCH;
    out += "</header>\n<main id=\"main!\">\n";
    out += &format!(
        "<div id=\"results\" hidden>\n{}{TABLE_END}</div>\n",
        table_start("found")
    );
    out += "<div id=\"browse\">\n<h2>Tables</h2>\n<ul>\n";
    for page in pages {
        let about = page
            .table
            .about
            .as_ref()
            .map_or(String::new(), |about| format!(" — {}", line(about)));
        out += &format!(
            "<li><a href=\"{}\">{}</a>, {}<span class=\"soft\">{about}</span></li>\n",
            escape(&page.file),
            escape(&page.name()),
            count(page.table.rows.len(), "row"),
        );
    }
    let open = if rows <= MOST_OPEN { " open" } else { "" };
    out += &format!("</ul>\n<details{open}>\n<summary><h2>All codes</h2></summary>\n");
    out += &table_start("all");
    for page in pages {
        let name = escape(&page.table.vendor);
        for at in 0..page.table.rows.len() {
            out += &page.line(at, &page.file, Some(&name));
        }
    }
    out += TABLE_END;
    out += "</details>\n</div>\n</main>\n";
    out += &format!("<script>\n{}</script>\n", include_str!("search.js"));
    out + END
}

/// The search field, which is shown only where scripts run.
const SEARCH: &str = "<form id=\"search\" role=\"search\" hidden>\n\
    <label for=\"query\">Search by status, code or text</label>\n\
    <input type=\"search\" id=\"query\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"keys\">\n\
    <p id=\"keys\" class=\"soft\">Press / to search, Enter to open the first code, Escape to clear.</p>\n\
    <p id=\"count\" role=\"status\"></p>\n</form>\n";
