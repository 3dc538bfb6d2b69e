//! The table as a page for a documentation site: a section for each row, with its facts behind labels. `codes import`
//! reads it as the same table.

use std::collections::HashSet;

use codes_spec::{Code, CodeFormat, Group, Pointer, Prose, Row, Table, code_block};

use super::markdown::{code, link, plain, prose};
use crate::import::draft::Heading;

/// The whole page.
pub(super) fn whole(table: &Table<'_>) -> String {
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
    out += &facts(table);
    let level = if table.groups.is_empty() { "##" } else { "###" };
    let (mut group, mut told) = (None, HashSet::new());
    for row in &table.rows {
        if let Some(at) = row.group.filter(|at| group != Some(*at)) {
            let now = &table.groups[at];
            out += &format!("\n## {}\n", heading(group_heading(now)));
            let about = now
                .about
                .as_ref()
                .filter(|_| told.insert(at) && !is_shared_heading(table, Some(at)));
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
        out += &section(table, row, level, group);
    }
    out
}

/// Some rows, as sections of one page.
pub(super) fn rows(table: &Table<'_>, rows: &[&Row<'_>]) -> String {
    let sections = rows.iter().map(|row| section(table, row, "##", row.group));
    sections.collect::<String>().trim_start().to_owned()
}

/// What the table says besides its rows.
fn facts(table: &Table<'_>) -> String {
    let mut list = List::default();
    let about = table.about.as_ref().filter(|about| !is_paragraph(about));
    list.one("About", about.map(|about| prose(table, about)));
    list.one(
        "Title",
        table
            .title
            .as_ref()
            .filter(|title| !is_usual(title))
            .map(|title| plain(title)),
    );
    list.one(
        "Source",
        table.source.as_ref().map(|source| address(source)),
    );
    list.one("Retrieved", table.retrieved.map(|date| date.to_string()));
    list.one(
        "Protocol",
        table.protocol.as_ref().map(|protocol| plain(protocol)),
    );
    list.one(
        "Base URL",
        table.base_url.as_ref().map(|url| link(url.as_str())),
    );
    list.one(
        "Display",
        table
            .display
            .as_ref()
            .map(|display| code(&display.to_string())),
    );
    list.one("Code format", code_format(table).map(plain));
    if let Some(body) = &table.body {
        // the whole body is `#`, as RFC 6901 has it
        let pointer = |pointer: &Pointer<'_>| {
            if pointer.as_str().is_empty() {
                "#"
            } else {
                pointer.as_str()
            }
            .to_owned()
        };
        list.codes("Code in bodies", body.code.iter().map(pointer));
        list.codes("Message in bodies", body.message.iter().map(pointer));
        let shown = |(low, high): &(u16, u16)| {
            if low == high {
                low.to_string()
            } else {
                format!("{low}-{high}")
            }
        };
        list.one(
            "Statuses with bodies",
            Some(
                body.statuses
                    .iter()
                    .map(shown)
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
        );
    }
    list.codes(
        "Reserved codes",
        table
            .reserved
            .iter()
            .map(|code| number_or_text(table, code)),
    );
    list.items(
        "Groups",
        table
            .groups
            .iter()
            .enumerate()
            .map(|(at, group)| declaration(table, at, group)),
    );
    list.items(
        "Tags",
        table
            .tags
            .iter()
            .map(|tag| format!("**{}:** {}", plain(&tag.id), prose(table, &tag.meaning))),
    );
    list.items("Notes", table.notes.iter().map(|note| prose(table, note)));
    list.text()
}

/// A group, and its text if that will stand under no heading of its own.
fn declaration(table: &Table<'_>, at: usize, group: &Group<'_>) -> String {
    let title = group
        .title
        .as_deref()
        .map(|title| format!(" {}", plain(title)))
        .unwrap_or_default();
    let is_headed =
        table.rows.iter().any(|row| row.group == Some(at)) && !is_shared_heading(table, Some(at));
    let about = group.about.as_ref().filter(|_| !is_headed);
    let about = about
        .map(|about| format!("\n    - {}", prose(table, about)))
        .unwrap_or_default();
    format!("**{}:**{title}{about}", plain(&group.id))
}

