//! The words of the documentation: of an enum, and of its variants.

use std::collections::HashMap;

use codes_spec::{
    Code, CodeFormat, Row, Table, code_block, code_span, link, literal, literal_line,
};

/// The page of an enum, behind what the user wrote.
pub(crate) fn table(table: &Table<'_>) -> String {
    let head = match &table.title {
        Some(title) => format!("{}: {}.", literal_line(&table.vendor), literal_line(title)),
        None => format!("The codes of {}.", literal_line(&table.vendor)),
    };
    let mut blocks = vec![String::new(), head];
    blocks.extend(table.about.as_ref().map(|about| table.doc(about)));
    blocks.extend(origin(table));
    blocks.extend(sections(table));
    blocks.extend(table.notes.iter().map(|note| table.doc(note)));
    if !table.tags.is_empty() {
        let tags = table.tags.iter().map(|tag| {
            indented(&behind(
                &format!("- `{}`:", tag.id),
                &table.doc(&tag.meaning),
            ))
        });
        blocks.push("## Tags".to_owned());
        blocks.push(tags.collect::<Vec<_>>().join("\n"));
    }
    let mut former_names = Vec::new();
    for row in &table.rows {
        let name = &row.name;
        former_names.extend(
            row.former_names
                .iter()
                .map(|former| format!("- `{former}`, now {}", variant(name))),
        );
    }
    if !former_names.is_empty() {
        blocks.push("## Former names".to_owned());
        blocks.push(former_names.join("\n"));
    }
    blocks.push(STABILITY.to_owned());
    blocks.join("\n\n")
}

const STABILITY: &str = "## Stability\n\nThe order of the variants, and so their discriminants and `Ord`, follows the \
                         table and may change with it. The status is what `status()` returns.";

/// Where the table comes from.
fn origin(table: &Table<'_>) -> Option<String> {
    let source = table.source.as_ref().map(|source| {
        let is_url = source.starts_with("https://") || source.starts_with("http://");
        format!(
            "Source: {}",
            if is_url {
                link(source, source)
            } else {
                literal_line(source)
            }
        )
    });
    let retrieved = table
        .retrieved
        .map(|date| format!("last compared with it on {date}"));
    match (source, retrieved) {
        (Some(source), Some(retrieved)) => Some(format!("{source}, {retrieved}.")),
        (Some(source), None) => Some(format!("{source}.")),
        (None, Some(_)) => table
            .retrieved
            .map(|date| format!("Last compared with the vendor's page on {date}.")),
        (None, None) => None,
    }
}

/// The rows by section: those without one first.
fn sections(table: &Table<'_>) -> Vec<String> {
    let mut blocks = Vec::new();
    let rows_of = |group: Option<usize>| {
        table
            .rows
            .iter()
            .filter(move |row| row.group == group)
            .collect::<Vec<_>>()
    };
    blocks.extend(rows(table, &rows_of(None)));
    for (i, group) in table.groups.iter().enumerate() {
        let Some(rows) = rows(table, &rows_of(Some(i))) else {
            continue;
        };
        blocks.push(format!(
            "## {}",
            literal_line(group.title.as_ref().unwrap_or(&group.id))
        ));
        blocks.extend(group.about.as_ref().map(|about| table.doc(about)));
        blocks.push(rows);
    }
    blocks
}

/// Rows as a Markdown table.
fn rows(table: &Table<'_>, rows: &[&Row<'_>]) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let mut titles: HashMap<&str, u16> = HashMap::with_capacity(rows.len());
    for row in rows {
        *titles
            .entry(row.title.as_deref().unwrap_or_default())
            .or_default() += 1;
    }
    let line = |row: &&Row<'_>| {
        let text = || row.description.as_ref().map(codes_spec::Prose::first_line);
        let meaning = match row.title.as_deref() {
            Some(title) if titles[title] == 1 => literal_line(title),
            // what rows of one title are about is told by their descriptions
            Some(title) => literal_line(
                &text().map_or_else(|| title.to_owned(), |text| format!("{title}: {text}")),
            ),
            None => literal_line(text().unwrap_or_default()),
        };
        let deprecated = if row.deprecated.is_some() {
            " *(deprecated)*"
        } else {
            ""
        };
        let known = if row.statuses.is_empty() {
            table.show_code(row).into_owned()
        } else {
            row.show_statuses()
        };
        format!(
            "| {} | {} | {meaning}{deprecated} |",
            literal_line(&known),
            variant(&row.name)
        )
    };
    let lines: Vec<_> = rows.iter().map(line).collect();
    let head = if rows.iter().all(|row| row.statuses.is_empty()) {
        "Code"
    } else {
        "Status"
    };
    Some(format!(
        "| {head} | Variant | Meaning |\n|---|---|---|\n{}",
        lines.join("\n")
    ))
}

