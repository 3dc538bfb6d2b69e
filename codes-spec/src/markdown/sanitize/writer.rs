//! Writes sanitized Markdown: the state of the writer, and the content of lines.

use std::mem;

use pulldown_cmark::{Alignment, LinkType};

use crate::markdown::code::code_span;
use crate::markdown::escape::escape;
use crate::markdown::plain::Gap;
use crate::markdown::{link, rustdoc};
use crate::text::is_unprintable;

pub(super) struct OpenList {
    /// The number of the next item, or `None` for bullets.
    pub(super) number: Option<u64>,
    /// The bullet (`-` or `+`), or the `.` or `)` after each number.
    pub(super) mark: char,
}

pub(super) struct OpenTable {
    pub(super) alignments: Vec<Alignment>,
    /// The offset of the cell's text.
    pub(super) cell: usize,
    /// Where the row ends if trailing empty cells are left out: every parser adds them again.
    pub(super) row_end: usize,
}

impl OpenTable {
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        OpenTable {
            alignments,
            cell: 0,
            row_end: 0,
        }
    }
}

/// Writes the events of a parser as Markdown. The size of the output is proportional to that of the input,
/// because the margins of nested blocks are only written where the input must have them too.
#[derive(Default)]
pub(super) struct MarkdownWriter<'u> {
    pub(super) out: String,
    pub(super) base_url: Option<&'u str>,
    /// Whether emphasis is left out.
    pub(super) flat: bool,
    /// The output length beyond which only the text of links is written.
    pub(super) most: usize,
    /// Whether the innermost block that can contain blocks is still empty.
    pub(super) start: bool,
    /// The separation of the next text from the last.
    pub(super) gap: Gap,
    /// The output length after the last code span.
    pub(super) code_end: usize,
    /// The margin that each enclosing block adds to a line.
    pub(super) margins: Vec<String>,
    /// The open lists, outermost first.
    pub(super) lists: Vec<OpenList>,
    /// The mark of the list that ended last, or `None` if text was written after it.
    pub(super) last_list: Option<char>,
    /// The number of open links. Nested links are counted, but only one is written at a time.
    pub(super) links: usize,
    /// The link that is being written: its number among the open links, and its URL and title.
    pub(super) link: Option<(usize, String)>,
    pub(super) heading: bool,
    pub(super) table: Option<OpenTable>,
    /// The text of the open code block.
    pub(super) code: Option<String>,
    /// The words after the fence of the open code block.
    pub(super) language: String,
}

impl MarkdownWriter<'_> {
    /// Separates the next text from the text before it, if there is any.
    pub(super) fn part(&mut self, gap: Gap) {
        if !self.start {
            self.gap = self.gap.max(gap);
        }
    }

    pub(super) fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match mem::take(&mut self.gap) {
            Gap::None => {}
            Gap::Blank => self.out.push(' '),
            // the next text does not begin a block, so it needs no margins
            Gap::Line => self.out.push_str("\\\n"),
            Gap::Block => {
                self.line();
                self.line();
            }
        }
        self.out.push_str(text);
        self.start = false;
        self.last_list = None;
    }

    pub(super) fn line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.extend(self.margins.iter().map(String::as_str));
    }

    pub(super) fn mark(&mut self, mark: &str) {
        self.put(if self.flat { "" } else { mark });
    }

    pub(super) fn open_link(&mut self, kind: LinkType, url: &str, title: &str) {
        self.links += 1;
        if self.link.is_some() {
            return;
        }
        let target = if kind == LinkType::Email {
            link::resolve(&format!("mailto:{url}"), None)
        } else {
            link::resolve(url, self.base_url)
        };
        let target = target.map(|target| format!("<{target}>{}", quoted_title(title)));
        if let Some(target) = target.filter(|target| self.out.len() + target.len() <= self.most) {
            self.put("[");
            self.link = Some((self.links, target));
        }
    }

    pub(super) fn close_link(&mut self) {
        if let Some((_, target)) = self.link.take_if(|(link, _)| *link == self.links) {
            self.put(&format!("]({target})"));
        }
        self.links -= 1;
    }

    pub(super) fn text(&mut self, text: &str) {
        let text = text.replace('\n', " ");
        let begins = self.start || self.gap != Gap::None;
        let text = if begins {
            text.trim_start_matches([' ', '\t'])
        } else {
            &text
        };
        if self.link.is_some() {
            return self.put(&escape(text));
        }
        for part in link::parts(text) {
            match part {
                link::LinkPart::Text(text) => self.put(&escape(text)),
                link::LinkPart::Url(url) => self.put(&rustdoc::link(url, url)),
            }
        }
    }

    pub(super) fn code_span(&mut self, code: &str) {
        // without a space, the backticks of two spans would be read as one longer run
        if self.code_end == self.out.len() {
            self.part(Gap::Blank);
        }
        let span = code_span(code);
        self.put(&if self.table.is_some() {
            span.replace('|', "\\|")
        } else {
            span
        });
        self.code_end = self.out.len();
    }
}

/// Returns the title of a link in quotes after a space, or nothing if there is none.
fn quoted_title(title: &str) -> String {
    let words: Vec<_> = title.split_whitespace().collect();
    if words.is_empty() {
        return String::new();
    }
    let mut quoted = String::from(" \"");
    for c in words.join(" ").chars() {
        match c {
            // a backtick or `<` would begin code or HTML, whose text is not a title
            c if c.is_ascii_punctuation() => quoted.extend(['\\', c]),
            c if is_unprintable(c) => quoted.push_str(&format!("&#x{:x};", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
