//! Markdown without what could break the page of rustdoc that it stands in, or lead astray.

use pulldown_cmark::{Alignment, Event, Parser, Tag, TagEnd, TextMergeStream};

use crate::doc::{code_block, code_span, escape, unix_lines};
use crate::link;
use crate::markdown::{MOST_MARGINS, OPTIONS, plain_text};

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
        let deep = self.margins.len() >= MOST_MARGINS;
        self.margins.push(if deep { String::new() } else { margin.to_owned() });
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

#[cfg(test)]
mod tests {
    use super::*;

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
