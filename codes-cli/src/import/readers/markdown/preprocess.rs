//! Converts extensions of Markdown that documentation sites use to plain Markdown: JSX, template tags, admonitions,
//! grid tables, and tables without a blank line above them.

use std::collections::HashSet;

use crate::import::readers::markdown::convert::{self, PageSyntax};
use crate::import::readers::markdown::fences::Unclosed;
use crate::import::readers::markdown::pipes::is_delimiter_row;
use crate::import::readers::markdown::templates::without_templates;
use crate::import::readers::markdown::{asciidoc, placeholders, rst, wiki};

/// Whether a line underlines a heading: `=====`
pub(crate) fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    line.len() > 2 && (line.chars().all(|c| c == '=') || line.chars().all(|c| c == '-'))
}

pub(super) fn preprocess(lines: &[&str], unclosed: &[Unclosed]) -> String {
    let mut out = String::new();
    let mut preprocessor = Preprocessor::of(lines);
    let is_wiki = wiki::is_wiki(lines.iter().copied());
    let is_rst = !is_wiki && rst::is_rst(lines);
    let styles = if is_rst {
        rst::heading_styles(lines)
    } else {
        Vec::new()
    };
    let syntax = PageSyntax {
        is_asciidoc: asciidoc::is_asciidoc(lines),
        is_rst,
        is_wiki,
        headings: &styles,
    };
    let mut unclosed = unclosed.iter().peekable();
    let mut i = 0;
    while let Some(&line) = lines.get(i) {
        if unclosed.next_if(|block| block.end <= i).is_some()
            && let Some(fence) = preprocessor.fence.take()
        {
            out += &(fence + "\n");
        }
        if preprocessor.fence.is_none()
            && let Some((text, end)) =
                convert::converted(&lines[i..], syntax, preprocessor.in_table)
        {
            out += &text;
            i += end;
            continue;
        }
        let plain = if is_rst {
            rst::text(line)
        } else {
            String::new()
        };
        let line = if is_rst && preprocessor.fence.is_none() {
            &plain
        } else {
            line
        };
        preprocessor.line(
            line,
            lines.get(i + 1).copied().unwrap_or_default(),
            &mut out,
        );
        i += 1;
    }
    out
}

#[derive(Default)]
struct Preprocessor<'l> {
    /// The names of the closing tags of the page.
    closed: HashSet<&'l str>,
    /// The fence that closes the open code block.
    fence: Option<String>,
    /// The lines belong to an admonition.
    hint: bool,
    /// The previous line was a row of a table with `|` between cells.
    in_table: bool,
    /// The lines belong to an `import` or `export` statement, which continues until a blank line.
    in_script: bool,
}

impl<'l> Preprocessor<'l> {
    fn of(lines: &[&'l str]) -> Self {
        Preprocessor {
            closed: placeholders::closed(lines),
            ..Preprocessor::default()
        }
    }

    fn line(&mut self, line: &str, next: &str, out: &mut String) {
        let trimmed = line.trim();
        if let Some(fence) = &self.fence {
            if trimmed.starts_with(fence.as_str())
                && trimmed.trim_start_matches(['`', '~']).is_empty()
            {
                self.fence = None;
            }
            out.push_str(line);
            out.push('\n');
            return;
        }
        if let Some(mark) = ["```", "~~~"]
            .into_iter()
            .find(|mark| trimmed.starts_with(mark))
        {
            let len = trimmed.len() - trimmed.trim_start_matches(&mark[..1]).len();
            self.fence = Some(mark[..1].repeat(len));
        }
        self.in_script &= !trimmed.is_empty();
        let is_script =
            |word| trimmed.starts_with(word) && trimmed.contains([';', '\'', '"', '{', '=']);
        if self.in_script || line == trimmed && (is_script("import ") || is_script("export ")) {
            self.in_script = true;
            out.push('\n');
            return;
        }
        // some pages leave out the outer `|` of all rows but the heading
        let is_row = trimmed.len() > 1 && trimmed.starts_with('|')
            || self.in_table && trimmed.contains(" | ");
        // separate a table from the text around it
        if is_row != self.in_table && !trimmed.is_empty() && !out.is_empty() {
            out.push('\n');
        }
        self.in_table = is_row;
        self.outside(line, trimmed, next, out);
    }

    /// Handles a line outside code blocks: removes template tags, and JSX tags on a line of their own.
    fn outside(&mut self, line: &str, trimmed: &str, next: &str, out: &mut String) {
        if trimmed.starts_with(":::") {
            let kind = trimmed.trim_start_matches(':').trim_start();
            self.hint = !kind.is_empty();
            out.push('\n');
            if let Some(title) = title_of_hint(kind) {
                out.push_str(&format!("> {title}\n>\n"));
            }
            return;
        }
        let without_tags = without_templates(line);
        let closes = without_tags != line && line.replace(' ', "").contains("{%end");
        let opens = [
            "{%hint",
            "{%note",
            "{%callout",
            "{%info",
            "{%warning",
            "{%admonition",
        ];
        let tight = if without_tags == line {
            String::new()
        } else {
            line.replace(' ', "")
        };
        self.hint |= opens.iter().any(|open| tight.contains(open));
        let escaped = placeholders::escaped(&without_tags, &self.closed);
        let line = escaped.unwrap_or(without_tags);
        if is_component(line.trim()) {
            out.push('\n');
        } else {
            let quote = if self.hint && !line.trim().is_empty() {
                "> "
            } else {
                ""
            };
            // a line without `|` is not the heading of the table that starts on the next line
            let text = if self.fence.is_none() && is_delimiter_row(next) && !line.contains('|') {
                "\n"
            } else {
                ""
            };
            for part in [quote, line.as_str(), "\n", text] {
                out.push_str(part);
            }
        }
        if closes {
            self.hint = false;
            out.push('\n');
        }
    }
}

/// Returns the title of an admonition after its kind: `caution[Title]`, `info Title`
fn title_of_hint(kind: &str) -> Option<&str> {
    let in_brackets = kind
        .split_once('[')
        .and_then(|(_, rest)| rest.strip_suffix(']'));
    let after_word = || Some(kind.split_once(' ')?.1.trim());
    let title = in_brackets.or_else(after_word)?;
    (!title.is_empty() && !title.starts_with('{')).then_some(title)
}

/// Whether a line is a JSX tag: `<TabItem value="a">`, `</Tabs>`. HTML tags are in lower case.
fn is_component(line: &str) -> bool {
    let name = line.trim_start_matches(['<', '/']);
    line.starts_with('<')
        && line.ends_with('>')
        && name.starts_with(|c: char| c.is_ascii_uppercase())
}