/// A link to a variant on the enum's page. As a path, rustdoc would not take each name, and rustc would seek each path.
pub(crate) fn variant(name: &str) -> String {
    format!("[`{name}`](#variant.{name})")
}

/// The documentation of a variant.
pub(crate) fn row(table: &Table<'_>, row: &Row<'_>) -> String {
    let mut blocks = vec![first_line(table, row)];
    blocks.extend(row.description.as_ref().map(|text| table.doc(text)));
    match row.when.as_slice() {
        [] => {}
        [one] => blocks.push(behind("**When to expect it:**", &table.doc(one))),
        several => {
            blocks.push("**When to expect it:**".to_owned());
            blocks.push(
                several
                    .iter()
                    .map(|when| format!("- {}", indented(&table.doc(when))))
                    .collect::<Vec<_>>()
                    .join("\n"),
            );
        }
    }
    blocks.extend(
        row.action
            .as_ref()
            .map(|action| behind("**What to do:**", &table.doc(action))),
    );
    blocks.extend(
        row.fields
            .iter()
            .map(|(name, text)| format!("**{}:** {}", literal_line(name), literal(text))),
    );
    blocks.extend(row.examples.iter().map(|example| code_block(example)));
    blocks.extend(
        row.url
            .as_ref()
            .map(|url| link("More about it", url.as_str())),
    );
    blocks.join("\n\n")
}

/// A text behind what it is, or under that where it begins with a block, which nothing may stand before.
fn behind(label: &str, doc: &str) -> String {
    let number = doc.split_once(". ").map_or("", |(number, _)| number);
    let is_item = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let is_block = is_item
        || ["#", "- ", "> ", "```", "| ", "* * *"]
            .iter()
            .any(|mark| doc.starts_with(mark));
    format!("{label}{}{doc}", if is_block { "\n\n" } else { " " })
}

/// Status, title and code: a code alone stands without parentheses.
fn first_line(table: &Table<'_>, row: &Row<'_>) -> String {
    let mut line = literal_line(&row.show_statuses());
    if let Some(title) = &row.title {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(&literal_line(title));
    }
    match table.show_code(row).as_ref() {
        "" => line,
        code if line.is_empty() => code_span(code),
        code => format!("{line} ({})", code_span(code)),
    }
}

fn indented(text: &str) -> String {
    text.replace('\n', "\n  ")
}

/// Words by which the page's search finds a variant. rustc refuses quotes, and blanks but inner ones.
pub(crate) fn aliases(table: &Table<'_>, row: &Row<'_>) -> Vec<String> {
    let statuses = row.statuses.iter().map(|status| status.as_str().to_owned());
    let code = std::iter::once(table.show_code(row).into_owned());
    let decimal = match row.code {
        Some(Code::Int(int)) if table.code_format != CodeFormat::Decimal => Some(int.to_string()),
        _ => None,
    };
    let mut aliases: Vec<String> = Vec::new();
    for alias in statuses.chain(code).chain(decimal) {
        let refused = alias.is_empty()
            || alias == row.name
            || alias.trim() != alias
            || alias.contains('"')
            || alias.contains('\'')
            // a code has no controls, and ASCII no other blanks
            || !alias.is_ascii() && alias.contains(|c: char| c.is_whitespace() && c != ' ');
        if !refused && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    aliases
}
