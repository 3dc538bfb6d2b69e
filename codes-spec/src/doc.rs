//! Texts as rustdoc shall show them: plain text to the letter, Markdown without what could break the page or lead astray.

use std::borrow::Cow;

use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::link;
use crate::markdown::{OPTIONS, plain_text};
use crate::table::{Prose, Table};
use crate::text::{is_unprintable, visible};

impl Table<'_> {
    /// A text as Markdown for a doc comment.
    pub fn doc(&self, prose: &Prose<'_>) -> String {
        if prose.is_markdown() {
            clean(&prose.text, self.base_url.as_ref().map(crate::Url::as_str))
        } else {
            literal(&prose.text)
        }
    }
}

/// Plain text as Markdown: lines stay lines, blank ones part paragraphs.
pub fn literal(text: &str) -> String {
    let text = unix_lines(text);
    let lines: Vec<_> = text.split('\n').map(|line| line.trim_matches([' ', '\t'])).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|paragraph| !paragraph.is_empty());
    let hard = |paragraph: &[&str]| paragraph.iter().map(|line| escape(line)).collect::<Vec<_>>().join("\\\n");
    paragraphs.map(hard).collect::<Vec<_>>().join("\n\n")
}

/// Plain text as Markdown on one line, so that it can stand in a heading or a table's cell.
pub fn literal_line(text: &str) -> String {
    escape(&unix_lines(text).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether rustdoc shows a text to the letter though it reads it as Markdown.
pub fn reads_alike(text: &str) -> bool {
    let options = OPTIONS | Options::ENABLE_FOOTNOTES | Options::ENABLE_SMART_PUNCTUATION;
    let mut shown = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(part) => shown.push_str(&part),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            _ => return false,
        }
    }
    // in brackets it looks for items
    shown == text && !text.contains('[')
}

fn unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// All ASCII punctuation behind a backslash, and what is not fit to be seen as an entity.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        if !c.is_ascii_punctuation() && !is_unprintable(c) {
            continue;
        }
        out.push_str(&text[plain..at]);
        plain = at + c.len_utf8();
        match c {
            '\0' => out.push('\u{fffd}'),
            '\t' => out.push(' '),
            _ if c.is_ascii_punctuation() => out.extend(['\\', c]),
            _ => out.push_str(&format!("&#x{:x};", u32::from(c))),
        }
    }
    out.push_str(&text[plain..]);
    out
}

/// Markdown as a page of rustdoc may have it: no raw HTML, no links but to addresses, no headings that would enter the
/// page's outline, and no code that could be taken for a test.
pub(crate) fn clean(markdown: &str, base_url: Option<&str>) -> String {
    let markdown = unix_lines(markdown);
    let out = rewrite(&markdown, Writer { base_url, ..Writer::default() });
    // Marks of emphasis count by what stands beside them, which may be the brackets of a link now. The text comes first.
    let words = |markdown: &str| plain_text(markdown).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    if !out.contains(['*', '~']) || words(&out) == words(&markdown) {
        return out;
    }
    rewrite(&markdown, Writer { base_url, flat: true, ..Writer::default() })
}

fn rewrite(markdown: &str, mut writer: Writer<'_>) -> String {
    for event in TextMergeStream::new(Parser::new_ext(markdown, OPTIONS)) {
        writer.write(event);
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out
}

/// Writes the events of a parser as Markdown again.
#[derive(Default)]
struct Writer<'u> {
    out: String,
    base_url: Option<&'u str>,
    /// Nothing is emphasised.
    flat: bool,
    /// Something stands on the line behind its margins, so that a block cannot begin there.
    begun: bool,
    /// What each line begins with, for each block around it.
    margins: Vec<String>,
    /// The numbers of the lists around; none where they have bullets.
    lists: Vec<Option<u64>>,
    /// The targets of the links around, where they are kept.
    links: Vec<Option<String>>,
    table: Option<Vec<Alignment>>,
    code: Option<String>,
}

