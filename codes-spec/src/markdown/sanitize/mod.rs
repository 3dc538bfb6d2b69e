//! Removes everything from Markdown that could break its rustdoc page or mislead readers.

mod block;
mod events;
#[cfg(test)]
mod properties;
mod table;
#[cfg(test)]
mod tests;
mod writer;

use pulldown_cmark::{Event, Parser, TextMergeStream};

use crate::markdown::plain::{OPTIONS, plain_text};
use crate::markdown::rustdoc::unix_lines;
use crate::markdown::sanitize::writer::MarkdownWriter;

/// Returns Markdown without raw HTML, links other than web and mail, headings in the outline of the page, and code that
/// rustdoc would run as a test.
pub(crate) fn sanitize(markdown: &str, base_url: Option<&str>) -> String {
    let markdown = unix_lines(markdown);
    let out = rewrite(&markdown, base_url, false);
    // Whether a mark is emphasis depends on the characters next to it, which sanitizing may change. If this changes the
    // rendered text, the emphasis is dropped.
    let may_differ = out.contains(['*', '~']);
    if may_differ && words_and_rules(&out) != words_and_rules(&markdown) {
        rewrite(&markdown, base_url, true)
    } else {
        out
    }
}

/// Returns the words of a text and the number of its horizontal rules, because emphasis marks
/// without text between them, such as `****`, are parsed as a rule.
fn words_and_rules(markdown: &str) -> (Vec<String>, usize) {
    let rules = Parser::new_ext(markdown, OPTIONS)
        .filter(|event| *event == Event::Rule)
        .count();
    (
        plain_text(markdown)
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        rules,
    )
}

fn rewrite(markdown: &str, base_url: Option<&str>, flat: bool) -> String {
    // many short links could repeat one long URL or base, so the output is limited
    let most = 16 * markdown.len() + 4096;
    let mut writer = MarkdownWriter {
        base_url,
        flat,
        most,
        start: true,
        ..MarkdownWriter::default()
    };
    for event in TextMergeStream::new(Parser::new_ext(markdown, OPTIONS)) {
        writer.write(event);
    }
    writer.out.truncate(writer.out.trim_end_matches(' ').len());
    writer.out
}
