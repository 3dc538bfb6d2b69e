//! The page of a table.

use codes_spec::{Kind, Prose, Retry, Table};

use super::anchors::{Anchors, fragment};
use super::html::{code, escape, line, link, prose};
use super::list::List;
use super::row;
use crate::response_keys::{LABELS, of_body, of_headers};
use crate::text::count;

/// A table, and the name of its page.
pub(super) struct TablePage<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) file: String,
    pub(super) anchors: Anchors,
    /// The address of the catalogue, which ends in `/`.
    pub(super) base_url: Option<&'t str>,
}

impl TablePage<'_> {
    /// Returns the vendor and the title.
    pub(super) fn name(&self) -> String {
        match &self.table.title {
            Some(title) => format!("{}: {title}", self.table.vendor),
            None => self.table.vendor.to_string(),
        }
    }

    pub(super) fn html(&self) -> String {
        let mut out = start(&self.name(), self.base_url, &self.file);
        out +=
            "<header>\n<nav aria-label=\"Catalogue\"><a href=\"index.html\">All tables</a></nav>\n";
        out += &format!("<h1>{}</h1>\n", escape(&self.name()));
        out += &self.about();
        out += "</header>\n<main id=\"main!\">\n";
        out += &self.contents();
        out += &self.sections();
        out += "</main>\n";
        out + END
    }

    fn about(&self) -> String {
        let table = self.table;
        let text = |text: &Prose<'_>| format!("{}\n", prose(table, text));
        let mut out = table.about.as_ref().map_or(String::new(), text);
        let mut list = List::default();
        let source = table.source.iter();
        list.all("Source", source.map(|source| link(source, source)));
        list.all("Retrieved", table.retrieved.iter().map(ToString::to_string));
        list.all(
            "Protocol",
            table.protocol.iter().map(|protocol| escape(protocol)),
        );
        let keys = table
            .body
            .iter()
            .flat_map(|body| of_body(body).into_iter().map(|key| ("body", key)));
        let headers = table.headers.iter();
        let keys = keys.chain(
            headers.flat_map(|headers| of_headers(headers).into_iter().map(|key| ("headers", key))),
        );
        for (section, key) in keys {
            let known = LABELS
                .iter()
                .find(|(of, name, _)| *of == section && *name == key.key);
            let label = known.map_or("", |(.., label)| label);
            let label = key.param.map_or(label.to_owned(), |param| {
                format!("{label}: {}", escape(param))
            });
            list.joined(&label, ", ", key.values.iter().map(|value| code(value)));
        }
        list.joined(
            "Reserved codes",
            ", ",
            table
                .reserved
                .iter()
                .map(|reserved| code(&reserved.show(table.code_format))),
        );
        list.all("Notes", table.notes.iter().map(|note| prose(table, note)));
        out += &list.html();
        out
    }

    /// Formats a table of the rows, with links to their sections.
    fn contents(&self) -> String {
        let mut out = format!(
            "<h2 id=\"contents!\">{}</h2>\n",
            count(self.table.rows.len(), "row")
        );
        out += &table_start("contents!table");
        for at in 0..self.table.rows.len() {
            out += &self.line(at, "", None);
        }
        out + TABLE_END
    }

    /// Formats a row as a line of a table, with a link to its section in `file`. `catalogue` is the text of the last
    /// column, which only the index has.
    pub(super) fn line(&self, at: usize, file: &str, catalogue: Option<&str>) -> String {
        let (table, row) = (self.table, &self.table.rows[at]);
        let href = format!("{file}#{}", fragment(self.anchors.first(at)));
        let code_or_name = match &row.code {
            Some(_) => code(&table.show_code(row)),
            None => escape(&row.name),
        };
        let detail = row
            .detail
            .as_ref()
            .map_or(String::new(), |_| format!(" {}", code(&row.show_detail())));
        let deprecated = if row.deprecated.is_some() {
            " <span class=\"soft\">(deprecated)</span>"
        } else {
            ""
        };
        let title = row.title.as_deref().map(escape);
        let title = title
            .or_else(|| row.description.as_ref().map(line))
            .unwrap_or_default();
        let catalogue = catalogue.map_or(String::new(), |name| format!("<td>{name}</td>"));
        format!(
            "<tr{}><td>{}</td><td><a href=\"{}\">{code_or_name}{detail}</a>{deprecated}</td><td>{title}</td>{catalogue}</tr>\n",
            if catalogue.is_empty() {
                String::new()
            } else {
                self.data(at)
            },
            escape(&row.show_statuses()),
            escape(&href),
        )
    }

    /// Formats the attributes that the search uses in addition to the text of the line.
    fn data(&self, at: usize) -> String {
        let (table, row) = (self.table, &self.table.rows[at]);
        let ranges = row.statuses.iter().map(|status| {
            let (low, high) = status.bounds();
            format!("{low}-{high}")
        });
        let codes = row
            .code
            .iter()
            .chain(&row.aliases)
            .map(|code| code.show(table.code_format));
        let singles = row
            .statuses
            .iter()
            .filter_map(|status| Some(status.single()?.to_string().into()));
        let exact: Vec<_> = codes.chain(singles).collect();
        let exact: Vec<_> = exact.iter().map(|code| escape(code)).collect();
        let description = row.title.as_ref().and(row.description.as_ref());
        let also = [
            Some(&*row.name),
            row.kind.map(Kind::as_str),
            row.retry.map(Retry::as_str),
            description.map(Prose::first_line),
        ];
        let also: Vec<_> = also.into_iter().flatten().collect();
        format!(
            " data-status=\"{}\" data-exact=\"{}\" data-also=\"{}\"",
            ranges.collect::<Vec<_>>().join(" "),
            exact.join("&#10;"),
            escape(&also.join(" ")),
        )
    }

    fn sections(&self) -> String {
        let table = self.table;
        let mut out = String::new();
        let mut group = None;
        for at in 0..table.rows.len() {
            let now = table.rows[at].group;
            if at == 0 || now != group {
                let heading = now.map(|now| &table.groups[now]);
                let title =
                    heading.map_or("Rows", |group| group.title.as_deref().unwrap_or(&group.id));
                out += &format!("<h2>{}</h2>\n", escape(title));
                let about = heading.and_then(|group| group.about.as_ref());
                out += &about.map_or(String::new(), |about| format!("{}\n", prose(table, about)));
            }
            group = now;
            let anchor = fragment(self.anchors.first(at));
            let problem_type = self
                .base_url
                .map(|base| format!("{base}{}#{anchor}", self.file));
            let row = &table.rows[at];
            out += &row::section(table, row, self.anchors.of(at), problem_type.as_deref());
        }
        out
    }
}