impl Writer<'_> {
    fn write(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineHtml(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.text(&text),
            },
            // one for each line of a block
            Event::Html(text) => {
                if self.begun {
                    self.line();
                }
                self.text(&text);
            }
            Event::Code(code) => self.code_span(&code),
            Event::SoftBreak => self.line(),
            Event::HardBreak => {
                self.put("\\");
                self.line();
            }
            Event::Rule => self.block("* * *"),
            Event::TaskListMarker(done) => self.put(if done { "\\[x\\] " } else { "\\[ \\] " }),
            // of syntax that is not switched on
            Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.block(""),
            Tag::Heading { .. } => self.block("##### "),
            Tag::BlockQuote(_) => self.open("> ", "> "),
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::List(first) => self.lists.push(first),
            Tag::Item => {
                let bullet = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.open(&bullet, &" ".repeat(bullet.len()));
            }
            Tag::Table(alignments) => {
                self.block("");
                self.table = Some(alignments);
            }
            Tag::TableRow => self.line(),
            Tag::TableCell => self.put("| "),
            Tag::Emphasis => self.mark("*"),
            Tag::Strong => self.mark("**"),
            Tag::Strikethrough => self.mark("~~"),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                let target = link::resolve(&dest_url, self.base_url).filter(|_| !self.in_link());
                self.put(if target.is_some() { "[" } else { "" });
                self.links.push(target);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::Item => _ = self.margins.pop(),
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::List(_) => _ = self.lists.pop(),
            TagEnd::Table => self.table = None,
            TagEnd::TableHead => {
                self.put("|");
                self.line();
                let rule = |alignment: &Alignment| match alignment {
                    Alignment::None => "|---",
                    Alignment::Left => "|:--",
                    Alignment::Center => "|:-:",
                    Alignment::Right => "|--:",
                };
                let rules: String = self.table.iter().flatten().map(rule).collect();
                self.put(&rules);
                self.put("|");
            }
            TagEnd::TableRow => self.put("|"),
            TagEnd::TableCell => self.put(" "),
            TagEnd::Emphasis => self.mark("*"),
            TagEnd::Strong => self.mark("**"),
            TagEnd::Strikethrough => self.mark("~~"),
            TagEnd::Link | TagEnd::Image => {
                if let Some(target) = self.links.pop().flatten() {
                    self.put(&format!("](<{target}>)"));
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
        self.begun |= !text.is_empty();
    }

    fn mark(&mut self, mark: &str) {
        self.put(if self.flat { "" } else { mark });
    }

    fn line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.extend(self.margins.iter().map(String::as_str));
        self.begun = false;
    }

    /// Begins a block, behind a blank line.
    fn block(&mut self, mark: &str) {
        if self.begun {
            self.line();
            self.line();
        }
        self.put(mark);
    }

    /// Begins a block that has blocks in it.
    fn open(&mut self, mark: &str, margin: &str) {
        self.block(mark);
        self.margins.push(margin.to_owned());
        self.begun = false;
    }

    fn in_link(&self) -> bool {
        self.links.iter().any(Option::is_some)
    }

    fn text(&mut self, text: &str) {
        for (i, line) in text.trim_end_matches('\n').split('\n').enumerate() {
            if i > 0 {
                self.line();
            }
            let line = if self.begun { line } else { line.trim_start() };
            if self.in_link() {
                self.put(&escape(line));
                continue;
            }
            for part in link::parts(line) {
                match part {
                    link::Part::Text(text) => self.put(&escape(text)),
                    link::Part::Url(url) => {
                        let target = link::resolve(url, None).unwrap_or_default();
                        self.put(&format!("[{}](<{target}>)", escape(url)));
                    }
                }
            }
        }
    }

    fn code_span(&mut self, code: &str) {
        let span = code_span(code);
        self.put(&if self.table.is_some() { span.replace('|', "\\|") } else { span });
    }

    fn code_block(&mut self) {
        let code = self.code.take().unwrap_or_default();
        self.block("");
        for (i, line) in code_block(&code).split('\n').enumerate() {
            if i > 0 {
                self.line();
            }
            self.put(line);
        }
    }
}

/// Code within a line.
pub fn code_span(code: &str) -> String {
    let code: String = code.chars().map(visible).collect();
    let ticks = "`".repeat(longest_run(&code) + 1);
    let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
    format!("{ticks}{pad}{code}{pad}{ticks}")
}

