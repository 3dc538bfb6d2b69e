//! Tables of cells between `|` that Markdown does not read: without a delimiter row, or without a blank line before
//! or after them.

/// The minimum number of lines of a table without a delimiter row.
const LEAST: usize = 3;

/// Whether a line is the delimiter row of a table: `|---|:--:|`
pub(crate) fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    line.contains("--")
        && line.contains('|')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Whether a text has a table without a delimiter row.
pub(super) fn has_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    lines.windows(LEAST).any(is_bare_table)
}

/// Returns the table that starts with the first line, in Markdown, and the number of its lines.
pub(super) fn read(lines: &[&str]) -> Option<(String, usize)> {
    let line = lines[0].trim();
    if !line.contains('|') {
        return None;
    }
    let has_rule = lines.get(1).is_some_and(|next| is_delimiter_row(next));
    if has_rule {
        // tables that are valid Markdown are left to the Markdown parser
        let columns = cells(line).len();
        let is_short = cells(lines[1]).len() < columns && !line.contains("\\|");
        let is_markdown = line.starts_with('|') && !lines[1].contains('\t') && !is_short;
        if is_markdown || is_delimiter_row(line) {
            return None;
        }
        let rows = rows(&lines[2..]);
        let full_rule = format!("|{}", "---|".repeat(columns));
        let text = lines[..rows + 2].iter().enumerate().map(|(at, line)| {
            let is_rule = at == 1 && is_short;
            let line = if is_rule { &full_rule } else { *line };
            line.trim().replace('\t', " ") + "\n"
        });
        return Some((format!("\n{}\n", text.collect::<String>()), rows + 2));
    }
    let columns = cells(line).len();
    let below = lines.get(1).map_or(0, |next| cells(next).len());
    let is_head = columns == below && !is_bare_table(lines) && is_bare_table(&lines[1..]);
    if !is_head && !is_bare_table(lines) {
        return None;
    }
    let same = |line: &&&str| line.contains('|') && cells(line).len() == columns;
    let rows = rows(lines).min(lines.iter().take_while(same).count());
    if rows <= usize::from(is_head) {
        return None;
    }
    let head = if is_head {
        cells(line)
    } else {
        vec![" "; columns]
    };
    let body = lines[usize::from(is_head)..rows]
        .iter()
        .map(|line| cells(line));
    Some((to_markdown(&head, body), rows))
}

/// Writes a table in Markdown.
pub(super) fn to_markdown<'r, R: AsRef<[&'r str]>>(
    head: &[&str],
    rows: impl Iterator<Item = R>,
) -> String {
    let mut text = format!(
        "\n| {} |\n|{}\n",
        head.join(" | "),
        "---|".repeat(head.len())
    );
    for row in rows {
        text += &format!("| {} |\n", row.as_ref().join(" | "));
    }
    text + "\n"
}

/// The number of lines that are rows of the table. A line above a delimiter row starts another table.
fn rows(lines: &[&str]) -> usize {
    let is_row = |at: &usize| {
        let is_next_head = lines.get(at + 1).is_some_and(|next| is_delimiter_row(next));
        lines[*at].contains('|') && !is_delimiter_row(lines[*at]) && !is_next_head
    };
    (0..lines.len()).take_while(is_row).count()
}

/// Whether the first lines have the same number of cells, and each starts with a single word or a status.
fn is_bare_table(lines: &[&str]) -> bool {
    let Some(first) = lines.get(..LEAST) else {
        return false;
    };
    let columns = cells(first[0]).len();
    columns > 1
        && first.iter().all(|line| {
            let cells = cells(line);
            let is_key = |cell: &&str| {
                cell.contains(char::is_alphanumeric)
                    && (!cell.contains(char::is_whitespace) || starts_with_status(cell))
            };
            cells.len() == columns && cells.first().is_some_and(is_key) && !is_delimiter_row(line)
        })
}

/// Whether a cell starts with a status: `404 Not Found`
fn starts_with_status(cell: &str) -> bool {
    let (first, _) = cell.split_once(' ').unwrap_or_default();
    first.len() == 3 && first.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the cells of a line, with or without a `|` at its ends.
pub(super) fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    line.split('|').map(str::trim).collect()
}