/// Formats the start of a table of rows.
pub(super) fn table_start(id: &str) -> String {
    let extra = if id == "contents!table" {
        ""
    } else {
        "<th scope=\"col\">Table</th>"
    };
    format!(
        "<div class=\"scroll\"><table class=\"codes\" id=\"{id}\"><thead><tr><th scope=\"col\">Status</th>\
         <th scope=\"col\">Code</th><th scope=\"col\">Meaning</th>{extra}</tr></thead>\n<tbody>\n"
    )
}

pub(super) const TABLE_END: &str = "</tbody></table></div>\n";

/// The end of every page.
pub(super) const END: &str =
    "<footer>Written by <code>codes explain --format html</code>.</footer>\n</body>\n</html>\n";

/// The first lines of every page. A file that begins with them may be overwritten.
pub(super) const MARK: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"codes\">\n";

pub(super) fn start(title: &str, base_url: Option<&str>, file: &str) -> String {
    let canonical = base_url.map(|base| {
        format!(
            "<link rel=\"canonical\" href=\"{}\">\n",
            escape(&format!("{base}{file}"))
        )
    });
    format!(
        "{MARK}<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n{}\
         <style>\n{}</style>\n<body>\n<a class=\"skip\" href=\"#main!\">Skip to the codes</a>\n",
        escape(title),
        canonical.unwrap_or_default(),
        include_str!("style.css")
    )
}
