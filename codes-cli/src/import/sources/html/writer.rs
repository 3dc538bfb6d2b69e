//! Tags and text → Markdown.

use html5ever::tokenizer::Tag;

/// Elements whose content is not text.
const SKIPPED: [&str; 4] = ["script", "style", "fullname", "examples"];

/// The deepest level of lists. Items of deeper lists are not indented further.
const MAX_DEPTH: usize = 8;

/// The Markdown so far, and the open elements.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
    /// The open paragraph or item.
    line: String,
    skipped: usize,
    /// The number of the next item of each open list; `None` for a list with bullets.
    lists: Vec<Option<usize>>,
    /// The bullet or number of the item whose text comes next.
    mark: Option<String>,
    /// The text is inline code, in which nothing is escaped.
    code: bool,
    pre: bool,
    links: Vec<Option<String>>,
}

impl Writer {
    pub(super) fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        if self.pre || self.code {
            self.line += &if self.pre {
                text.into()
            } else {
                text.replace('`', "'")
            };
            return;
        }
        for c in text.chars() {
            if c.is_whitespace() {
                let is_open = !self.line.is_empty() && !self.line.ends_with([' ', '\n']);
                self.line.extend(is_open.then_some(' '));
                continue;
            }
            self.line.extend("\\`*_[]<>&".contains(c).then_some('\\'));
            self.line.push(c);
        }
    }

    pub(super) fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if SKIPPED.contains(&name) {
            self.skipped += usize::from(!tag.self_closing);
        }
        if self.skipped > 0 || self.pre {
            return;
        }
        match name {
            "b" | "strong" => self.line += "**",
            "i" | "em" => self.line.push('*'),
            "code" | "tt" => {
                self.code = true;
                self.line.push('`');
            }
            "br" => {
                self.line.truncate(self.line.trim_end().len());
                self.line += "\\\n";
            }
            "a" => {
                let mut attributes = tag.attrs.iter();
                let address = attributes.find(|attribute| &*attribute.name.local == "href");
                let address = address.map(|attribute| attribute.value.trim().to_owned());
                let address = address.filter(|address| is_address(address));
                self.line.extend(address.is_some().then_some('['));
                self.links.push(address);
            }
            "ul" | "ol" => {
                self.end_line();
                self.lists.push((name == "ol").then_some(1));
            }
            "li" => self.begin_item(),
            "pre" => {
                self.end_line();
                self.pre = true;
            }
            _ if is_block(name) => self.end_line(),
            _ => {}
        }
    }

    fn begin_item(&mut self) {
        self.end_line();
        self.mark = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        });
    }

    pub(super) fn end(&mut self, name: &str) {
        if SKIPPED.contains(&name) {
            self.skipped = self.skipped.saturating_sub(1);
        }
        if self.skipped > 0 {
            return;
        }
        match name {
            "pre" if self.pre => self.end_pre(),
            _ if self.pre => {}
            "b" | "strong" => self.close("**"),
            "i" | "em" => self.close("*"),
            "code" | "tt" => self.end_code(),
            "a" => {
                if let Some(Some(address)) = self.links.pop() {
                    self.line += &format!("]({address})");
                }
            }
            "ul" | "ol" => {
                self.end_line();
                self.mark = None;
                self.lists.pop();
            }
            _ if is_block(name) || name == "li" => self.end_line(),
            _ => {}
        }
    }

    /// Ends emphasis. Empty emphasis is removed, because its markers would be visible.
    fn close(&mut self, mark: &str) {
        let blanks = self.line.len() - self.line.trim_end().len();
        self.line.truncate(self.line.len() - blanks);
        match self.line.strip_suffix(mark).map(str::len) {
            Some(end) => self.line.truncate(end),
            None => self.line += mark,
        }
        self.line.extend((blanks > 0).then_some(' '));
    }

    fn end_code(&mut self) {
        if !std::mem::take(&mut self.code) {
            return;
        }
        let start = self.line.rfind('`').map_or(0, |at| at + 1);
        let text = self.line[start..]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        self.line.truncate(start);
        if text.is_empty() {
            self.line.pop();
        } else {
            self.line += &format!("{text}`");
        }
    }

    fn end_pre(&mut self) {
        self.pre = false;
        let text = std::mem::take(&mut self.line);
        self.block(&codes_spec::code_block(text.trim_matches('\n')));
    }

    fn end_line(&mut self) {
        self.end_code();
        let line = std::mem::take(&mut self.line);
        let line = line.trim().trim_end_matches('\\').trim_end();
        if !line.is_empty() {
            self.block(line);
        }
    }

    /// Writes a paragraph. The first paragraph of a list item follows its bullet or number, the others are indented.
    fn block(&mut self, text: &str) {
        let depth = self.lists.len().saturating_sub(1).min(MAX_DEPTH);
        let mark = self.mark.take();
        let is_inside = !self.lists.is_empty();
        let mut margin = "   ".repeat(depth);
        let first = format!(
            "{margin}{}",
            mark.as_deref()
                .unwrap_or(if is_inside { "   " } else { "" })
        );
        if is_inside {
            margin += if mark.as_ref().is_some_and(|mark| mark.len() < 3) {
                "  "
            } else {
                "   "
            };
        }
        if !self.out.is_empty() {
            self.out += "\n\n";
        }
        for (nth, line) in text.split('\n').enumerate() {
            self.out += if nth > 0 { "\n" } else { "" };
            self.out += if nth > 0 { &margin } else { &first };
            self.out += line;
        }
    }

    pub(super) fn finish(mut self) -> String {
        if self.pre {
            self.end_pre();
        }
        self.end_line();
        self.out
    }
}

fn is_address(address: &str) -> bool {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web && !address.contains(|c: char| c.is_whitespace() || "()<>".contains(c))
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 22] = [
        "p",
        "div",
        "section",
        "note",
        "important",
        "warning",
        "caution",
        "tip",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tr",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "hr",
        "body",
    ];
    BLOCKS.contains(&name)
}