/// How integers are shown, and whether there are any, where the rows' codes do not show it.
fn code_format(table: &Table<'_>) -> Option<&'static str> {
    let own = || table.rows.iter().filter_map(|row| row.code.as_ref());
    let all = || {
        own()
            .chain(table.rows.iter().flat_map(|row| &row.aliases))
            .chain(&table.reserved)
    };
    let is_number = |c: char| c.is_ascii_digit() || c == '-';
    let is_word =
        |code: &Code<'_>| matches!(code, Code::Text(text) if !text.starts_with(is_number));
    let is_shown = own().any(|code| is_word(code) || matches!(code, Code::Int(_)));
    match table.code_format {
        CodeFormat::Decimal if is_shown || all().next().is_none() => None,
        CodeFormat::Decimal if all().all(|code| matches!(code, Code::Text(_))) => Some("text"),
        format => Some(format.as_str()),
    }
}

fn section(table: &Table<'_>, row: &Row<'_>, level: &str, group: Option<usize>) -> String {
    let shown = table.show_code(row);
    let said = row
        .title
        .as_deref()
        .unwrap_or(if row.statuses.is_empty() { &shown } else { "" });
    let said = format!("{} {said}", row.show_statuses());
    let mut out = format!("\n{level} {}\n", heading(said.trim()));
    let description = row
        .description
        .as_ref()
        .filter(|description| is_paragraph(description));
    out += &description.map_or(String::new(), |description| {
        format!("\n{}\n", prose(table, description))
    });
    let mut list = List::default();
    let read = Heading::read(said.trim());
    let title = read
        .title
        .map(|title| title.plain)
        .filter(|title| !read.statuses.is_empty() || *title != shown);
    let is_told = title.as_deref() == row.title.as_deref() && is_usual(said.trim());
    let statuses = if row.statuses.is_empty() {
        "—".to_owned()
    } else {
        row.show_statuses()
    };
    list.one(
        "Status",
        Some(statuses).filter(|_| !row.statuses.is_empty() || !read.statuses.is_empty()),
    );
    list.one("Code", row.code.as_ref().map(|code| own_code(table, code)));
    list.one(
        "Title",
        Some(row.title.as_deref().map_or("—".to_owned(), plain)).filter(|_| !is_told),
    );
    list.codes(
        "Aliases",
        row.aliases.iter().map(|alias| number_or_text(table, alias)),
    );
    let description = row
        .description
        .as_ref()
        .filter(|description| !is_paragraph(description));
    list.one(
        "Description",
        description.map(|description| prose(table, description)),
    );
    list.some(
        "When to expect",
        row.when.iter().map(|when| prose(table, when)),
    );
    list.one(
        "What to do",
        row.action.as_ref().map(|action| prose(table, action)),
    );
    list.some(
        "Message pattern",
        row.messages.iter().map(|message| code(message)),
    );
    list.one("Outcome", Some(row.outcome.to_string()));
    list.one("Kind", row.kind.map(|kind| kind.to_string()));
    list.one("Retry", row.retry.map(|retry| retry.to_string()));
    list.codes(
        "Tags",
        row.tags.iter().map(|&tag| table.tags[tag].id.to_string()),
    );
    list.one(
        "More information",
        row.url.as_ref().map(|url| link(url.as_str())),
    );
    list.items(
        "Further fields",
        row.fields
            .iter()
            .map(|(name, text)| format!("**{}:** {}", plain(name), plain(text))),
    );
    if let Some(deprecated) = &row.deprecated {
        let (since, note) = (deprecated.since.as_deref(), deprecated.note.as_deref());
        list.one(
            "Deprecated",
            since.or(note).is_none().then(|| "yes".to_owned()),
        );
        list.one("Deprecated since", since.map(plain));
        list.one("Use instead", note.map(plain));
    }
    list.one("Variant", Some(code(&row.name)));
    list.codes(
        "Former variants",
        row.former_names.iter().map(ToString::to_string),
    );
    let owner = row
        .group
        .map_or("—".to_owned(), |group| plain(&table.groups[group].id));
    list.one(
        "Group",
        Some(owner).filter(|_| row.group != group || is_shared_heading(table, row.group)),
    );
    let in_blocks = row.examples.iter().all(|example| is_block(example));
    list.items(
        "Examples",
        row.examples
            .iter()
            .filter(|_| !in_blocks)
            .map(|example| code(example)),
    );
    out += &list.text();
    out.extend(
        row.examples
            .iter()
            .filter(|_| in_blocks)
            .map(|example| format!("\n{}\n", code_block(example))),
    );
    out
}

/// A code, and where that is another number than the table shows, the number as well.
fn own_code(table: &Table<'_>, own: &Code<'_>) -> String {
    let shown = own.show(table.code_format);
    match own {
        Code::Int(number @ ..0) if shown.starts_with("0x") => {
            format!("{} = {}", code(&shown), code(&number.to_string()))
        }
        _ => code(&shown),
    }
}

/// A code as it is shown, unless it would be read as another.
fn number_or_text(table: &Table<'_>, code: &Code<'_>) -> String {
    match code {
        Code::Int(number @ ..0) => number.to_string(),
        code => code.show(table.code_format).into_owned(),
    }
}

/// Whether nothing of a text is lost in a heading.
fn is_usual(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphanumeric() || " ',.()-/".contains(c))
        && !text.contains("  ")
        && text.trim() == text
}