/// A block of code that is no test. Clippy has no tabs in documentation.
pub fn code_block(code: &str) -> String {
    let code = unix_lines(code).replace('\t', "    ");
    let code: String = code.chars().map(|c| if c == '\n' { c } else { visible(c) }).collect();
    let fence = "`".repeat(longest_run(&code).max(2) + 1);
    format!("{fence}text\n{}\n{fence}", code.trim_end_matches('\n'))
}

/// How many backticks stand in a row at most.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_stays_what_it_is() {
        for (text, doc) in [
            ("See [the docs] or <T>.", r"See \[the docs\] or \<T\>\."),
            ("a\r\nb\rc\n\n    d", "a\\\nb\\\nc\n\nd"),
            ("1. x\n# y", "1\\. x\\\n\\# y"),
            ("a\u{202e}b\0\tc", "a&#x202e;b\u{fffd} c"),
            ("\n\n", ""),
        ] {
            assert_eq!(literal(text), doc, "{text:?}");
        }
        assert_eq!(literal_line("a\n  b|c"), "a b\\|c");
        for text in ["Use Throttled.", "See (2) & so on; 3 < 4"] {
            assert!(reads_alike(text), "{text:?}");
        }
        for text in ["Use `Throttled`.", "don't", "[x]", "- x", "a*b*", "<b>", "&amp;", "1. x", " x", "a -- b", "\\*"] {
            assert!(!reads_alike(text), "{text:?}");
        }
    }

    #[test]
    fn markdown_is_cleaned() {
        let base = Some("https://example.com/docs/errors");
        for (markdown, doc) in [
            (
                "You have **exceeded** your [limits](limits.md).",
                "You have **exceeded** your [limits](<https://example.com/docs/limits.md>)\\.",
            ),
            ("<b>x</b> &amp; `a|b`", "\\<b\\>x\\<\\/b\\> \\& `a|b`"),
            ("# Head\n\ntext", "##### Head\n\ntext"),
            ("- a\n- b\n  1. c\n\nd", "- a\n\n- b\n\n  1. c\n\nd"),
            ("> q\n> r", "> q\n> r"),
            ("```rust\nlet x;\n```", "```text\nlet x;\n```"),
            ("    code\n\ttab", "```text\ncode\ntab\n```"),
            ("~~~\n```\nunclosed", "````text\n```\nunclosed\n````"),
            ("|a|b|\n|:-|-|\n|`c\\|d`|[e]|", "| a | b |\n|:--|---|\n| `c\\|d` | \\[e\\] |"),
            ("[x](javascript:alert(1)) ![y](data:z)", "x y"),
            ("<https://a.b/?c&d> www", "[https\\:\\/\\/a\\.b\\/\\?c\\&d](<https://a.b/?c&amp;d>) www"),
            ("[a][b]\n\n[b]: <../c d>", "[a](<https://example.com/c%20d>)"),
            ("see http://x.y/z.", "see [http\\:\\/\\/x\\.y\\/z](<http://x.y/z>)\\."),
            ("a  \nb\n\n---\n\n- [ ] c", "a\\\nb\n\n* * *\n\n- \\[ \\] c"),
        ] {
            assert_eq!(clean(markdown, base), doc, "{markdown:?}");
        }
        assert_eq!(clean("[a](b.md)", None), "a");
    }

    /// What is written is read again as the same text, whatever stands beside the marks.
    #[test]
    fn marks_stay_marks() {
        for markdown in [
            "*https://a.b/x*y",
            "a*<https://a.b/x>*",
            "a*<b>*c",
            "_**a**_b",
            "*a*_b_",
            "**a***b*",
            "*_a_*",
            "_*a_*",
            "*a **b***c",
            "**[a](b)**c",
            "a**b**`c`",
            "~~https://a.b/x~~y",
            "*![a](b)c*d",
            "**a*b*c**",
            "&nbsp;*x*&nbsp;y",
            "*x&nbsp;*y*",
            "[*a*b](c)",
            "***a** b*c",
        ] {
            let out = clean(markdown, None);
            let [again, text] = [out.as_str(), markdown].map(|markdown| plain_text(markdown).trim().to_owned());
            assert_eq!(again, text, "{markdown}: {out}");
        }
    }
}