fn heading(text: &str) -> String {
    plain(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn group_heading<'g>(group: &'g Group<'_>) -> &'g str {
    group.title.as_deref().unwrap_or(&group.id)
}

/// Whether the heading of a group is that of one before it.
fn is_shared_heading(table: &Table<'_>, group: Option<usize>) -> bool {
    let words = |group: &Group<'_>| heading(group_heading(group));
    group.is_some_and(|at| {
        table.groups[..at]
            .iter()
            .any(|other| words(other) == words(&table.groups[at]))
    })
}

/// An address as a link, any other text as it is.
fn address(text: &str) -> String {
    let is_address = text.starts_with("https://") && !text.contains(char::is_whitespace);
    if is_address { link(text) } else { plain(text) }
}

/// Whether a text can stand as a paragraph of its own, without being taken for a label, a list or a script.
fn is_paragraph(prose: &Prose<'_>) -> bool {
    let text = prose.plain();
    let begins = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    begins && text.trim() == text && !text.contains(['\n', ':', '\r', '\t']) && !text.contains("  ")
}

/// Whether an example can stand as a block of code.
fn is_block(example: &str) -> bool {
    let is_odd = |c: char| c.is_control() && c != '\n';
    example.trim() == example
        && !example.contains(is_odd)
        && !code_block(example).contains('\u{fffd}')
}

/// A list of labels and what stands behind them.
#[derive(Default)]
struct List(String);

impl List {
    fn one(&mut self, label: &str, text: Option<String>) {
        self.0 += &text.map_or(String::new(), |text| format!("- **{label}:** {text}\n"));
    }

    /// Codes beside one another.
    fn codes(&mut self, label: &str, codes: impl Iterator<Item = String>) {
        let codes: Vec<_> = codes.map(|text| code(&text)).collect();
        self.one(label, Some(codes.join(", ")).filter(|_| !codes.is_empty()));
    }

    /// One text beside the label, several below it.
    fn some(&mut self, label: &str, texts: impl Iterator<Item = String>) {
        let texts: Vec<_> = texts.collect();
        match &texts[..] {
            [text] => self.one(label, Some(text.clone())),
            _ => self.items(label, texts.into_iter()),
        }
    }

    /// Texts below a label.
    fn items(&mut self, label: &str, texts: impl Iterator<Item = String>) {
        let items: String = texts.map(|text| format!("  - {text}\n")).collect();
        self.0 += &if items.is_empty() {
            items
        } else {
            format!("- **{label}:**\n{items}")
        };
    }

    fn text(&self) -> String {
        if self.0.is_empty() {
            String::new()
        } else {
            format!("\n{}", self.0)
        }
    }
}
